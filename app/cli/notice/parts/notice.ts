import { CommandFailed } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { askerGone, whileFrozen } from "#app/cli/parts/refusals.ts";

const refused: Record<string, string> = {
  frozen: whileFrozen,
  asker: askerGone,
  own: "You asked for it, so an organizer must approve it in the console. Or add --approve-alone.",
  changed: "The email changed just now. Review it again.",
  differs: "The email changed since approval was asked or given. Run `notice ask-anew`, or undo the change.",
  "not-waiting": "It is already approved or canceled.",
  "not-under-way": "It is already canceled.",
  "not-held": "It is not on hold: it is being sent, or was canceled.",
};

export const notice = required(text("ID", "the notice, from `notice list`"));

export const noticeRefused = (outcome: string, publicId: string) =>
  new CommandFailed(
    outcome === "gone"
      ? `There is no notice "${publicId}". Run \`notice list\`.`
      : (refused[outcome] ?? outcome),
  );
