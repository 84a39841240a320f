import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "postgres";
import { type Patience, patiently } from "./patience.ts";

type Definition = {
  /** `function f` or `trigger t on its_table`. */
  name: string;
  /** The table of a trigger; null for a function. */
  table: string | null;
  /** All functions of that name, or one trigger. */
  text: string;
  hash: string;
};

/**
 * Applies the functions and triggers of `db/functions` whose text has changed, or which are not there. A
 * trigger locks its table against writing, so each table has a transaction of its own: no two are locked
 * together, and none whose triggers are as they were. A function locks nobody.
 */
export async function applyFunctions(client: Sql, folder: string, patience: Patience): Promise<void> {
  const wanted = readFunctions(folder);
  await client.unsafe(
    "create table if not exists drizzle.function_texts (name text primary key, sha256 text not null)",
  );
  const stored = await listStored(client);
  const changed = wanted.filter(({ name, hash }) => stored.get(name) !== hash);
  for (const table of new Set(changed.map((one) => one.table))) {
    const theirs = changed.filter((one) => one.table === table);
    const what = table === null ? "Changing functions" : `Changing triggers of ${table}`;
    await patiently(what, patience, () => replace(client, theirs, stored, patience));
  }
  await client`delete from drizzle.function_texts where name <> all (${wanted.map(({ name }) => name)})`;
}

/** Reads every definition: functions first, as triggers need them. Each begins at a line with CREATE. */
export function readFunctions(folder: string): Definition[] {
  const definitions = new Map<string, { table: string | null; text: string }>();
  for (const file of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, file), "utf8").replaceAll(/^--.*\n/gm, "");
    for (const part of text.split(/^(?=create )/im)) {
      if (part.trim() === "") continue;
      const [, what, name, table] =
        /^create or replace (function) (\w+)\(/i.exec(part) ??
        /^create (?:or replace|constraint) (trigger) (\w+)\s.*?\son (\w+)/is.exec(part) ??
        [];
      if (what === undefined)
        throw new Error(`db/functions/${file} has something else: ${part.slice(0, 60)}`);
      const key = table === undefined ? `function ${name}` : `trigger ${name} on ${table}`;
      const others = definitions.get(key)?.text ?? "";
      definitions.set(key, { table: table ?? null, text: `${others}${part.trim()}\n` });
    }
  }
  return [...definitions]
    .map(([name, { table, text }]) => {
      return { name, table, text, hash: createHash("sha256").update(text).digest("hex") };
    })
    .sort((a, b) => Number(a.table !== null) - Number(b.table !== null));
}

/** Functions and triggers in the database, with the hash of the text they were made from, if known. */
async function listStored(client: Sql): Promise<Map<string, string | null>> {
  const rows = await client<{ name: string; hash: string | null }[]>`
    select o.name, t.sha256 as hash from (
      select distinct 'function ' || proname as name from pg_proc where pronamespace = 'public'::regnamespace
      union all
      select 'trigger ' || tgname || ' on ' || relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not tgisinternal and relnamespace = 'public'::regnamespace
    ) o left join drizzle.function_texts t on t.name = o.name`;
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

async function replace(
  client: Sql,
  definitions: Definition[],
  stored: Map<string, string | null>,
  { lockTimeout }: Patience,
): Promise<void> {
  // PostgreSQL cannot replace a constraint trigger.
  const statements = definitions.map(({ name, text }) =>
    /^create constraint/i.test(text) && stored.has(name) ? `drop ${name};\n${text}` : text,
  );
  await client.begin(async (sql) => {
    await sql`select set_config('lock_timeout', ${`${lockTimeout}ms`}, true)`;
    await sql.unsafe(statements.join(""));
    await sql`
      insert into drizzle.function_texts ${sql(definitions.map(({ name, hash }) => ({ name, sha256: hash })))}
      on conflict (name) do update set sha256 = excluded.sha256`;
  });
}
