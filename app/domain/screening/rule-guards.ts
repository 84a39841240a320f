import { automaton } from "./lexicon.ts";
import type { Word } from "./read-words.ts";
import type { Kind } from "./words/rule-kind.ts";

export function markQuestions(words: readonly Word[]): Uint8Array {
  const asked = new Uint8Array(words.length);
  let asking = false;
  for (let at = words.length - 1; at >= 0; at--) {
    const { word, mark } = words[at] as Word;
    if (word === "|") asking = mark === "?";
    else if (asking) asked[at] = 1;
  }
  return asked;
}

/** Words on either side that a guard checks. */
const near = 12;

/**
 * True when the words around a phrase let it count. Letters in `guards`: `n` not after a negation, `q` not in
 * a question, `t` not near words that temper, `o` not after somebody else who acts, `f` not after a word of
 * fear. A report of what others said never counts.
 */
export function guardsAllow(
  words: readonly Word[],
  ids: Int32Array,
  asked: Uint8Array,
  guards: string,
  from: number,
  to: number,
  kind: Kind,
): boolean {
  const is = (at: number, name: string) => automaton.isOf(ids[at] ?? 0, name);
  const before = (names: readonly string[], reach: number) => {
    for (let at = from - 1; at >= 0 && at >= from - reach; at--) {
      if (words[at]?.word === "|") return false;
      if (names.some((name) => is(at, name))) return true;
    }
    return false;
  };
  if (guards.includes("q") && asked[from] === 1) return false;
  if (guards.includes("n") && isDenied(words, ids, from)) return false;
  if (guards.includes("o") && before(["OTHERS", "ES_OTHERS"], 3)) return false;
  if (guards.includes("f") && before(["FEAR", "ES_FEAR"], 7)) return false;
  if (guards.includes("t")) {
    for (let at = Math.max(0, from - near); at <= to + near && at < words.length; at++) {
      if (at < from && words[at]?.word === "|") continue;
      if (at > to && words[at]?.word === "|" && words[at]?.mark !== ":") break;
      if (is(at, "TEMPER") || is(at, "ES_TEMPER")) return false;
    }
  }
  if (kind === "threat") {
    if (isGivenName(words, from, to)) return false;
    // "kill her contract", "el bono de su director": the harm is to no person.
    for (let at = to + 1; at <= to + 2; at++) {
      if (words[at]?.word === "|") break;
      if (is(at, "ABSTRACT") || is(at, "ES_ABSTRACT")) return false;
    }
    // "We will bombard you with letters."
    if (
      is(to + 1, "WITH") &&
      [2, 3, 4].some((n) => is(to + n, "TEMPER") || is(to + n, "ES_TEMPER") || is(to + n, "MSG"))
    ) {
      return false;
    }
    // "I will shoot you an e-mail."
    if (is(to + 1, "DET") && (is(to + 2, "MSG") || is(to + 3, "MSG"))) return false;
  }
  return !isReported(words, ids, from, kind);
}

/** "I would never", but not "if you do not stop,". */
function isDenied(words: readonly Word[], ids: Int32Array, from: number): boolean {
  const is = (at: number, name: string) => automaton.isOf(ids[at] ?? 0, name);
  for (let at = from - 1; at >= 0 && at >= from - 3; at--) {
    if (words[at]?.word === "|" || words[at]?.word === ",") return false;
    if (!is(at, "NEG") && !is(at, "ES_NEG")) continue;
    for (let condition = at - 1; condition >= 0 && condition >= at - 4; condition--) {
      if (words[condition]?.word === "|") break;
      if (is(condition, "IF")) return false;
    }
    return true;
  }
  return false;
}

/** "Hang Nguyen" is somebody's name, under a letter or over one. */
function isGivenName(words: readonly Word[], from: number, to: number): boolean {
  const matched = words.slice(from, to + 1).filter(({ word }) => word !== "|");
  return matched[0]?.word === "hang" && matched.every(({ titled }) => titled);
}

/** What others said: "he told me that", "a guard shouted:". "I said" is the writer's own words. */
function isReported(words: readonly Word[], ids: Int32Array, from: number, kind: Kind): boolean {
  const is = (at: number, name: string) => automaton.isOf(ids[at] ?? 0, name);
  for (let at = from - 1, crossed = 0; at >= 0 && at >= from - 9; at--) {
    const word = words[at] as Word;
    if (word.word === "|" && (word.mark !== ":" || ++crossed > 1)) return false;
    if (is(at, "REPORT") || is(at, "ES_REPORT") || (kind === "personal-attack" && is(at, "CALLED"))) {
      for (let who = at - 1; who >= 0 && who >= at - 3; who--) {
        if (is(who, "FIRST")) return false;
      }
      return true;
    }
  }
  return false;
}
