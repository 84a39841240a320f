import { readingsOf } from "#app/lib/misleading-link.ts";
import { readNumbers } from "./find-location.ts";

/**
 * Top-level domains that make a link even without a scheme: common ones that do not begin a sentence where
 * the space before it is missing ("no.Me dicen").
 */
const endings = new Set(
  (
    "com org net info io co ly gov edu biz xyz news site online shop store app dev website tech blog click " +
    "link live vip icu tv cc ws tk ml ga gq su ru cn uk eu nl pl br mx"
  ).split(" "),
);

/** Invisible or decorative characters: zero width, soft hyphens, marks on letters. */
const unseen = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/gu;
const visible = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is plain ASCII hides nothing.
  /^[\x00-\x7f]*$/.test(text) ? text : text.normalize("NFKD").replace(unseen, "").normalize("NFC");

/** An ending as a word, or letter by letter, or after "dot" without a space. */
const ending =
  /(?<![\p{L}\p{N}])(?:com|c0m|org|net|info|io|co|ly|gov|edu|biz|xyz|news|c\s{1,4}o\s{1,4}m|o\s{1,4}r\s{1,4}g)(?![\p{L}\p{N}])|(?:dot|d0t|punto)(?:com|org)/giu;
/** Reading a whole text as people may takes too long, so only what surrounds this many endings is read so. */
const readAtMost = 40;
const [before, behind] = [60, 12];

/**
 * Counts web addresses: with a scheme, with `www.`, or on a common ending, also with a dot in words or in
 * another guise. Email addresses do not count.
 */
export function countLinks(text: string): number {
  const plain = visible(text);
  const parts: string[] = [];
  let from = 0;
  for (const { index } of plain.matchAll(ending)) {
    if (parts.length === readAtMost) break;
    const start = Math.max(from, index - before);
    const more = plain.slice(start, index + behind);
    // "news (dot) com": an ending within another's surroundings.
    if (parts.length > 0 && start === from) parts[parts.length - 1] += more;
    else parts.push(more);
    from = index + behind;
  }
  return Math.max(countPlainLinks(text), ...readingsOf(parts.join("\n")).map(countPlainLinks));
}

function countPlainLinks(text: string): number {
  let links = 0;
  for (const piece of visible(text).split(/\s/)) {
    if (piece.length > 4) links += linksIn(piece.toLowerCase());
  }
  return links;
}

function linksIn(piece: string): number {
  const scheme = piece.indexOf("://");
  if (scheme > 1 && scheme + 3 < piece.length && /^[a-z][a-z0-9+]$/.test(piece.slice(scheme - 2, scheme)))
    return 1;
  const www = piece.indexOf("www.");
  if (www >= 0 && www + 4 < piece.length && !/[\p{L}\p{N}_]/u.test(piece.charAt(www - 1))) return 1;
  return piece.split(/[^\p{L}\p{N}.@-]/u).filter(isDomain).length;
}

function isDomain(part: string): boolean {
  const end = part.lastIndexOf(".", part.length - 2);
  if (end < 1 || part.includes("@")) return false;
  return endings.has(part.slice(end + 1).replace(/\.$/, ""));
}

/** Fewest digits of a telephone number. */
const digitsAtLeast = 7;

/** True for text with an email address or a telephone number. */
export const holdsContact = (text: string): boolean =>
  text.split(/\s/).some(isEmail) ||
  readNumbers(text).some(
    ({ start, end, digits }) =>
      digits >= digitsAtLeast &&
      !/[\p{L}\p{N}]/u.test(text.slice(start - 1, start) + text.slice(end, end + 1)),
  );

const isEmail = (piece: string): boolean => {
  const at = piece.lastIndexOf("@");
  if (at < 1) return false;
  const dot = piece.indexOf(".", at + 2);
  return dot > 0 && /^\.\p{L}{2}/u.test(piece.slice(dot, dot + 4));
};
