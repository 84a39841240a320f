import { sql } from "drizzle-orm";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { type LockedDispatch, lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";

/** Null: the caller records why. */
type TakingBack = "dispatch-approval-withdrawn" | null;

/** Reverts a dispatch to a draft with a new version: no earlier view can approve its next submission. */
async function revertToNewDraft(
  tx: Tx,
  dispatch: LockedDispatch,
  actor: Actor,
  now: Date,
  action?: TakingBack,
): Promise<boolean> {
  if (!(await revertToDraft(tx, dispatch, actor, now, action))) return false;
  await tx.execute(sql`update letter_dispatches set version = version + 1 where id = ${dispatch.id}`);
  return true;
}

/**
 * Reverts a locked dispatch that was submitted or approved to a draft without a request: its letters wait
 * again, and its names go with the next submission. False when it was neither.
 */
export async function revertToDraft(
  tx: Tx,
  dispatch: LockedDispatch,
  actor: Actor,
  now: Date,
  action: TakingBack = "dispatch-approval-withdrawn",
): Promise<boolean> {
  const { id, campaignId, publicId: subject, version, isSubmitted, isApproved } = dispatch;
  if (!isSubmitted || dispatch.state !== "draft") return false;
  await tx.execute(sql`
    update letter_dispatches set submitted_at = null, submitted_by_id = null, recipient_name = null,
      recipient_email = null, submitted_frame = null, approved_at = null, approved_by_id = null,
      approved_alone = false, approved_sha256 = null, approved_frame = null
    where id = ${id}`);
  await releaseContents(tx, dispatch, { keepsChosen: true });
  if (action === null) return true;
  const detail = { was: isApproved ? "approved" : "submitted", version };
  await recordAudit(tx, { actor, action, campaignId, subject, detail }, now);
  return true;
}

/**
 * Releases all letters and names of a dispatch for which no email was made yet. `keepsChosen`: individually
 * chosen letters stay with the draft.
 */
export async function releaseContents(
  tx: Tx,
  { id, kind }: Pick<LockedDispatch, "id" | "kind">,
  { keepsChosen }: { keepsChosen: boolean },
): Promise<void> {
  await tx.execute(sql`delete from letter_names where dispatch_id = ${id}`);
  await tx.execute(sql`delete from letter_parts where dispatch_id = ${id}`);
  const stays = keepsChosen && kind === "individual";
  const waiting = sql`l.dispatch_id = ${id} and l.state in ('confirmed', 'queued')`;
  await lockLetters(tx, waiting);
  await tx.execute(sql`
    update letters l set state = 'confirmed', dispatch_id = ${stays ? id : null} where ${waiting}`);
}

/** Returns a submitted or approved dispatch that has not begun to a draft, by someone who writes. */
export async function withdrawDispatchApproval(
  db: Db,
  input: OnDispatch,
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-submitted" | "gone" }> {
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "write");
    if (!dispatch) return { outcome: "gone" };
    const withdrawn = await revertToNewDraft(tx, dispatch, input.actor, now);
    return { outcome: withdrawn ? "withdrawn" : "not-submitted" };
  });
}

/** Makes a dispatch that was submitted or approved, but has not begun, a draft again. */
export const returnDispatch: ReturnThing = async (tx, on, now) => {
  const dispatch = await lockDispatch(tx, on, "approve");
  if (!dispatch || !(await revertToNewDraft(tx, dispatch, on.actor, now, null))) return null;
  const { number, version, isApproved, submittedById: askedById, authorId, editedById } = dispatch;
  const detail = { was: isApproved ? "approved" : "submitted", version };
  return { number, askedById, authorIds: [authorId, editedById], hands: [askedById, editedById], detail };
};
