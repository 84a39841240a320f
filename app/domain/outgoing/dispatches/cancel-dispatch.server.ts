import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { endDispatchEmails } from "./end-emails.server.ts";
import { lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";
import { releaseContents } from "./revert-to-draft.server.ts";

export type DispatchCancelled =
  | { outcome: "cancelled" }
  /** It has ended, does not exist, or the actor lacks the right. */
  | { outcome: "over" };

/**
 * Ends a dispatch before all of it went. Letters and names that nobody was handed wait again; an email of
 * open fate becomes unknown, since nobody asks for it anymore. What was handed over cannot be recalled.
 */
export async function cancelDispatch(
  db: Db,
  input: OnDispatch,
  now = new Date(),
): Promise<DispatchCancelled> {
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "write");
    if (!dispatch || dispatch.state === "sent" || dispatch.state === "cancelled") return { outcome: "over" };
    const { id, campaignId, publicId: subject, state: was } = dispatch;
    await tx.execute(sql`
      update letter_dispatches set state = 'cancelled', finished_at = ${now.toISOString()}, paused_at = null,
        pause_reason = null
      where id = ${id}`);
    const open = dispatch.hasBegun ? await endDispatchEmails(tx, id) : 0;
    if (!dispatch.hasBegun) await releaseContents(tx, dispatch, { keepsChosen: false });
    const detail = { was, unknown: open };
    await recordAudit(
      tx,
      { actor: input.actor, action: "dispatch-cancelled", campaignId, subject, detail },
      now,
    );
    return { outcome: "cancelled" };
  });
}
