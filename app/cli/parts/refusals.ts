import { CommandFailed } from "#app/cli/command.ts";

/** Why nothing is approved, sent or resumed in a campaign whose panic switch is on. */
export const whileFrozen =
  "The campaign is frozen: nothing is approved, sent or resumed until `unfreeze --campaign S`.";

/** Why nothing leaves a campaign whose panic switch is on. */
export const nothingLeaves = "The campaign is frozen: nothing leaves it until `unfreeze --campaign S`.";

/** Refuses to store over what somebody else has just edited. */
export const conflict = () => new CommandFailed("Nothing was saved: someone else saved it first. Try again.");
