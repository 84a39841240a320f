import { sql } from "drizzle-orm";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import type { NotReady } from "#app/domain/campaign/campaign.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import type { DispatchPauseReason } from "#app/domain/outgoing/dispatches/dispatch.ts";
import {
  approverMayStill,
  type DispatchFramePart,
  differsNow,
} from "#app/domain/outgoing/dispatches/dispatch-frame.server.ts";
import { lockDispatch, type OnDispatch } from "#app/domain/outgoing/dispatches/lock-dispatch.server.ts";
import { splitTooLarge } from "#app/domain/outgoing/dispatches/parts/split-too-large.server.ts";
import { type OfficeNow, recipientMayGetIt } from "#app/domain/outgoing/dispatches/recipient-now.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";

export type Resumed =
  | { outcome: "resumed" }
  | { outcome: "not-ready"; missing: NotReady[] }
  /** The recipient is unverified, retired or not the approved one: only a new dispatch helps. */
  | { outcome: "recipient" }
  /** The approver lost the right before anything was sent: it needs the right back, or a new dispatch. */
  | { outcome: "approver" }
  /** Something in every email differs from what was approved: restore it, or make a new dispatch. */
  | { outcome: "differs" }
  /** Nothing resumes during a freeze: it would start on its own once the freeze ends. */
  | { outcome: "frozen" }
  | { outcome: "not-paused" };

/** Resumes a paused dispatch. Emails that were too large are split; individual letters keep their pace. */
export async function resumeDispatch(
  db: Db,
  mailing: Pick<Mailing, "from" | "localMode" | "rehearsal" | "transport">,
  input: OnDispatch,
  now = new Date(),
): Promise<Resumed> {
  const { campaignId, publicId: subject, actor } = input;
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "write");
    if (dispatch?.state !== "paused") return { outcome: "not-paused" };
    if (await holdFreeze(tx, campaignId)) return { outcome: "frozen" };
    const { id } = dispatch;
    const office = await readOffice(tx, id);
    if (!recipientMayGetIt(office, mailing.transport.name)) return { outcome: "recipient" };
    if (office.pauseReason === "approver" && !office.approverMayStill) return { outcome: "approver" };
    if (office.differs.length > 0) return { outcome: "differs" };
    const missing = missingForSending(await readSendingDetails(tx, campaignId, { dispatchId: id }), mailing);
    if (missing.length > 0) return { outcome: "not-ready", missing };

    await splitTooLarge(tx, dispatch);
    await tx.execute(sql`
      update outbox d set due_at = greatest(now(), p.due_at) from letter_parts p
      where p.dispatch_id = ${id} and d.letter_part_id = p.id and d.state = 'queued'`);
    await tx.execute(sql`
      update letter_dispatches set state = 'sending', paused_at = null, pause_reason = null
      where id = ${id}`);
    const detail = { pausedFor: office.pauseReason };
    await recordAudit(tx, { actor, action: "dispatch-resumed", campaignId, subject, detail }, now);
    await enqueue(tx, "letters");
    return { outcome: "resumed" };
  });
}

type Office = OfficeNow & {
  pauseReason: DispatchPauseReason | null;
  approverMayStill: boolean;
  differs: DispatchFramePart[];
};

async function readOffice(tx: Tx, dispatchId: number): Promise<Office> {
  const [row] = await tx.execute<Office>(sql`
    select r.name, r.email, r.verified_at is not null as "isVerified",
      r.retired_at is not null as "isRetired", x.recipient_name as "submittedName",
      x.recipient_email as "submittedEmail", x.pause_reason as "pauseReason",
      ${approverMayStill} as "approverMayStill", ${differsNow} as differs
    from letter_dispatches x join letter_recipients r on r.id = x.recipient_id
    join campaigns c on c.id = x.campaign_id
    where x.id = ${dispatchId}`);
  if (!row) throw new Error("a dispatch has no office");
  return row;
}
