/** The most days a forecast uses, the days it needs, and the signatures it needs on them. */
export const forecastNeeds = { days: 28, daysAtLeast: 14, signaturesAtLeast: 50 };

/** Futures that are simulated, and the days after which one counts as later. */
export const forecastDraws = { futures: 2000, horizon: 365 };

export type Forecast =
  | { outcome: "too-little" }
  /** Under 95 percent of futures reach the goal within a year. */
  | { outcome: "far"; goal: number; within: number }
  | {
      outcome: "dated";
      goal: number;
      fromDays: number;
      likely: [number, number];
      nearly: [number, number];
      middle: number;
    };

/** Days in a row drawn as one block, since the effect of an update or article spans several days. */
const run = 3;

/** The share of the trend that continues, drawn from none to more than all of it: nobody knows. */
const trendGoesOn = 1.5;
/** The share of the trend's uncertainty that is used: all of it would make each interval a guess. */
const chanceCounts = 0.4;
/** Per day, at most. Projecting growth for weeks would be wishful. */
const trendAtMost = { down: -0.05, up: 0.01 };

/**
 * Forecasts when a goal is reached if things continue as before: builds futures from past stretches of three
 * days, each with a share of the trend of these days, and returns the middle eight in ten and nineteen in
 * twenty of them. `daily` are whole days, the oldest first. The same days give the same answer. How often the
 * answer holds is tried on campaigns that are made up (tests/unit/forecast.test.ts).
 */
export function forecast({
  count,
  goal,
  daily,
}: {
  count: number;
  goal: number;
  daily: readonly number[];
}): Forecast {
  const days = daily.slice(-forecastNeeds.days);
  const sum = days.reduce((total, n) => total + n, 0);
  if (days.length < forecastNeeds.daysAtLeast || sum < forecastNeeds.signaturesAtLeast || goal <= count) {
    return { outcome: "too-little" };
  }
  const random = seeded(count + goal);
  const trend = trendOf(days);
  const drawTrend = () =>
    trend.each * trendGoesOn * random() +
    trend.unsure * chanceCounts * (random() + random() + random() - 1.5) * 2;
  const arrivals = Array.from({ length: forecastDraws.futures }, () =>
    drawArrival(days, goal - count, drawTrend(), random),
  ).sort((a, b) => a - b);
  const at = (share: number) =>
    arrivals[Math.min(arrivals.length - 1, Math.floor(share * arrivals.length))] ?? 0;
  if (at(0.975) > forecastDraws.horizon) {
    const within = arrivals.filter((day) => day <= forecastDraws.horizon).length / arrivals.length;
    return { outcome: "far", goal, within };
  }
  return {
    outcome: "dated",
    goal,
    fromDays: days.length,
    likely: [at(0.1), at(0.9)],
    nearly: [at(0.025), at(0.975)],
    middle: at(0.5),
  };
}

type Trend = { each: number; unsure: number };

/**
 * How much more each day brought than the one before, as a logarithm, and how much of that may be chance:
 * from the medians of both halves, so that one update makes no trend.
 */
function trendOf(days: readonly number[]): Trend {
  const half = Math.floor(days.length / 2);
  const [early, late] = [days.slice(0, half), days.slice(-half)].map((part) => partOf(part, 0.5)) as [
    number,
    number,
  ];
  if (early === 0 || late === 0) return { each: 0, unsure: 0 };
  const scatter = [days.slice(0, half), days.slice(-half)].map(
    (part) => (partOf(part, 0.75) - partOf(part, 0.25)) / 1.35 / partOf(part, 0.5),
  );
  const unsure = (1.25 * Math.hypot(...scatter)) / Math.sqrt(half) / half;
  const each = Math.log(late / early) / half;
  return { each: Math.min(trendAtMost.up, Math.max(trendAtMost.down, each)), unsure };
}

const partOf = (days: readonly number[], part: number) =>
  [...days].sort((a, b) => a - b)[Math.floor(days.length * part)] ?? 0;

/** `trend` is applied from the middle of the past days on. */
function drawArrival(days: readonly number[], missing: number, trend: number, random: () => number): number {
  const grown = Math.exp(trend);
  let share = Math.exp((trend * days.length) / 2);
  let left = missing;
  for (let day = 1; day <= forecastDraws.horizon; ) {
    const start = Math.floor(random() * (days.length - run + 1));
    for (let n = 0; n < run && day <= forecastDraws.horizon; n++, day++) {
      share *= grown;
      left -= (days[start + n] ?? 0) * share;
      if (left <= 0) return day;
    }
  }
  return forecastDraws.horizon + 1;
}

/** Mulberry32: pseudo-random numbers from 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
