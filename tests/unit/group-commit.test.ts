import { expect, test } from "vitest";
import { createGroupCommit, createGroupCommitOf } from "#app/lib/group-commit.ts";

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

test("items of one key go together, those of another by themselves", async () => {
  const one = { name: "one" };
  const other = { name: "other" };
  const stored: string[] = [];
  const store = createGroupCommitOf(
    async (key: { name: string }, items: readonly string[]) => {
      await soon();
      stored.push(`${key.name} ${items.join("")}`);
      return items.map((item) => item.toUpperCase());
    },
    { atOnce: 1, atMost: 3 },
  );
  const came = [..."abc"].map((item) => store(one, item));
  came.push(store(other, "d"));
  expect(await Promise.all(came)).toEqual(["A", "B", "C", "D"]);
  expect(stored).toEqual(["one a", "other d", "one bc"]);
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
