import { expect, test } from "vitest";
import { niceTop } from "#app/routes/console/campaign/overview/plot.tsx";

test("a plot's scale ends above its maximum, below its double, in four steps", () => {
  expect([0, 1, 4, 5, 9, 21, 41, 100, 348, 1001].map(niceTop)).toEqual([
    4, 4, 4, 8, 12, 24, 60, 100, 400, 1200,
  ]);
  for (let most = 4; most < 5000; most += 7) {
    expect(niceTop(most) / most).toBeLessThan(2);
    expect(niceTop(most) % 4).toBe(0);
  }
});
