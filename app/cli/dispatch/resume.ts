import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { dispatch } from "#app/cli/dispatch/parts/dispatch.ts";
import { notReady, withMailing } from "#app/cli/parts/mailing.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/sending/resume-dispatch.server.ts";

const refused = {
  frozen: whileFrozen,
  "not-paused": "It is not paused.",
  recipient:
    "The office is not verified, is retired, or is another than was approved: verify it (`recipient verify`), or cancel.",
  approver:
    "Who approved it may not approve any more. Give the right back, or cancel: its letters wait for a new dispatch.",
  differs:
    "What its mails say of the office or of the campaign is other than was approved; dispatch status names it. Set it back, or cancel: its letters wait for a new dispatch.",
};

export default command({
  summary: "resume a paused dispatch",
  options: { campaign, dispatch },
  async run(opened, { dispatch: { on, named } }) {
    const resumed = await withMailing(opened, (mailing) => resumeDispatch(opened.db, mailing, on));
    if (resumed.outcome === "not-ready") throw notReady(resumed.missing);
    if (resumed.outcome !== "resumed") throw new CommandFailed(refused[resumed.outcome]);
    return done({ outcome: "resumed", ...named }, `Dispatch ${named.number} goes on.`);
  },
});
