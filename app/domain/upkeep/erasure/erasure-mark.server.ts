import { eq, sql } from "drizzle-orm";
import type { ErasureLine, ErasureLog, LogContents } from "#app/lib/erasure-record.ts";
import type { DbOrTx } from "#db/index.ts";
import { erasureMark, supporters } from "#db/schema/index.ts";

/** The log is missing, or another database's. The message says what to do. */
export class WrongErasureLog extends Error {}

export type Mark = { logId: string; number: number };

const nothing: LogContents = { id: null, newest: 0, lines: [], broken: [] };

/**
 * Reads the log and the database's mark, and checks that they belong together. A log is made only for a
 * database that never had one, or where the operator put an empty file: otherwise a command with another
 * setting would record erasures where no restore looks.
 */
export async function openMark(db: DbOrTx, log: ErasureLog): Promise<{ mark: Mark; contents: LogContents }> {
  // The log first: a number is committed before it is logged, so the mark read later is no lower.
  let found = await log.read();
  let known = (await readMark(db)) ?? (await makeMark(db, found));
  if (!found && known.opened) {
    // Another process may have made the log in between.
    found = await log.read();
    known = (await readMark(db)) ?? known;
  }
  if (!found && known.opened) {
    throw new WrongErasureLog(
      `There is no erasure log at ${log.place}, but this database has one (${known.logId}). ` +
        `Set ERASURE_LOG to it. If it is lost, make an empty file at ${log.emptyFile}: ` +
        "it is written again from the database.",
    );
  }
  const contents = found ?? nothing;
  if (contents.id === null) {
    await log.append({ log: known.logId });
    await db.update(erasureMark).set({ opened: true });
  } else if (contents.id !== known.logId) {
    throw new WrongErasureLog(
      `The erasure log at ${log.place} is another database's: its id is ${contents.id}, this database's is ${known.logId}. Set ERASURE_LOG to this database's log.`,
    );
  }
  return { mark: known, contents };
}

/** Returns the mark; null for a database that never opened a log. */
export async function readMark(db: DbOrTx): Promise<(Mark & { opened: boolean }) | null> {
  const [row] = await db.select().from(erasureMark);
  return row ?? null;
}

/**
 * Makes the mark. If there is a log already, the database was either just made, or restored from before its
 * mark: if it has people, the mark is 0, so that the log is ahead.
 */
async function makeMark(db: DbOrTx, found: LogContents | null): Promise<Mark & { opened: boolean }> {
  const id = found?.id ?? null;
  const number =
    found && (await db.$count(db.select().from(supporters).limit(1).as("some"))) === 0 ? found.newest : 0;
  await db
    .insert(erasureMark)
    .values({ ...(id && { logId: id, opened: true }), number })
    .onConflictDoNothing();
  const made = await readMark(db);
  if (!made) throw new Error("no mark was made");
  return made;
}

/** Counts one further, for the next record. */
export async function raiseMark(db: DbOrTx): Promise<number> {
  const [row] = await db
    .update(erasureMark)
    .set({ number: sql`${erasureMark.number} + 1`, markedAt: sql`now()` })
    .where(eq(erasureMark.only, true))
    .returning({ number: erasureMark.number });
  if (!row) throw new Error("no mark to raise");
  return row.number;
}

/** Counts as far as the log, once its erasures are applied. */
export const raiseMarkTo = (db: DbOrTx, number: number) =>
  db.update(erasureMark).set({ number: sql`greatest(${erasureMark.number}, ${number})` });

/**
 * Returns what records an erasure before it begins. Throws `LogUnwritten` or `WrongErasureLog` if that fails:
 * then nobody is erased. `stepBack` is called first if the database turns out to have gone back in time.
 */
export const recorderOf =
  (db: DbOrTx, log: ErasureLog, stepBack: () => Promise<unknown>) =>
  async (line: ErasureLine): Promise<void> => {
    const { mark, contents } = await openMark(db, log);
    if (contents.newest > mark.number) await stepBack();
    await log.append({ number: await raiseMark(db), ...line });
  };
