import { sql } from "drizzle-orm";
import { decryptHolding, type SealedHolding } from "#app/domain/entries/pledges/holding.server.ts";
import type {
  FundOutcome,
  Holding,
  HoldingForm,
  PledgeKind,
  PledgeOutcome,
  Verification,
  VoteIntention,
} from "#app/domain/entries/pledges/pledge.ts";
import { boundsOf, wholeShares } from "#app/domain/entries/pledges/shares.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { contributionsOf } from "./cells.ts";
import { lockTotals } from "./lock-totals.server.ts";
import { noteChange } from "./note-change.server.ts";

export type CountedPledge = SealedHolding & {
  id: number;
  publicId: string;
  series: string;
  campaignId: number;
  meetingId: number;
  kind: PledgeKind;
  verification: Verification;
  holdingForm: HoldingForm;
  outcome: PledgeOutcome;
  fundOutcome: FundOutcome;
};

/**
 * Adds an active pledge to the totals (`1`), or takes it out (`-1`), in the transaction that makes it active
 * or ends it. Exact: sums are numerics, never floats. Notes which published figures it has changed.
 */
export async function moveTotals(tx: Tx, keys: Keys, pledge: CountedPledge, sign: 1 | -1): Promise<void> {
  await lockTotals(tx, pledge);
  const intentions = await readIntentions(tx, pledge.id);
  const holding = decryptHolding(keys, pledge);
  const sum = sumOf(holding, sign);
  const general = intentions.find(({ item }) => item === null)?.intention ?? null;
  const cells = [
    { item: null, intention: general },
    ...intentions.filter(({ item }) => item !== null).map(({ item, intention }) => ({ item, intention })),
  ];
  for (const { item, intention } of cells) await moveCell(tx, pledge, { item, intention }, sum, sign);
  const adds = contributionsOf(pledge, intentions, holding);
  await (sign === 1
    ? noteChange(tx, keys, pledge, { before: nothing, after: adds })
    : noteChange(tx, keys, pledge, { before: adds, after: nothing }));
}

const nothing: ReadonlyMap<string, string> = new Map();

const readIntentions = (tx: Tx, pledgeId: number) =>
  tx.execute<{ item: number | null; intention: VoteIntention }>(sql`
    select ballot_item_id as item, intention from pledge_intentions where pledge_id = ${pledgeId}`);

/** Marks every figure an undecryptable pledge may be in. The caller recounts its totals. */
export async function noteUnreadable(tx: Tx, keys: Keys, pledge: CountedPledge): Promise<void> {
  await lockTotals(tx, pledge);
  const holders = contributionsOf(pledge, await readIntentions(tx, pledge.id), null);
  const before = new Map(holders);
  for (const figure of holders.keys())
    for (const measure of ["shares", "bucket"])
      before.set(figure.replace(/:holders$/, `:${measure}`), "unreadable");
  await noteChange(tx, keys, pledge, { before, after: nothing });
}

type Sum = ReturnType<typeof sumOf>;

/** What one holding adds, as decimal strings. */
function sumOf(holding: Holding | null, sign: 1 | -1) {
  const signed = (value: string | bigint) => (sign === 1 ? `${value}` : `-${value}`);
  const nothing = { shares: "0", wholeShares: "0", bucketHolders: 0, bucketMin: "0", bucketMax: "0" };
  if (holding === null) return nothing;
  if (holding.shares !== null)
    return { ...nothing, shares: signed(holding.shares), wholeShares: signed(wholeShares(holding.shares)) };
  const { min, max } = boundsOf(holding.bucket);
  return { ...nothing, bucketHolders: sign, bucketMin: signed(min), bucketMax: signed(max) };
}

async function moveCell(
  tx: Tx,
  { campaignId, meetingId, kind, verification, holdingForm }: CountedPledge,
  { item, intention }: { item: number | null; intention: VoteIntention | null },
  sum: Sum,
  sign: 1 | -1,
): Promise<void> {
  const key = sql`campaign_id = ${campaignId} and meeting_id = ${meetingId} and kind = ${kind}
    and verification = ${verification} and holding_form = ${holdingForm}
    and ballot_item_id is not distinct from ${item}::int
    and intention is not distinct from ${intention}::vote_intention`;
  await tx.execute(sql`
    insert into pledge_totals (campaign_id, meeting_id, kind, verification, holding_form, ballot_item_id,
      intention)
    values (${campaignId}, ${meetingId}, ${kind}, ${verification}, ${holdingForm}, ${item}, ${intention})
    on conflict do nothing`);
  await tx.execute(sql`
    update pledge_totals set holders = holders + ${sign}::int, shares = shares + ${sum.shares}::numeric,
      whole_shares = whole_shares + ${sum.wholeShares}::numeric,
      bucket_holders = bucket_holders + ${sum.bucketHolders}::int,
      bucket_min = bucket_min + ${sum.bucketMin}::numeric, bucket_max = bucket_max + ${sum.bucketMax}::numeric
    where ${key}`);
}
