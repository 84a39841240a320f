import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aDatabase } from "#tests/support/database.ts";
import { cpuAtMost } from "#tests/support/patterns/cpu.ts";
import { hostileTexts } from "#tests/support/patterns/hostile-texts.ts";

const db = await aDatabase();
const root = join(import.meta.dirname, "../..");

/** A regular expression in SQL. `replaces`: every match is searched for, one after the other. */
type Use = { where: string; pattern: string; flags: string; replaces: boolean };

const quoted = "E?'((?:[^']|'')*)'(?:::text)?";
const operator = new RegExp(`!?~(\\*?)\\s*${quoted}`, "g");
const call = new RegExp(`regexp_\\w+\\([^']*?,\\s*${quoted}(?:,\\s*${quoted})?(?:,\\s*${quoted})?`, "g");
const substring = new RegExp(`substring\\([^']*?\\bfrom\\s+${quoted}`, "gi");

function usesIn(where: string, code: string): Use[] {
  const plain = (text = "") => text.replaceAll("''", "'");
  return [
    ...[...code.matchAll(operator)].map(([, insensitive, pattern]) => ({
      where,
      pattern: plain(pattern),
      flags: insensitive ? "i" : "",
      replaces: false,
    })),
    ...[...code.matchAll(call)].map(([, pattern, , flags = ""]) => ({
      where,
      pattern: plain(pattern),
      flags,
      replaces: true,
    })),
    ...[...code.matchAll(substring)].map(([, pattern]) => ({
      where,
      pattern: plain(pattern),
      flags: "",
      replaces: true,
    })),
  ];
}

/** Patterns evaluated by the database: constraints, functions, indexes and defaults after all migrations. */
async function usesInDatabase(): Promise<Use[]> {
  const definitions = await db.execute<{ where: string; code: string }>(sql`
    select conrelid::regclass || ' ' || conname as "where", pg_get_constraintdef(oid) as code
    from pg_constraint where connamespace = 'public'::regnamespace and contype = 'c'
    union all select 'function ' || proname, prosrc from pg_proc
    where pronamespace = 'public'::regnamespace
      and prolang <> (select oid from pg_language where lanname = 'c')
    union all select 'index ' || indexname, indexdef from pg_indexes where schemaname = 'public'
    union all select 'default of ' || adrelid::regclass, pg_get_expr(adbin, adrelid) from pg_attrdef`);
  return definitions.flatMap(({ where, code }) => usesIn(where, code));
}

/** Patterns in our own statements. Their files double each backslash, except in `String.raw`. */
function usesInSource(): Use[] {
  const files = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => usesIn(`app/${file}`, readFileSync(join(root, "app", file), "utf8")))
    .map((use) => ({ ...use, pattern: use.pattern.replaceAll("\\\\", "\\") }));
}

/** Writing 100,000 matches takes PostgreSQL a microsecond or two each. Nonlinear ones take seconds. */
const mostOf = ({ replaces, flags }: Use) => (replaces && flags.includes("g") ? 5 * cpuAtMost : cpuAtMost);

/** Milliseconds of each text above the limit, the best of five tries: the machine is shared. */
async function slowTexts(use: Use): Promise<string[]> {
  const { pattern, flags, replaces } = use;
  const most = mostOf(use);
  const slow = await db.execute<{ name: string; took: number }>(sql`
    select name, took from hostile_texts, lateral (
      select took(text, ${pattern}, ${flags}, ${replaces}, ${most}::float8) as took offset 0) once
    where took > ${most}::float8`);
  return slow.map(({ name, took }) => `${name}: ${Math.round(took)} ms`);
}

test("no regular expression in SQL is kept busy by any text", { timeout: 300_000 }, async () => {
  await db.execute(sql`create table hostile_texts (name text, text text)`);
  // Between letters, each is tried from within, and fails at its end.
  for (const { name, text } of hostileTexts.filter(({ name }) => /between letters|in turns/.test(name))) {
    const storable = text.replace(/[\0\ud800-\udfff]/gu, " ");
    await db.execute(sql`insert into hostile_texts values (${name}, ${storable})`);
  }
  await db.execute(sql`
    create function took(value text, pattern text, flags text, replaces boolean,
      most float8) returns float8 language plpgsql as $$
    declare least float8 := 'infinity'; began timestamptz;
    begin
      for run in 1..5 loop
        began := clock_timestamp();
        if replaces then perform regexp_replace(value, pattern, '-', flags);
        elsif flags = 'i' then perform value ~* pattern;
        else perform value ~ pattern; end if;
        least := least(least, 1000 * extract(epoch from clock_timestamp() - began));
        exit when least <= most;
      end loop;
      return least;
    end $$`);

  const uses = [...(await usesInDatabase()), ...usesInSource()];
  expect(uses.length).toBeGreaterThan(40);
  const once = new Map(uses.map((use) => [JSON.stringify([use.pattern, use.flags, use.replaces]), use]));
  const slow: string[] = [];
  for (const use of once.values()) {
    const found = await slowTexts(use);
    if (found.length > 0) slow.push(`${use.where} ${use.pattern}: ${found.slice(0, 3).join(", ")}`);
  }
  expect(slow).toEqual([]);
  // A slow pattern is found: a back reference can only try everything.
  const slowest = { where: "", pattern: "^(\\w*)(\\w*)(\\w*)-\\1\\2\\3$", flags: "", replaces: false };
  await db.execute(sql`delete from hostile_texts`);
  await db.execute(sql`insert into hostile_texts values ('a', repeat('a', 200) || '-' || repeat('b', 200))`);
  expect(await slowTexts(slowest)).toHaveLength(1);
});
