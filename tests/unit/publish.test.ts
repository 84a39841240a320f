import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Published,
  publishable,
  publishNext,
  visible,
} from "#app/domain/entries/pledges/totals/publish.ts";
import { aWatcher, type Truth } from "#tests/support/watcher.ts";

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

test("a pledge with a number moves no sum of ranges, and the other way round", () => {
  const changes = {
    "all:all:shares": ["p1"],
    "all:all:bucket": people(2, 5),
    "all:all:holders": people(1, 5),
  };
  expect([...publishable(changesOf(changes))]).toEqual(["all:all:holders"]);
});

const figure = (of: number, sum = "0") => ({ of, sum, max: null });

test("groups under five are hidden, with the smallest other that would reveal them", () => {
  const live = {
    "holding:broker:holders": figure(20),
    "holding:registered:holders": figure(6),
    "holding:employee_plan:holders": figure(2),
  };
  expect([...visible(live, live)]).toEqual(["holding:broker:holders"]);
  const more = { ...live, "holding:unsure:holders": figure(3) };
  expect([...visible(more, more)]).toEqual(["holding:broker:holders", "holding:registered:holders"]);
});

test("parts wait for the whole, and for holders whom the rest would reveal", () => {
  const [broker, plan] = ["holding:broker:shares", "holding:employee_plan:shares"];
  // The whole does not include p11 yet: the parts together would.
  const ahead = { "all:all:shares": ["p11"], [broker]: people(1, 6), [plan]: people(7, 11) };
  expect([...publishable(changesOf(ahead))]).toEqual([]);
  // Five new ones change the whole, and three older ones would remain in the difference.
  const older = { "all:all:shares": people(4, 8), [broker]: people(1, 8) };
  expect([...publishable(changesOf(older))]).toEqual(["all:all:shares"]);
});

test("where some are in no part of a split, they are among those who are hidden", () => {
  const live = {
    "all:all:shares": figure(13),
    "general:for:shares": figure(7),
    "general:against:shares": figure(5),
  };
  expect([...visible(live, live)]).toEqual(["all:all:shares", "general:for:shares"]);
});

/** Actions of twenty-five people: each states holding, way and intention again, or withdraws. */
const someActions = fc.array(
  fc.record({
    who: fc.nat(24),
    way: fc.constantFrom("broker", "broker", "broker", "registered", "employee_plan"),
    intention: fc.constantFrom("for", "for", "against", null),
    withdraws: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    publishes: fc.boolean(),
  }),
  { minLength: 30, maxLength: 120, size: "max" },
);
type Holder = { way: string; intention: string | null; shares: bigint };

const cellsOf = (holder: Holder | undefined) =>
  new Map(
    holder
      ? [
          "all:all",
          `holding:${holder.way}`,
          ...(holder.intention ? [`general:${holder.intention}`] : []),
        ].map((cell) => [cell, holder.shares] as const)
      : [],
  );

test("no moving sum, nor any rest of the whole, reveals fewer than five people", () => {
  let moves = 0;
  fc.assert(
    fc.property(someActions, (actions) => {
      const holders = new Map<string, Holder>();
      let changes = new Map<string, Set<string>>();
      let published: Published = { figures: {}, shown: [] };
      const watcher = aWatcher();
      for (const [step, action] of actions.entries()) {
        const who = `p${action.who}`;
        const before = holders.get(who);
        // Squares of different numbers: no two groups have the same sum.
        const shares = (BigInt(step) * 1_000_003n + 1n) ** 2n;
        if (before && action.withdraws) holders.delete(who);
        else holders.set(who, { way: action.way, intention: action.intention, shares });
        const [was, is] = [cellsOf(before), cellsOf(holders.get(who))];
        for (const cell of new Set([...was.keys(), ...is.keys()])) {
          const figure = `${cell}:shares`;
          if (was.get(cell) !== is.get(cell))
            changes.set(figure, (changes.get(figure) ?? new Set()).add(who));
        }

        const truth: Truth = new Map();
        for (const [one, what] of holders)
          for (const [cell, adds] of cellsOf(what))
            truth.set(cell, (truth.get(cell) ?? new Map()).set(one, adds));
        const live = Object.fromEntries(
          [...truth].map(([cell, parts]) => {
            const sum = [...parts.values()].reduce((a, b) => a + b, 0n);
            return [`${cell}:shares`, figure(parts.size, `${sum}`)];
          }),
        );
        const next = publishNext(published, live, changes);
        if (action.publishes && next.moving.size > 0) {
          published = next;
          changes = new Map([...changes].filter(([name]) => !next.moving.has(name)));
        }
        const enough = holders.size >= 5 ? published.shown : [];
        const sumOf = (name: string) => published.figures[name]?.sum ?? "";
        watcher.look(new Map(enough.map((name) => [name.replace(":shares", ""), sumOf(name)])), truth);
      }
      expect(watcher.leaks).toEqual([]);
      moves += new Set(watcher.moves).size;
    }),
    { numRuns: 150 },
  );
  expect(moves).toBeGreaterThan(400);
});
