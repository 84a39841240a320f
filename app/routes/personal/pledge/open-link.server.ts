import { companyAad, companyNamed } from "#app/domain/campaign/company/campaign-companies.ts";
import { meetingNamed } from "#app/domain/campaign/meetings/meeting.ts";
import { listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { findActivePledge, type PledgeWithHolding } from "#app/domain/entries/pledges/queries.server.ts";
import { listConsentsInForce } from "#app/domain/supporters/queries.server.ts";
import { openKnownLink } from "#app/http/open-known-link.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";

export type Named = { slug?: string | undefined; year?: string | undefined };
export type Params = { campaign?: string | undefined; token?: string | undefined };

/**
 * Opens a link for its person and meeting, or tells why it does not open. A link that `changes` a pledge
 * shows their pledge and consents; any other shows nothing we hold.
 */
export async function openLink(
  context: AppLoadContext,
  params: Params,
  now: Date,
  /** Of a post or link: the company's slug (default: the first), and the meeting's year. */
  { slug, year }: Named = {},
) {
  const { db, env } = context;
  const known = await openKnownLink(context, "new-pledge", params, now);
  const link = known.outcome === "gone" ? await openKnownLink(context, "pledge", params, now) : known;
  if (link.outcome !== "open") return { ...link, changes: link !== known };
  const { person } = link;
  const company = companyNamed(link.campaign.companies, slug);
  const campaign = company ? companyAad(link.campaign, company) : link.campaign;
  const meetings = company ? await context.listOpenMeetings(campaign.id, company.id) : [];
  const about = { campaign, company, meetings };
  if (link === known) {
    const meeting = meetingNamed(meetings, year);
    return { ...link, ...about, meeting, changes: false, pledged: null, agreed: [] };
  }
  // The meeting that the link names, also after its vote; else the first that they pledged for.
  const asked = meetings.filter((one) => year === undefined || `${one.year}` === year);
  const past =
    year === undefined || asked.length > 0 || !company ? [] : await listMeetings(db, campaign.id, company.id);
  const named = [...asked, ...past.filter((one) => `${one.year}` === year)];
  let pledged: PledgeWithHolding | null = null;
  for (const { id: meetingId } of named)
    pledged ??= await findActivePledge(db, env.keys, {
      supporterId: person.id,
      campaignId: campaign.id,
      meetingId,
    });
  return {
    ...link,
    ...about,
    meeting: named.find(({ id }) => id === pledged?.meetingId) ?? named[0] ?? null,
    changes: true,
    pledged,
    agreed: await listConsentsInForce(db, person.id, campaign.id, company?.id),
  };
}
