import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { dispatch } from "#app/cli/dispatch/parts/dispatch.ts";
import { cancelDispatch } from "#app/domain/outgoing/dispatches/cancel-dispatch.server.ts";

export default command({
  summary: "stop a dispatch for good; what was not sent waits again",
  options: { campaign, dispatch },
  async run({ db }, { dispatch: { on, named } }) {
    const { outcome } = await cancelDispatch(db, on);
    if (outcome !== "cancelled") throw new CommandFailed("It has already been sent or canceled.");
    return done({ outcome, ...named }, `Dispatch ${named.number} is canceled.`);
  },
});
