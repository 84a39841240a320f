import { and, eq } from "drizzle-orm";
import { typedFormat } from "#app/domain/entries/imports/import.ts";
import { insertImport } from "#app/domain/entries/imports/insert-import.server.ts";
import { type RowOutcome, tally } from "#app/domain/entries/imports/outcomes.ts";
import type { RowPerson } from "#app/domain/entries/imports/reading/read-row.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { imports } from "#db/schema/index.ts";
import { importPaperRows } from "./import-paper-rows.server.ts";
import type { Agreed } from "./start-import.server.ts";

type Typed = {
  campaignId: number;
  organizerId: string | null;
  people: readonly RowPerson[];
  agreed: Agreed;
  /** Reports what would happen to each row, and stores nothing. */
  dryRun?: boolean;
};

/** Rolls the transaction back, with its result. */
class OnlyTried extends Error {
  readonly typed: NonNullable<TypedIn>;

  constructor(typed: NonNullable<TypedIn>) {
    super("a dry run");
    this.typed = typed;
  }
}

export type TypedIn = { publicId: string; number: number; outcomes: RowOutcome[] } | null;

/**
 * Imports rows typed from a paper sheet: counted separately, never emailed, undone together. People on an
 * earlier typed sheet are not counted twice. Null if exports are frozen.
 */
export async function importTypedSheet(
  db: Db,
  keys: Keys,
  { people, agreed, dryRun = false, ...whose }: Typed,
  now = new Date(),
): Promise<TypedIn> {
  const typed = db.transaction(async (tx): Promise<TypedIn> => {
    const values = { format: typedFormat, ...agreed, updatesFor: "nobody" };
    const times = { startedAt: now, finishedAt: now, wipedAt: now };
    const begun = await insertImport(tx, whose, { ...values, ...times, state: "importing" }, now);
    if (!begun) return null;
    const job = {
      id: begun.id,
      campaignId: whose.campaignId,
      state: "importing",
      agreedOn: agreed.agreedOn,
    } as const;
    const outcomes = await importPaperRows(tx, keys, job, people);
    const counted = tally(outcomes);
    await tx
      .update(imports)
      .set({ ...counted, rowsDone: outcomes.length, state: "imported" })
      .where(and(eq(imports.id, begun.id), eq(imports.campaignId, whose.campaignId)));
    const entry = { actor: actorOf(whose.organizerId), action: "paper-typed" } as const;
    const about = { campaignId: whose.campaignId, subject: begun.publicId };
    await recordAudit(tx, { ...entry, ...about, detail: { ...counted, agreedOn: agreed.agreedOn } }, now);
    const typed = { publicId: begun.publicId, number: begun.number, outcomes };
    if (dryRun) throw new OnlyTried(typed);
    return typed;
  });
  return typed.catch((error: unknown) => {
    if (error instanceof OnlyTried) return error.typed;
    throw error;
  });
}
