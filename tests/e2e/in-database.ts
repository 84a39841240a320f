import { sql } from "drizzle-orm";
import { connect, disconnect } from "#db/connection.ts";
import type { Db } from "#db/index.ts";

/** Works on the database of the site, for what nobody could do on the site within a test. */
export async function inDatabase<T>(work: (db: Db, campaign: { id: number }) => Promise<T>): Promise<T> {
  const db = connect(process.env.DATABASE_URL ?? "", { max: 1, name: "undersigned tests" });
  const [campaign] = await db.execute<{ id: number }>(
    sql`select id from campaigns where slug = 'microsoft-ice'`,
  );
  if (!campaign) throw new Error("there is no campaign");
  const done = await work(db, campaign);
  await disconnect(db);
  return done;
}
