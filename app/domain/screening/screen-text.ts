import { maxLetterLength } from "#app/domain/base/text.ts";
import { countLinks, holdsContact } from "./find-links.ts";
import { findLocation } from "./find-location.ts";
import { findThreat } from "./find-threat.ts";
import { isOf, lexicon } from "./lexicon.ts";
import type { Passage } from "./passage.ts";
import { isScreenedLanguage } from "./read-language.ts";
import { readName } from "./read-name.ts";
import { readWords, type Word } from "./read-words.ts";
import type { CommentReason, HoldReason, NameReason } from "./reasons.ts";
import learned from "./weights.json";

export type ScreenedLetter = { holdReason: HoldReason | null; links: number; passage: Passage | null };

/** Longer texts are held unscreened: no form accepts four times the longest letter. */
const readAtMost = 4 * maxLetterLength;
const isTooLong = (...texts: string[]) => texts.some(({ length }) => length > readAtMost);

/** A letter with more links is held. */
const linksAtMost = 3;

/**
 * Screens a letter and the name under it, in English and Spanish; in another language it is held. It holds a
 * letter for review and refuses none: a reader of the letter decides. Strong words about a company, an agency
 * or what they do hold nothing.
 */
export function screenLetterText({ body, name }: { body: string; name: string }): ScreenedLetter {
  if (isTooLong(body, name)) return { holdReason: "unscreened", links: 0, passage: null };
  const links = countLinks(body);
  const found = findPassage(body);
  if (found) return { holdReason: found.kind, links, passage: { start: found.start, end: found.end } };
  const holdReason =
    links > linksAtMost ? "links" : isScreenedLanguage(body) ? screenNameText(name) : "language";
  return { holdReason, links, passage: null };
}

/**
 * Screens the name under a letter: for a threat or an attack if it is a sentence, and for what nobody is
 * called. A surname that is a rude word as well is a surname.
 */
export function screenNameText(name: string): HoldReason | null {
  if (isTooLong(name)) return "unscreened";
  const found = sentence.test(name) ? findPassage(name) : null;
  if (found) return found.kind;
  return readName(name).length > 0 ? "name" : null;
}

const sentence =
  /(?<!\p{L})(?:is|are|was|were|you|will|ill|die|kill|shoot|burn|es|son|eres|sos|voy|vamos|te|los|muere|fuck)(?!\p{L})/iu;

/** Screens a public comment. It decides nothing: a person does. */
export function screenCommentText(comment: string): CommentReason[] {
  if (isTooLong(comment)) return ["unscreened"];
  const found = findPassage(comment);
  return [
    ...(found ? [found.kind] : []),
    ...(readName(comment).includes("profanity") ? (["profanity"] as const) : []),
    ...(countLinks(comment) > 0 ? (["links"] as const) : []),
    ...(holdsContact(comment) ? (["contact"] as const) : []),
    ...(isScreenedLanguage(comment) ? [] : (["language"] as const)),
  ];
}

export type Screenings = {
  letter: { ask: { body: string; name: string }; answer: ScreenedLetter };
  letterName: { ask: string; answer: HoldReason | null };
  comment: { ask: string; answer: CommentReason[] };
  name: { ask: { name: string; watched: readonly string[] }; answer: NameReason[] };
};

export const screenings: {
  [Kind in keyof Screenings]: (ask: Screenings[Kind]["ask"]) => Screenings[Kind]["answer"];
} = {
  letter: screenLetterText,
  letterName: screenNameText,
  comment: screenCommentText,
  name: ({ name, watched }) => (isTooLong(name) ? ["unscreened"] : readName(name, watched)),
};

type Found = Passage & { kind: "threat" | "personal-attack" };

/**
 * Finds why a text should be on hold: a threat, whether made or quoted, or an attack on a person. The weight
 * of its heaviest window of words decides. Slurs that mean nothing else and whereabouts decide alone.
 */
function findPassage(text: string): Found | null {
  const words = readWords(text, lexicon);
  const certain = findSlur(words) ?? findLocation(words, text);
  if (certain) return { kind: "personal-attack", ...certain };
  const menace = findThreat(words);
  return menace !== null && menace.weight >= learned.heldFrom ? classify(words, menace) : null;
}

const isAnyOf = (id: number, names: readonly string[]) => names.some((name) => isOf(id, name));

/** Finds a slur that means nothing else, unless the sentence before it denies or reports it. */
function findSlur(words: readonly Word[]): Passage | null {
  const is = (at: number, names: readonly string[]) => isAnyOf(words[at]?.id ?? 0, names);
  const found = words.find(
    (_, at) => is(at, ["SURESLUR", "ES_SURESLUR"]) && !isDenied(words, at) && !isReported(words, at),
  );
  return found ? { start: found.start, end: found.end } : null;

  function isDenied(all: readonly Word[], slur: number) {
    for (let at = slur - 1; at >= slur - 3 && at >= 0; at--) {
      if (all[at]?.word === "|" || all[at]?.word === ",") return false;
      if (is(at, ["NEG", "ES_NEG"])) return true;
    }
    return false;
  }

  /** What others said; "I called him" is the writer's own word. */
  function isReported(all: readonly Word[], slur: number) {
    for (let at = slur - 1; at >= slur - 9 && at >= 0; at--) {
      if (all[at]?.word === "|" && all[at]?.mark !== ":") return false;
      if (is(at, ["REPORT", "ES_REPORT", "CALLED"]))
        return ![at - 1, at - 2, at - 3].some((who) => is(who, ["FIRST"]));
    }
    return false;
  }
}

const insults = "SLUR ES_SLUR INSULT INSULTO INSULTSTRONG INSULTOFUERTE".split(" ");

const violence = "VIOLENCE GRIM HURT".split(" ");

/** An insult without violence is an attack. */
function classify(words: readonly Word[], { start, end }: Passage): Found {
  const within = words.filter((word) => word.start >= start && word.end <= end);
  const holdsAny = (names: readonly string[]) => within.some(({ id }) => isAnyOf(id, names));
  return { kind: holdsAny(insults) && !holdsAny(violence) ? "personal-attack" : "threat", start, end };
}
