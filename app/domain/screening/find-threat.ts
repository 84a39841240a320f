import { brotliDecompressSync } from "node:zlib";
import type { Passage } from "./passage.ts";
import type { Word } from "./read-words.ts";
import learned from "./weights.json";
import { chanceOf, placeOfScenes, readSteps, type Step, scenesOf, visitWindows } from "./window-features.ts";
import { sceneCount } from "./word-marks.ts";

const weights = unpack(learned.weights);

/** Each byte holds two weights of four bits; 8 means 0. Most are 0, so they are compressed. */
function unpack(packed: string): Int8Array {
  const bytes = brotliDecompressSync(Buffer.from(packed, "base64"));
  return Int8Array.from({ length: 2 * bytes.length }, (_, at) => {
    const byte = bytes[at >> 1] ?? 0;
    return (at & 1 ? byte >> 4 : byte & 15) - 8;
  });
}

const sceneWeights = Array.from({ length: sceneCount }, (_, one) =>
  Int8Array.from({ length: sceneCount }, (_, other) => weights[placeOfScenes(one, other)] ?? 0),
);

const sumOf = (slots: readonly number[]): number => {
  let sum = 0;
  for (const slot of slots) sum += weights[slot] ?? 0;
  return sum;
};

/**
 * Sums of weights, and how many they are, up to each step: of steps with all that follows, and one by one.
 */
function weighSteps(steps: readonly Step[]) {
  const known = new Map<readonly number[], number>();
  const of = (slots: readonly number[]) => {
    let sum = known.get(slots);
    if (sum === undefined) {
      sum = sumOf(slots);
      known.set(slots, sum);
    }
    return sum;
  };
  const next = steps.map((step) => step.next.map(of));
  const sums = new Int32Array(steps.length + 1);
  const counts = new Int32Array(steps.length + 1);
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at] as Step;
    let sum = of(step.own);
    let count = step.own.length;
    for (let more = 0; more < step.next.length; more++) {
      sum += next[at]?.[more] ?? 0;
      count += step.next[more]?.length ?? 0;
    }
    sums[at + 1] = (sums[at] ?? 0) + sum;
    counts[at + 1] = (counts[at] ?? 0) + count;
  }
  return { next, sums, counts };
}

/**
 * Finds the window of words that looks most like what is to be held. Its weight is a sum of learned weights
 * (`npm run screening:learn`), by the root of how many they are.
 */
export function findThreat(words: readonly Word[]): (Passage & { weight: number }) | null {
  const steps = readSteps(words);
  const { next, sums, counts } = weighSteps(steps);
  const weigh = (from: number, to: number): number => {
    let sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    let count = (counts[to] ?? 0) - (counts[from] ?? 0);
    // What reaches beyond the window.
    for (let at = Math.max(from, to - 4); at < to; at++) {
      for (let apart = to - at; apart <= (next[at]?.length ?? 0); apart++) {
        sum -= next[at]?.[apart - 1] ?? 0;
        count -= steps[at]?.next[apart - 1]?.length ?? 0;
      }
    }
    const scenes = scenesOf(steps, from, to);
    for (let one = 0; one < scenes.length; one++) {
      const row = sceneWeights[scenes[one] ?? 0];
      for (let other = one + 1; other < scenes.length; other++) sum += row?.[scenes[other] ?? 0] ?? 0;
    }
    count += (scenes.length * (scenes.length - 1)) / 2;
    return count === 0 ? Number.NEGATIVE_INFINITY : (learned.scale * sum) / Math.sqrt(count) + learned.bias;
  };
  let heaviest = { weight: Number.NEGATIVE_INFINITY, from: 0, to: 0 };
  visitWindows(steps, (from, to) => {
    const weight = weigh(from, to);
    if (weight > heaviest.weight) heaviest = { weight, from, to };
  });
  if (heaviest.weight === Number.NEGATIVE_INFINITY) return null;
  return { weight: heaviest.weight - chanceOf(words.length), ...narrow(steps, words, heaviest, weigh) };
}

/** Words of a sentence that a window may have cut off at either end. */
const cutAtMost = 4;

/**
 * Narrows a window to the sentences in it that weigh most, each whole if a window cut off a few words of it.
 */
function narrow(
  steps: readonly Step[],
  words: readonly Word[],
  window: { from: number; to: number },
  weigh: (from: number, to: number) => number,
): Passage {
  const ends = [window.from];
  for (let at = window.from + 1; at < window.to; at++) if (steps[at]?.at === -1) ends.push(at);
  ends.push(window.to);
  let best = { weight: Number.NEGATIVE_INFINITY, from: window.from, to: window.to };
  for (const [n, from] of ends.entries()) {
    for (const to of ends.slice(n + 1)) {
      const weight = weigh(from, Math.min(to + 1, window.to));
      if (weight > best.weight) best = { weight, from, to };
    }
  }
  const isWord = (at: number) => (steps[at]?.at ?? -1) >= 0;
  for (let more = 0; more < cutAtMost && isWord(best.from) && isWord(best.from - 1); more++) best.from -= 1;
  for (let more = 0; more < cutAtMost && isWord(best.to); more++) best.to += 1;
  const inside = steps.slice(best.from, best.to).filter(({ at }) => at >= 0);
  return { start: words[inside[0]?.at ?? 0]?.start ?? 0, end: words[inside.at(-1)?.at ?? 0]?.end ?? 0 };
}
