import { DateTime } from "luxon";

export type Moment =
  | { ok: true; at: Date }
  /** `skipped`: the time does not exist as clocks go forward. `twice`: it occurs twice as they go back. */
  | { ok: false; problem: "skipped" | "twice" };

/**
 * Finds the moment at which a zone's clocks show `day` (YYYY-MM-DD) and `time` (HH:MM). Guesses nothing:
 * where clocks change, the skipped hour has no moment and the repeated hour has two.
 */
export function momentInZone(zone: string, day: string, time: string): Moment {
  const read = DateTime.fromISO(`${day}T${time}`, { zone });
  if (read.toFormat("yyyy-MM-dd HH:mm") !== `${day} ${time}`) return { ok: false, problem: "skipped" };
  if (read.getPossibleOffsets().length > 1) return { ok: false, problem: "twice" };
  return { ok: true, at: read.toJSDate() };
}
