import type { Meeting, MeetingState, Trust } from "#app/domain/campaign/meetings/meeting.ts";
import { formatDate } from "#app/i18n/index.ts";
import { Heading } from "#app/ui/heading.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { formatClock } from "#app/ui/pledge/meeting-dates.tsx";

type MeetingFactsProps = { meeting: Meeting; state: MeetingState; trust: Trust; company: string };

/** Names the meeting, its dates, and whether anyone has checked them. */
export function MeetingFacts({ meeting, state, trust, company }: MeetingFactsProps) {
  const { totals: words } = useWords();
  const locale = useLocale();
  const { dates } = words;
  const moment = (at: Date | null) => at && formatClock(locale, at, meeting.zone);
  const day = (on: string | null) => on && formatDate(locale, on);
  const known = [
    { term: dates.meetingOn, detail: moment(meeting.meetingAt) ?? day(meeting.meetingOn) },
    { term: dates.recordDate, detail: day(meeting.recordDate) },
    { term: dates.ballotOpenOn, detail: day(meeting.ballotOpenOn) },
    { term: dates.voteBy, detail: moment(meeting.voteBy) },
    { term: dates.planVoteBy, detail: moment(meeting.planVoteBy) },
  ].filter(({ detail }) => detail !== null);
  const asOfTime = meeting.asOf ?? meeting.verifiedAt?.toISOString() ?? null;
  const asOf = asOfTime && formatDate(locale, asOfTime);
  return (
    <section className="of-meeting">
      <Heading>{words.meeting(company, meeting.year)}</Heading>
      <p>
        {words.status[state]} {known.length === 0 && dates.none}
      </p>
      {known.length > 0 && (
        <>
          <dl>
            {known.map(({ term, detail }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{detail}</dd>
              </div>
            ))}
          </dl>
          <p className="small muted">
            {trust === "unverified" || asOf === null
              ? dates.trust.unverified(asOf)
              : dates.trust[trust](asOf)}
          </p>
        </>
      )}
    </section>
  );
}
