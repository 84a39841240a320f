import { findWhereabouts } from "./find-whereabouts.ts";
import { joinNames } from "./join-names.ts";
import { automaton, rules } from "./lexicon.ts";
import type { Passage } from "./passage.ts";
import type { Word } from "./read-words.ts";
import { guardsAllow, markQuestions } from "./rule-guards.ts";
import type { Kind } from "./words/rule-kind.ts";

/** What a rule found. `rule` is its number; the one after the last rule means somebody's whereabouts. */
export type Ruled = Passage & { kind: Kind; rule: number; certain: boolean };

const numbers = new Map(rules.map((rule, n) => [rule, n]));
export const whereaboutsRule = rules.length;

/** The search ends after this many rules matched, or this many words after the first match. */
const rulesAtMost = 6;
const wordsAtMost = 2000;

/** Finds the first passage of each rule that finds one, in their order in the text; whereabouts last. */
export function findRules(all: readonly Word[], text: string): Ruled[] {
  const { words, named } = joinNames(all);
  const ids = Int32Array.from(words, ({ id }) => id);
  const asked = markQuestions(words);
  const found = new Map<number, Ruled>();
  let last = Number.POSITIVE_INFINITY;
  automaton.run(ids, named, ({ rule, from, to }) => {
    if (to > last) return true;
    const number = numbers.get(rule) ?? 0;
    if (found.has(number)) return false;
    if (!guardsAllow(words, ids, asked, rule.guards, from, to, rule.kind)) return false;
    found.set(number, {
      kind: rule.kind,
      rule: number,
      certain: rule.guards.includes("c"),
      start: words[from]?.start ?? 0,
      end: words[to]?.end ?? text.length,
    });
    last = Math.min(last, to + wordsAtMost);
    return found.size >= rulesAtMost;
  });
  const where = findWhereabouts(all, text);
  if (where)
    found.set(whereaboutsRule, { kind: "personal-attack", rule: whereaboutsRule, certain: true, ...where });
  return [...found.values()];
}
