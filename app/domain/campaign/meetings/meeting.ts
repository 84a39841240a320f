import { dayInZone } from "#app/domain/base/zone-clock.ts";

export const meetingStatuses = ["expected", "announced", "open", "closed", "results"] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** The stages of a proposal. Filed does not mean on the ballot. */
export const ballotItemStatuses = [
  "proposed",
  "filed",
  "challenged",
  "excluded",
  "withdrawn",
  "on_ballot",
  "voted",
] as const;
export type BallotItemStatus = (typeof ballotItemStatuses)[number];

export const proposers = ["company", "shareholder"] as const;
export type Proposer = (typeof proposers)[number];

/** Source of a configured value. */
export type Provenance = {
  /** `YYYY-MM-DD` */
  asOf: string | null;
  sourceUrl: string | null;
  verifiedAt: Date | null;
  verifiedBy: string | null;
};

/** Whether a value may be relied on. `stale`: verified too long ago for its kind. */
export type Trust = "verified" | "unverified" | "stale";

export type BallotItem = Provenance & {
  id: number;
  number: number | null;
  title: string;
  /** The language of the title, if other than requested. */
  titleLanguage?: string | undefined;
  proponent: string | null;
  /** Whose proposal it is; unless entered, `proposerOf` tells. */
  proposedBy: Proposer | null;
  boardRecommendation: string | null;
  campaignRecommendation: string | null;
  status: BallotItemStatus;
  votesFor: bigint | null;
  votesAgainst: bigint | null;
  votesAbstain: bigint | null;
  brokerNonVotes: bigint | null;
  reportedResult: string | null;
  /** The language of what was reported, if other than requested. */
  reportedLanguage?: string | undefined;
};

/** A meeting with its items by number. Days are `YYYY-MM-DD` in its zone. */
export type Meeting = Provenance & {
  id: number;
  /** Time zone of its company's exchange. */
  zone: string;
  /** The law it follows. */
  jurisdiction: string;
  year: number;
  status: MeetingStatus;
  meetingOn: string | null;
  meetingAt: Date | null;
  recordDate: string | null;
  ballotOpenOn: string | null;
  voteBy: Date | null;
  planVoteBy: Date | null;
  proposalDeadline: string | null;
  proxyFiledOn: string | null;
  portalUrl: string | null;
  items: readonly BallotItem[];
  /** The campaign's: see `mayBeOpen`. */
  ownersLineUntil?: string | null;
  /** What its company's holders voted on last. */
  latestVote?: LatestVote | null;
  /** When earlier meetings were, for one that has no day. */
  pattern?: MeetingPattern | null;
};

/** What a company's holders voted on last. `on`: `YYYY-MM-DD`. */
export type LatestVote = {
  on: string | null;
  year: number;
  items: readonly Pick<BallotItem, "number" | "title">[];
};

/** Parts of the year in which earlier meetings and their record dates were; null: too few are known. */
export type MeetingPattern = { meeting: PatternSpan; recordDate: PatternSpan | null };
export type PatternSpan = { from: MonthPart; to: MonthPart };
/** `month`: 1 to 12. */
export type MonthPart = { month: number; part: "early" | "mid" | "late" };

export type IssuerSnapshot = Provenance & {
  id: number;
  sharesOutstanding: bigint | null;
  /** Decimal string, in dollars. */
  price: string | null;
  priceHigh60d: string | null;
};

/** One way to qualify: dollars as a decimal string, held continuously for this many years. */
export type CoFilingTier = { atLeast: string; years: number };

export type CoFilingRule = Provenance & {
  tiers: readonly CoFilingTier[];
  priceWindowDays: number;
  wordsAtMost: number;
  cureDays: number;
};

/**
 * Days until a verified value is too old to rely on: a price moves daily, shares outstanding are reported
 * each quarter, dates of a meeting may still move, a rule changes by rulemaking, a company seldom.
 */
export const staleAfterDays = {
  price: 7,
  sharesOutstanding: 120,
  meeting: 120,
  rule: 400,
  company: 400,
} as const;

/**
 * Returns whether a value may be relied on at `now`, by the day it was reported for. Give `settled` for a
 * past one, which cannot change.
 */
export function trustIn(
  { verifiedAt, asOf }: Pick<Provenance, "verifiedAt" | "asOf">,
  kind: keyof typeof staleAfterDays,
  now: Date,
  settled = false,
): Trust {
  if (verifiedAt === null) return "unverified";
  const age = now.getTime() - (asOf === null ? verifiedAt : new Date(asOf)).getTime();
  return !settled && age > staleAfterDays[kind] * 86_400_000 ? "stale" : "verified";
}

/** What a meeting's pledge page asks now. `outcome`: voting is over, so it asks whether people voted. */
export type PledgeStage = "general" | "items" | "outcome";

type VotingDates = Pick<Meeting, "zone" | "year" | "voteBy" | "meetingAt" | "meetingOn">;

/**
 * True when, as far as known, nobody can vote at `now`: the last moment for votes is over, else that of the
 * meeting, else its day. One without any counts as over on January 31 after its year.
 */
