import { sql } from "drizzle-orm";
import { stillApproves } from "#app/domain/access/still-approves.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { BulkConditions } from "./bulk.ts";
import { bulkApproval } from "./bulk-approval.ts";
import { matching } from "./bulk-matching.server.ts";
import { publishBulkNote } from "./bulk-note.server.ts";
import { bulkBeginsHours } from "./bulk-state.ts";

/** Signatures in one transaction: their persons stay locked until it ends. */
const slice = 500;

type Bulk = {
  id: string;
  publicId: string;
  campaignId: number;
  number: number;
  conditions: unknown;
  upToId: string;
  doneToId: string;
  note: string | null;
};

/**
 * Runs one step: counts a waiting bulk, else continues an approved one, else an undo. False when none waits.
 */
export async function runBulk(db: Db, now: Date): Promise<boolean> {
  for (const step of [countOne, invalidateSlice, undoSlice])
    if (await db.transaction((tx) => step(tx, now))) return true;
  return false;
}

/** Counts one that matches too many for a page to count, and asks for its approval. */
async function countOne(tx: Tx, now: Date): Promise<boolean> {
  const [bulk] = await tx.execute<Bulk & { by: string | null }>(sql`
    select id, public_id as "publicId", campaign_id as "campaignId", conditions, up_to_id as "upToId",
      asked_by_id as by from bulk_invalidations
    where matched is null and cancelled_at is null order by id limit 1 for update skip locked`);
  if (!bulk) return false;
  await tx.execute(sql`
    update bulk_invalidations set matched = (select count(*)::int ${matching(bulk.campaignId, given(bulk))}
      and s.id <= ${bulk.upToId}) where id = ${bulk.id}`);
  const actor = actorOf(bulk.by);
  await askApproval(tx, bulkApproval, { campaignId: bulk.campaignId, subject: bulk.publicId, actor }, now);
  return true;
}

const given = ({ conditions }: Pick<Bulk, "conditions">): BulkConditions =>
  BulkConditions.parse(typeof conditions === "string" ? JSON.parse(conditions) : conditions);

/** `expired`: too old to begin. `stands`: its approver may still approve. */
type Approval = { expired: boolean; stands: boolean };

/** By how many the matches may differ from the approved number when it begins. */
const driftAtMost = (matched: number) => Math.max(5, Math.ceil(matched / 50));

/**
 * True where an approved one does not begin: the approval is too old, the approver lost the right, or clearly
 * more or fewer match than the approver was shown. It then waits for another approval, with the current
 * number.
 */
async function asksAgain(tx: Tx, bulk: Bulk & Approval & { matched: number }, now: Date): Promise<boolean> {
  const [found] = await tx.execute<{ matched: number }>(sql`
    select count(*)::int as matched ${matching(bulk.campaignId, given(bulk))} and s.id <= ${bulk.upToId}`);
  const matched = found?.matched ?? 0;
  const drifted = Math.abs(matched - bulk.matched) > driftAtMost(bulk.matched);
  if (!bulk.expired && bulk.stands && !drifted) return false;
  await tx.execute(sql`
    update bulk_invalidations set approved_at = null, approved_by_id = null, approved_alone = false,
      matched = ${matched}, asked_at = ${now.toISOString()} where id = ${bulk.id}`);
  const detail = {
    number: bulk.number,
    matched,
    approved: bulk.matched,
    of: "bulk",
    cause: drifted ? "number" : bulk.expired ? "expired" : "approver",
  };
  const entry = { actor: "system", action: "bulk-approval-ended", campaignId: bulk.campaignId } as const;
  await recordAudit(tx, { ...entry, subject: bulk.publicId, detail }, now);
  await askApproval(tx, bulkApproval, { ...entry, subject: bulk.publicId }, now);
  return true;
}

