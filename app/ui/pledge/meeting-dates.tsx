import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { clockInZone, dayInZone } from "#app/domain/base/zone-clock.ts";
import {
  type Meeting,
  type MonthPart,
  recordDatePassed,
  stateOfMeeting,
} from "#app/domain/campaign/meetings/meeting.ts";
import { trustInMeeting } from "#app/domain/campaign/meetings/trust.ts";
import { formatDate, formatTime, type Locale } from "#app/i18n/index.ts";
import { unbroken } from "#app/i18n/known-date.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type AboutMeeting = { meeting: Meeting; now: Date };

/** What the form that follows asks for: how to vote, or what to do about a fund. */
export type Asks = "vote" | "fund";

export function formatClock(locale: Locale, at: Date, zone: string): string {
  const { day, zone: name } = clockInZone(zone, at);
  return `${unbroken(formatDate(locale, day))}, ${unbroken(`${formatTime(locale, at, zone)} ${name}`)}`;
}

/** True for a meeting of an earlier year whose day nobody entered. */
export const isUnentered = ({ meetingOn, year, zone }: Meeting, now: Date) =>
  meetingOn === null && dayInZone(zone, now) >= `${year + 1}`;

/** Shows the meeting's stage, its known days, and how well they are known. */
export function MeetingDates({ meeting, now, asks }: AboutMeeting & { asks?: Asks | undefined }) {
  const words = useWords().pledge.meeting;
  const locale = useLocale();
  const day = (date: string) => unbroken(formatDate(locale, date));
  const { zone, recordDate, meetingOn, meetingAt, ballotOpenOn, voteBy, planVoteBy } = meeting;
  const clock = (at: Date) =>
    at <= now ? words.hasPassed(formatClock(locale, at, zone)) : formatClock(locale, at, zone);
  const pattern = usePattern();
  const current = stateOfMeeting(meeting, now);
  const state = current === "expected" && isUnentered(meeting, now) ? "unentered" : current;
  const passed = recordDatePassed(meeting, now) === true;
  const meets = meetingAt ? formatClock(locale, meetingAt, zone) : meetingOn && day(meetingOn);
  const dates = [
    ...(!profileOf(meeting.jurisdiction).recordDate
      ? [[words.day, meets ?? words.unknown] as const]
      : meets === null && recordDate === null
        ? [[words.dayAndRecordDate, words.unknown] as const]
        : [
            [words.day, meets ?? words.unknown] as const,
            [
              words.recordDate,
              recordDate === null
                ? words.unknown
                : passed
                  ? words.hasPassed(day(recordDate))
                  : day(recordDate),
            ] as const,
          ]),
    [words.ballotOpens, ballotOpenOn && day(ballotOpenOn)],
    [words.voteBy, voteBy && clock(voteBy)],
    [words.planVoteBy, planVoteBy && clock(planVoteBy)],
  ] as const;
  return (
    <>
      <p>
        {words.status[state]} {asks && state === "expected" && words.asks[asks]} {pattern("meeting", meeting)}
      </p>
      <dl className="dates">
        {dates.map(
          ([term, date]) =>
            date && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{date}</dd>
              </div>
            ),
        )}
      </dl>
      <HowKnown meeting={meeting} now={now} />
    </>
  );
}

/** Whether an organizer has checked the dates, when, and against which source. */
function HowKnown({ meeting, now }: AboutMeeting) {
  const words = useWords().pledge.meeting;
  const locale = useLocale();
  const trust = trustInMeeting(meeting, now);
  const { asOf, verifiedAt, sourceUrl } = meeting;
  const on = asOf ?? verifiedAt;
  return (
    <p className="small muted">
      {trust === "unverified" || on === null
        ? words.trust.unverified
        : words.trust[trust](formatDate(locale, on))}
      {trust === "unverified" && asOf !== null && ` ${words.asOf(formatDate(locale, asOf))}`}
      {trust !== "unverified" && sourceUrl !== null && (
        <>
          {" "}
          <a href={sourceUrl}>{words.source}</a>
        </>
      )}
    </p>
  );
}

/** Says who can vote at the meeting; nothing if the law has no record date. `asks`: a form follows. */
export function WhoCanVote({ meeting, now, asks }: AboutMeeting & { asks: boolean }) {
  const { who } = useWords().pledge.meeting;
  const pattern = usePattern();
  const locale = useLocale();
  const { recordDate, year } = meeting;
  if (!profileOf(meeting.jurisdiction).recordDate) return null;
  if (recordDate !== null && !recordDatePassed(meeting, now))
    return <p className="small">{who.ahead(formatDate(locale, recordDate))}</p>;
  return (
    <details>
      <summary>{who.heading}</summary>
      <p className="small">
        {recordDate === null ? who.unknown(year) : who.passed(formatDate(locale, recordDate))}{" "}
        {recordDate === null ? pattern("recordDate", meeting) : asks && who.asks}
      </p>
    </details>
  );
}

/** Says between which parts of the year earlier meetings were: a pattern is no date. */
function usePattern() {
  const { pattern: words } = useWords().pledge.meeting;
  const locale = useLocale();
  const name = ({ month, part }: MonthPart) =>
    words[part](
      new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, month - 1)),
    );
  return (of: "meeting" | "recordDate", { pattern }: Meeting) => {
    const span = pattern?.[of];
    return span ? words[of](name(span.from), name(span.to)) : null;
  };
}
