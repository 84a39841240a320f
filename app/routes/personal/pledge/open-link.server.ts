import { readSigning } from "#app/domain/campaign/readiness.server.ts";
import { findActivePledge } from "#app/domain/entries/pledges/queries.server.ts";
import { findPerson, isOf, listConsentsInForce } from "#app/domain/supporters/queries.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { openToken } from "#app/lib/token.server.ts";

type Params = { campaign?: string | undefined; token?: string | undefined };

/** Whose link it is, what they pledge now, and for which meeting; or why it opens nothing. */
export async function openLink(context: AppLoadContext, params: Params, now: Date) {
  const { db, env } = context;
  const campaign = await context.findCampaign(params.campaign ?? "");
  if (!campaign) throw notFound();
  const opened = openToken(env.keys, "pledge", params.token ?? "", now);
  const person = opened.outcome === "valid" ? await findPerson(db, opened.subject) : null;
  if (opened.outcome !== "valid" || person === null) {
    return { campaign, outcome: opened.outcome === "expired" ? ("expired" as const) : ("gone" as const) };
  }
  // People with nothing in this campaign were never sent a link to it.
  if (!(await isOf(db, person.id, campaign.id))) throw notFound();
  const meeting = await context.findPledgeMeeting(campaign.id);
  const whose = meeting && { supporterId: person.id, campaignId: campaign.id, meetingId: meeting.id };
  return {
    campaign,
    outcome: "open" as const,
    subject: opened.subject,
    person,
    meeting,
    signing: readSigning(campaign, env.localMode),
    pledged: whose && (await findActivePledge(db, env.keys, whose)),
    agreed: await listConsentsInForce(db, person.id, campaign.id),
  };
}
