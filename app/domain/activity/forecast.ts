/** Days that a forecast draws from at most, the days it needs, and the signatures it needs on them. */
export const forecastNeeds = { days: 28, daysAtLeast: 14, signaturesAtLeast: 50 };

/** Futures that are drawn, and days after which one that has not arrived counts as later. */
export const forecastDraws = { futures: 2000, horizon: 365 };

export type Forecast =
  | { outcome: "too-little" }
  /** Fewer than nineteen in twenty futures arrive within a year. */
  | { outcome: "far"; goal: number; within: number }
  | {
      outcome: "dated";
      goal: number;
      fromDays: number;
      likely: [number, number];
      nearly: [number, number];
      middle: number;
    };

/** How many days in a row are drawn at once: what follows a day, an update or an article, comes along with it. */
const run = 3;

/**
 * When a goal is reached if things go on as they did: futures are put together from stretches of three days that
 * were, and the middle eight in ten and nineteen in twenty of them are told. `daily` are whole days, the oldest first.
 * The same days give the same answer.
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
  const arrivals = Array.from({ length: forecastDraws.futures }, () =>
    drawArrival(days, goal - count, random),
  ).sort((a, b) => a - b);
  const at = (share: number) =>
    arrivals[Math.min(arrivals.length - 1, Math.floor(share * arrivals.length))] ?? 0;
  if (at(0.975) > forecastDraws.horizon) {
    const within = arrivals.filter((day) => day <= forecastDraws.horizon).length / arrivals.length;
    return { outcome: "far", goal, within };
  }
  return {
    ...{ outcome: "dated", goal, fromDays: days.length },
    ...{ likely: [at(0.1), at(0.9)], nearly: [at(0.025), at(0.975)], middle: at(0.5) },
  };
}

function drawArrival(days: readonly number[], missing: number, random: () => number): number {
  let left = missing;
  for (let day = 1; day <= forecastDraws.horizon; ) {
    const start = Math.floor(random() * (days.length - run + 1));
    for (let n = 0; n < run && day <= forecastDraws.horizon; n++, day++) {
      left -= days[start + n] ?? 0;
      if (left <= 0) return day;
    }
  }
  return forecastDraws.horizon + 1;
}

/** Mulberry32: numbers from 0 to 1 that a seed fixes. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
