import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { dispatch } from "#app/cli/dispatch/parts/dispatch.ts";
import { approveAlone } from "#app/cli/options.ts";
import { askerGone, whileFrozen } from "#app/cli/parts/refusals.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";

const refused: Record<string, string> = {
  frozen: whileFrozen,
  asker: askerGone,
  own: "You wrote or submitted it, so an organizer must approve it in the console. Or add --approve-alone.",
  changed: "It changed just now. Review it again.",
  "submitted-otherwise":
    "Details of the recipient or campaign changed since it was submitted. Run `dispatch take-back`, then `dispatch submit`.",
  "nothing-left": "Everything in it was withdrawn. Run `dispatch cancel`.",
  "not-submitted": "It is not waiting for approval.",
  gone: "This dispatch no longer exists. Run `dispatch list`.",
};

export default command({
  summary: "approve a submitted dispatch; sending begins",
  options: { campaign, dispatch, approveAlone },
  async run({ db, env }, { dispatch: { dispatch, on, named }, approveAlone: alone }) {
    const input = { ...on, version: dispatch.version, alone };
    const { outcome } = await approveDispatch(db, env.keys, input);
    if (outcome !== "approved") throw new CommandFailed(refused[outcome] ?? outcome);
    return done({ outcome, ...named }, `Dispatch ${named.number} is approved.`);
  },
});
