import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const sources = (readdirSync(join(root, "app"), { recursive: true }) as string[])
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: `app/${file}`, source: readFileSync(join(root, "app", file), "utf8") }));

/** Columns that another process compares with its own "now": due, lease, proof, session. */
const columns = ["due_at", "lease_until", "seen_at", "proved_at"] as const;
const camelCase = (name: string) => name.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase());

/** A time by this process's clock. */
const ofProcess =
  /\bnew Date\b|\bDate\.now\b|\bclock\(|\btoISOString\(|^(?:now\b(?!\()|at\b)|\$\{(?:now|at)\b(?!\()/;
/** Seconds and minutes added to the database's clock. */
const interval = /make_interval\(\w+ => \$\{[^}]*\}\)/g;
const isOfProcess = (value: string) => ofProcess.test(value.replace(interval, ""));

/** Values that a file writes into such a column by its process's clock. */
function ownTimesIn(source: string): string[] {
  const found: string[] = [];
  const inserts = source.matchAll(
    /insert into (\w+)[^(`;]*\(([^)]*)\)\s*(?:select|values)\s*((?:(?!insert into)[^`])*)/g,
  );
  for (const [, table = "", names = "", values = ""] of inserts)
    for (const column of columns)
      if (names.split(/,\s*/).includes(column) && isOfProcess(values) && !values.includes(`.${column}`))
        found.push(`insert into ${table}: ${column}`);
  const isQuery = /\.(?:values|set)\(/.test(source);
  for (const column of columns) {
    const assigned = source.matchAll(
      new RegExp(String.raw`(?<!and |or |where |on )\b${column} = ([^\n]+)`, "g"),
    );
    const given = source.matchAll(
      new RegExp(String.raw`[{,]\s*${camelCase(column)}: ((?:sql\`[^\`]*\`|[^,}\n])+)`, "g"),
    );
    for (const [all, value = ""] of [...assigned, ...(isQuery ? given : [])])
      if (isOfProcess(value)) found.push(all);
  }
  if (/\borganizerCeremonies\b|\borganizerChallenges\b/.test(source))
    for (const [all, value = ""] of source.matchAll(/\bexpiresAt[:,] ?([^\n]+)/g))
      if (isOfProcess(value)) found.push(all);
  return found;
}

/** Files that may, with the reason. */
const others: Record<string, string> = {
  "app/domain/outbox/batches/freeze-batch.server.ts": "the end of the day, as the database gave it",
};

test("what another process compares with its clock is written by the database's", () => {
  const own = sources
    .map(({ file, source }) => ({ file, times: ownTimesIn(source) }))
    .filter(({ times }) => times.length > 0);
  expect(
    new Set(own.map(({ file }) => file)),
    `leave the column to its default, or write it with now(): ${JSON.stringify(own)}`,
  ).toEqual(new Set(Object.keys(others)));
});

test("the search finds each way of writing such a moment", () => {
  for (const planted of [
    `sql\`insert into outbox (template, created_at, due_at)
      select 'receipt', \${at}::timestamptz, \${at}::timestamptz from x\``,
    `sql\`insert into outbox (template, due_at) values ('receipt', \${now.toISOString()})\``,
    `sql\`update outbox set due_at = \${now.toISOString()} where id = 1\``,
    `sql\`update imports set state = 'x', lease_until = \${new Date(Date.now() + 5)}\``,
    ".values({ createdAt: now, dueAt: now })",
    ".set({\n  seenAt: now,\n})",
    "insert(organizerChallenges).values({\n expiresAt: new Date(now.getTime() + 5),",
    `sql\`with p as (insert into people (name) select 'Ana' returning id)
      insert into outbox (template, due_at) select 'receipt', \${at} from p\``,
  ])
    expect(ownTimesIn(planted), planted).not.toEqual([]);
  for (const right of [
    `sql\`update outbox set due_at = now() + make_interval(secs => \${again})\``,
    `sql\`select from x where due_at = \${at}\``,
    `sql\`insert into outbox (template, created_at)\n select 'receipt', \${at}::timestamptz from x\``,
    ".set({ dueAt: sql`now()`, createdAt: now })",
    "gt(organizerCeremonies.expiresAt, sql`now()`)",
  ])
    expect(ownTimesIn(right), right).toEqual([]);
});
