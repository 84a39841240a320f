import { CommandFailed } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";

const refused: Record<string, string> = {
  frozen: whileFrozen,
  own: "The operator asked for it: an organizer approves it in the console, or give --approve-alone.",
  changed: "The mail was changed just now: look at it again.",
  differs:
    "The mail is another than was asked about or approved. Ask for its approval with `notice ask-anew`, or set back what was changed.",
  "not-waiting": "It was approved or called off before.",
  "not-under-way": "It was called off before.",
  "not-held": "It goes already, or was called off: there is nothing to ask about or to let go on.",
};

/** The notice that a command is about, by its id. */
export const notice = required(text("ID", "the notice, as `notice list` prints it"));

/** Refuses for a notice. */
export const noticeRefused = (outcome: string, publicId: string) =>
  new CommandFailed(
    outcome === "gone"
      ? `The campaign has no notice "${publicId}": see \`notice list\`.`
      : (refused[outcome] ?? outcome),
  );
