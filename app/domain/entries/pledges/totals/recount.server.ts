import { and, asc, eq, gt, sql } from "drizzle-orm";
import { fromMicro, toMicro } from "#app/domain/base/micro.ts";
import { decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import type { Holding, VoteIntention } from "#app/domain/entries/pledges/pledge.ts";
import { boundsOf, wholeShares } from "#app/domain/entries/pledges/shares.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import { pledges, pledgeTotals } from "#db/schema/index.ts";
import { lockTotals } from "./lock-totals.server.ts";

type OfMeeting = { campaignId: number; meetingId: number };
type Pledge = typeof pledges.$inferSelect;

/** A cell of `pledge_totals`, shares in millionths. */
type Sum = {
  cell: Pick<Pledge, "kind" | "verification" | "holdingForm"> & {
    ballotItemId: number | null;
    intention: VoteIntention | null;
  };
  holders: number;
  shares: bigint;
  wholeShares: bigint;
  bucketHolders: number;
  bucketMin: bigint;
  bucketMax: bigint;
};

export type Recount = {
  cells: Map<string, Sum>;
  /** Pledges whose holding cannot be decrypted: the holders are counted, the shares are not. */
  unreadable: number;
};

const pieces = 2_000;

/** Decrypts every active pledge of a meeting and adds all up again, in pieces. */
export async function recountTotals(db: DbOrTx, keys: Keys, meeting: OfMeeting): Promise<Recount> {
  const recount: Recount = { cells: new Map(), unreadable: 0 };
  for await (const [row, intentions] of readActive(db, meeting)) add(recount, keys, row, intentions);
  return recount;
}

/** Yields the active pledges of a meeting, or those of them in `ids`, with their intentions, in pieces. */
export async function* readActive(
  db: DbOrTx,
  { campaignId, meetingId }: OfMeeting,
  ids?: readonly number[],
): AsyncGenerator<[Pledge, Intention[]]> {
  for (let after = 0; ; ) {
    const rows = await db
      .select()
      .from(pledges)
      .where(
        and(
          eq(pledges.campaignId, campaignId),
          eq(pledges.meetingId, meetingId),
          eq(pledges.status, "active"),
          gt(pledges.id, after),
          ids && sql`${pledges.id} = any(${sql.param(ids)}::bigint[])`,
        ),
      )
      .orderBy(asc(pledges.id))
      .limit(pieces);
    const last = rows.at(-1);
    if (!last) return;
    const intentions = await readIntentions(db, rows[0]?.id ?? 0, last.id);
    for (const row of rows) yield [row, intentions.get(row.id) ?? []];
    after = last.id;
  }
}

/** Puts what counting again gives in the place of the totals of a meeting. */
export async function rebuildTotals(tx: Tx, keys: Keys, { campaignId, meetingId }: OfMeeting): Promise<void> {
  const meeting = { campaignId, meetingId };
  await lockTotals(tx, meeting);
  const { cells } = await recountTotals(tx, keys, meeting);
  await tx
    .delete(pledgeTotals)
    .where(
      and(eq(pledgeTotals.campaignId, meeting.campaignId), eq(pledgeTotals.meetingId, meeting.meetingId)),
    );
  for (const sum of cells.values()) {
    await tx.insert(pledgeTotals).values({ ...meeting, ...sum.cell, ...asColumns(sum) });
  }
}

export const asColumns = (sum: Omit<Sum, "cell">) => ({
  holders: sum.holders,
  shares: fromMicro(sum.shares),
  wholeShares: `${sum.wholeShares}`,
  bucketHolders: sum.bucketHolders,
  bucketMin: `${sum.bucketMin}`,
  bucketMax: `${sum.bucketMax}`,
});

export const cellKey = ({ kind, verification, holdingForm, ballotItemId, intention }: Sum["cell"]) =>
  [kind, verification, holdingForm, ballotItemId, intention].join("/");

type Intention = { ballotItemId: number | null; intention: VoteIntention };

async function readIntentions(db: DbOrTx, from: number, to: number): Promise<Map<number, Intention[]>> {
  const rows = await db.execute<Intention & { pledge: number }>(sql`
    select pledge_id::int as pledge, ballot_item_id as "ballotItemId", intention from pledge_intentions
    where pledge_id between ${from} and ${to}`);
  const byPledge = new Map<number, Intention[]>();
  for (const { pledge, ...intention } of rows)
    byPledge.set(pledge, [...(byPledge.get(pledge) ?? []), intention]);
  return byPledge;
}

function add(recount: Recount, keys: Keys, pledge: Pledge, intentions: readonly Intention[]): void {
  let holding: Holding | null = null;
  try {
    holding = decryptHolding(keys, pledge);
  } catch {
    recount.unreadable++;
  }
  const { kind, verification, holdingForm } = pledge;
  const general = intentions.find(({ ballotItemId }) => ballotItemId === null)?.intention ?? null;
  const items = intentions.filter(({ ballotItemId }) => ballotItemId !== null);
  for (const intention of [{ ballotItemId: null, intention: general }, ...items]) {
    const cell = { kind, verification, holdingForm, ...intention };
    const key = cellKey(cell);
    const sum = recount.cells.get(key) ?? { cell, ...nothing };
    recount.cells.set(key, { cell, ...plus(sum, holding) });
  }
}

const nothing = { holders: 0, shares: 0n, wholeShares: 0n, bucketHolders: 0, bucketMin: 0n, bucketMax: 0n };

function plus(sum: Omit<Sum, "cell">, holding: Holding | null): Omit<Sum, "cell"> {
  const { holders, shares, wholeShares: whole, bucketHolders, bucketMin, bucketMax } = sum;
  if (holding === null) return { ...sum, holders: holders + 1 };
  if (holding.shares !== null) {
    return {
      ...sum,
      holders: holders + 1,
      shares: shares + toMicro(holding.shares),
      wholeShares: whole + wholeShares(holding.shares),
    };
  }
  const { min, max } = boundsOf(holding.bucket);
  return {
    ...sum,
    holders: holders + 1,
    bucketHolders: bucketHolders + 1,
    bucketMin: bucketMin + min,
    bucketMax: bucketMax + max,
  };
}
