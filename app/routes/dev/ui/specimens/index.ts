import type looks from "../words.ts";
import { caseSpecimens } from "./case.tsx";
import { consoleSpecimens } from "./console.tsx";
import { formSpecimens } from "./forms.tsx";
import { letterSpecimens } from "./letter.tsx";
import { overviewSpecimens } from "./overview.tsx";
import { pledgeSpecimens } from "./pledge.tsx";
import { siteSpecimens } from "./site.tsx";
import type { Specimen } from "./specimen.ts";

export type Area = keyof (typeof looks)["areas"];

/**
 * Lists components in each state, by area. tests/unit/specimens.test.tsx names those that no specimen draws.
 */
export const specimens: Record<Area, readonly Specimen[]> = {
  forms: formSpecimens,
  site: siteSpecimens,
  case: caseSpecimens,
  pledge: pledgeSpecimens,
  letter: letterSpecimens,
  console: [...consoleSpecimens, ...overviewSpecimens],
};
