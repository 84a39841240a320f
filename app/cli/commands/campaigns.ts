import type { Commands } from "#app/cli/old.ts";

/** Campaigns, from the first draft to the end. */
export const campaigns: Commands = {};
