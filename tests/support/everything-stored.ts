import { sql } from "drizzle-orm";
import { openForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { pieceAad } from "#app/domain/record/keep-pieces.server.ts";
import { type Keys, unseal } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { filePieces, waitingForms } from "#db/schema/index.ts";

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

/** Reads everything stored, opened where it is sealed: files in pieces, and forms that wait. */
export async function everythingKept(db: Db, keys: Keys): Promise<string> {
  const pieces = await db.select().from(filePieces);
  const opened = pieces.map((piece) =>
    unseal(keys, "file", piece, pieceAad(piece.file, piece.piece)).toString(),
  );
  const forms = await db.select().from(waitingForms);
  opened.push(...forms.map((form) => JSON.stringify(openForm(keys, form))));
  return [await everythingStored(db), ...opened].join("\n");
}
