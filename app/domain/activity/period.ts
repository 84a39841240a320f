export const steps = ["hour", "day"] as const;
export type PeriodStep = (typeof steps)[number];

/** Lengths of a period in days; null: everything. */
export const lengths = { hour: [1, 7], day: [7, 28, 90, null] } as const;

export type Period = { step: PeriodStep; days: number | null };

const usualPeriod: Period = { step: "day", days: 28 };

/** Reads the period an address asks for; defaults what it omits or gets wrong. */
export function readPeriod(search: URLSearchParams): Period {
  const step = steps.find((known) => known === search.get("by")) ?? usualPeriod.step;
  const asked = search.get("days");
  const known: readonly (number | null)[] = lengths[step];
  const days = known.find((length) => String(length ?? "all") === asked);
  return { step, days: days === undefined ? (step === "hour" ? 1 : usualPeriod.days) : days };
}

export const periodAddress = ({ step, days }: Period) => `?by=${step}&days=${days ?? "all"}`;
