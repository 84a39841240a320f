import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { approveAlone, text } from "#app/cli/options.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { conditionOptions, readConditions } from "#app/cli/review/parts/review.ts";
import { maxNoteLength } from "#app/domain/review/bulk/bulk.ts";
import { approveBulk, askBulk } from "#app/domain/review/bulk/change-bulk.server.ts";

export default command({
  summary: "ask to invalidate all signatures that match the conditions",
  options: { campaign, ...conditionOptions, note: text("T", "a note to the signers"), approveAlone },
  read({ note = null, approveAlone, ...given }) {
    const conditions = readConditions(given);
    if (note !== null && (note.length === 0 || note.length > maxNoteLength))
      throw new UsageError(`--note must have 1 to ${maxNoteLength} characters`);
    return { note, alone: approveAlone, conditions };
  },
  async run({ db, operator }, { note, alone, conditions }) {
    const asked = await askBulk(db, { ...operator, conditions, note });
    if (asked.outcome === "note-braces")
      throw new UsageError("--note has an unknown placeholder. Only {count} is filled in");
    if (asked.outcome !== "asked") throw new CommandFailed("No signatures match.");
    const { number } = asked;
    if (!alone) return done({ outcome: "asked", number }, `Number ${number} needs approval by an organizer.`);
    const { outcome } = await approveBulk(db, { ...operator, number, alone: true });
    if (outcome === "frozen") throw new CommandFailed(`Number ${number} needs approval. ${whileFrozen}`);
    if (outcome !== "changed")
      throw new CommandFailed(`Number ${number} is still being counted. Run \`review bulk approve\` later.`);
    return done({ outcome: "approved", number }, `Number ${number} is approved and begins in a moment.`);
  },
});
