import { isOf } from "./lexicon.ts";
import type { Word } from "./read-words.ts";

/** Words on either side in which a person may be named with a house or a number. */
const reach = 14;
/** Fewest digits of a telephone number, and most characters between them. */
const digitsAtLeast = 7;
const digitsAtMost = 15;
const betweenAtMost = 2;

/** Finds where a text says where another person lives or their number. The writer's own data is allowed. */
export function findLocation(words: readonly Word[], text: string): { start: number; end: number } | null {
  const is = (at: number, name: string) => isOf(words[at]?.id ?? 0, name);
  const isNumber = (at: number) => {
    const word = words[at]?.word ?? "";
    return word.charCodeAt(0) <= 57 && /^\d{1,5}[a-z]?$/.test(word);
  };
  for (let at = 0; at < words.length; at++) {
    const end = isNumber(at)
      ? endOfStreet(words, at, is)
      : is(at, "CALLE")
        ? endOfCalle(words, at, is, isNumber)
        : -1;
    if (end >= 0 && tells(words, at, end, is, "ABODE")) {
      return { start: words[at]?.start ?? 0, end: words[end]?.end ?? text.length };
    }
  }
  for (const phone of readNumbers(text)) {
    const { digits, start } = phone;
    if (digits < digitsAtLeast || digits > digitsAtMost || /[\d.,/$]/.test(text.charAt(start - 1))) continue;
    const at = firstFrom(words, phone.start);
    const after = firstFrom(words, phone.end);
    if (tells(words, at, after - 1, is, "LINE")) return { start, end: phone.end };
  }
  return null;
}

type Is = (at: number, name: string) => boolean;

/** "12 Sample Street", "2209 Hollis Pine Road". */
function endOfStreet(words: readonly Word[], at: number, is: Is): number {
  for (let next = at + 1; next <= at + 5; next++) {
    const word = words[next]?.word;
    if (word === undefined || word === "|" || word === ",") return -1;
    if (next > at + 1 && is(next, "STREET")) return next;
  }
  return -1;
}

/** "calle Mayor 12", "avenida de la Paz, número 3". */
function endOfCalle(words: readonly Word[], at: number, is: Is, isNumber: (at: number) => boolean): number {
  for (let next = at + 1; next <= at + 8; next++) {
    const word = words[next]?.word;
    if (word === undefined || word === "|") return -1;
    if (isNumber(next)) return next;
    if (is(next, "CALLE")) return -1;
  }
  return -1;
}

/** Whether the words around are about somebody's home or phone, other than the writer's own. */
function tells(words: readonly Word[], from: number, to: number, is: Is, cue: "ABODE" | "LINE"): boolean {
  for (let at = from - 1; at >= 0 && at >= from - 5; at--) {
    if (words[at]?.word === "|") break;
    if (is(at, "OWN")) return false;
  }
  let marks = 0;
  for (let at = from - 1; at >= 0 && at >= from - reach; at--) {
    if (words[at]?.word === "|" && ++marks > 2) break;
    if (isCue(words, at, is, cue)) return true;
  }
  for (let at = to + 1; at < words.length && at <= to + 8; at++) if (isCue(words, at, is, cue)) return true;
  return false;
}

function isCue(words: readonly Word[], at: number, is: Is, cue: "ABODE" | "LINE"): boolean {
  if (is(at, `${cue}ALONE`)) return true;
  if (!is(at, cue)) return false;
  for (let before = at - 1; before >= 0 && before >= at - 4; before--) {
    if (words[before]?.word === "|") break;
    if (is(before, "OWN")) return false;
    if (is(before, "WHOSE") || words[before]?.word === "'s" || words[before]?.titled) return true;
  }
  for (let after = at + 1; after <= at + 3; after++) if (is(after, "WHOSEAFTER")) return true;
  return false;
}

/** Runs of digits that may be called, read once from left to right. */
export function readNumbers(text: string): { start: number; end: number; digits: number }[] {
  const found: { start: number; end: number; digits: number }[] = [];
  let start = -1;
  let digits = 0;
  let last = -1;
  const close = () => {
    found.push({ start, end: last + 1, digits });
    start = -1;
    digits = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      if (start < 0) start = at;
      digits += 1;
      last = at;
    } else if (start >= 0 && (!" ().-".includes(text.charAt(at)) || at - last > betweenAtMost)) close();
  }
  if (start >= 0) close();
  return found;
}

/** The first word that begins at or after a place, by binary search. */
function firstFrom(words: readonly Word[], place: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
