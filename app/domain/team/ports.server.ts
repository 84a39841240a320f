import { type SQL, sql } from "drizzle-orm";
import type { ApprovalKind } from "#app/domain/approvals/approval.ts";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";
import { isSentBack } from "#app/domain/approvals/sent-back.ts";
import { closingApproval } from "#app/domain/campaign/closing/closing-approval.ts";
import { companiesApproval } from "#app/domain/campaign/company/companies-approval.ts";
import { resultApproval } from "#app/domain/campaign/meetings/results/result-approval.ts";
import { noticeApproval } from "#app/domain/campaign/notices/notice-approval.ts";
import { petitionApproval } from "#app/domain/campaign/petition/petition-approval.ts";
import { replyApproval } from "#app/domain/entries/letters/replies/reply-approval.ts";
import { dispatchApproval } from "#app/domain/outgoing/dispatches/dispatch-approval.ts";
import { handOverApproval, packApproval } from "#app/domain/outgoing/packs/pack-approval.ts";
import { updateApproval } from "#app/domain/outgoing/updates/update-approval.ts";
import { bulkApproval } from "#app/domain/review/bulk/bulk-approval.ts";

const ofKind: Record<ApprovalKind, ApprovalPort> = {
  update: updateApproval,
  dispatch: dispatchApproval,
  reply: replyApproval,
  pack: packApproval,
  "hand-over": handOverApproval,
  petition: petitionApproval,
  notice: noticeApproval,
  bulk: bulkApproval,
  closing: closingApproval,
  companies: companiesApproval,
  result: resultApproval,
};

export const portOf = (kind: ApprovalKind): ApprovalPort => ofKind[kind];

export const approvalPorts: readonly ApprovalPort[] = Object.values(ofKind);

/** Selects everything that waits for approval and was not sent back: the ports' columns and `kind`. */
export const allWaiting: SQL = sql.join(
  approvalPorts.map(
    ({ kind, waiting }) => sql`select ${sql.raw(`'${kind}'`)}::text as kind, w.* from (${waiting}) w
      where not ${isSentBack(kind, sql`w.subject`)}`,
  ),
  sql` union all `,
);
