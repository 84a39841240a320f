import type { MeetingPattern, MonthPart, PatternSpan } from "./meeting.ts";

/** Earlier meetings that a pattern needs, and the years before a meeting that it looks at. */
const needed = 2;
export const patternYears = 6;
/** Days in months further apart are no pattern. */
const monthsApart = 3;

const partOf = (day: string): MonthPart => {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return { month, part: date < 10 ? "early" : date <= 20 ? "mid" : "late" };
};

function spanOf(days: readonly (string | null)[]): PatternSpan | null {
  const known = days.flatMap((day) => (day === null ? [] : [day.slice(5)])).sort();
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < needed || !first || !last) return null;
  if (Number(last.slice(0, 2)) - Number(first.slice(0, 2)) > monthsApart) return null;
  return { from: partOf(`2000-${first}`), to: partOf(`2000-${last}`) };
}

/** Returns between which parts of the year a company's earlier meetings and record dates were. */
export function patternOf(
  earlier: readonly { meetingOn: string | null; recordDate: string | null }[],
): MeetingPattern | null {
  const meeting = spanOf(earlier.map(({ meetingOn }) => meetingOn));
  return meeting && { meeting, recordDate: spanOf(earlier.map(({ recordDate }) => recordDate)) };
}
