import { campaign, command, done } from "#app/cli/command.ts";
import { notice, noticeRefused } from "#app/cli/notice/parts/notice.ts";
import { cancelNotice } from "#app/domain/campaign/notices/pause-or-end-notice.server.ts";

export default command({
  summary: "cancel a notice; emails already sent stay sent",
  options: { campaign, notice },
  async run({ db, operator }, { notice: publicId }) {
    const cancelled = await cancelNotice(db, { ...operator, publicId });
    if (cancelled.outcome !== "cancelled") throw noticeRefused(cancelled.outcome, publicId);
    return done(cancelled, "Canceled.");
  },
});
