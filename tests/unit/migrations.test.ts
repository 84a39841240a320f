import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFunctions } from "#db/migrate/apply-functions.ts";

const folder = join(import.meta.dirname, "../../db/migrations");
const { entries } = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as {
  entries: { idx: number; when: number; tag: string }[];
};
const textOf = (tag: string) => readFileSync(join(folder, `${tag}.sql`), "utf8");

test("each migration is younger than the one before, so every database gets all", () => {
  expect(entries.map(({ idx }) => idx)).toEqual(entries.map(({ tag }) => Number.parseInt(tag, 10)));
  const times = entries.map(({ when }) => when);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  const tags = entries.map(({ tag }) => tag);
  expect(tags).toEqual([...tags].sort());
});

test("every migration is in the journal, and only the newest has a snapshot", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  expect(files.sort()).toEqual(entries.map(({ tag }) => `${tag}.sql`).sort());
  const snapshots = readdirSync(join(folder, "meta")).filter((name) => name !== "_journal.json");
  expect(snapshots).toEqual([`${entries.at(-1)?.tag.slice(0, 4)}_snapshot.json`]);
});

test("a concurrent index has a migration of its own, marked in its first line", () => {
  for (const { tag } of entries) {
    const text = textOf(tag);
    const isMarked = text.startsWith("-- concurrently\n");
    expect([tag, /index concurrently/i.test(text)]).toEqual([tag, isMarked]);
    const statements = text.replaceAll(/^--(?!>).*\n/gm, "").split("--> statement-breakpoint");
    const others = statements.filter(
      (one) => !/^\s*(create (unique )?|drop )index concurrently [^;]*;?\s*$/i.test(one),
    );
    expect([tag, isMarked ? others : []]).toEqual([tag, []]);
  }
});

test("functions and triggers are in db/functions, each once, and in no migration", () => {
  const texts = readFunctions(join(folder, "../functions")).map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(100);
  const headOf = (text: string) =>
    text.match(/^create .*?(?:\)|trigger \w+)/gim)?.map((head) => head.toLowerCase());
  const heads = texts.flatMap(headOf);
  expect(heads).toEqual([...new Set(heads)]);
  const made = /create (or replace )?(constraint )?(function|procedure|trigger)/i;
  expect(entries.filter(({ tag }) => made.test(textOf(tag)))).toEqual([]);
});
