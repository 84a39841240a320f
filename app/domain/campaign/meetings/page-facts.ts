import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { clockInZone, dayInZone } from "#app/domain/base/zone-clock.ts";
import type { BallotItem, Meeting, Provenance, Trust } from "./meeting.ts";
import { type Result, resultOf } from "./result.ts";
import { trustInItem, trustInMeeting } from "./trust.ts";

/** A value's source and whether it may be relied on, for a page. */
export type SourceOnPage = {
  trust: Trust;
  asOf: string | null;
  url: string | null;
  checkedBy: string | null;
  /** The day in the company's zone. */
  checkedOn: string | null;
};

export const showSource = (
  { asOf, sourceUrl, verifiedAt, verifiedBy }: Provenance,
  trust: Trust,
  zone: string,
): SourceOnPage => ({
  trust,
  asOf,
  url: sourceUrl,
  checkedBy: verifiedBy,
  checkedOn: verifiedAt && dayInZone(zone, verifiedAt),
});

/** A meeting's dates, in order. */
export const meetingDates = [
  "proposalDeadline",
  "recordDate",
  "proxyFiledOn",
  "ballotOpenOn",
  "planVoteBy",
  "voteBy",
  "meeting",
] as const;
export type MeetingDate = (typeof meetingDates)[number];

/** A date in the company's zone. `inDays`, the days left, is only computed from verified dates. */
export type DateOnPage = {
  what: MeetingDate;
  day: string;
  time: string | null;
  zone: string | null;
  inDays: number | null;
};

export type MeetingOnPage = {
  year: number;
  status: Meeting["status"];
  portalUrl: string | null;
  /** Known dates, earliest first. */
  dates: DateOnPage[];
  unknown: MeetingDate[];
  source: SourceOnPage;
  items: BallotItemOnPage[];
};

export type BallotItemOnPage = Pick<BallotItem, "id" | "number" | "title" | "proponent" | "status"> & {
  board: string | null;
  campaign: string | null;
  /** Plain digits. */
  votes: Record<"for" | "against" | "abstain" | "brokerNonVotes", string | null>;
  /** Only computed from verified votes. */
  result: Result | { kind: "hidden" };
  source: SourceOnPage;
};

/** Returns a meeting for the console, as text. Nothing is derived from unchecked values. */
export function showMeeting(meeting: Meeting, now: Date): MeetingOnPage {
  const source = showSource(meeting, trustInMeeting(meeting, now), meeting.zone);
  const { coFiling, recordDate } = profileOf(meeting.jurisdiction);
  const known = meetingDates.filter(
    (what) => (what !== "recordDate" || recordDate) && (what !== "proposalDeadline" || coFiling),
  );
  const facts = known.map((what) => ({ what, ...dateOf(meeting, what) }));
  const dates = facts.flatMap(({ what, day, time, zone }) =>
    day === null
      ? []
      : [
          {
            what,
            day,
            time,
            zone,
            inDays: source.trust === "verified" ? daysUntil(day, dayInZone(meeting.zone, now)) : null,
          },
        ],
  );
  return {
    year: meeting.year,
    status: meeting.status,
    portalUrl: meeting.portalUrl,
    dates: dates.sort((one, other) => sortKey(one).localeCompare(sortKey(other))),
    unknown: facts.flatMap(({ what, day }) => (day === null ? [what] : [])),
    source,
    items: meeting.items.map((item) => showItem(item, now, meeting.zone)),
  };
}

type Clock = { day: string | null; time: string | null; zone: string | null };

function dateOf(meeting: Meeting, what: MeetingDate): Clock {
  const at = what === "meeting" ? meeting.meetingAt : meeting[what];
  if (at instanceof Date) return clockInZone(meeting.zone, at);
  return { day: what === "meeting" ? meeting.meetingOn : at, time: null, zone: null };
}

const sortKey = ({ day, time }: DateOnPage) => `${day} ${time ?? "00:00"}`;

const daysUntil = (day: string, today: string) =>
  Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);

const text = (votes: bigint | null) => (votes === null ? null : `${votes}`);

/** Shows a proposal in the console at `now`. */
export function showItem(item: BallotItem, now: Date, zone: string): BallotItemOnPage {
  const { id, number, title, proponent, status } = item;
  const trust = trustInItem(item, now);
  const result = resultOf(item);
  return {
    id,
    number,
    title,
    proponent,
    status,
    board: item.boardRecommendation,
    campaign: item.campaignRecommendation,
    votes: {
      for: text(item.votesFor),
      against: text(item.votesAgainst),
      abstain: text(item.votesAbstain),
      brokerNonVotes: text(item.brokerNonVotes),
    },
    result: result.kind === "exact" && trust !== "verified" ? { kind: "hidden" } : result,
    source: showSource(item, trust, zone),
  };
}
