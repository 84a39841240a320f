import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { dispatch } from "#app/cli/dispatch/parts/dispatch.ts";
import { pauseDispatch } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";

export default command({
  summary: "pause a dispatch",
  options: { campaign, dispatch },
  async run({ db }, { dispatch: { on, named } }) {
    const { outcome } = await pauseDispatch(db, on);
    if (outcome !== "paused") throw new CommandFailed("It is not being sent.");
    return done({ outcome, ...named }, `Dispatch ${named.number} is paused.`);
  },
});
