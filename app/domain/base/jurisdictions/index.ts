import { other } from "./other.ts";
import type { Profile } from "./profile.ts";
import { us } from "./us.ts";

export const jurisdictions = { us, other } as const satisfies Record<string, Profile>;
export type Jurisdiction = keyof typeof jurisdictions;
export const jurisdictionNames = Object.keys(jurisdictions) as Jurisdiction[];

/** Returns the profile of a stored name. A name without a file, from a newer version, is `other`. */
export const profileOf = (name: string): Profile =>
  Object.hasOwn(jurisdictions, name) ? jurisdictions[name as Jurisdiction] : other;
