import type { Passage } from "./passage.ts";
import type { Word } from "./read-words.ts";
import { chanceOf, readSentences, type Sentence, visitPairs } from "./sentence-features.ts";
import learned from "./weights.json";

const weights = unpack(learned.weights);

/** Each byte holds two weights of four bits; 8 means 0. */
function unpack(packed: string): Int8Array {
  const bytes = Buffer.from(packed, "base64");
  return Int8Array.from({ length: 2 * bytes.length }, (_, at) => {
    const byte = bytes[at >> 1] ?? 0;
    return (at & 1 ? byte >> 4 : byte & 15) - 8;
  });
}

/**
 * Finds the sentence, or two that follow each other, that looks most like what is to be held. Its weight is a
 * sum of learned weights (`npm run screening:learn`), by the root of how many they are.
 */
export function findMenace(words: readonly Word[]): (Passage & { weight: number }) | null {
  let heaviest: { weight: number; from: number; to: number } | null = null;
  let before: { sentence: Sentence; sum: number; count: number } | null = null;
  const own = new Map<readonly number[], number>();
  let sum = 0;
  let count = 0;
  let windows = 0;
  const visit = (place: number) => {
    sum += weights[place] ?? 0;
    count += 1;
  };
  const consider = (all: number, of: number, from: number, to: number) => {
    windows += 1;
    const weight = (learned.scale * all) / Math.sqrt(of) + learned.bias;
    if (heaviest === null || weight > heaviest.weight) heaviest = { weight, from, to };
  };
  for (const sentence of readSentences(words)) {
    sum = weights[sentence.mark] ?? 0;
    count = 1;
    for (const reading of sentence.readings) {
      let weight = own.get(reading.own);
      if (weight === undefined) {
        weight = 0;
        for (const place of reading.own) weight += weights[place] ?? 0;
        own.set(reading.own, weight);
      }
      sum += weight;
      count += reading.own.length;
    }
    visitPairs(sentence, visit);
    consider(sum, count, sentence.from, sentence.to);
    if (before) consider(before.sum + sum, before.count + count, before.sentence.from, sentence.to);
    before = { sentence, sum, count };
  }
  if (heaviest === null) return null;
  const { weight, from, to } = heaviest as { weight: number; from: number; to: number };
  return { weight: weight - chanceOf(windows), start: words[from]?.start ?? 0, end: words[to]?.end ?? 0 };
}
