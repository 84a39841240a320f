import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { dispatch } from "#app/cli/dispatch/parts/dispatch.ts";
import { cancelDispatch } from "#app/domain/outgoing/dispatches/cancel-dispatch.server.ts";

export default command({
  summary: "end a dispatch before all of it went: what nobody was handed waits again",
  options: { campaign, dispatch },
  async run({ db }, { dispatch: { on, named } }) {
    const { outcome } = await cancelDispatch(db, on);
    if (outcome !== "cancelled") throw new CommandFailed("It is over: all of it went, or it was cancelled.");
    return done({ outcome, ...named }, `Dispatch ${named.number} is cancelled.`);
  },
});
