import { readOnDispatch, requireDispatch } from "#app/cli/dispatch.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, tell } from "#app/cli/old.ts";
import { whileFrozen } from "#app/cli/on-campaign.ts";
import { notReady, withMailing } from "#app/cli/update.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/resume-dispatch.server.ts";

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

/** Lets a paused dispatch go on. */
export async function dispatchResume(args: string[]): Promise<number> {
  const { json, slug, reference } = readOnDispatch(args);

  return withDatabase("dispatch resume", async (opened) => {
    const { on, named } = await requireDispatch(opened, slug, reference);
    const resumed = await withMailing(opened, (mailing) => resumeDispatch(opened.db, mailing, on));
    if (resumed.outcome === "not-ready") throw notReady(resumed.missing);
    if (resumed.outcome !== "resumed") throw new CommandFailed(refused[resumed.outcome]);
    tell(json, { outcome: "resumed", ...named }, `Dispatch ${named.number} goes on.`);
    return exitCodes.done;
  });
}
