/** Why a letter is held for review. `unscreened`: its words could not be screened in time. */
export const heldReasons = ["threat", "personal-attack", "links", "name", "unscreened"] as const;
export type HeldReason = (typeof heldReasons)[number];
