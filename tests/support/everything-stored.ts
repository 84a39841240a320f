import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

/** Reads every text, json, bytea and uuid column of every schema, as text. */
export async function everythingStored(db: Db): Promise<string> {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select format('%I.%I', table_schema, table_name) as table, quote_ident(column_name) as column
    from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema')
      and (data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY',
        'uuid'))`);
  const parts: string[] = [];
  for (const { table, column } of columns) {
    const rows = await db.$client.unsafe(
      `select ${column}::text as value from ${table} where ${column} is not null`,
    );
    parts.push(...rows.map((row) => `${table}.${column}: ${String(row.value)}`));
  }
  return parts.join("\n");
}
