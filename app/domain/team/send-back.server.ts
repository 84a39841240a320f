import { sql } from "drizzle-orm";
import { approvingOf } from "#app/domain/access/approving.ts";
import { listSecondPersons } from "#app/domain/access/list-approvers.server.ts";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import type { ApprovalKind } from "#app/domain/approvals/approval.ts";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { returnClosing } from "#app/domain/campaign/closing/ask-closing.server.ts";
import { returnCompanies } from "#app/domain/campaign/company/approve-companies.server.ts";
import { returnResult } from "#app/domain/campaign/meetings/results/propose-result.server.ts";
import { returnNotice } from "#app/domain/campaign/notices/approve-notice.server.ts";
import { returnProposal } from "#app/domain/campaign/petition/return-petition.server.ts";
import { returnReply } from "#app/domain/entries/letters/replies/approve-reply.server.ts";
import { returnDispatch } from "#app/domain/outgoing/dispatches/revert-to-draft.server.ts";
import { returnHandOver, returnPack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { returnUpdate } from "#app/domain/outgoing/updates/revert-to-draft.server.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { type Actor, type AuditAction, recordAudit } from "#app/domain/record/record.server.ts";
import { returnBulk } from "#app/domain/review/bulk/change-bulk.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { portOf } from "./ports.server.ts";

const returns: Record<ApprovalKind, ReturnThing> = {
  update: returnUpdate,
  dispatch: returnDispatch,
  reply: returnReply,
  pack: returnPack,
  "hand-over": returnHandOver,
  petition: returnProposal,
  notice: returnNotice,
  bulk: returnBulk,
  closing: returnClosing,
  companies: returnCompanies,
  result: returnResult,
};

/** Kinds with log actions of their own. */
const actions: Partial<Record<ApprovalKind, AuditAction>> = {
  update: "update-sent-back",
  dispatch: "dispatch-sent-back",
};

type SendBack = { campaignId: number; kind: ApprovalKind; subject: string; actor: Actor; reason: string };

/** `own`: they are an author. `may-not`: they got the right too recently, or its author is a newcomer. */
type NotReturning = "own" | "may-not";
type SentBackOutcome = { outcome: "sent-back" | "not-waiting" | "gone" | NotReturning };

/** Rolls back the transaction that ended the waiting. */
class Refused extends Error {
  readonly outcome: NotReturning;
  constructor(outcome: NotReturning) {
    super(outcome);
    this.outcome = outcome;
  }
}

/**
 * Refuses the approval of a thing with the reason, by someone who could approve it now as a second person, or
 * the operator. Those who wrote it or asked are emailed and see the reason, as far as they still belong to
 * the campaign, until one of them has dealt with it.
 */
export async function sendBack(
  db: Db,
  { campaignId, kind, subject, actor, reason }: SendBack,
  now = new Date(),
): Promise<SentBackOutcome> {
  const port = portOf(kind);
  const sending = db.transaction(async (tx): Promise<SentBackOutcome> => {
    const [may] = await tx.execute(sql`
      select from campaigns where id = ${campaignId} and ${mayAct(actor, campaignId, port.right)}
        and ${mayAct(actor, campaignId, port.opens)}`);
    if (!may) return { outcome: "gone" };
    const returned = await returns[kind](tx, { campaignId, publicId: subject, actor }, now);
    if (!returned) return { outcome: "not-waiting" };
    const { number, askedById, authorIds, hands, detail } = returned;
    const by = organizerOf(actor);
    if (by !== null) await requireSecondPerson(tx, { campaignId, port, by, hands });
    const at = now.toISOString();
    const notified = [...new Set([askedById, ...authorIds])].filter((id) => id !== null && id !== by);
    const sentBackTo = sql`${sql.param(notified)}::uuid[]`;
    const [request] = await tx.execute<{ id: number; again: boolean }>(sql`
      select id::float8 as id, sent_back_at is not null as again from approval_requests
      where campaign_id = ${campaignId} and kind = ${kind} and subject = ${subject}::uuid order by id desc
      limit 1`);
    // Things submitted before requests existed have none.
    const [stored] =
      request && !request.again
        ? await tx.execute<{ id: number }>(sql`
          update approval_requests set sent_back_at = ${at}, sent_back_by_id = ${by}::uuid,
            reason = ${reason}, sent_back_to = ${sentBackTo}
          where id = ${request.id} returning id::float8 as id`)
        : await tx.execute<{ id: number }>(sql`
          insert into approval_requests (campaign_id, kind, subject, number, asked_by_id, asked_at,
            sent_back_at,
            sent_back_by_id, reason, sent_back_to)
          values (${campaignId}, ${kind}, ${subject}::uuid, ${number}, ${askedById}::uuid, ${at}, ${at},
            ${by}::uuid, ${reason}, ${sentBackTo}) returning id::float8 as id`);
    const email = {
      organizerId: sql`o.id`,
      campaignId: sql`m.campaign_id`,
      approvalRequestId: stored?.id ?? null,
    };
    const from = sql`from organizers o join campaign_organizers m on m.organizer_id = o.id
      and m.campaign_id = ${campaignId}
      where o.id = any (${sentBackTo}) and o.activated_at is not null and o.disabled_at is null
      order by o.id`;
    if ((await queueEmails(tx, "approval-sent-back", email, from)) > 0) await enqueue(tx, "send-mail");
    const action = actions[kind] ?? "approval-sent-back";
    const named = actions[kind] ? detail : { kind, number, ...detail };
    await recordAudit(tx, { actor, action, campaignId, subject, detail: named ?? {} }, now);
    return { outcome: "sent-back" };
  });
  return sending.catch((error: unknown) => {
    if (error instanceof Refused) return { outcome: error.outcome };
    throw error;
  });
}

type Second = { campaignId: number; port: ApprovalPort; by: string; hands: readonly (string | null)[] };

/** Throws for an organizer whose approval would not count as a second person's. */
async function requireSecondPerson(tx: Tx, { campaignId, port, by, hands }: Second): Promise<void> {
  const approving = approvingOf(await listSecondPersons(tx, campaignId, port), by, hands);
  if (approving !== "yes") throw new Refused(hands.includes(by) ? "own" : "may-not");
}