export function isVotingOver({ zone, year, voteBy, meetingAt, meetingOn }: VotingDates, now: Date): boolean {
  const end = voteBy ?? meetingAt;
  if (end !== null) return end <= now;
  const today = dayInZone(zone, now);
  return meetingOn === null ? today >= `${year + 1}-01-31` : meetingOn < today;
}

/** A meeting's status as of a moment. `held`: its day is past, and its results are not entered. */
export type MeetingState = MeetingStatus | "held";

export function stateOfMeeting(meeting: VotingDates & Pick<Meeting, "status">, now: Date): MeetingState {
  const { zone, status, meetingOn } = meeting;
  if (status === "results") return status;
  const over = isVotingOver(meeting, now);
  if (meetingOn === null ? over : meetingOn < dayInZone(zone, now)) return "held";
  return over ? "closed" : status;
}

/**
 * Returns the meetings that take pledges at `now`, the one to ask about first: the organizers' choice, else
 * that of this year, else the next. One of an earlier year comes last.
 */
export function openMeetings<M extends Meeting>(
  meetings: readonly M[],
  chosen: number | null,
  now: Date,
): M[] {
  const open = meetings.filter((meeting) => pledgeStage(meeting, now) !== "outcome");
  const order = ({ id, year, zone }: M) => {
    if (id === chosen) return 0;
    return Number(dayInZone(zone, now).slice(0, 4)) > year ? year + 10_000 : year;
  };
  return open.sort((one, other) => order(one) - order(other)).slice(0, pledgedAtOnce);
}

/**
 * Finds the meeting that a form names by its year, else the one asked about first. Null: it no longer takes
 * pledges.
 */
export const meetingNamed = <M extends Pick<Meeting, "year">>(meetings: readonly M[], year: unknown) =>
  (typeof year === "string" && year !== ""
    ? meetings.find((meeting) => `${meeting.year}` === year)
    : meetings[0]) ?? null;

/** The meeting of the running year, and the next. */
const pledgedAtOnce = 2;

/**
 * True while an organizer lets pages tell owners that this year's vote may be open: no date need be known for
 * it, and it ends by itself.
 */
export const isLineOn = (
  { ownersLineUntil, zone }: { ownersLineUntil?: string | null; zone: string },
  now: Date,
): boolean => (ownersLineUntil ?? "") >= dayInZone(zone, now);

/** True while that is said of this meeting. */
export const mayBeOpen = (
  meeting: VotingDates & Pick<Meeting, "status" | "ownersLineUntil">,
  now: Date,
): boolean =>
  isLineOn(meeting, now) &&
  meeting.year === Number(dayInZone(meeting.zone, now).slice(0, 4)) &&
  !["closed", "results"].includes(meeting.status) &&
  !isVotingOver(meeting, now);

/** Allows only general intentions for an expected meeting; asks for the outcome after the last vote. */
export function pledgeStage(meeting: Meeting, now: Date): PledgeStage {
  if (meeting.status === "closed" || meeting.status === "results") return "outcome";
  if (isVotingOver(meeting, now)) return "outcome";
  return meeting.status === "expected" || votableItems(meeting).length === 0 ? "general" : "items";
}

/** Lists items that still take an intention. */
export const votableItems = ({ items }: Pick<Meeting, "items">) =>
  items.filter(({ status }) => !["excluded", "withdrawn", "voted"].includes(status));

/** True when the record date has passed at `now`; null when unknown. */
export const recordDatePassed = ({ zone, recordDate }: Pick<Meeting, "zone" | "recordDate">, now: Date) =>
  recordDate === null ? null : recordDate < dayInZone(zone, now);

/** The first day of each part of a month. */
const partBegins = { early: "01", mid: "10", late: "21" } as const;

/**
 * Returns what `recordDatePassed` does, for an unannounced day as well: it has passed once the vote may be
 * open, else by the pattern of earlier meetings. Null where nothing tells.
 */
export function recordDateLikelyPassed(
  meeting: VotingDates & Pick<Meeting, "status" | "recordDate" | "ownersLineUntil" | "pattern">,
  now: Date,
): boolean | null {
  const passed = recordDatePassed(meeting, now);
  if (passed !== null) return passed;
  if (mayBeOpen(meeting, now)) return true;
  const today = dayInZone(meeting.zone, now);
  const { year, pattern } = meeting;
  if (!pattern?.recordDate) return today < `${year}` ? false : null;
  const { month, part } = pattern.recordDate.from;
  const ofYear = month > pattern.meeting.to.month ? year - 1 : year;
  return today >= `${ofYear}-${`${month}`.padStart(2, "0")}-${partBegins[part]}`;
}

/**
 * Returns the highest price in the rule's window. Null where none is recorded, or where the window is shorter
 * than the 60 days that the recorded one is of.
 */
export const windowPrice = (rule: CoFilingRule, snapshot: IssuerSnapshot): string | null =>
  rule.priceWindowDays >= 60 ? snapshot.priceHigh60d : null;
