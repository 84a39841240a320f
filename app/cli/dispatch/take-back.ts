import { campaign, command, done } from "#app/cli/command.ts";
import { dispatch, dispatchRefused } from "#app/cli/dispatch/parts/dispatch.ts";
import { withdrawDispatchApproval } from "#app/domain/outgoing/dispatches/revert-to-draft.server.ts";

export default command({
  summary: "make a submitted or approved dispatch a draft again before it is sent",
  options: { campaign, dispatch },
  async run({ db }, { dispatch: { on, named } }) {
    const { outcome } = await withdrawDispatchApproval(db, on);
    if (outcome !== "withdrawn") throw dispatchRefused(outcome);
    return done({ outcome, ...named }, `Dispatch ${named.number} is a draft again.`);
  },
});
