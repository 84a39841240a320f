import type { Commands } from "#app/cli/old.ts";

/** What a campaign says. */
export const words: Commands = {};