async function invalidateSlice(tx: Tx, now: Date): Promise<boolean> {
  const [bulk] = await tx.execute<Bulk & Approval & { matched: number }>(sql`
    select id, public_id as "publicId", campaign_id as "campaignId", number, conditions, up_to_id as "upToId",
      done_to_id as "doneToId", note, matched,
      approved_at < now() - make_interval(hours => ${bulkBeginsHours}) as expired,
      ${stillApproves(sql`b.campaign_id`, sql`b.approved_by_id`)} as stands from bulk_invalidations b
    where approved_at is not null and finished_at is null and cancelled_at is null
    order by id limit 1 for update skip locked`);
  if (!bulk) return false;
  if (Number(bulk.doneToId) === 0 && (await asksAgain(tx, bulk, now))) return true;
  const rows = await tx.execute<{ id: string }>(sql`
    with slice as materialized (select s.id, s.supporter_id ${matching(bulk.campaignId, given(bulk))}
      and s.id > ${bulk.doneToId} and s.id <= ${bulk.upToId} order by s.id limit ${slice})
    select c.id from slice c join supporters p on p.id = c.supporter_id order by p.id for update of p`);
  if (rows.length === 0) {
    const [done] = await tx.execute<{ invalidated: number }>(sql`
      update bulk_invalidations set finished_at = ${now.toISOString()} where id = ${bulk.id}
      returning invalidated`);
    const detail = { number: bulk.number, invalidated: done?.invalidated ?? 0 };
    const entry = { actor: "system", action: "bulk-finished", campaignId: bulk.campaignId } as const;
    await recordAudit(tx, { ...entry, subject: bulk.publicId, detail }, now);
    await publishBulkNote(
      tx,
      { id: bulk.id, campaignId: bulk.campaignId, note: bulk.note, invalidated: detail.invalidated },
      now,
    );
    return true;
  }
  const ids = sql`any (${sql.param(rows.map(({ id }) => id))}::bigint[])`;
  // Reads the state under the lock on the person: someone who withdrew since is left alone.
  const done = await tx.execute(sql`
    with was as materialized (select id, state from signatures
      where id = ${ids} and state in ('confirmed', 'quarantined')),
    kept as (insert into bulk_invalidated (bulk_id, signature_id, was_state)
      select ${bulk.id}::bigint, id, state from was)
    update signatures s set state = 'invalidated', invalidated_at = ${now.toISOString()}::timestamptz,
      exclusion_reason = ${`bulk-${bulk.number}`}::text
    from was where s.id = was.id returning s.id`);
  const last = rows.reduce((most, { id }) => Math.max(most, Number(id)), 0);
  await tx.execute(sql`update bulk_invalidations
    set done_to_id = ${last}, invalidated = invalidated + ${done.length}
    where id = ${bulk.id}`);
  return true;
}

async function undoSlice(tx: Tx, now: Date): Promise<boolean> {
  const [bulk] = await tx.execute<Bulk>(sql`
    select id, public_id as "publicId", campaign_id as "campaignId", number from bulk_invalidations
    where undo_asked_at is not null and undone_at is null order by id limit 1 for update skip locked`);
  if (!bulk) return false;
  const rows = await tx.execute<{ id: string }>(sql`
    with slice as materialized (select b.signature_id as id, s.supporter_id from bulk_invalidated b
      join signatures s on s.id = b.signature_id where b.bulk_id = ${bulk.id} order by b.signature_id
      limit ${slice})
    select c.id from slice c join supporters p on p.id = c.supporter_id order by p.id for update of p`);
  if (rows.length === 0) {
    await tx.execute(
      sql`update bulk_invalidations set undone_at = ${now.toISOString()} where id = ${bulk.id}`,
    );
    const entry = { actor: "system", action: "bulk-undone", campaignId: bulk.campaignId } as const;
    await recordAudit(tx, { ...entry, subject: bulk.publicId, detail: { number: bulk.number } }, now);
    await tx.execute(sql`delete from corrections where campaign_id = ${bulk.campaignId}
      and id = (select correction_id from bulk_invalidations where id = ${bulk.id})`);
    return true;
  }
  const ids = sql`any (${sql.param(rows.map(({ id }) => id))}::bigint[])`;
  // What a reviewer decided since the bulk is theirs.
  await tx.execute(sql`
    update signatures s set exclusion_reason = 'review' from signature_reviews r
    where r.signature_id = s.id and s.id = ${ids} and r.state = 'invalidated' and s.state = 'invalidated'`);
  await tx.execute(sql`
    update signatures s set state = b.was_state, invalidated_at = null, exclusion_reason = null
    from bulk_invalidated b where b.bulk_id = ${bulk.id} and b.signature_id = s.id and s.id = ${ids}
      and s.state = 'invalidated' and s.exclusion_reason = ${`bulk-${bulk.number}`}`);
  await tx.execute(sql`delete from bulk_invalidated where bulk_id = ${bulk.id} and signature_id = ${ids}`);
  return true;
}
