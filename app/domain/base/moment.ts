import { DateTime } from "luxon";

export type Moment =
  | { ok: true; at: Date }
  /** `skipped`: clocks went forward over that time. `twice`: clocks went back, so the time occurs twice. */
  | { ok: false; problem: "skipped" | "twice" };

/**
 * The moment that the clocks of a zone show as `day` (YYYY-MM-DD) and `time` (HH:MM). Nothing is guessed:
 * where clocks change, the hour that is left out has no moment and the hour that is repeated has two.
 */
export function momentInZone(zone: string, day: string, time: string): Moment {
  const read = DateTime.fromISO(`${day}T${time}`, { zone });
  if (read.toFormat("yyyy-MM-dd HH:mm") !== `${day} ${time}`) return { ok: false, problem: "skipped" };
  if (read.getPossibleOffsets().length > 1) return { ok: false, problem: "twice" };
  return { ok: true, at: read.toJSDate() };
}
