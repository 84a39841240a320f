import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { dispatch } from "#app/cli/dispatch/parts/dispatch.ts";
import { notReady, withMailing } from "#app/cli/parts/mailing.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/sending/resume-dispatch.server.ts";

const refused = {
  frozen: whileFrozen,
  "not-paused": "It is not paused.",
  recipient:
    "The recipient is unverified, retired or changed since the approval. " +
    "Run `recipient verify`, or `dispatch cancel`.",
  approver:
    "Its approver lost the right to approve. Restore the right, or cancel; " +
    "its letters then wait for a new dispatch.",
  differs:
    "Details of the recipient or campaign changed since the approval; `dispatch status` lists them. " +
    "Restore them, or cancel; its letters then wait for a new dispatch.",
};

export default command({
  summary: "resume a paused dispatch",
  options: { campaign, dispatch },
  async run(opened, { dispatch: { on, named } }) {
    const resumed = await withMailing(opened, (mailing) => resumeDispatch(opened.db, mailing, on));
    if (resumed.outcome === "not-ready") throw notReady(resumed.missing);
    if (resumed.outcome !== "resumed") throw new CommandFailed(refused[resumed.outcome]);
    return done({ outcome: "resumed", ...named }, `Dispatch ${named.number} is resumed.`);
  },
});
