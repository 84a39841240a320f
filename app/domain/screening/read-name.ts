import { readingsOf } from "#app/lib/misleading-link.ts";
import { type NameReason, nameReasons } from "./reasons.ts";
import {
  characterNames,
  emptyWords,
  placeholderNames,
  profaneAsWritten,
  profaneParts,
  profaneWords,
  sloganBeginnings,
  sloganWords,
} from "./words/known-words.ts";

/** Only of Latin, Greek and Cyrillic: in other scripts such signs are letters. */
const accents = /[\u0300-\u036f]/g;

/** Folds a name for comparison: compatibility forms, accents, case, dashes and spaces make no difference. */
const foldName = (name: string) =>
  name
    .normalize("NFKD")
    .replace(accents, "")
    .toLowerCase()
    .replace(/[’ʼʻ‘`´]/g, "'")
    .replace(/[/\s\-‐–—_.,]+/gu, " ")
    .trim()
    .normalize("NFC");

const lists = {
  profane: new Set(profaneWords.map(foldName)),
  asWritten: new Set(profaneAsWritten),
  profaneParts: profaneParts.map(foldName),
  slogan: new Set(sloganWords.map(foldName)),
  characters: new Set(characterNames.map(foldName)),
  empty: new Set(emptyWords.map(foldName)),
  placeholders: new Set(placeholderNames.map(foldName)),
};

/**
 * Finds what looks wrong in one name; nothing for a name that a person may bear. It looks for what nobody is
 * called, never for what everybody is: any script, one name or ten, particles, initials, hyphens and
 * apostrophes are names. It decides nothing: a person does. `watched` are names an organizer wants to see,
 * whole or in part.
 */
export function readName(name: string, watched: readonly string[] = []): NameReason[] {
  const folded = foldName(name);
  const words = folded.split(" ").filter(Boolean);
  const whole = ` ${folded} `;
  const found: Record<Exclude<NameReason, "repeat" | "unscreened">, boolean> = {
    profanity: isProfane(name, folded, words),
    slogan: isSlogan(name, words),
    address: isAddress(name),
    digits: /\p{N}/u.test(name.replace(ordinals, "")),
    character: lists.characters.has(folded.replace(/^(mr|mrs|ms|the) /, "")) || lists.characters.has(folded),
    watched: watched.some((one) => whole.includes(` ${foldName(one)} `)),
    empty: isEmpty(name, folded, words),
    symbols: !/\p{L}/u.test(name) || symbols.test(name),
  };
  return nameReasons.filter((reason) => reason !== "repeat" && reason !== "unscreened" && found[reason]);
}

/** "John Smith 3rd" is a valid name. */
const ordinals = /(?<=\s)(2nd|3rd|[4-9]th|1\.|2\.|3\.)(?=\s|$)/giu;

/**
 * Characters that no name has. Quotes and brackets around a nickname are fine: Robert “Bob” (Bobby) Miller.
 */
const symbols = /[\p{So}\p{Sc}\p{Sm}\p{Extended_Pictographic}@#*_\\/^%{}[\]|;:…¡¿§¶†‡•]|[!?=]{2}|[.,\-']{3}/u;

const digitsAsLetters: Record<string, string> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function isProfane(name: string, folded: string, words: readonly string[]): boolean {
  const spelled = folded.replace(/[013457@$!]/g, (sign) => digitsAsLetters[sign] ?? sign);
  // f u c k: reads single letters as one word.
  const joined = words.length > 2 && words.every((word) => word.length === 1) ? words.join("") : "";
  const candidates = [...words, ...spelled.split(" "), joined];
  const written = name.toLowerCase().split(/[^\p{L}\p{M}]+/u);
  return (
    candidates.some((word) => lists.profane.has(word.replace(/[^\p{L}]/gu, ""))) ||
    lists.profaneParts.some((part) => [folded, spelled, joined].some((text) => text.includes(part))) ||
    written.some((word) => lists.asWritten.has(word))
  );
}

function isSlogan(name: string, words: readonly string[]): boolean {
  const plain = words.map((word) => word.replace(/^[#"“”!?¡¿]+|["“”!?]{1,20}$/gu, ""));
  const [first = "", second = ""] = plain;
  return (
    /[#＃]\p{L}/u.test(name) ||
    /[?！？؟]|!(?=\s|$)/u.test(name) ||
    /(?<=\s|^)ICE(?=\s|$)/u.test(name.replace(/[.,!]/g, "")) ||
    plain.some((word) => lists.slogan.has(word)) ||
    sloganBeginnings.some(({ verbs, objects }) => verbs.includes(first) && objects.includes(second)) ||
    plain.length > 14
  );
}

/** Endings need a dot and three letters before it, so that "J.de Boer" and "St.John" pass as names. */
const isAddress = (name: string) => [name, ...readingsOf(name)].some(isPlainAddress);
const isPlainAddress = (name: string) =>
  /:\/\/|\bwww\b|@\S|＠|\S@/iu.test(name) ||
  /[\p{L}\p{N}-]{3}\.(com|org|net|info|biz|io|xyz|gov|edu|online|site|app|ly)(?=\/|\s|$)/iu.test(name) ||
  /[\p{L}\p{N}-]{3}\.(de|us|uk|fr|es|ru|cn|nl|it|pl|ca|me|tv|eu)(?=\/|$)/iu.test(name);

const alphabets = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u;

function isEmpty(name: string, folded: string, words: readonly string[]): boolean {
  const letters = folded.replace(/[^\p{L}]/gu, "");
  if (letters === "") return !/\p{L}|\p{N}/u.test(name) && name.trim().length < 2;
  const inAlphabet = alphabets.test(letters);
  // One Chinese or Korean character can be a name; one letter, or one repeated, cannot.
  if (inAlphabet && (letters.length === 1 || (words.length === 1 && /^(\p{L})\1+$/u.test(letters))))
    return true;
  if (inAlphabet && letters.length > 3 && /^(\p{L})\1+$/u.test(letters)) return true;
  const bare = words.map((word) => word.replace(/[^\p{L}]/gu, "")).filter(Boolean);
  const initials = bare.every((word) => word.length === 1);
  return lists.placeholders.has(folded) || (!initials && bare.every((word) => lists.empty.has(word)));
}
