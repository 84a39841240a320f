import { campaign, command, done } from "#app/cli/command.ts";
import { notice, noticeRefused } from "#app/cli/notice/parts/notice.ts";
import { askNoticeAgain } from "#app/domain/campaign/notices/ask-notice-again.server.ts";

export default command({
  summary: "ask for approval of a notice as it is now",
  options: { campaign, notice },
  async run({ db, operator }, { notice: publicId }) {
    const asked = await askNoticeAgain(db, { ...operator, publicId });
    if (asked.outcome !== "asked") throw noticeRefused(asked.outcome, publicId);
    return done(
      asked,
      "Asked. An organizer can approve it in the console. Or run `notice approve --approve-alone`.",
    );
  },
});
