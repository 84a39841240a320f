import type { ReactNode } from "react";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { type Meeting, pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { type Asks, isUnentered, MeetingDates, WhoCanVote } from "./meeting-dates.tsx";

type MeetingNoticeProps = { company: string; meeting: Meeting; now: Date };

export function MeetingNotice({ company, ...about }: MeetingNoticeProps) {
  const words = useWords().pledge.meeting;
  return (
    <section className="meeting" aria-labelledby="meeting">
      <h2 id="meeting">{words.name(company, about.meeting.year)}</h2>
      <MeetingDates {...about} />
      {pledgeStage(about.meeting, about.now) !== "outcome" && <WhoCanVote {...about} asks={false} />}
    </section>
  );
}

type MeetingLineProps = MeetingNoticeProps & {
  asks?: Asks;
  /** Years of other meetings that `children` lets them choose. */
  others?: readonly string[];
  children?: ReactNode;
};

/** Shows the same in one line, with its next day. */
export function MeetingLine({ company, asks, others = [], children, ...about }: MeetingLineProps) {
  const words = useWords().pledge.meeting;
  const locale = useLocale();
  const { year, meetingOn, voteBy, zone } = about.meeting;
  const voteOn = voteBy && voteBy > about.now ? dayInZone(zone, voteBy) : null;
  const next =
    voteOn !== null
      ? words.voteByOn(formatDate(locale, voteOn))
      : meetingOn === null
        ? words[isUnentered(about.meeting, about.now) ? "unentered" : "unannounced"]
        : formatDate(locale, meetingOn);
  return (
    <details className="meeting">
      <summary>
        {words.forMeeting(company, year, next)}. {others.length > 0 && words.orChoose(others.join(", "))}
      </summary>
      {children}
      <MeetingDates {...about} asks={asks} />
      {asks !== "fund" && pledgeStage(about.meeting, about.now) !== "outcome" && (
        <WhoCanVote {...about} asks={asks !== undefined} />
      )}
    </details>
  );
}
