import { sql } from "drizzle-orm";
import { findApproving, type NotApproving } from "#app/domain/access/find-approving.server.ts";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { approveContent, readFrame } from "./approved-content.server.ts";
import { type LockedDispatch, lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";

/** `version` and `frame`: what the approver has seen; `frame` is the `shownSha256` of their page. Without one it is as it is now. */
export type ApproveInput = OnDispatch & { version: number; frame?: string };

export type Approved =
  | { outcome: "approved" }
  /** The approver submitted it, or was the last to edit it, and somebody else can approve. */
  | NotApproving
  /** The approver has no right to read its letters. */
  | { outcome: "no-names" }
  /** It is another than the one the approver has seen. */
  | { outcome: "changed" }
  /** Its mails would say something else of office or campaign than when the approval was asked for. */
  | { outcome: "submitted-otherwise" }
  /** All that was in it has been withdrawn since. */
  | { outcome: "nothing-left" }
  | { outcome: "not-submitted" }
  | { outcome: "gone" };

/**
 * Lets a submitted dispatch go by the word of a second person: neither who submitted it nor who edited it last. The only one
 * who can approve does so alone, which is recorded. It begins in a moment. Its caller has reauthenticated the actor.
 */
export async function approveDispatch(
  db: Db,
  keys: Keys,
  input: ApproveInput,
  now = new Date(),
): Promise<Approved> {
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "approve");
    if (!dispatch) return { outcome: "gone" };
    if (!(await mayRead(tx, input))) return { outcome: "no-names" };
    const approving = await findApproving(tx, input, [dispatch.submittedById, dispatch.editedById]);
    if (typeof approving === "object") return approving;
    return recordApproval(tx, keys, dispatch, { ...input, alone: approving === "alone" }, now);
  });
}

/**
 * Lets a submitted dispatch go by the word of the operator. For what an organizer submitted and edited they are the
 * second person; their own they approve alone, by saying so, or not at all.
 */
export async function approveDispatchAsOperator(
  db: Db,
  keys: Keys,
  input: Omit<ApproveInput, "actor"> & { alone: boolean },
  now = new Date(),
): Promise<Approved> {
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, { ...input, actor: "operator" }, "approve");
    if (!dispatch) return { outcome: "gone" };
    if (await holdFreeze(tx, input.campaignId)) return { outcome: "frozen" };
    const own = dispatch.submittedById === null || dispatch.isOperators;
    if (own && dispatch.isSubmitted && !input.alone) return { outcome: "own" };
    const by = { actor: "operator", version: input.version, alone: own } as const;
    return recordApproval(tx, keys, dispatch, by, now);
  });
}

async function mayRead(tx: Tx, { campaignId, actor }: OnDispatch): Promise<boolean> {
  const [row] = await tx.execute<{ may: boolean }>(
    sql`select ${mayAct(actor, campaignId, "view-names")} as may`,
  );
  return row?.may ?? false;
}

/** How many of the letters to be sent the approver opened. Null for the operator, who reads them elsewhere. */
async function countOpenedBy(tx: Tx, dispatchId: number, organizerId: string | null): Promise<number | null> {
  if (organizerId === null) return null;
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from letter_openings r join letters l on l.id = r.letter_id
    join supporters p on p.id = l.supporter_id
    where r.dispatch_id = ${dispatchId} and r.organizer_id = ${organizerId}::uuid and l.dispatch_id = r.dispatch_id
      and l.approved_sha256 is not null and (p.corrected_at is null or p.corrected_at <= r.opened_at)`);
  return row?.n ?? 0;
}

/** Stores the approval of a locked dispatch over what is in it now, with its entry in the audit. `alone`: by its own author. */
async function recordApproval(
  tx: Tx,
  keys: Keys,
  dispatch: LockedDispatch,
  { actor, version, frame: seen, alone }: { actor: Actor; version: number; frame?: string; alone: boolean },
  now: Date,
): Promise<Approved> {
  const { id, campaignId, publicId: subject } = dispatch;
  if (dispatch.state !== "draft" || !dispatch.isSubmitted || dispatch.isApproved) {
    return { outcome: "not-submitted" };
  }
  if (dispatch.version !== version) return { outcome: "changed" };
  const shown = await readFrame(tx, id);
  if (seen !== undefined && seen !== shown.sha256) return { outcome: "changed" };
  if (shown.differs.length > 0) return { outcome: "submitted-otherwise" };
  const { sha256, letters, names } = await approveContent(tx, keys, dispatch, shown.frame);
  if (letters + names === 0) return { outcome: "nothing-left" };
  await tx.execute(sql`
    update letter_dispatches set approved_at = ${now.toISOString()}, approved_by_id = ${organizerOf(actor)}::uuid,
      approved_alone = ${alone}, approved_sha256 = ${sha256}, approved_frame = ${JSON.stringify(shown.frame)}::jsonb
    where id = ${id}`);
  const action = alone ? "dispatch-approved-alone" : "dispatch-approved";
  const detail = {
    version,
    letters,
    names,
    sha256: sha256.toString("hex"),
    opened: await countOpenedBy(tx, id, organizerOf(actor)),
  };
  await recordAudit(tx, { actor, action, campaignId, subject, detail }, now);
  await enqueue(tx, "letters");
  return { outcome: "approved" };
}
