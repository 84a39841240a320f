import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Campaign, OrganizationDetails } from "#app/domain/campaign/campaign.ts";
import type { CoFilingRule, IssuerSnapshot, Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import {
  findCoFilingRule,
  findIssuerSnapshot,
  listOpenMeetings,
} from "#app/domain/campaign/meetings/queries.server.ts";
import { trustInRule } from "#app/domain/campaign/meetings/trust.ts";
import { type Locale, words } from "#app/i18n/index.ts";
import { inOneLine } from "#app/i18n/sentence.ts";
import { givenOrExample } from "#app/lib/placeholders.ts";
import type { DbOrTx } from "#db/index.ts";
import type { PacketInput } from "./packet.ts";

/** What answers about co-filing are based on, as organizers entered it. */
export type CoFilingFacts = {
  rule: CoFilingRule | null;
  snapshot: IssuerSnapshot | null;
  meeting: Meeting | null;
};

/**
 * Finds a company's rule, figures with the price it asks for, and the meeting that proposals can still be
 * filed for (default: the first company's).
 */
export async function findCoFilingFacts(
  db: DbOrTx,
  campaignId: number,
  now = new Date(),
  companyId?: number,
): Promise<CoFilingFacts> {
  const [rule, snapshot, meetings] = await Promise.all([
    findCoFilingRule(db, campaignId, companyId),
    findIssuerSnapshot(db, campaignId, "priceHigh60d", now, companyId),
    listOpenMeetings(db, campaignId, companyId, now),
  ]);
  return { rule, snapshot, meeting: nextToFileFor(meetings, now) };
}

/** Companies close for proposals months before a meeting: without a deadline ahead it is the latest. */
function nextToFileFor(meetings: readonly Meeting[], now: Date): Meeting | null {
  const byYear = [...meetings].sort((one, other) => one.year - other.year);
  const isAhead = ({ zone, proposalDeadline }: Meeting) =>
    proposalDeadline !== null && proposalDeadline >= dayInZone(zone, now);
  return byYear.find(isAhead) ?? byYear.at(-1) ?? null;
}

/** `campaign`: about the company. */
type Asked = {
  campaign: Campaign;
  companyId: number | undefined;
  locale: Locale;
  url: string;
  examples: boolean;
};

/** Finds what the papers say of a campaign and the rule, before a holder fills anything in. */
export async function findPacket(db: DbOrTx, asked: Asked, now = new Date()): Promise<PacketInput> {
  const { campaign, companyId, locale, url, examples } = asked;
  const rule = await findCoFilingRule(db, campaign.id, companyId);
  const verified = rule && trustInRule(rule, now) === "verified" ? rule : null;
  return {
    locale,
    campaign,
    url,
    organization: organizationLines(campaign.organization, locale, examples),
    cureDays: verified?.cureDays ?? null,
    wordsAtMost: verified?.wordsAtMost ?? null,
    name: null,
    shares: null,
    heldSinceMonth: null,
    registered: false,
  };
}

/** Organization details as in a page's footer. Examples, possible only in local mode, are marked. */
function organizationLines(organization: OrganizationDetails, locale: Locale, examples: boolean): string[] {
  const { footer, example } = words(locale).common;
  const stated = (value: string | null, sample: string) =>
    givenOrExample(value, sample, examples ? footer.exampleMark : null);
  const operator = stated(organization.operator, example.operator);
  return [
    operator ? footer.runBy(operator) : footer.operatorMissing,
    stated(organization.postalAddress && inOneLine(organization.postalAddress), example.postalAddress),
    stated(organization.contactEmail, example.contactEmail),
    stated(organization.fundingLine, example.fundingLine) ?? footer.fundingMissing,
  ].filter((line) => line !== null);
}
