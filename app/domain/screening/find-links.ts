import { readNumbers } from "./find-whereabouts.ts";

/** Top-level domains that make a link even without a scheme. */
const endings = new Set("com org net info io co ly gov edu biz xyz news".split(" "));

/** Invisible or decorative characters: zero width, soft hyphens, marks on letters. */
const unseen = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/gu;
const visible = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is plain ASCII hides nothing.
  /^[\x00-\x7f]*$/.test(text) ? text : text.normalize("NFKD").replace(unseen, "").normalize("NFC");

/** Counts web addresses: with a scheme, with `www.`, or on a common ending. Email addresses do not count. */
export function countLinks(text: string): number {
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
