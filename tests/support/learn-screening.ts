import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPassages } from "#app/domain/screening/find-passage.ts";
import { findRules, whereaboutsRule } from "#app/domain/screening/find-rules.ts";
import { chanceOf, places, readSentences, visitPairs } from "#app/domain/screening/sentence-features.ts";

export type Labelled = { text: string; lang: "en" | "es"; label: "threat" | "attack" | "fine" };

/** A labelled text: the places of weights of each window of a sentence or two, and the numbers of the rules that find it. */
export type Example = {
  windows: Int32Array[];
  bad: boolean;
  rules: readonly number[];
  certain: boolean;
  /** False where rules were tuned on the text: what they find there says nothing of other texts. */
  unseen: boolean;
  lang: string;
  file: string;
  words: ReadonlySet<string>;
};
export type Weighed = Example & { weight: number; trust: number };
/** Weights are whole steps of `scale`, -7 to 7. */
type Model = { weights: Int8Array; scale: number; bias: number };
type Exact = { weights: Float32Array; bias: number };

const tunedOn = ["development.json", "earlier.json", "ordinary.json", "plain.json"];

const rounds = 15;
const rate = 0.1;
const shrink = 1e-3;
/** Models that were learned in different orders, and whose mean is used. */
const orders = 3;
const folds = 5;
/** The part of honest texts that may be held in cross-validation: the mean of the files, as some are harder than others. */
const honestAtMost = 0.04;
const mostSteps = 7;

/** Reads all labelled texts of a folder. */
export function readExamples(folder: string): Example[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().flatMap((file) => {
    const texts = JSON.parse(readFileSync(join(folder, file), "utf8")) as Labelled[];
    return texts.map((one) => readExample(one, file));
  });
}

function readExample({ text, label, lang }: Labelled, file: string): Example {
  const words = readPassages(text);
  const sentences = readSentences(words).map((sentence) => {
    const all = [sentence.mark, ...sentence.readings.flatMap(({ own }) => own)];
    visitPairs(sentence, (place) => {
      all.push(place);
    });
    return all;
  });
  const windows = sentences.flatMap((one, at) => {
    const next = sentences[at + 1];
    return next ? [one, [...one, ...next]] : [one];
  });
  const ruled = findRules(words, text);
  return {
    windows: windows.map((all) => Int32Array.from(all)),
    bad: label !== "fine",
    rules: ruled.map(({ rule }) => rule),
    certain: ruled.some(({ certain }) => certain),
    unseen: !tunedOn.includes(file),
    lang,
    file,
    words: new Set(text.toLowerCase().match(/[\p{L}\d]+/gu)),
  };
}

/** Weighs an example by its heaviest window. */
function weigh(
  { weights, scale, bias }: Model | (Exact & { scale: 1 }),
  { windows }: Example,
): { weight: number; window: Int32Array } {
  let weight = Number.NEGATIVE_INFINITY;
  let heaviest: Int32Array = new Int32Array();
  for (const window of windows) {
    let sum = 0;
    for (const place of window) sum += weights[place] ?? 0;
    const all = (scale * sum) / Math.sqrt(window.length) + bias;
    if (all <= weight) continue;
    weight = all;
    heaviest = window;
  }
  return { weight: weight - chanceOf(windows.length), window: heaviest };
}

/** Learns weights from examples, the same each time. */
export function learn(examples: readonly Example[]): Model {
  const mean = { weights: new Float32Array(places), bias: 0 };
  for (let seed = 1; seed <= orders; seed++) {
    const { weights, bias } = learnInOrder(examples, seed);
    for (const [at, weight] of weights.entries())
      mean.weights[at] = (mean.weights[at] ?? 0) + weight / orders;
    mean.bias += bias / orders;
  }
  const scale = mean.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / mostSteps;
  return {
    weights: Int8Array.from(mean.weights, (weight) => Math.round(weight / scale)),
    scale,
    bias: mean.bias,
  };
}

/**
 * Counts how far each rule is to be trusted: the logarithm of how many texts to hold it found for each honest one, among
 * the texts that no rule was tuned on.
 */
