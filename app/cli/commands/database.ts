import type { Commands } from "#app/cli/old.ts";

/** All that is stored. */
export const database: Commands = {};
