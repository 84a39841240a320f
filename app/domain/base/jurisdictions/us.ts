import type { Profile } from "./profile.ts";

/** Meetings under US state law and the rules of the SEC (17 CFR 240.14a). */
export const us: Profile = {
  name: "United States",
  coFiling: { en: "Rule 14a-8", es: "Regla 14a-8" },
  recordDate: true,
  unitedStates: true,
};
