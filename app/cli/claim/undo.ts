import { claimRefused } from "#app/cli/claim/parts/claim.ts";
import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { moment, required } from "#app/cli/options.ts";
import { removalUndoMinutes } from "#app/domain/campaign/claims/removal.ts";
import { undoRemoval } from "#app/domain/campaign/claims/undo-removal.server.ts";

export default command({
  summary: "undo what one `claim remove` took, within ten minutes",
  options: { campaign, at: required(moment("the time that the command printed")) },
  async run({ db, operator }, { at }) {
    const undone = await undoRemoval(db, { ...operator, at });
    if (undone.outcome === "too-late")
      throw new CommandFailed(
        `Nothing was undone: no such removal in ${removalUndoMinutes} minutes, or already undone.`,
      );
    if (undone.outcome !== "undone")
      throw claimRefused(undone.outcome === "too-many" ? "too-many-back" : undone.outcome);
    const { restored, edited } = undone;
    return done(
      undone,
      `${restored} restored.`,
      ...(edited.length > 0 ? [`Edited since, and still off the page: ${edited.join(", ")}.`] : []),
    );
  },
});
