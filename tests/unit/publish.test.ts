import fc from "fast-check";
import { expect, test } from "vitest";
import { type Figures, publish, publishable, visible } from "#app/domain/pledges/publish.ts";

const changesOf = (changes: Record<string, string[]>) =>
  new Map(Object.entries(changes).map(([figure, series]) => [figure, new Set(series)]));
const people = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `p${from + i}`);

test("a figure moves when five pledges changed it, not when four did", () => {
  expect([...publishable(changesOf({ "all:all:shares": people(1, 4) }))]).toEqual([]);
  expect([...publishable(changesOf({ "all:all:shares": people(1, 5) }))]).toEqual(["all:all:shares"]);
});

test("a part stays behind while the rest of its split would be told by what moves", () => {
  const broker = "holding:broker:shares";
  const plan = "holding:employee_plan:shares";
  expect([...publishable(changesOf({ [broker]: people(1, 9), [plan]: ["p10"] }))]).toEqual([]);
  expect([...publishable(changesOf({ [broker]: people(1, 9), [plan]: people(10, 14) }))]).toEqual([
    broker,
    plan,
  ]);
  const registered = "holding:registered:shares";
  const two = { [plan]: people(10, 11), [registered]: people(12, 14) };
  expect([...publishable(changesOf({ [broker]: people(1, 9), ...two }))]).toEqual([broker]);
});

test("whoever told a number moves no sum of ranges, and the other way round", () => {
  const changes = {
    "all:all:shares": ["p1"],
    "all:all:bucket": people(2, 5),
    "all:all:holders": people(1, 5),
  };
  expect([...publishable(changesOf(changes))]).toEqual(["all:all:holders"]);
});

const figure = (of: number, sum = "0") => ({ of, sum, max: null });

test("groups under five are hidden, and so is the smallest other one where the whole would tell them", () => {
  const live = {
    "holding:broker:holders": figure(20),
    "holding:registered:holders": figure(6),
    "holding:employee_plan:holders": figure(2),
  };
  expect([...visible(live, live)]).toEqual(["holding:broker:holders"]);
  const more = { ...live, "holding:unsure:holders": figure(3) };
  expect([...visible(more, more)]).toEqual(["holding:broker:holders", "holding:registered:holders"]);
});

/** Deeds of thirty people who hold shares in one of four ways: each sets what they hold, or withdraws. */
const deeds = fc.array(
  fc.record({
    who: fc.integer({ min: 1, max: 30 }),
    way: fc.constantFrom("broker", "registered", "employee_plan", "unsure"),
    shares: fc.integer({ min: 0, max: 5000 }),
    publishes: fc.boolean(),
  }),
  { maxLength: 120 },
);
const ways = ["broker", "registered", "employee_plan", "unsure"] as const;

test("no difference of published sums, of a part or of what is left of the whole, is about fewer than five people", () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const held = new Map<number, { way: string; shares: number }>();
      let changes = new Map<string, Set<string>>();
      let published: Figures = {};
      /** What each person held when a figure was last published. */
      const snapshot = new Map<string, Map<number, number>>();
      const note = (name: string, who: number) =>
        changes.set(name, (changes.get(name) ?? new Set()).add(`p${who}`));
      const inFigure = (name: string) =>
        new Map(
          [...held]
            .filter(([, { way }]) => name === "all:all:shares" || name === `holding:${way}:shares`)
            .map(([who, { shares }]) => [who, shares]),
        );

      for (const { who, way, shares, publishes } of all) {
        const before = held.get(who);
        if (before) note(`holding:${before.way}:shares`, who);
        if (shares === 0) held.delete(who);
        else held.set(who, { way, shares });
        if (shares > 0) note(`holding:${way}:shares`, who);
        if (before || shares > 0) note("all:all:shares", who);
        if (!publishes) continue;

        const names = ["all:all:shares", ...ways.map((one) => `holding:${one}:shares`)];
        const live = Object.fromEntries(
          names.map((name) => {
            const sums = [...inFigure(name).values()];
            return [name, figure(sums.length, `${sums.reduce((a, b) => a + b, 0)}`)];
          }),
        );
        const moving = publishable(changes);
        published = publish(published, live, moving);
        for (const name of moving) {
          const [was, is] = [snapshot.get(name) ?? new Map(), inFigure(name)];
          const differ = new Set([...was.keys(), ...is.keys()].filter((one) => was.get(one) !== is.get(one)));
          // Someone may have changed and changed back: they count as having changed, and tell nothing.
          expect((changes.get(name)?.size ?? 0) >= 5 && differ.size <= (changes.get(name)?.size ?? 0)).toBe(
            true,
          );
          snapshot.set(name, is);
        }
        const behind = new Set(
          [...changes]
            .filter(([name]) => name.startsWith("holding:") && !moving.has(name))
            .flatMap(([, series]) => [...series]),
        );
        if ([...moving].some((name) => name.startsWith("holding:"))) {
          expect(behind.size === 0 || behind.size >= 5).toBe(true);
        }
        changes = new Map([...changes].filter(([name]) => !moving.has(name)));
        for (const name of visible(published, live)) expect(published[name]?.of).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});
