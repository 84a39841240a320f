import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../db/migrations/", import.meta.url);
const journal = JSON.parse(readFileSync(new URL("meta/_journal.json", folder), "utf8")) as {
  entries: { idx: number; when: number; tag: string }[];
};

test("a database of any earlier version gets every later migration: each is younger than the one before", () => {
  const { entries } = journal;
  expect(entries.map(({ idx }) => idx)).toEqual(entries.map(({ tag }) => Number.parseInt(tag, 10)));
  const times = entries.map(({ when }) => when);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  const tags = entries.map(({ tag }) => tag);
  expect(tags).toEqual([...tags].sort());
});

test("every migration in the folder is in the journal", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  expect(files.sort()).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`).sort());
});
