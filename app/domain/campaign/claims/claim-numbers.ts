import { maxTextParts } from "#app/domain/campaign/wording.ts";

export const numbered = (most: number) => Array.from({ length: most }, (_, n) => n + 1);

/** Numbers of further sources: the first is part of the claim itself. */
export const sourceNumbers = numbered(maxTextParts.sources).map((n) => n + 1);
