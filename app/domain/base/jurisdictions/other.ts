import type { Profile } from "./profile.ts";

/** Any law without a file of its own: says only what is true everywhere. */
export const other: Profile = { name: "Another law", coFiling: null, recordDate: false, unitedStates: false };