export function countTrust(examples: readonly Example[]): number[] {
  const bad = new Array<number>(whereaboutsRule + 1).fill(0);
  const honest = new Array<number>(whereaboutsRule + 1).fill(0);
  for (const example of examples) {
    if (!example.unseen) continue;
    const counts = example.bad ? bad : honest;
    for (const rule of example.rules) counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return bad.map((count, rule) =>
    Math.max(0, Math.round(100 * Math.log((count + 1) / ((honest[rule] ?? 0) + 1))) / 100),
  );
}

const trustIn = (trust: readonly number[], { rules }: Example) =>
  Math.max(0, ...rules.map((rule) => trust[rule] ?? 0));

/**
 * Logistic regression with steps of AdaGrad. Each step corrects the heaviest window of a text: all windows of an honest
 * text become light, and one window of a text to hold becomes heavy.
 */
function learnInOrder(examples: readonly Example[], seed: number): Exact {
  const weights = new Float32Array(places);
  const squares = new Float32Array(places).fill(1e-4);
  const model = { weights, scale: 1 as const, bias: 0 };
  let biasSquares = 0.01;
  const order = [...examples];
  let state = seed;
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const other = Math.floor((state / 2 ** 32) * (at + 1));
      [order[at], order[other]] = [order[other] as Example, order[at] as Example];
    }
    for (const example of order) {
      const { weight, window } = weigh(model, example);
      const wrong = 1 / (1 + Math.exp(-weight)) - Number(example.bad);
      if (window.length === 0 || Math.abs(wrong) < 0.01) continue;
      const share = wrong / Math.sqrt(window.length);
      for (const place of window) {
        const slope = share + shrink * (weights[place] as number);
        const square = (squares[place] as number) + slope * slope;
        squares[place] = square;
        weights[place] = (weights[place] as number) - (rate * slope) / Math.sqrt(square);
      }
      biasSquares += wrong * wrong;
      model.bias -= (rate * wrong) / Math.sqrt(biasSquares);
    }
  }
  return model;
}

/** Weighs each text by a model that was learned without it and without its near copies. */
export function crossValidate(examples: readonly Example[]): Weighed[] {
  const foldOf = groupCopies(examples).map((group) => (Math.imul(group + 1, 0x9e3779b1) >>> 8) % folds);
  return Array.from({ length: folds }, (_, fold) => {
    const others = examples.filter((_, at) => foldOf[at] !== fold);
    const left = examples.filter((_, at) => foldOf[at] === fold);
    const model = learn(others);
    const trust = countTrust(others);
    return left.map((example) => ({
      ...example,
      weight: weigh(model, example).weight,
      trust: trustIn(trust, example),
    }));
  }).flat();
}

/** The group of each text: texts share one where two fifths of the words of either are in both, the most frequent left out. */
function groupCopies(examples: readonly Example[]): number[] {
  const group = [...examples.keys()];
  const rootOf = (at: number): number => (group[at] === at ? at : rootOf(group[at] as number));
  const holders = new Map<string, number[]>();
  for (const [at, { words }] of examples.entries()) {
    const shared = new Map<number, number>();
    for (const word of words) {
      const all = holders.get(word) ?? [];
      if (all.length <= 200) for (const other of all) shared.set(other, (shared.get(other) ?? 0) + 1);
      all.push(at);
      holders.set(word, all);
    }
    for (const [other, count] of shared) {
      const size = Math.max(words.size, examples[other]?.words.size ?? 0);
      if (count >= 3 && count >= 0.4 * size) group[rootOf(at)] = rootOf(other);
    }
  }
  return group.map((_, at) => rootOf(at));
}

/** Where texts are held: from this sum of a text's weight and the trust in the rules that find something in it. */
export type Thresholds = { heldFrom: number; trustCounts: number };
export const isHeld = ({ weight, trust, certain }: Weighed, { heldFrom, trustCounts }: Thresholds) =>
  certain || weight + trustCounts * trust >= heldFrom;

const part = (some: readonly unknown[], of: readonly unknown[]) => some.length / Math.max(1, of.length);

/** Recall and the part of honest texts that are held. */
export function measure(texts: readonly Weighed[], thresholds: Thresholds) {
  const bad = texts.filter((one) => one.bad);
  const honest = texts.filter((one) => !one.bad);
  const held = (one: Weighed) => isHeld(one, thresholds);
  return { recall: part(bad.filter(held), bad), honestHeld: part(honest.filter(held), honest) };
}

/** Chooses the thresholds that find most of the texts that no rule was tuned on, and hold few honest ones. */
export function chooseThresholds(weighed: readonly Weighed[]): Thresholds {
  const unseen = weighed.filter((one) => one.unseen);
  const files = [...new Set(unseen.map(({ file }) => file))];
  const byFile = files.map((name) => unseen.filter(({ file }) => file === name));
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  let best = { heldFrom: Number.POSITIVE_INFINITY, trustCounts: 0 };
  let most = -1;
  for (let heldFrom = -1; heldFrom <= 4; heldFrom += 0.05) {
    for (let trustCounts = 0; trustCounts <= 1; trustCounts += 0.1) {
      const thresholds = { heldFrom: round(heldFrom), trustCounts: round(trustCounts) };
      const measures = byFile.map((texts) => measure(texts, thresholds));
      if (mean(measures.map(({ honestHeld }) => honestHeld)) > honestAtMost) continue;
      const recall = mean(measures.map((one) => one.recall));
      if (recall <= most) continue;
      most = recall;
      best = thresholds;
    }
  }
  return best;
}

const round = (number: number) => Math.round(100 * number) / 100;

/** Writes weights as text: two in each byte, four bits each. */
export function pack({ weights, scale, bias }: Model) {
  const bytes = new Uint8Array(weights.length / 2);
  for (const [at, weight] of weights.entries()) {
    bytes[at >> 1] = (bytes[at >> 1] ?? 0) | ((weight + 8) << (at & 1 ? 4 : 0));
  }
  return { scale, bias, weights: Buffer.from(bytes).toString("base64") };
}
