import fc from "fast-check";
import { expect, test } from "vitest";
import { crowdAtLeast, mergeSmallDays } from "#app/domain/activity/measure.ts";

const first = Date.parse("2026-01-01T00:00:00Z");
const dayAt = (n: number) => new Date(first + n * 86_400_000).toISOString().slice(0, 10);
const asDays = (ns: readonly number[]) => ns.map((n, at) => ({ day: dayAt(at), n })).filter(({ n }) => n > 0);

test("days are told together until five came, and what is left waits", () => {
  expect(mergeSmallDays(asDays([0, 6, 1, 0, 3, 2, 0, 5, 4]))).toEqual([
    { from: "2026-01-02", to: "2026-01-02", n: 6 },
    { from: "2026-01-03", to: "2026-01-06", n: 6 },
    { from: "2026-01-07", to: "2026-01-08", n: 5 },
  ]);
  expect(mergeSmallDays([])).toEqual([]);
  expect(mergeSmallDays(asDays([4]))).toEqual([]);
});

test("no stretch holds fewer than five, and a new day changes no earlier one", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(8), { maxLength: 60 }), (ns) => {
      const crowds = mergeSmallDays(asDays(ns));
      expect(crowds.every(({ n }) => n >= crowdAtLeast)).toBe(true);
      const sum = crowds.reduce((all, { n }) => all + n, 0);
      expect(ns.reduce((all, n) => all + n, 0) - sum).toBeLessThan(crowdAtLeast);
      for (const [at, { from }] of crowds.entries())
        if (at > 0)
          expect(new Date(from).getTime() - new Date(crowds[at - 1]?.to ?? 0).getTime()).toBe(86_400_000);
      const before = mergeSmallDays(asDays(ns.slice(0, -1)));
      expect(crowds.slice(0, before.length)).toEqual(before);
    }),
  );
});
