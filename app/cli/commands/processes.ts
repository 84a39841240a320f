import type { Commands } from "#app/cli/old.ts";

/** The processes and what they stand on. */
export const processes: Commands = {};
