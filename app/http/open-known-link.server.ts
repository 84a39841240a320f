import { readSigning } from "#app/domain/campaign/opening/readiness.server.ts";
import type { KnownPurpose } from "#app/domain/entries/known-path.server.ts";
import { getsNoMail } from "#app/domain/queue/find-suppressed.server.ts";
import { findPerson, tookPart } from "#app/domain/supporters/queries.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { openPersonalLink } from "./open-personal-link.server.ts";
import type { AppLoadContext } from "./remix.server.ts";
import { notFound } from "./respond.server.ts";

type Params = { campaign?: string | undefined; token?: string | undefined };

/**
 * Opens a link that saves its reader typing name and address, or tells why it does not open. It never opens
 * for a suppressed address: the owner is always emailed what was entered.
 */
export async function openKnownLink(
  context: AppLoadContext,
  purpose: KnownPurpose | "pledge",
  params: Params,
  now: Date,
) {
  const { db, env } = context;
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const link = { purpose, token: params.token, within: campaign.slug };
  const opened = await openPersonalLink(context, link, now);
  const person = opened.outcome === "valid" ? await findPerson(db, opened.subject) : null;
  const isUsable = person !== null && !(await getsNoMail(db, env.keys, person.email));
  if (opened.outcome !== "valid" || !isUsable) {
    return { campaign, outcome: opened.outcome === "expired" ? ("expired" as const) : ("gone" as const) };
  }
  // People without an entry in this campaign were never sent a link to it.
  if (!(await tookPart(db, person.id, campaign.id))) throw notFound();
  const signing = readSigning(campaign, env.localMode);
  const { subject, issuedAt, expiresAt } = opened;
  return { campaign, outcome: "open" as const, subject, issuedAt, expiresAt, person, signing };
}
