import { sql } from "drizzle-orm";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import type { Returning, ReturnThing } from "#app/domain/approvals/returned.ts";
import { type Actor, type AuditAction, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import type { BulkConditions } from "./bulk.ts";
import { hasUnfilled } from "./bulk.ts";
import { bulkApproval } from "./bulk-approval.ts";
import { countInTime } from "./bulk-matching.server.ts";
import { publishBulkNote } from "./bulk-note.server.ts";
import { stateOfBulk } from "./bulk-state.ts";

type OnCampaign = { campaignId: number; actor: Actor };
type OnBulk = OnCampaign & { number: number };

type AskInput = OnCampaign & { conditions: BulkConditions; note: string | null; countAtMost?: number };

/**
 * Asks that all who meet the conditions now be invalidated. Nothing changes before somebody else has approved
 * it; where there are many, the worker counts them before that.
 */
export async function askBulk(
  db: Db,
  { campaignId, actor, conditions, note, countAtMost }: AskInput,
  now = new Date(),
): Promise<{ outcome: "asked"; number: number } | { outcome: "gone" | "nothing" | "note-braces" }> {
  if (note !== null && hasUnfilled(note)) return { outcome: "note-braces" };
  const matched = await countInTime(db, campaignId, conditions, countAtMost);
  return db.transaction(async (tx) => {
    const [may] = await tx.execute(sql`
      select id from campaigns where id = ${campaignId} and ${mayAct(actor, campaignId, "review")}
      for update`);
    if (!may) return { outcome: "gone" };
    if (matched === 0) return { outcome: "nothing" };
    const [row] = await tx.execute<{ number: number; publicId: string }>(sql`
      insert into bulk_invalidations (campaign_id, number, conditions, up_to_id, matched, note, asked_by_id,
        asked_at)
      values (${campaignId}, (select coalesce(max(number), 0) + 1 from bulk_invalidations
        where campaign_id = ${campaignId}),
        ${JSON.stringify(conditions)}::text::jsonb, (select coalesce(max(id), 0) from signatures), ${matched},
        ${note}, ${organizerOf(actor)}::uuid, ${now.toISOString()})
      returning number, public_id as "publicId"`);
    if (!row) throw new Error("a bulk invalidation was not stored");
    await audit(tx, { campaignId, actor, number: row.number }, "bulk-asked", row.publicId, { matched }, now);
    if (matched === null) await enqueue(tx, "score-signatures");
    else await askApproval(tx, bulkApproval, { campaignId, subject: row.publicId, actor }, now);
    return { outcome: "asked", number: row.number };
  });
}

type Locked = {
  id: string;
  publicId: string;
  askedById: string | null;
  matched: number | null;
  invalidated: number;
  note: string | null;
  state: string;
};

async function lock(
  tx: Tx,
  { campaignId, actor, number }: OnBulk,
  right: "review" | "approve",
): Promise<Locked | null> {
  const [row] = await tx.execute<Locked>(sql`
    select id, public_id as "publicId", asked_by_id as "askedById", matched, invalidated, note,
      ${stateOfBulk} as state
    from bulk_invalidations b
    where campaign_id = ${campaignId} and number = ${number} and ${mayAct(actor, campaignId, right)}
    for update`);
  return row ?? null;
}

export type Changed = { outcome: "changed" | "other-number" | "not-now" | "gone" } | NotApproving;

/**
 * Lets it begin by the word of a second person. The only one who can approve does so alone, which is
 * recorded, and so does the operator who asked for it, with `alone`. `matched`: how many the approver has
 * seen. Its caller has reauthenticated the actor.
 */
export async function approveBulk(
  db: Db,
  input: OnBulk & { alone?: boolean; matched?: number },
  now = new Date(),
): Promise<Changed> {
  return db.transaction(async (tx) => {
    const bulk = await lock(tx, input, "approve");
    if (!bulk) return { outcome: "gone" };
    if (bulk.state !== "asked") return { outcome: "not-now" };
    if (input.matched !== undefined && input.matched !== bulk.matched) return { outcome: "other-number" };
    const decided = await decideApproval(tx, bulkApproval, input, bulk);
    if ("outcome" in decided) return decided;
    const { alone } = decided;
    await tx.execute(sql`update bulk_invalidations set approved_at = ${now.toISOString()},
      approved_by_id = ${organizerOf(input.actor)}::uuid, approved_alone = ${alone} where id = ${bulk.id}`);
    const { matched } = bulk;
    await audit(tx, input, alone ? "bulk-approved-alone" : "bulk-approved", bulk.publicId, { matched }, now);
    await enqueue(tx, "score-signatures");
    return { outcome: "changed" };
  });
}

/**
 * Stops a bulk invalidation where it is: what is invalid stays so until an undo, and the public note says so.
 */
export async function cancelBulk(db: Db, input: OnBulk, now = new Date()): Promise<Changed> {
  return db.transaction(async (tx): Promise<Changed> => {
    const bulk = await lock(tx, input, "review");
    if (!bulk) return { outcome: "gone" };
    if (!["counting", "asked", "running"].includes(bulk.state)) return { outcome: "not-now" };
    await tx.execute(
      sql`update bulk_invalidations set cancelled_at = ${now.toISOString()} where id = ${bulk.id}`,
    );
    await publishBulkNote(tx, { campaignId: input.campaignId, ...bulk }, now);
    const { invalidated } = bulk;
    await audit(tx, input, "bulk-cancelled", bulk.publicId, { invalidated }, now);
    await enqueue(tx, "score-signatures");
    return { outcome: "changed" };
  });
}

/**
 * Begins to make all that it invalidated as before; nothing invalidates these again without two people. One
 * reviewer does it: what counted before the invalidation counts again, what was on hold is on hold. Its
 * caller has reauthenticated the actor.
 */
export async function undoBulk(db: Db, input: OnBulk, now = new Date()): Promise<Changed> {
  return db.transaction(async (tx): Promise<Changed> => {
    const bulk = await lock(tx, input, "review");
    if (!bulk) return { outcome: "gone" };
    if (bulk.state !== "done" && bulk.state !== "cancelled") return { outcome: "not-now" };
    if (await holdFreeze(tx, input.campaignId)) return { outcome: "frozen" };
    await tx.execute(sql`update bulk_invalidations set undo_asked_at = ${now.toISOString()},
      undo_asked_by_id = ${organizerOf(input.actor)}::uuid where id = ${bulk.id}`);
    const { invalidated } = bulk;
    await audit(tx, input, "bulk-undo-asked", bulk.publicId, { invalidated }, now);
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

type AskedRow = { id: string; number: number; state: string; by: string | null };

async function lockAsked(tx: Tx, { campaignId, publicId, actor }: Returning): Promise<AskedRow | null> {
  const [row] = await tx.execute<AskedRow>(sql`
    select id, number, asked_by_id as by, ${stateOfBulk} as state from bulk_invalidations b
    where campaign_id = ${campaignId} and public_id = ${publicId}::uuid
      and ${mayAct(actor, campaignId, "approve")}
    for update`);
  return row ?? null;
}

/** Cancels a bulk invalidation that nobody has approved. */
export const returnBulk: ReturnThing = async (tx, on, now) => {
  const bulk = await lockAsked(tx, on);
  if (bulk?.state !== "asked") return null;
  await tx.execute(
    sql`update bulk_invalidations set cancelled_at = ${now.toISOString()} where id = ${bulk.id}`,
  );
  return { number: bulk.number, askedById: bulk.by, authorIds: [], hands: [bulk.by] };
};
