import { findMenace } from "./find-menace.ts";
import { findRules, type Ruled } from "./find-rules.ts";
import { leaveOutReports } from "./leave-out-reports.ts";
import { automaton, lexicon } from "./lexicon.ts";
import type { Passage } from "./passage.ts";
import { readWords, type Word } from "./read-words.ts";
import learned from "./weights.json";
import type { Kind } from "./words/rule-kind.ts";

const trustIn = learned.trust.split(" ").map(Number);

type Found = Passage & { kind: Kind };

/**
 * Finds why a text should be on hold: its first threat, or its first attack on a person. The weight of its
 * heaviest sentence and the trust in the rules that match it decide together; a certain rule decides alone.
 */
export function findPassage(text: string): Found | null {
  const words = readPassages(text);
  const ruled = findRules(words, text);
  const certain = ruled.find((one) => one.certain);
  const menace = findMenace(words);
  if (menace === null) return null;
  const trust = Math.max(0, ...ruled.map(({ rule }) => trustIn[rule] ?? 0));
  if (menace.weight + learned.trustCounts * trust < learned.heldFrom) return certain ?? null;
  return chooseRuled(ruled) ?? classify(words, menace);
}

/** Finds what rules find: the first threat, or else the first attack. */
export function findByRule(words: readonly Word[], text: string): Found | null {
  return chooseRuled(findRules(words, text));
}

/** Reads a text's words, except what it reports others said. */
export const readPassages = (text: string): readonly Word[] =>
  leaveOutReports(readWords(text, lexicon), text);

const chooseRuled = (ruled: readonly Ruled[]): Found | null =>
  ruled.find(({ kind }) => kind === "threat") ?? ruled[0] ?? null;

const insults = "SLUR ES_SLUR INSULT INSULTO INSULTSTRONG INSULTOFUERTE".split(" ");

const violence = "VIOLENCE GRIM HURT".split(" ");

/** An insult without violence is an attack. */
function classify(words: readonly Word[], { start, end }: Passage): Found {
  const within = words.filter((word) => word.start >= start && word.end <= end);
  const holdsAny = (names: readonly string[]) =>
    within.some(({ id }) => names.some((name) => automaton.isOf(id, name)));
  return { kind: holdsAny(insults) && !holdsAny(violence) ? "personal-attack" : "threat", start, end };
}
