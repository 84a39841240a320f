import { type SQL, sql } from "drizzle-orm";
import { petitionApproval } from "../campaigns/petition-approval.ts";
import { dispatchApproval } from "../dispatches/dispatch-approval.ts";
import { replyApproval } from "../letters/reply-approval.ts";
import { noticeApproval } from "../notices/notice-approval.ts";
import { handOverApproval, packApproval } from "../packs/pack-approval.ts";
import { closingApproval } from "../retention/closing-approval.ts";
import { bulkApproval, bulkUndoApproval } from "../review/bulk-approval.ts";
import { updateApproval } from "../updates/update-approval.ts";
import type { ApprovalKind } from "./approval.ts";
import type { ApprovalPort } from "./port.ts";
import { isSentBack } from "./sent-back.ts";

const ofKind: Record<ApprovalKind, ApprovalPort> = {
  update: updateApproval,
  dispatch: dispatchApproval,
  reply: replyApproval,
  pack: packApproval,
  "hand-over": handOverApproval,
  petition: petitionApproval,
  notice: noticeApproval,
  bulk: bulkApproval,
  "bulk-undo": bulkUndoApproval,
  closing: closingApproval,
};

export const portOf = (kind: ApprovalKind): ApprovalPort => ofKind[kind];

export const approvalPorts: readonly ApprovalPort[] = Object.values(ofKind);

/** Selects all that waits for an approval, as the ports do and unless it was sent back, with its `kind`. */
export const allWaiting: SQL = sql.join(
  approvalPorts.map(
    ({ kind, waiting }) => sql`select ${sql.raw(`'${kind}'`)}::text as kind, w.* from (${waiting}) w
      where not ${isSentBack(kind, sql`w.subject`)}`,
  ),
  sql` union all `,
);
