import { DateTime, IANAZone } from "luxon";
import type { Period, PeriodStep } from "./period.ts";

/**
 * True for a zone of the time-zone database that this server knows. Offsets like "UTC+5" are refused:
 * PostgreSQL reads them with the opposite sign.
 */
export const isZone = (name: string) =>
  /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name) && IANAZone.isValidZone(name);

export const localIso = (at: Date, zone: string) =>
  DateTime.fromJSDate(at, { zone }).toISO() ?? at.toISOString();

export type Span = {
  step: PeriodStep;
  zone: string;
  /** The start of each hour or day, ascending; the last one is not over. */
  starts: readonly DateTime[];
  /** The start of the hour or day each is compared with. */
  startsBefore: readonly DateTime[] | null;
  from: Date;
  to: Date;
  /**
   * The period before, up to the same time of its last day. Null for everything, and where the campaign did
   * not exist for all of it.
   */
  before: { from: Date; to: Date } | null;
};

/**
 * Cuts a period that ends now into hours or days as a clock in `zone` does; hours are those of UTC, as they
 * are counted, where a zone is a part of an hour off. All there is begins with the day of `since`.
 */
export function spanOf({ step, days }: Period, zone: string, now: Date, since: Date | null): Span {
  const local = DateTime.fromJSDate(now, { zone });
  const last = step === "hour" ? local.toUTC().startOf("hour").setZone(zone) : local.startOf("day");
  const first =
    days === null
      ? DateTime.fromJSDate(since ?? now, { zone }).startOf("day")
      : step === "day"
        ? last.minus({ days: days - 1 })
        : last.minus({ hours: days * 24 - 1 });
  const { starts, earlier } = cut({ step, days, first, last });
  const back = (at: DateTime) => (days === null ? at : at.minus({ days })).toJSDate();
  const wasThere = days !== null && (since === null || back(first) >= since);
  return {
    step,
    zone,
    starts,
    startsBefore: wasThere ? earlier : null,
    from: first.toJSDate(),
    to: now,
    before: !wasThere ? null : { from: back(first), to: back(local) },
  };
}

type Cut = { starts: readonly DateTime[]; earlier: readonly DateTime[] };

/** Cached: an open page refreshes itself, and computing time zones is slow. */
const cuts = new Map<string, Cut>();
const rememberedAtMost = 50;

function cut({ step, days, first, last }: Period & { first: DateTime; last: DateTime }): Cut {
  const key = `${step} ${days} ${first.zoneName} ${first.toMillis()} ${last.toMillis()}`;
  const known = cuts.get(key);
  if (known) return known;
  const starts: DateTime[] = [];
  // Where clocks go forward at midnight, that one day begins at one.
  const next = (at: DateTime) =>
    step === "hour" ? at.plus({ hours: 1 }) : at.plus({ days: 1 }).startOf("day");
  for (let at = first; at <= last; at = next(at)) starts.push(at);
  const made = { starts, earlier: days === null ? [] : starts.map((at) => at.minus({ days })) };
  if (cuts.size >= rememberedAtMost) cuts.clear();
  cuts.set(key, made);
  return made;
}
