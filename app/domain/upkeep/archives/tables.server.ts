import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

/**
 * Tables an archive leaves out: at restore, counters are counted, names screened and pictures drawn again;
 * sign-ins are over by then; files kept for a day are made or uploaded again; hashes of address blocks must
 * not outlive their week; the pace and rate of emails are learned again. Every other table is archived
 * without being listed, so none can be forgotten.
 */
const leftOut = [
  "address_day_keys",
  "campaign_counts",
  "file_pieces",
  "import_addresses",
  "letter_counts",
  "mail_minutes",
  "mail_pace",
  "names_awaiting_review",
  "notice_counts",
  "organizer_browsers",
  "organizer_ceremonies",
  "organizer_challenges",
  "organizer_proofs",
  "organizer_sessions",
  "petition_counts",
  "refusals",
  "share_images",
  "signature_traces",
  "spent_proofs",
  "trace_groups",
  "update_counts",
] as const;

/** Rows that depend on a table left out, and emails to people who were erased, with their addresses. */
export const rowsLeftOut: Readonly<Record<string, string>> = {
  outbox: "ceremony_id is not null or sealed_to is not null",
  email_events: "email_id in (select id from outbox where ceremony_id is not null or sealed_to is not null)",
};

export type ArchivedTable = {
  name: string;
  columns: string[];
  /** Order of the rows, so that the same rows make the same bytes. */
  key: string[];
};

/** Lists an archive's tables, each after those it refers to. */
export async function listArchivedTables(db: DbOrTx): Promise<ArchivedTable[]> {
  const tables = await db.execute<ArchivedTable & { refersTo: string[] }>(sql`
    select c.relname as name,
      array(select attname::text from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
        order by attnum) as columns,
      array(select a.attname::text from pg_index i
        cross join unnest(i.indkey::int[]) with ordinality as k (attnum, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
      array(select f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "refersTo"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not in (${sql.join(
        leftOut.map((name) => sql`${name}`),
        sql`, `,
      )})
    order by c.relname`);

  const sorted: ArchivedTable[] = [];
  const waiting = [...tables];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ refersTo }) => !waiting.some(({ name }) => refersTo.includes(name)));
    const [table] = waiting.splice(next, 1);
    if (next === -1 || !table) throw new Error("tables refer to each other in a circle");
    sorted.push({ name: table.name, columns: table.columns, key: table.key });
  }
  return sorted;
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
