import { findActivePledge } from "#app/domain/entries/pledges/queries.server.ts";
import { listConsentsInForce } from "#app/domain/supporters/queries.server.ts";
import { openKnownLink } from "#app/http/open-known-link.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";

type Params = { campaign?: string | undefined; token?: string | undefined };

/**
 * Whose link it is and for which meeting; or why it opens nothing. A link that `changes` a pledge shows what
 * they pledge now and agreed to, and any other shows nothing that is held.
 */
export async function openLink(context: AppLoadContext, params: Params, now: Date) {
  const { db, env } = context;
  const known = await openKnownLink(context, "new-pledge", params, now);
  const link = known.outcome === "gone" ? await openKnownLink(context, "pledge", params, now) : known;
  if (link.outcome !== "open") return { ...link, changes: link !== known };
  const { campaign, person } = link;
  const meeting = await context.findPledgeMeeting(campaign.id);
  if (link === known) return { ...link, changes: false, meeting, pledged: null, agreed: [] };
  const whose = meeting && { supporterId: person.id, campaignId: campaign.id, meetingId: meeting.id };
  return {
    ...link,
    changes: true,
    meeting,
    pledged: whose && (await findActivePledge(db, env.keys, whose)),
    agreed: await listConsentsInForce(db, person.id, campaign.id),
  };
}
