/**
 * Limits of one email. `bytes` is of its attachments before base64, which turns 8 MiB into 10.7: below the 20
 * MB that company mailboxes commonly accept.
 */
export const maxPart = { bytes: 8 * 1024 * 1024, letters: 2500, names: 25_000 };

/**
 * Bytes that a letter or a name adds to the attachments at most. A letter is in the table as it is and in the
 * PDF compressed, in scripts whose glyphs take two bytes each; fonts are subset.
 */
const weights = { papers: 1_200_000, letter: (bytes: number) => 1200 + 2 * bytes, name: 120 };

export type PlannedPart = { letterIds: number[]; signatureIds: number[] };

/** A letter to include: `bytes` of its words in UTF-8. */
export type WeighedLetter = { id: number; bytes: number };

/**
 * Divides letters, then names, in order into as few emails as possible. Individual letters (`alone`) get an
 * email each.
 */
export function planParts(
  letters: readonly WeighedLetter[],
  signatureIds: readonly number[],
  { alone }: { alone: boolean },
): PlannedPart[] {
  if (alone) return letters.map(({ id }) => ({ letterIds: [id], signatureIds: [] }));
  const parts: PlannedPart[] = [];
  let part: PlannedPart | null = null;
  let weight = 0;
  const place = (adds: number, isFull: (part: PlannedPart) => boolean): PlannedPart => {
    if (part === null || weight + adds > maxPart.bytes || isFull(part)) {
      part = { letterIds: [], signatureIds: [] };
      parts.push(part);
      weight = weights.papers;
    }
    weight += adds;
    return part;
  };
  for (const { id, bytes } of letters) {
    place(weights.letter(bytes), ({ letterIds }) => letterIds.length >= maxPart.letters).letterIds.push(id);
  }
  for (const id of signatureIds) {
    const isFull = (full: PlannedPart) => full.signatureIds.length >= maxPart.names;
    place(weights.name, isFull).signatureIds.push(id);
  }
  return parts;
}
