import { partsAtMost } from "#app/domain/campaign/wording.ts";

export const numbered = (most: number) => Array.from({ length: most }, (_, n) => n + 1);

/** Sources are numbered from the first, which is in the claim itself. */
export const sourceNumbers = numbered(partsAtMost.sources).map((n) => n + 1);
