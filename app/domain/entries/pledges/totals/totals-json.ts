import type { Meeting, Trust } from "#app/domain/campaign/meetings/meeting.ts";
import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";
import type { PastResult } from "./past-results.ts";
import type { Derived, MeetingTotals, PublicTotals, TotalsPart } from "./public-totals.ts";
import type { PublishedCell, PublishedTotals } from "./published-totals.ts";

type Of = { slug: string; company: string };

/**
 * Renders the totals as JSON. Shares, votes and dollars are strings, since programs read large numbers as
 * floats; a group that is not shown has no key.
 */
export const totalsJson = (of: Of, totals: PublicTotals | null, now: Date) => ({
  ...headJson(of, now),
  ...companyJson(totals),
});

/** Renders all companies' totals as JSON. Of several each has its own: their shares make no sum. */
export function totalsByCompanyJson(of: Of, parts: readonly TotalsPart[], now: Date) {
  const [first, ...others] = parts;
  if (others.length === 0) return totalsJson(of, first?.totals ?? null, now);
  const holders = parts.reduce((sum, { totals }) => sum + (totals?.holders ?? 0), 0);
  const companies = parts.map(({ company: { slug, name }, totals }) => ({
    company: slug,
    name,
    ...companyJson(totals),
  }));
  return { ...totalsJson(of, null, now), holders, companies };
}

const headJson = ({ slug, company }: Of, now: Date) => ({
  campaign: slug,
  company,
  asOf: now.toISOString(),
  suppression: { groupsUnder: groupAtLeast, note: `groups under ${groupAtLeast} are not shown` },
});

const companyJson = (totals: PublicTotals | null) => ({
  ...ofMeeting(totals),
  onePercentagePoint: totals ? derived(totals.point) : null,
  otherMeetings: totals?.others.map(ofMeeting) ?? [],
  results: totals?.results.map(resultJson) ?? [],
});

const ofMeeting = (totals: MeetingTotals | null) => ({
  meeting: totals && meetingJson(totals.meeting, totals.meetingTrust),
  holders: totals?.holders ?? 0,
  published: totals?.published ? publishedJson(totals.published, totals.meeting) : null,
  valueInDollars: totals?.value ? derived(totals.value) : null,
  voted: totals?.voted ?? null,
  fundLetters: totals?.fundLetters ?? null,
});

function meetingJson(meeting: Meeting, trust: Trust) {
  const { year, status, meetingOn, meetingAt, recordDate, ballotOpenOn, voteBy, planVoteBy, asOf } = meeting;
  const dates = { meetingOn, meetingAt, recordDate, ballotOpenOn, voteBy, planVoteBy };
  return { year, status, dates, asOf, trust, sourceUrl: trust === "unverified" ? null : meeting.sourceUrl };
}

function publishedJson(published: PublishedTotals, { items }: Meeting) {
  const cells = (split: Partial<Record<string, PublishedCell>>) =>
    Object.fromEntries(Object.entries(split).map(([name, cell]) => [name, cell && cellJson(cell)]));
  return {
    publishedAt: published.publishedAt,
    all: published.all && cellJson(published.all),
    byVerification: cells(published.byVerification),
    byHolding: cells(published.byHolding),
    byKind: cells(published.byKind),
    byIntention: cells(published.general),
    byItem: items.flatMap(({ id, number, title }) => {
      const split = published.byItem[id];
      return split ? [{ number, title, byIntention: cells(split) }] : [];
    }),
    fundHolders: published.fundHolders,
    groupsHidden: published.hidden,
  };
}

const cellJson = ({
  holders,
  wholeShares,
  bucketHolders,
  bucketMin: min,
  bucketMax: max,
}: PublishedCell) => ({
  holders,
  wholeShares,
  ranges: bucketHolders === null ? null : { holders: bucketHolders, min, max },
});

/** A derived figure or why there is none; big integers as strings. */
const derived = <T>(figure: Derived<T>) =>
  Object.fromEntries(
    Object.entries(figure).map(([key, value]) => [key, typeof value === "bigint" ? `${value}` : value]),
  );

const resultJson = ({ year, number, title, result, votesFor, votesAgainst, ...of }: PastResult) => ({
  year,
  number,
  title,
  percent: result.kind === "exact" ? result.percent : null,
  reported: result.kind === "reported" ? result.text : null,
  votesFor: votesFor?.toString() ?? null,
  votesAgainst: votesAgainst?.toString() ?? null,
  verified: of.verified,
  sourceUrl: of.sourceUrl,
});
