import { automaton } from "./lexicon.ts";
import type { Passage } from "./passage.ts";
import type { Word } from "./read-words.ts";

/** What a word of a class weighs, and what all of them in one sentence weigh at most. */
const weights: readonly (readonly [name: string, weight: number, most: number])[] = [
  ["VIOLENCE", 2, 4],
  ["GRIM", 1, 2],
  ["SOON", 0.5, 1],
  ["OTHERS", -2, -4],
  ["ES_OTHERS", -2, -4],
  ["PROTECTED", -2, -4],
  ["COMPLICIT", -1.5, -3],
  ["PAST", -1.5, -3],
  ["MINE", -1, -2],
  ["NEG", -1, -2],
  ["ES_NEG", -1, -2],
  ["TEMPER", -2, -4],
  ["ES_TEMPER", -2, -4],
  ["REPORT", -2, -2],
  ["ES_REPORT", -2, -2],
  ["FEAR", -3, -3],
  ["ES_FEAR", -3, -3],
];
/** A sentence that weighs as much is held. */
const heldFrom = 5;

const theirs = "KIN PERSON PLACE BODY CAR GENTE PARIENTE LUGAR CUERPO HOGAR".split(" ");
const spokenTo = "YOU ES_YOU OFFICE OFICIO CLITICYOU".split(" ");

type Is = (at: number, name: string) => boolean;

/**
 * Finds the sentence that weighs most of words of violence, of the reader's people and places, and of what the writer
 * plans, less what makes a complaint of it: others who act, those a campaign speaks for, the past, votes and courts.
 */
export function findMenace(words: readonly Word[], asked: Uint8Array): Passage | null {
  const is: Is = (at, name) => automaton.isOf(words[at]?.id ?? 0, name);
  let heaviest = heldFrom;
  let found: Passage | null = null;
  // "Your building has four exits. We can chain them shut": half of it counts for the next sentence.
  let carried = 0;
  for (let from = 0, to = 0; from < words.length; from = to) {
    to = from + 1;
    while (to < words.length && words[to]?.word !== "|") to += 1;
    const directed = aimOf(is, from + 1, to);
    const { score, violent } = weigh(is, from + 1, to);
    const sum =
      score + Math.max(directed, carried) + planOf(is, words, from + 1, to) - (asked[from + 1] ? 1 : 0);
    if (violent >= 2 && sum >= heaviest) {
      heaviest = sum;
      found = { start: words[from + 1]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
    }
    carried = directed / 2;
  }
  return found;
}

function weigh(is: Is, from: number, to: number): { score: number; violent: number } {
  let score = 0;
  let violent = 0;
  for (const [name, weight, most] of weights) {
    let sum = 0;
    for (let at = from; at < to && Math.abs(sum) < Math.abs(most); at++) {
      const own = name === "PROTECTED" && (is(at - 1, "YOUR") || is(at - 1, "SU"));
      if (!own && is(at, name)) sum += weight;
    }
    score += sum;
    if (name === "VIOLENCE" || name === "GRIM") violent += sum;
    // Most sentences hold no word of violence, and need no more of a look.
    if (name === "GRIM" && violent < 2) return { score: 0, violent: 0 };
  }
  return { score, violent };
}

/** 2 for the reader's people and places, 1 for the reader. */
function aimOf(is: Is, from: number, to: number): number {
  let aim = 0;
  for (let at = from; at < to && aim < 2; at++) {
    if (is(at, "YOUR") || is(at, "SU")) {
      aim = Math.max(aim, 1);
      for (let next = at + 1; next <= at + 3 && next < to; next++) {
        if (theirs.some((name) => is(next, name))) aim = 2;
      }
    } else if (aim < 1 && spokenTo.some((name) => is(at, name))) aim = 1;
  }
  return aim;
}

/** How plainly the writer says what they would do. */
function planOf(is: Is, words: readonly Word[], from: number, to: number): number {
  let plan = 0;
  for (let at = from; at < to && plan < 1.5; at++) {
    if (is(at, "FIRST")) plan = Math.max(plan, is(at + 1, "WILL") || is(at + 2, "WILL") ? 1.5 : 0.5);
    else if (is(at, "GO")) plan = 1.5;
    else if (words[at]?.word === "will" || words[at]?.word === "gonna") plan = Math.max(plan, 1);
  }
  return plan;
}
