import { campaign, command, done } from "#app/cli/command.ts";
import { notice, noticeRefused } from "#app/cli/notice/parts/notice.ts";
import { approveAlone } from "#app/cli/options.ts";
import { notReady, withMailing } from "#app/cli/parts/mailing.ts";
import { approveNotice } from "#app/domain/campaign/notices/approve-notice.server.ts";

export default command({
  summary: "approve a notice; sending begins",
  options: { campaign, notice, approveAlone },
  async run(on, { notice: publicId, approveAlone: alone }) {
    const approved = await withMailing(on, (mailing) =>
      approveNotice(on.db, mailing, { ...on.operator, publicId, alone }),
    );
    if (approved.outcome === "not-ready") throw notReady(approved.missing);
    if (approved.outcome !== "approved") throw noticeRefused(approved.outcome, publicId);
    return done(approved, "Approved. Sending begins in a moment.");
  },
});
