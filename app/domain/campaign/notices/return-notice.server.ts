import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { waitsForApproval } from "./approve-notice.server.ts";
import { lockNotice, type OnNotice } from "./lock-notice.server.ts";

/** Sends back a notice that is not approved in this form: a manager of the campaign asks again or cancels. */
export const returnNotice: ReturnThing = async (tx, { campaignId, publicId, actor }) => {
  const notice = await lockNotice(tx, { campaignId, publicId, actor: actor as OnNotice["actor"] }, "approve");
  if (!notice || !waitsForApproval(notice) || notice.isSentBack) return null;
  return { number: notice.version, askedById: notice.askedById, authorIds: [], hands: [notice.askedById] };
};
