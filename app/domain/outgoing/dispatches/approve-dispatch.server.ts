import { sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { approveContent, readFrame } from "./approved-content.server.ts";
import { dispatchApproval } from "./dispatch-approval.ts";
import { lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";

/**
 * `version` and `frame`: what the approver saw; `frame` is the `previewSha256` of their page, by default the
 * current one. `alone`: the operator states that nobody else needs to see it.
 */
type ApproveInput = OnDispatch & { version: number; frame?: string; alone?: boolean };

type Approved =
  | { outcome: "approved" }
  /** The approver submitted or last edited it, and somebody else can approve. */
  | NotApproving
  /** It differs from what the approver saw. */
  | { outcome: "changed" }
  /** The recipient or campaign in its emails differ from when approval was requested. */
  | { outcome: "submitted-otherwise" }
  /** Everything in it was withdrawn since. */
  | { outcome: "nothing-left" }
  | { outcome: "not-submitted" }
  | { outcome: "gone" };

/**
 * Lets a submitted dispatch go by the word of a second person: neither who submitted it nor who edited it
 * last. The only one who can approve does so alone, which is recorded; so does the operator who submitted or
 * wrote it, with `alone`. It begins in a moment. The caller has reauthenticated the approver.
 */
export async function approveDispatch(
  db: Db,
  keys: Keys,
  input: ApproveInput,
  now = new Date(),
): Promise<Approved> {
  const { campaignId, publicId: subject, actor, version, frame: seen } = input;
  return db.transaction(async (tx): Promise<Approved> => {
    const dispatch = await lockDispatch(tx, input, "approve");
    if (!dispatch) return { outcome: "gone" };
    if (dispatch.state !== "draft" || !dispatch.isSubmitted || dispatch.isApproved)
      return { outcome: "not-submitted" };
    const { id, submittedById, editedById, isOperators } = dispatch;
    // A draft of the calendar has no editor.
    const editor = editedById !== null || isOperators ? [editedById] : [];
    const decided = await decideApproval(tx, dispatchApproval, input, {
      askedById: submittedById,
      others: editor,
    });
    if ("outcome" in decided) return decided;
    if (dispatch.version !== version) return { outcome: "changed" };
    const frame = await readFrame(tx, id);
    if (seen !== undefined && seen !== frame.sha256) return { outcome: "changed" };
    if (frame.differs.length > 0) return { outcome: "submitted-otherwise" };
    const { sha256, letters, names } = await approveContent(tx, keys, dispatch, frame.frame);
    if (letters + names === 0) return { outcome: "nothing-left" };
    const approver = organizerOf(actor);
    await tx.execute(sql`
      update letter_dispatches set approved_at = ${now.toISOString()}, approved_by_id = ${approver}::uuid,
        approved_alone = ${decided.alone}, approved_sha256 = ${sha256},
        approved_frame = ${JSON.stringify(frame.frame)}::jsonb
      where id = ${id}`);
    const action = decided.alone ? "dispatch-approved-alone" : "dispatch-approved";
    const opened = await countOpenedBy(tx, id, approver);
    const detail = { version, letters, names, sha256: sha256.toString("hex"), opened };
    await recordAudit(tx, { actor, action, campaignId, subject, detail }, now);
    await enqueue(tx, "letters");
    return { outcome: "approved" };
  });
}

/**
 * Counts letters of the dispatch that the approver opened. Null for the operator, who reads them elsewhere.
 */
async function countOpenedBy(tx: Tx, dispatchId: number, organizerId: string | null): Promise<number | null> {
  if (organizerId === null) return null;
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from letter_openings r join letters l on l.id = r.letter_id
    join supporters p on p.id = l.supporter_id
    where r.dispatch_id = ${dispatchId} and r.organizer_id = ${organizerId}::uuid
      and l.dispatch_id = r.dispatch_id
      and l.approved_sha256 is not null and (p.corrected_at is null or p.corrected_at <= r.opened_at)`);
  return row?.n ?? 0;
}
