import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Holders,
  type HoldersByFigure,
  isCrowd,
  type Part,
  type Published,
  publishable,
  publishNext,
  visible,
} from "#app/domain/entries/pledges/totals/publish.ts";
import { aWatcher, type Truth } from "#tests/support/watcher.ts";

/** Persons who add `shares` each. */
const group = (persons: readonly string[], shares = 10n): Holders =>
  new Map(persons.map((person) => [person, { of: 1, sum: shares, max: 0n }]));
const changesOf = (changes: Record<string, string[]>): HoldersByFigure =>
  Object.fromEntries(Object.entries(changes).map(([figure, persons]) => [figure, group(persons)]));
const people = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `p${from + i}`);

test("a figure moves when five persons changed it, not when four did", () => {
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

let persons = 0;
/** A group of `of` persons, each in this group only. */
function figure(of: number) {
  persons += of;
  return group(people(persons - of + 1, persons));
}

test("who would rather not say is none of the five of a sum of ranges", () => {
  const giving = (persons: readonly string[], max: bigint): [string, Part][] =>
    persons.map((person) => [person, { of: 1, sum: max && 10n, max }]);
  const silent = giving(people(1, 9), 0n);
  expect(isCrowd(new Map([...silent, ...giving(people(10, 13), 99n)]))).toBe(false);
  expect(isCrowd(new Map([...silent, ...giving(people(10, 14), 99n)]))).toBe(true);
});

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
  const live = changesOf({
    "all:all:shares": people(1, 13),
    "general:for:shares": people(1, 7),
    "general:against:shares": people(8, 12),
  });
  expect([...visible(live, live)]).toEqual(["all:all:shares", "general:for:shares"]);
});

test("a figure of which one person is most does not move, nor what differs by one person mostly", () => {
  const four = people(1, 4);
  expect(isCrowd(new Map([...group(four), ["whale", { of: 1, sum: 40n, max: 0n }]]))).toBe(true);
  expect(isCrowd(new Map([...group(four), ["whale", { of: 1, sum: 41n, max: 0n }]]))).toBe(false);
  const many = group(people(5, 104), 1000n);
  const before: Published = { groups: { "all:all:shares": many }, shown: ["all:all:shares"] };
  const with60 = new Map([...many, ...group(four), ["whale", { of: 1, sum: 60_000n, max: 0n }]]);
  expect(publishNext(before, { "all:all:shares": with60 })).toBeNull();
  const more = new Map([...with60, ...group(people(105, 180), 1000n)]);
  expect(publishNext(before, { "all:all:shares": more })?.moving.size).toBe(1);
  const most = new Map([...more, ["whale", { of: 1, sum: 900_000n, max: 0n }]]);
  expect(publishNext(before, { "all:all:shares": most }), "that it goes would tell").toBeNull();
});

test("a figure that was hidden is shown again only once a crowd changed it since it was seen", () => {
  const broker = "holding:broker:holders";
  const others = { "all:all:holders": group(people(1, 30)) };
  const before: Published = {
    groups: { ...others, [broker]: group(people(1, 6)) },
    shown: ["all:all:holders", broker],
  };
  const hidden = publishNext(before, { ...others, [broker]: group(["p6"]) }) as Published;
  expect(hidden.shown).toEqual(["all:all:holders"]);
  expect(publishNext(hidden, { ...others, [broker]: group(people(1, 7)) })).toBeNull();
  const next = publishNext(hidden, { ...others, [broker]: group(people(1, 11)) });
  expect(next?.shown).toContain(broker);
});

test("figures of disjoint groups do not depend on each other", () => {
  const alone = { "fund:fund:holders": group(people(1, 8), 1n) };
  for (const others of [0, 1, 4, 5]) {
    const live = { ...alone, ...changesOf({ "all:all:holders": people(9, 8 + others) }) };
    expect(publishNext({ groups: {}, shown: [] }, live)?.shown).toContain("fund:fund:holders");
  }
});

test("erased persons are no crowd that another could hide among", () => {
  const left = new Map([["nobody", { of: -4, sum: -40n, max: 0n }], ...group(["p1"])]);
  expect([...publishable({ "all:all:shares": left })]).toEqual([]);
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
  const runs = process.env.FULL ? 100 : 30;
  let moves = 0;
  fc.assert(
    fc.property(someActions, (actions) => {
      const holders = new Map<string, Holder>();
      let published: Published = { groups: {}, shown: [] };
      const watcher = aWatcher();
      for (const [step, action] of actions.entries()) {
        const who = `p${action.who}`;
        // Squares of different numbers: no two groups have the same sum.
        const shares = (BigInt(step) * 1_000_003n + 1n) ** 2n;
        if (holders.has(who) && action.withdraws) holders.delete(who);
        else holders.set(who, { way: action.way, intention: action.intention, shares });
        const truth: Truth = new Map();
        for (const [one, what] of holders)
          for (const [cell, adds] of cellsOf(what))
            truth.set(cell, (truth.get(cell) ?? new Map()).set(one, adds));
        const live: HoldersByFigure = Object.fromEntries(
          [...truth].map(([cell, parts]) => [
            `${cell}:shares`,
            new Map([...parts].map(([one, sum]) => [one, { of: 1, sum, max: 0n }])),
          ]),
        );
        if (action.publishes) {
          const next = publishNext(published, live);
          if (next) published = next;
        }
        const enough = holders.size >= 5 ? published.shown : [];
        const sumOf = (name: string) =>
          `${[...(published.groups[name] ?? [])].reduce((sum, [, part]) => sum + part.sum, 0n)}`;
        watcher.look(new Map(enough.map((name) => [name.replace(":shares", ""), sumOf(name)])), truth);
      }
      expect(watcher.leaks).toEqual([]);
      moves += new Set(watcher.moves).size;
    }),
    { numRuns: runs },
  );
  expect(moves).toBeGreaterThan(2.5 * runs);
});
