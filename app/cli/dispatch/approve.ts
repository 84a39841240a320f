import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { dispatch } from "#app/cli/dispatch/parts/dispatch.ts";
import { approveAlone } from "#app/cli/options.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";

const refused: Record<string, string> = {
  frozen: whileFrozen,
  own: "The operator wrote or submitted it: an organizer approves it in the console, or give --approve-alone.",
  changed: "It was changed just now: look at it again.",
  "submitted-otherwise":
    "What its mails say of office or campaign is other than when it was submitted: have it taken back and submitted anew.",
  "nothing-left": "Everything in it has been withdrawn since: cancel it.",
  "not-submitted": "Nobody has asked for its approval, or it has one.",
  gone: "There is no such dispatch any more.",
};

export default command({
  summary: "approve a dispatch that was submitted, which begins it",
  options: { campaign, dispatch, approveAlone },
  async run({ db, env }, { dispatch: { dispatch, on, named }, approveAlone: alone }) {
    const input = { ...on, version: dispatch.version, alone };
    const { outcome } = await approveDispatch(db, env.keys, input);
    if (outcome !== "approved") throw new CommandFailed(refused[outcome] ?? outcome);
    return done({ outcome, ...named }, `Dispatch ${named.number} is approved.`);
  },
});
