import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { type Meeting, pledgeStage, stateOfMeeting } from "#app/domain/campaign/meetings/meeting.ts";
import { meetingIn, translatorFor } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import {
  findIssuerSnapshot,
  findPledgeMeeting,
  listMeetings,
  listOpenMeetings,
} from "#app/domain/campaign/meetings/queries.server.ts";
import { trustInMeeting } from "#app/domain/campaign/meetings/trust.ts";
import { groupAtLeast, holdingForms, knownFundOutcomes } from "#app/domain/entries/pledges/pledge.ts";
import { countHolders } from "#app/domain/entries/pledges/queries.server.ts";
import type { DbOrTx } from "#db/index.ts";
import type { FundLetters, PublicFundLetters } from "./fund-letters.ts";
import { awaitedVotes, type PastVotes, pastResults } from "./past-results.ts";
import type { CompanyPledges, PledgeCount } from "./pledge-count.ts";
import {
  type MeetingTotals,
  marketValueOf,
  type PublicTotals,
  sharesPerPercent,
  type TotalsPart,
} from "./public-totals.ts";
import { readPublication } from "./publish-totals.server.ts";
import { readPublishedTotals } from "./read-published.server.ts";
import { type PublicVotedRate, publicVotedRate, type VotedCount } from "./voted-rate.ts";

/**
 * Reads the live holders who pledge for a company's meeting (default: the first company's), and what is
 * published of them: nothing once fewer than five are left. Null when there is no meeting.
 */
export async function readPledgeCount(
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
  now = new Date(),
): Promise<PledgeCount | null> {
  const meeting = await findPledgeMeeting(db, campaignId, companyId, now);
  return meeting && countPledges(db, campaignId, meeting);
}

async function countPledges(db: DbOrTx, campaignId: number, meeting: Meeting): Promise<PledgeCount> {
  const holders = await countHolders(db, campaignId, meeting.id);
  const published =
    holders < groupAtLeast ? null : await readPublishedTotals(db, { campaignId, meetingId: meeting.id });
  return { meeting, holders, published };
}

/** Reads the same of every company of a campaign that has a meeting, in their order. */
export async function readPledgesByCompany(
  db: DbOrTx,
  { id, companies }: Pick<Campaign, "id" | "companies">,
): Promise<CompanyPledges[]> {
  const counts: CompanyPledges[] = [];
  for (const company of companies) {
    const count = await readPledgeCount(db, id, company.id);
    if (count) counts.push({ ...count, company });
  }
  return counts;
}

/**
 * Reads all of the page of a company's totals, with proposals in `locale` where translated: each meeting that
 * takes pledges, and the last one that was pledged for and is over. Null if it has no meeting.
 */
export async function readPublicTotals(
  db: DbOrTx,
  campaignId: number,
  now = new Date(),
  locale?: string,
  companyId?: number,
): Promise<PublicTotals | null> {
  const open = await listOpenMeetings(db, campaignId, companyId, now);
  if (open.length === 0) return null;
  const translate = await translatorFor(db, campaignId, locale);
  const price = await findIssuerSnapshot(db, campaignId, "price", now, companyId);
  const meetings = await listMeetings(db, campaignId, companyId);
  const last = meetings.find((meeting) => pledgeStage(meeting, now) === "outcome");
  const isOpen = (meeting: Meeting) => open.some(({ id }) => id === meeting.id);
  const read: MeetingTotals[] = [];
  for (const meeting of last && !isOpen(last) ? [...open, last] : open) {
    const count = await countPledges(db, campaignId, meeting);
    if (count.holders === 0 && !isOpen(meeting)) continue;
    const shares = count.published?.all?.wholeShares ?? null;
    const which = { campaignId, meetingId: meeting.id };
    read.push({
      ...count,
      meeting: meetingIn(translate, meeting),
      meetingTrust: trustInMeeting(meeting, now),
      meetingState: stateOfMeeting(meeting, now),
      value:
        shares === null || !profileOf(meeting.jurisdiction).unitedStates
          ? null
          : marketValueOf(shares, price, now),
      voted: await readPublishedVotes(db, which),
      fundLetters: await readPublishedFundLetters(db, which),
    });
  }
  const [first, ...others] = read as [MeetingTotals, ...MeetingTotals[]];
  return {
    ...first,
    others,
    held: meetings.filter((meeting) => stateOfMeeting(meeting, now) === "held").map(({ year }) => year),
    point: sharesPerPercent(
      await findIssuerSnapshot(db, campaignId, "sharesOutstanding", now, companyId),
      now,
    ),
    results: pastResults(
      meetings.map((one) => meetingIn(translate, one)),
      now,
    ),
  };
}

/** Reads the totals of every company of a campaign, in their order. */
export async function readTotalsByCompany(
  db: DbOrTx,
  { id, companies }: Pick<Campaign, "id" | "companies">,
  now: Date,
  locale?: string,
): Promise<TotalsPart[]> {
  const parts: TotalsPart[] = [];
  for (const company of companies)
    parts.push({ company, totals: await readPublicTotals(db, id, now, locale, company.id) });
  return parts;
}

/** Reads the past votes of a campaign's first company: results, and those that none is known of yet. */
export async function readPastVotes(
  db: DbOrTx,
  { id }: Pick<Campaign, "id">,
  now: Date,
  locale?: string,
): Promise<PastVotes> {
  const translate = await translatorFor(db, id, locale);
  const meetings = (await listMeetings(db, id)).map((one) => meetingIn(translate, one));
  return { results: pastResults(meetings, now), awaited: awaitedVotes(meetings, now) };
}

/**
 * Reads what fund holders report about their letters, for everyone. Published like the totals: a number only
 * moves when at least five persons changed it. Null until five have reported.
 */
export async function readPublishedFundLetters(
  db: DbOrTx,
  meeting: { campaignId: number; meetingId: number },
): Promise<PublicFundLetters | null> {
  const publication = await readPublication(db, meeting);
  const published = (cell: string) => {
    const figure = `${cell}:outcome`;
    return publication?.shown.includes(figure) ? publication.figures[figure]?.of : undefined;
  };
  const reported = published("fund-letter-all:all");
  if (reported === undefined) return null;
  const answers: FundLetters["answers"] = {};
  for (const answer of knownFundOutcomes) {
    const holders = published(`fund-letter:${answer}`);
    if (holders !== undefined) answers[answer] = holders;
  }
  const listed = Object.values(answers).reduce((all, holders) => all + holders, 0);
  return { told: reported, answers, hidden: listed < reported };
}

/**
 * Reads how many voted, for everyone. Published as the totals are: a number moves only when at least five
 * persons changed it, and no single answer or withdrawal makes it come or go. Null under 20 known outcomes.
 */
export async function readPublishedVotes(
  db: DbOrTx,
  meeting: { campaignId: number; meetingId: number },
): Promise<PublicVotedRate | null> {
  const publication = await readPublication(db, meeting);
  if (!publication) return null;
  const count = (cell: string): VotedCount | null => {
    const figure = `${cell}:outcome`;
    const published = publication.shown.includes(figure) ? publication.figures[figure] : undefined;
    return published ? { known: published.of, voted: Number(published.sum) } : null;
  };
  const all = count("voted-all:all");
  if (!all) return null;
  const byHolding = holdingForms.flatMap((form) => {
    const published = count(`voted:${form}`);
    return published ? [[form, published]] : [];
  });
  return publicVotedRate({ all, byHolding: Object.fromEntries(byHolding) });
}
