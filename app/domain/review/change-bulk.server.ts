import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { type Actor, type AuditAction, recordAudit } from "../audit/record.server.ts";
import { findApproving, type NotApproving } from "../organizers/find-approving.server.ts";
import { mayAct, organizerOf } from "../updates/lock-update.server.ts";
import type { BulkConditions } from "./bulk.ts";
import { countInTime } from "./bulk-matching.server.ts";

type OnCampaign = { campaignId: number; actor: Actor };
type OnBulk = OnCampaign & { number: number };

type AskInput = OnCampaign & { conditions: BulkConditions; note: string | null; countAtMost?: number };

/**
 * Asks that all who meet the conditions now be invalidated. Nothing changes before somebody else has approved it; where there
 * are many, the worker counts them before that.
 */
export async function askBulk(
  db: Db,
  { campaignId, actor, conditions, note, countAtMost }: AskInput,
  now = new Date(),
): Promise<{ outcome: "asked"; number: number } | { outcome: "gone" | "nothing" }> {
  const matched = await countInTime(db, campaignId, conditions, countAtMost);
  return db.transaction(async (tx) => {
    const [may] = await tx.execute(sql`
      select id from campaigns where id = ${campaignId} and ${mayAct(actor, campaignId, "review")} for update`);
    if (!may) return { outcome: "gone" };
    if (matched === 0) return { outcome: "nothing" };
    const [row] = await tx.execute<{ number: number; public_id: string }>(sql`
      insert into bulk_invalidations (campaign_id, number, conditions, up_to_id, matched, note, asked_by_id, asked_at)
      values (${campaignId}, (select coalesce(max(number), 0) + 1 from bulk_invalidations where campaign_id = ${campaignId}),
        ${JSON.stringify(conditions)}::text::jsonb, (select coalesce(max(id), 0) from signatures), ${matched}, ${note}, ${organizerOf(actor)}::uuid, ${now.toISOString()})
      returning number, public_id`);
    if (!row) throw new Error("a bulk invalidation was not stored");
    await audit(tx, { campaignId, actor, number: row.number }, "bulk-asked", row.public_id, { matched }, now);
    if (matched === null) await enqueue(tx, "score-signatures");
    return { outcome: "asked", number: row.number };
  });
}

type Locked = { id: string; public_id: string; asked_by_id: string | null; state: string };

async function lock(
  tx: Tx,
  { campaignId, actor, number }: OnBulk,
  right: "review" | "approve",
): Promise<Locked | null> {
  const [row] = await tx.execute<Locked>(sql`
    select id, public_id, asked_by_id, ${stateOf} as state from bulk_invalidations b
    where campaign_id = ${campaignId} and number = ${number} and ${mayAct(actor, campaignId, right)} for update`);
  return row ?? null;
}

/** Where one stands. */
export const stateOf =
  sql.raw(`case when b.undone_at is not null then 'undone' when b.undo_asked_at is not null then 'undoing'
  when b.cancelled_at is not null then 'cancelled' when b.finished_at is not null then 'done'
  when b.approved_at is not null then 'running' when b.matched is null then 'counting' else 'asked' end`);

export type Changed = { outcome: "changed" | "not-now" | "gone" } | NotApproving;

/**
 * Lets it begin by the word of a second person. The only one who can approve does so alone, which is recorded, and so does
 * the operator who asked for it, with `alone`. Call it for whoever has proved who they are.
 */
export async function approveBulk(
  db: Db,
  input: OnBulk & { alone?: boolean },
  now = new Date(),
): Promise<Changed> {
  return db.transaction(async (tx) => {
    const bulk = await lock(tx, input, "approve");
    if (!bulk) return { outcome: "gone" };
    if (bulk.state !== "asked") return { outcome: "not-now" };
    const asOperator = input.actor === "operator" && bulk.asked_by_id === null;
    const approving = await findApproving(tx, input, [bulk.asked_by_id]);
    if (typeof approving === "object") return approving;
    if (asOperator && !input.alone) return { outcome: "own" };
    const alone = approving === "alone" || asOperator;
    await tx.execute(sql`update bulk_invalidations set approved_at = ${now.toISOString()},
      approved_by_id = ${organizerOf(input.actor)}::uuid, approved_alone = ${alone} where id = ${bulk.id}`);
    await audit(tx, input, alone ? "bulk-approved-alone" : "bulk-approved", bulk.public_id, {}, now);
    await enqueue(tx, "score-signatures");
    return { outcome: "changed" };
  });
}

/** Stops it where it is: what is invalid stays so until it is undone. */
export async function cancelBulk(db: Db, input: OnBulk, now = new Date()): Promise<Changed> {
  return change(
    db,
    input,
    ["counting", "asked", "running"],
    sql`cancelled_at = ${now.toISOString()}`,
    "bulk-cancelled",
    now,
  );
}

/** Has all that it invalidated be as before. */
export async function undoBulk(db: Db, input: OnBulk, now = new Date()): Promise<Changed> {
  return change(
    db,
    input,
    ["done", "cancelled"],
    sql`undo_asked_at = ${now.toISOString()}`,
    "bulk-undo-asked",
    now,
  );
}

async function change(
  db: Db,
  input: OnBulk,
  from: readonly string[],
  set: ReturnType<typeof sql>,
  action: AuditAction,
  now: Date,
): Promise<Changed> {
  return db.transaction(async (tx) => {
    const bulk = await lock(tx, input, "review");
    if (!bulk) return { outcome: "gone" };
    if (!from.includes(bulk.state)) return { outcome: "not-now" };
    await tx.execute(sql`update bulk_invalidations set ${set} where id = ${bulk.id}`);
    await audit(tx, input, action, bulk.public_id, {}, now);
    await enqueue(tx, "score-signatures");
    return { outcome: "changed" };
  });
}

const audit = (
  tx: Tx,
  { campaignId, actor, number }: OnBulk,
  action: AuditAction,
  subject: string,
  detail: object,
  now: Date,
) => recordAudit(tx, { actor, action, campaignId, subject, detail: { number, ...detail } }, now);
