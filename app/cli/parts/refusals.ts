import { CommandFailed } from "#app/cli/command.ts";

/** Why nothing is approved, sent or resumed in a campaign whose panic switch is on. */
export const whileFrozen =
  "The campaign is frozen: nothing is approved, sent or let go on until `unfreeze --campaign S` lifts that.";

/** Why nothing leaves a campaign whose panic switch is on. */
export const nothingLeaves =
  "The campaign is frozen: nothing leaves it until `unfreeze --campaign S` lifts that.";

/** Refuses to store over what somebody else has just edited. */
export const conflict = () =>
  new CommandFailed("Somebody edited it at this moment: nothing was stored. Try again.");
