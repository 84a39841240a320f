/** Why a letter waits for an organizer's look before anything else becomes of it. */
export const heldReasons = ["threat", "personal-attack", "links"] as const;
export type HeldReason = (typeof heldReasons)[number];

export type Screened = { heldReason: HeldReason | null; links: number };

/** Links in a letter beyond which somebody looks at it. */
const linksAtMost = 3;

/** What stands out in a letter's words. */
export function screenLetter(body: string): Screened {
  const links = (body.match(/\bhttps?:\/\/|\bwww\./gi) ?? []).length;
  return { heldReason: links > linksAtMost ? "links" : null, links };
}
