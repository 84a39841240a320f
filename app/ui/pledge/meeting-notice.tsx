import { type Meeting, pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { useWords } from "#app/ui/locale.tsx";
import { MeetingDates, WhoCanVote } from "./meeting-dates.tsx";

type MeetingNoticeProps = { company: string; meeting: Meeting; now: Date };
type WithForm = MeetingNoticeProps & { /** A pledge form follows. */ asks?: boolean };

export function MeetingNotice({ company, asks = false, ...about }: WithForm) {
  const words = useWords().pledge.meeting;
  return (
    <section className="meeting" aria-labelledby="meeting">
      <h2 id="meeting">{words.name(company, about.meeting.year)}</h2>
      <MeetingDates {...about} />
      {pledgeStage(about.meeting, about.now) !== "outcome" && <WhoCanVote {...about} asks={asks} />}
    </section>
  );
}

/** Shows the same in one line, for the second step. A fund's holder has no vote at any meeting. */
export function MeetingLine({ company, fund, ...about }: MeetingNoticeProps & { fund: boolean }) {
  const words = useWords().pledge.meeting;
  return (
    <details className="meeting">
      <summary>{words.forMeeting(company, about.meeting.year)}</summary>
      <MeetingDates {...about} />
      {!fund && <WhoCanVote {...about} asks />}
    </details>
  );
}
