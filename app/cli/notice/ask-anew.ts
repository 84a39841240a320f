import { campaign, command, done } from "#app/cli/command.ts";
import { notice, noticeRefused } from "#app/cli/notice/parts/notice.ts";
import { askNoticeAnew } from "#app/domain/campaign/notices/ask-notice-again.server.ts";

export default command({
  summary: "ask for the approval of its email as it is now",
  options: { campaign, notice },
  async run({ db, operator }, { notice: publicId }) {
    const asked = await askNoticeAnew(db, { ...operator, publicId });
    if (asked.outcome !== "asked") throw noticeRefused(asked.outcome, publicId);
    return done(
      asked,
      "Asked: an organizer approves it in the console, or `notice approve --approve-alone`.",
    );
  },
});
