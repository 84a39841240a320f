import type { Profile } from "./profile.ts";

/** Any law that has no file yet: only what is true everywhere is said. */
export const other: Profile = { name: "Another law", coFiling: null, recordDate: false, unitedStates: false };
