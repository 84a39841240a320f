import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { approveAlone, text } from "#app/cli/options.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { conditionOptions, readConditions } from "#app/cli/review/parts/review.ts";
import { noteAtMost } from "#app/domain/review/bulk/bulk.ts";
import { approveBulk, askBulk } from "#app/domain/review/bulk/change-bulk.server.ts";

export default command({
  summary: "ask that all signatures that meet the conditions be invalidated",
  options: { campaign, ...conditionOptions, note: text("T", "a note for those who signed"), approveAlone },
  read({ note = null, approveAlone, ...given }) {
    const conditions = readConditions(given);
    if (note !== null && (note.length === 0 || note.length > noteAtMost))
      throw new UsageError(`--note has 1 to ${noteAtMost} characters`);
    return { note, alone: approveAlone, conditions };
  },
  async run({ db, operator }, { note, alone, conditions }) {
    const asked = await askBulk(db, { ...operator, conditions, note });
    if (asked.outcome === "note-braces")
      throw new UsageError("--note has braces that nothing is filled in for: {count} is the number");
    if (asked.outcome !== "asked") throw new CommandFailed("Nobody meets all of this.");
    const { number } = asked;
    if (!alone)
      return done({ outcome: "asked", number }, `Number ${number} waits: an organizer approves it.`);
    const { outcome } = await approveBulk(db, { ...operator, number, alone: true });
    if (outcome === "frozen")
      throw new CommandFailed(`Number ${number} waits for an approval. ${whileFrozen}`);
    if (outcome !== "changed")
      throw new CommandFailed(
        `Number ${number} is being counted: approve it with \`review bulk approve\` once that is done.`,
      );
    return done(
      { outcome: "approved", number },
      `Number ${number} is approved. The worker begins in a moment.`,
    );
  },
});
