import { aboutCompany, companyNamed } from "#app/domain/campaign/campaign-companies.ts";
import { findActivePledge } from "#app/domain/entries/pledges/queries.server.ts";
import { listConsentsInForce } from "#app/domain/supporters/queries.server.ts";
import { openKnownLink } from "#app/http/open-known-link.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";

export type Params = { campaign?: string | undefined; token?: string | undefined };

/**
 * Opens a link for its person and meeting, or tells why it does not open. A link that `changes` a pledge
 * shows their pledge and consents; any other shows nothing we hold.
 */
export async function openLink(
  context: AppLoadContext,
  params: Params,
  now: Date,
  /** The slug in a post; without one, the first company. */
  slug?: string,
) {
  const { db, env } = context;
  const known = await openKnownLink(context, "new-pledge", params, now);
  const link = known.outcome === "gone" ? await openKnownLink(context, "pledge", params, now) : known;
  if (link.outcome !== "open") return { ...link, changes: link !== known };
  const { person } = link;
  const company = companyNamed(link.campaign.companies, slug);
  const campaign = company ? aboutCompany(link.campaign, company) : link.campaign;
  const meeting = company && (await context.findPledgeMeeting(campaign.id, company.id));
  const about = { campaign, company, meeting };
  if (link === known) return { ...link, ...about, changes: false, pledged: null, agreed: [] };
  const whose = meeting && { supporterId: person.id, campaignId: campaign.id, meetingId: meeting.id };
  return {
    ...link,
    ...about,
    changes: true,
    pledged: whose && (await findActivePledge(db, env.keys, whose)),
    agreed: await listConsentsInForce(db, person.id, campaign.id, company?.id),
  };
}
