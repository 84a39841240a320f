import { and, asc, eq, gt, sql } from "drizzle-orm";
import { csvLine } from "#app/domain/base/csv-line.ts";
import { outcomeCode, outcomeOf, type RowOutcome } from "#app/domain/entries/imports/outcomes.ts";
import type { FoundImport } from "#app/domain/entries/imports/queries.server.ts";
import { type FileRow, readRows, Unreadable } from "#app/domain/entries/imports/reading/read-rows.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { importOutcomes } from "#db/schema/index.ts";

/** Counts rows by outcome. */
export async function countOutcomes(
  db: Db,
  importId: number,
): Promise<{ outcome: RowOutcome; rows: number }[]> {
  const rows = await db.execute<{ code: number; rows: number }>(sql`
    select code, count(*)::int as rows from import_outcomes, unnest(outcomes) as code
    where import_id = ${importId} group by code order by code`);
  return rows.map(({ code, rows }) => ({ outcome: outcomeOf(code), rows }));
}

type Words = {
  rows: { head: readonly string[]; ends: readonly string[] };
  outcomes: Record<RowOutcome, string>;
};

/** The first two outcomes stand alone, all others are reasons for the third. */
const endOf = (outcome: RowOutcome, { ends }: Words["rows"]) =>
  ends[Math.min(2, outcomeCode(outcome))] ?? outcome;

/**
 * Writes each row's outcome as CSV: its number, the line of the file on which it begins, the end and the
 * reason. While the file is here, who it is about too, as the file says it; neutralizes what a spreadsheet
 * would run.
 */
export async function* writeOutcomes(
  db: Db,
  keys: Keys,
  found: FoundImport,
  words: Words,
): AsyncGenerator<string> {
  yield csvLine(words.rows.head);
  const rows = rowsOf(db, keys, found);
  try {
    for (let after = 0; ; ) {
      const [run] = await db
        .select()
        .from(importOutcomes)
        .where(and(eq(importOutcomes.importId, found.id), gt(importOutcomes.fromRow, after)))
        .orderBy(asc(importOutcomes.fromRow))
        .limit(1);
      if (!run) return;
      after = run.fromRow;
      let block = "";
      for (const [n, code] of run.outcomes.entries()) {
        const outcome = outcomeOf(code);
        const cells = (await nextOf(rows))?.cells;
        block += csvLine([
          String(run.fromRow + n),
          String(run.lines[n] ?? ""),
          endOf(outcome, words.rows),
          words.outcomes[outcome],
          ...whoOf(found, cells),
        ]);
      }
      yield block;
    }
  } finally {
    await rows?.return(undefined);
  }
}

function rowsOf(db: Db, keys: Keys, { publicId, bytes, reading, wipedAt }: FoundImport) {
  if (wipedAt || bytes === null || !reading) return null;
  return readRows(db, keys, { publicId, bytes, reading }).rows;
}

/** The next row of the file; null if the file is gone. */
async function nextOf(rows: AsyncGenerator<FileRow> | null): Promise<FileRow | null> {
  if (!rows) return null;
  try {
    const { value } = await rows.next();
    return value ?? null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Address and name as in the file. */
function whoOf({ mapping }: FoundImport, cells: string[] | undefined): [string, string] {
  if (!mapping || !cells) return ["", ""];
  const cell = (at: number | undefined) => (at === undefined ? "" : (cells[at] ?? ""));
  const { email, name, first_name, last_name } = mapping.columns;
  const whole = name === undefined ? `${cell(first_name)} ${cell(last_name)}`.trim() : cell(name);
  return [cell(email), whole];
}
