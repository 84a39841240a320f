import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { proposerOf } from "#app/domain/campaign/meetings/items/proposer.ts";
import { type Meeting, stateOfMeeting } from "#app/domain/campaign/meetings/meeting.ts";

/**
 * What an organizer should enter about a meeting. `items`: those it is about. `form8k`: the company reports
 * results to the SEC. `autumn`: its record date is in September, so that a press release then and the proxy
 * statement have the dates.
 */
export type MeetingTask = {
  year: number;
  enter: "dates" | "result" | "proposers";
  items: readonly number[];
  form8k: boolean;
  autumn: boolean;
};

/** Months before the earliest known meeting at which companies announce the next. */
const announcedBefore = 2;

/**
 * Lists what is missing of the meetings of this year and the last: the dates of one that is near, by earlier
 * years, and the result of one that was held; of any meeting, whose proposals its voted items are.
 */
export const meetingTasks = (meetings: readonly Meeting[], now: Date): MeetingTask[] => [
  ...missingOf(meetings, now),
  ...meetings.flatMap(({ year, items }): MeetingTask[] => {
    const unknown = items.filter((item) => item.status === "voted" && proposerOf(item) === null);
    if (unknown.length === 0) return [];
    return [{ year, enter: "proposers", items: unknown.map(({ id }) => id), form8k: false, autumn: false }];
  }),
];

function missingOf(meetings: readonly Meeting[], now: Date): MeetingTask[] {
  return meetings.flatMap((meeting): MeetingTask[] => {
    const { year, zone, meetingOn, jurisdiction, pattern } = meeting;
    const today = dayInZone(zone, now);
    const [running, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
    if (year > running || year < running - 1) return [];
    const form8k = profileOf(jurisdiction).unitedStates;
    const task = { year, items: [], form8k, autumn: form8k && pattern?.recordDate?.from.month === 9 };
    if (stateOfMeeting(meeting, now) === "held") return [{ ...task, enter: "result" }];
    const near = year < running || month >= (pattern?.meeting.from.month ?? 0) - announcedBefore;
    return meetingOn === null && near ? [{ ...task, enter: "dates" }] : [];
  });
}
