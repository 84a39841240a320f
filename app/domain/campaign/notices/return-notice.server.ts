import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { waitsForApproval } from "./approve-notice.server.ts";
import { lockNotice, type OnNotice } from "./lock-notice.server.ts";

/** Ends the waiting of a notice that nobody has approved as it is: somebody who manages the campaign asks again, or cancels it. */
export const returnNotice: ReturnThing = async (tx, { campaignId, publicId, actor }) => {
  const notice = await lockNotice(tx, { campaignId, publicId, actor: actor as OnNotice["actor"] }, "approve");
  if (!notice || !waitsForApproval(notice) || notice.isSentBack) return null;
  return { number: notice.version, askedById: notice.askedById, authorIds: [], hands: [notice.askedById] };
};
