const shingleWords = 3;

/** Scripts without spaces: each character counts as a word. */
const unspaced =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const word = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+`, "gu");

/**
 * Accents of Latin, Greek and Cyrillic letters, vowel points of Arabic and Hebrew, and invisible characters.
 */
const folded = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\p{Cf}]/gu;

/** Hashes (53 bits) the shingles of a text, ignoring case, accents, punctuation and line ends. */
export function shinglesOf(text: string): Set<number> {
  const plain = text.normalize("NFKD").replace(folded, "").normalize("NFC").toLowerCase();
  const words = plain.match(word) ?? [];
  const last = Math.max(words.length - shingleWords, 0);
  const shingles = new Set<number>();
  for (let at = 0; at <= last && words.length > 0; at++) {
    shingles.add(hash(words.slice(at, at + shingleWords).join(" ")));
  }
  return shingles;
}

/** Returns how much of a text is in another, 0 to 1, by their shingles. */
export function sharedPart(own: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (own.size === 0) return 0;
  let shared = 0;
  for (const shingle of own) if (other.has(shingle)) shared++;
  return shared / own.size;
}

/** Shingles stored per letter to find similar ones: at least (if it has that many) and at most. */
const printsAtLeast = 8;
const printsAtMost = 64;
const hashes = 2 ** 53;

/**
 * Returns the shingles that find a letter: those with the smallest hashes, a quarter of all. The same words
 * give the same prints in a short letter as in the long one that holds it.
 */
export function sampleShingles(shingles: ReadonlySet<number>): number[] {
  const sorted = [...shingles].sort((a, b) => a - b);
  return sorted.filter((print, n) => n < printsAtLeast || (n < printsAtMost && print < hashes / 4));
}

/** A 53-bit hash, evenly spread: two multiplicative 32-bit ones, mixed at the end. Not secure. */
function hash(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  a = Math.imul(a ^ (a >>> 16) ^ (b >>> 13), 0x7feb352d);
  b = Math.imul(b ^ (b >>> 15) ^ (a >>> 14), 0x846ca68b);
  return ((a ^ (b >>> 16)) >>> 0) * 0x200000 + ((b ^ (a >>> 15)) >>> 11);
}
