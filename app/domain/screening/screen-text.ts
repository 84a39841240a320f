import { letterAtMost } from "#app/domain/base/text.ts";
import { countLinks, holdsContact } from "./find-links.ts";
import { findPassage } from "./find-passage.ts";
import type { Passage } from "./passage.ts";
import { isScreenedLanguage } from "./read-language.ts";
import { readName } from "./read-name.ts";
import type { CommentReason, HoldReason, NameReason } from "./reasons.ts";

export type ScreenedLetter = { holdReason: HoldReason | null; links: number; passage: Passage | null };

/** Longer texts are held unscreened: no form accepts four times the longest letter. */
const readAtMost = 4 * letterAtMost;
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
