import { eq, sql } from "drizzle-orm";
import { decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { wholeShares } from "#app/domain/entries/pledges/shares.ts";
import type { Db } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { testKeys } from "./builders.ts";
import type { Truth } from "./watcher.ts";

/** A cell of pledges.json, with what a watcher of sums reads. */
type Cell = { wholeShares: string | null };
export type TotalsBody = {
  published:
    | ({ all: Cell | null; byItem: { number: number; byIntention: Record<string, Cell> }[] } & Record<
        "byVerification" | "byHolding" | "byKind" | "byIntention",
        Record<string, Cell>
      >)
    | null;
};

/** Lists the sums that pledges.json shows, by split and cell. */
export function sumsIn({ published }: TotalsBody): Map<string, string> {
  const splits: Record<string, Record<string, Cell>> = {
    ...(published?.all ? { all: { all: published.all } } : {}),
    verification: published?.byVerification ?? {},
    holding: published?.byHolding ?? {},
    kind: published?.byKind ?? {},
    general: published?.byIntention ?? {},
    ...Object.fromEntries((published?.byItem ?? []).map((item) => [`item-${item.number}`, item.byIntention])),
  };
  return new Map(
    Object.entries(splits).flatMap(([split, cells]) =>
      Object.entries(cells).flatMap(([cell, { wholeShares: sum }]) =>
        sum === null ? [] : [[`${split}:${cell}`, sum] as const],
      ),
    ),
  );
}

/** Reads what each pledge in force adds to each sum. */
export async function readTruth(db: Db, meeting: { id: number }): Promise<Truth> {
  const truth: Truth = new Map();
  const intentions = await db.execute<{ pledge: number; item: number | null; intention: string }>(sql`
    select pledge_id::int as pledge, number as item, intention from pledge_intentions i
    left join ballot_items b on b.id = i.ballot_item_id where i.meeting_id = ${meeting.id}`);
  const rows = await db.select().from(pledges).where(eq(pledges.meetingId, meeting.id));
  for (const row of rows.filter(({ status, kind }) => status === "active" && kind !== "fund")) {
    const holding = decryptHolding(testKeys, row);
    if (holding?.shares == null) continue;
    const cells = [
      "all:all",
      `verification:${row.verification}`,
      `holding:${row.holdingForm}`,
      `kind:${row.kind}`,
      ...intentions
        .filter(({ pledge }) => pledge === row.id)
        .map(({ item, intention }) => `${item === null ? "general" : `item-${item}`}:${intention}`),
    ];
    for (const cell of cells) {
      const parts = truth.get(cell) ?? new Map<string, bigint>();
      truth.set(cell, parts.set(row.series, wholeShares(holding.shares)));
    }
  }
  return truth;
}
