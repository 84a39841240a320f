import { automaton } from "./lexicon.ts";
import type { Word } from "./read-words.ts";

/** Names that are not of persons, so that a company or an agency may be called anything. */
const noPersons = new Set(
  (
    "microsoft azure github linkedin openai palantir google amazon oracle ice dhs cbp congress senate " +
    "america american americans states united us usa mexico europe god english spanish company " +
    "corporation investor investors relations board shareholders department agency immigration customs " +
    "enforcement monday tuesday wednesday thursday friday saturday sunday january february march april " +
    "may june july august september october november december i you we they he she it this that these " +
    "those your our my the a windows xbox office teams copilot outlook excel word bing surface skype " +
    "cortana project program contract act bill order christmas easter redmond washington seattle texas " +
    "california chicago florida new york minneapolis internet estados unidos congreso dios ingles " +
    "espana argentina microsofts"
  ).split(" "),
);

/** Classes of words that are no part of a name on their own, capitalized or not. */
const noNames = ["EL", "DET", "PREP", "CONJ", "CLITIC", "WILL"];

/**
 * Marks what looks like a name, and makes one word of the parts of one. A sentence begins with a capital
 * anyway: there it is a name when the next word looks like one too.
 */
export function joinNames(all: readonly Word[]): { words: Word[]; named: Uint8Array } {
  const words: Word[] = [];
  const named = new Uint8Array(all.length);
  const isName = (word: Word | undefined) =>
    word?.titled === true &&
    !noPersons.has(word.word) &&
    !noNames.some((name) => automaton.isOf(word.id, name));
  for (let at = 0; at < all.length; at++) {
    const word = all[at] as Word;
    const begins = all[at - 1]?.word === "|";
    const is = isName(word) && (!begins || isName(all[at + 1]));
    const last = words.at(-1);
    if (is && word.id === 0 && last?.id === 0 && named[words.length - 1] === 1) {
      words[words.length - 1] = { ...last, end: word.end };
      continue;
    }
    named[words.length] = is ? 1 : 0;
    words.push(word);
  }
  return { words, named };
}
