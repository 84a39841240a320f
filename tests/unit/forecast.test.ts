import { expect, test } from "vitest";
import { forecast, forecastNeeds } from "#app/domain/upkeep/activity/forecast.ts";

/** Numbers from 0 to 1 that a seed fixes (Park and Miller). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

type Pace = (day: number, random: () => number) => number;

/** A day's signatures vary by more than chance: news, weather, who shared it. */
const scattered = (mean: number, random: () => number) =>
  Math.round(mean * (0.4 + 0.6 * (random() + random())));

/** Steady paces must stay within the forecast; a falling one may leave it, but not by much. */
const campaigns: [string, Pace, { likely: number; nearly: number }][] = [
  ["an even pace", (_, random) => scattered(40, random), { likely: 0.75, nearly: 0.92 }],
  [
    "weeks with quiet ends",
    (day, random) => scattered(day % 7 < 5 ? 50 : 20, random),
    { likely: 0.8, nearly: 0.95 },
  ],
  [
    "an update each three weeks",
    (day, random) => scattered(25 + 90 * Math.exp(-(day % 21) / 2), random),
    { likely: 0.8, nearly: 0.95 },
  ],
  [
    "a pace that halves in three months",
    (day, random) => scattered(60 * 0.5 ** (day / 90), random),
    { likely: 0.65, nearly: 0.75 },
  ],
];

/** How often the actual day was within the forecast, over many campaigns of that pace. */
function coverageOf(pace: Pace) {
  const counted = { likely: 0, nearly: 0, all: 0 };
  for (let seed = 1; seed <= 150; seed++) {
    const random = chance(seed * 7919);
    const daily = Array.from({ length: forecastNeeds.days }, (_, day) => pace(day + seed, random));
    const count = daily.reduce((sum, n) => sum + n, 0);
    const goal = count + Math.round((count / forecastNeeds.days) * (10 + (seed % 40)));
    const answer = forecast({ count, goal, daily });
    if (answer.outcome !== "dated") continue;
    let left = goal - count;
    let day = 0;
    while (left > 0 && day < 2000) left -= pace(forecastNeeds.days + seed + day++, random);
    counted.all += 1;
    if (day >= answer.likely[0] && day <= answer.likely[1]) counted.likely += 1;
    if (day >= answer.nearly[0] && day <= answer.nearly[1]) counted.nearly += 1;
  }
  return { likely: counted.likely / counted.all, nearly: counted.nearly / counted.all, dated: counted.all };
}

test.each(campaigns)("the day told holds as often as it says: %s", (_, pace, least) => {
  const { likely, nearly, dated } = coverageOf(pace);
  expect(dated).toBeGreaterThan(100);
  expect(likely).toBeGreaterThanOrEqual(least.likely);
  expect(nearly).toBeGreaterThanOrEqual(least.nearly);
});

test("an interval is no wider than it has to be", () => {
  const daily = Array.from({ length: 28 }, (_, day) => (day % 2 === 0 ? 39 : 41));
  const answer = forecast({ count: 1120, goal: 1120 + 40 * 20, daily });
  expect(answer).toMatchObject({ outcome: "dated", middle: 20 });
  if (answer.outcome === "dated") expect(answer.nearly[1] - answer.nearly[0]).toBeLessThanOrEqual(2);
});
