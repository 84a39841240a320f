import postgres from "postgres";
import { openTheMeeting as open, awaitReminder as remind } from "#tests/support/open-meeting.ts";
import { inDatabase } from "./in-database.ts";

/** The site's database as its owner, for what no page can do: moving time. */
async function withDatabase<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(process.env.MIGRATE_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Opens the meeting of the site’s campaign. Can be repeated. */
export const openTheMeeting = () => withDatabase(open);

/** Lets the petition's first version have been published at a moment before the site was started. */
export const publishEarlier = (at: Date) =>
  withDatabase(
    (sql) => sql`
      update petition_versions v set published_at = ${at} from campaigns c
      where c.id = v.campaign_id and c.slug = 'microsoft-ice' and v.version = 1`,
  );

/** Lets the next reminder of this address come. */
export const awaitReminder = (email: string) =>
  withDatabase((sql) => inDatabase((db) => remind(sql, db, email)));

/** Returns everything in the database as text, to look a word up in. */
export const everythingStored = () =>
  withDatabase(async (sql) => {
    const tables = await sql<{ name: string }[]>`
      select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`;
    const rows = await Promise.all(
      tables.map(({ name }) => sql.unsafe(`select t::text as row from ${name} t`)),
    );
    return rows
      .flat()
      .map(({ row }) => String(row))
      .join("\n");
  });
