import { CommandFailed } from "#app/cli/command.ts";

/** Why nothing is approved, sent or resumed in a frozen campaign. */
export const whileFrozen =
  "The campaign is frozen: nothing is approved, sent or resumed until `unfreeze --campaign S`.";

/** Why an approval is refused when the person who asked left or lost the right to ask. */
export const askerGone =
  "The person who asked for it no longer has the right to. Withdraw it and ask again, or add --approve-alone.";

/** Why nothing leaves a frozen campaign. */
export const nothingLeaves = "The campaign is frozen: nothing leaves it until `unfreeze --campaign S`.";

/** Refuses to overwrite somebody else's recent edit. */
export const conflict = () => new CommandFailed("Nothing was saved: someone else saved it first. Try again.");
