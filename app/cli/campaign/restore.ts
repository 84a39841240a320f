import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { number, required } from "#app/cli/options.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { restoreChange } from "#app/domain/campaign/history/restore-change.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "restore an earlier text from the history, as a draft",
  options: { campaign, change: required(number("the line in the history", "campaign history")) },
  async run({ db, operator }, { change }) {
    const restored = await restoreChange(db, { ...operator, changeId: change });
    if (restored.outcome === "stale") throw conflict();
    if (restored.outcome === "gone")
      throw new CommandFailed("The history has no such line. Run `campaign history`.");
    if (restored.outcome !== "restored")
      throw new CommandFailed(words("en").editing.refused[restored.outcome] ?? "It no longer exists.");
    const what = restored.thing === "claim" ? `claim ${restored.id}` : `the ${restored.thing}`;
    return done(restored, `Restored as a draft of ${what}. Nothing was published.`);
  },
});
