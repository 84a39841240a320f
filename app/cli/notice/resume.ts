import { campaign, command, done } from "#app/cli/command.ts";
import { notice, noticeRefused } from "#app/cli/notice/parts/notice.ts";
import { notReady, withMailing } from "#app/cli/parts/mailing.ts";
import { resumeNotice } from "#app/domain/campaign/notices/pause-or-end-notice.server.ts";

export default command({
  summary: "resume a notice on hold, once its email is as approved",
  options: { campaign, notice },
  async run(on, { notice: publicId }) {
    const resumed = await withMailing(on, (mailing) =>
      resumeNotice(on.db, mailing, { ...on.operator, publicId }),
    );
    if (resumed.outcome === "not-ready") throw notReady(resumed.missing);
    if (resumed.outcome !== "resumed") throw noticeRefused(resumed.outcome, publicId);
    return done(resumed, "Resumed.");
  },
});
