import { expect, test } from "vitest";
import { createGroupCommit, createGroupCommitOf } from "#app/lib/group-commit.ts";
import { isOutage } from "#app/lib/lost-connection.server.ts";

/** A store whose groups end when the test decides. */
function aStore() {
  const groups: { items: readonly string[]; end: (error?: Error) => void }[] = [];
  const store = createGroupCommit<string>(
    (items) =>
      new Promise((done, failed) => {
        const end = (error?: Error) => (error ? failed(error) : done([]));
        groups.push({ items, end });
      }),
    { atOnce: 2, atMost: 3 },
  );
  return { groups, store, of: () => groups.map(({ items }) => items.join("")) };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

test("a single item is stored at once, and later ones join the next group", async () => {
  const { groups, store, of } = aStore();
  const ended: string[] = [];
  for (const item of "abcdefg") store(item).then(() => ended.push(item));
  expect(of()).toEqual(["a", "b"]);

  groups[1]?.end();
  await soon();
  expect(of()).toEqual(["a", "b", "cde"]);
  expect(ended).toEqual(["b"]);
  groups[0]?.end();
  await soon();
  expect(of()).toEqual(["a", "b", "cde", "fg"]);
  groups[2]?.end();
  groups[3]?.end();
  await soon();
  expect(ended).toEqual(["b", "a", "c", "d", "e", "f", "g"]);
});

test("a group that fails is not stored a second time", async () => {
  const { groups, store, of } = aStore();
  const all = Promise.allSettled([..."abcd"].map(store));
  groups[0]?.end();
  await soon();
  groups[2]?.end(new Error("the connection was lost"));
  groups[1]?.end();
  expect((await all).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "rejected"]);
  expect(of()).toEqual(["a", "b", "cd"]);
});

/** A pool whose connections note what becomes of them. */
function aPool() {
  const became: string[] = [];
  const connection = { release: () => became.push("released"), destroy: () => became.push("destroyed") };
  const $client = { reserve: async () => connection };
  return { became, $client };
}

test("items of one pool go together, those of another by themselves", async () => {
  const [one, other] = [aPool(), aPool()];
  const stored: string[] = [];
  const store = createGroupCommitOf(
    async (_sql, items: readonly string[], pool: ReturnType<typeof aPool>) => {
      await soon();
      stored.push(`${pool === one ? "one" : "other"} ${items.join("")}`);
      return items.map((item) => item.toUpperCase());
    },
    { atOnce: 1, atMost: 3 },
  );
  const came = [..."abc"].map((item) => store(one, item));
  came.push(store(other, "d"));
  expect(await Promise.all(came)).toEqual(["A", "B", "C", "D"]);
  expect(stored).toEqual(["one a", "other d", "one bc"]);
  expect([one.became, other.became]).toEqual([["released", "released"], ["released"]]);
});

test("a group that is late fails, gives its connection up and lets the next one go", async () => {
  const pool = aPool();
  let answer = () => {};
  const store = createGroupCommitOf(
    async (_sql, items: readonly string[]): Promise<string[]> => {
      if (items[0] === "a")
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      return [...items];
    },
    { atOnce: 1, atMost: 2, within: 5 },
  );
  const all = await Promise.allSettled([..."abc"].map((item) => store(pool, item)));
  expect(all.map((one) => (one.status === "fulfilled" ? one.value : one.reason.code))).toEqual([
    "GROUP_LATE",
    "b",
    "c",
  ]);
  expect(pool.became).toEqual(["destroyed", "released"]);
  expect(all.flatMap((one) => (one.status === "rejected" ? [isOutage(one.reason)] : []))).toEqual([true]);
  answer();
  await soon();
  expect(pool.became).toEqual(["destroyed", "released", "released"]);
});

test("what finds no room to wait is refused at once, and there is room again afterwards", async () => {
  const ends: (() => void)[] = [];
  const store = createGroupCommit<string>(() => new Promise((done) => ends.push(() => done([]))), {
    atOnce: 1,
    atMost: 2,
    room: 4,
    weigh: (item) => item.length,
  });
  const settled = (item: string) =>
    store(item).then(
      () => item,
      ({ code }) => code,
    );
  const came = ["a", "bb", "cc", "d", "far too long"].map(settled);
  expect(await Promise.all(came.slice(3))).toEqual(["GROUP_FULL", "GROUP_FULL"]);
  ends[0]?.();
  await soon();
  came.push(settled("far too long"));
  ends[1]?.();
  await soon();
  ends[2]?.();
  expect(await Promise.all([...came.slice(0, 3), came[5]])).toEqual(["a", "bb", "cc", "far too long"]);
});

test("a group that gathers holds all that one moment brings", async () => {
  const stored: string[] = [];
  const store = createGroupCommit<string>(
    async (items) => {
      stored.push(items.join(""));
      await soon();
      return [];
    },
    { atOnce: 1, atMost: 4, gathers: true },
  );
  const came = [..."abcde"].map(store);
  expect(stored).toEqual([]);
  await soon();
  came.push(store("f"));
  await Promise.all(came);
  expect(stored).toEqual(["abcd", "ef"]);
  await store("g");
  expect(stored).toEqual(["abcd", "ef", "g"]);
});
