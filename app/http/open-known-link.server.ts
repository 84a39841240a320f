import { readSigning } from "#app/domain/campaign/readiness.server.ts";
import { findPerson, isOf } from "#app/domain/supporters/queries.server.ts";
import { openToken } from "#app/lib/token.server.ts";
import type { AppLoadContext } from "./remix.server.ts";
import { notFound } from "./respond.server.ts";

type Params = { campaign?: string | undefined; token?: string | undefined };

/** Whose link to a form it is, by which they are not asked who they are; or why it opens nothing. */
export async function openKnownLink(
  context: AppLoadContext,
  form: "sign" | "pledge",
  params: Params,
  now: Date,
) {
  const { db, env } = context;
  const campaign = await context.findCampaign(params.campaign ?? "");
  if (!campaign) throw notFound();
  const opened = openToken(env.keys, form, params.token ?? "", now);
  const person = opened.outcome === "valid" ? await findPerson(db, opened.subject) : null;
  if (opened.outcome !== "valid" || person === null) {
    return { campaign, outcome: opened.outcome === "expired" ? ("expired" as const) : ("gone" as const) };
  }
  // People with nothing in this campaign were never sent a link to it.
  if (!(await isOf(db, person.id, campaign.id))) throw notFound();
  const signing = readSigning(campaign, env.localMode);
  return { campaign, outcome: "open" as const, subject: opened.subject, person, signing };
}
