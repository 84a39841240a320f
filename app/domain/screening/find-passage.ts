import { findMenace } from "./find-menace.ts";
import { findWhereabouts } from "./find-whereabouts.ts";
import { isOf, lexicon } from "./lexicon.ts";
import type { Passage } from "./passage.ts";
import { readWords, type Word } from "./read-words.ts";
import learned from "./weights.json";

type Found = Passage & { kind: "threat" | "personal-attack" };

/**
 * Finds why a text should be on hold: a threat, whether made or quoted, or an attack on a person. The weight
 * of its heaviest window of words decides. Slurs that mean nothing else and whereabouts decide alone.
 */
export function findPassage(text: string): Found | null {
  const words = readWords(text, lexicon);
  const certain = findSlur(words) ?? findWhereabouts(words, text);
  if (certain) return { kind: "personal-attack", ...certain };
  const menace = findMenace(words);
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
