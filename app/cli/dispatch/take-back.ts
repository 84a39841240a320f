import { campaign, command, done } from "#app/cli/command.ts";
import { dispatch, dispatchRefused } from "#app/cli/dispatch/parts/dispatch.ts";
import { withdrawDispatchApproval } from "#app/domain/outgoing/dispatches/withdraw-dispatch-approval.server.ts";

export default command({
  summary: "make a dispatch that was submitted or approved, and has not begun, a draft again",
  options: { campaign, dispatch },
  async run({ db }, { dispatch: { on, named } }) {
    const { outcome } = await withdrawDispatchApproval(db, on);
    if (outcome !== "withdrawn") throw dispatchRefused(outcome);
    return done({ outcome, ...named }, `Dispatch ${named.number} is a draft again.`);
  },
});
