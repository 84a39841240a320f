import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPassages } from "#app/domain/screening/find-passage.ts";
import { findRules, whereaboutsRule } from "#app/domain/screening/find-rules.ts";
import { chanceOf, places, readSentences, visitPairs } from "#app/domain/screening/sentence-features.ts";

export type Labelled = { text: string; lang: "en" | "es"; label: "threat" | "attack" | "fine" };

/** A labelled text: indexes of weights in each window of a sentence or two, and numbers of matching rules. */
export type Example = {
  windows: Int32Array[];
  bad: boolean;
  rules: readonly number[];
  certain: boolean;
  /** False if rules were tuned on the text or phrases combined: rules then say little about other texts. */
  unseen: boolean;
  /** Its weight in learning. */
  counts: number;
  lang: string;
  writer: string;
};
export type Weighed = Example & { weight: number; trust: number };
/** Weights are whole steps of `scale`, -7 to 7. */
type Model = { weights: Int8Array; scale: number; bias: number };
type Exact = { weights: Float32Array; bias: number };

const tunedOn = ["development.json", "earlier.json", "ordinary.json", "plain.json"];
/** Texts combined from lists of phrases. Many are similar, so each counts less. */
const isCombined = (file: string) => file.startsWith("training-phrases-");
const combinedCount = 0.5;

/** Authors by file. Authors differ more than texts, so validation leaves whole authors out. */
const writers: Record<string, RegExp> = {
  "a: plain and veiled letters": /^training-a\./,
  "d, e: wider kinds, veiled": /^training-[de]\./,
  "f, g: plain kinds": /^training-[fg]\./,
  "en, es: hard": /^training-(en|es)\./,
  "en-2, es-2: pairs": /^training-(en|es)-2\./,
  "c, phrases: many kinds": /^training-(c|phrases)-/,
  development: /^development\./,
  "earlier, ordinary, plain": /^(earlier|ordinary|plain)\./,
};
/** Authors of realistic letters that no rule was tuned on: these choose the thresholds. */
const asTheyCome = ["a: plain and veiled letters", "d, e: wider kinds, veiled", "f, g: plain kinds"];

const rounds = 8;
const rate = 0.1;
const shrink = 2e-3;
/** Models learned in different orders, whose mean is used. */
const orders = 2;
/** The share of honest texts that may be on hold in cross-validation: the mean over authors. */
const honestAtMost = 0.04;
const mostSteps = 7;

/** Reads the labelled texts of a folder that may be learned from. */
export function readExamples(folder: string): Example[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.startsWith("blind-"));
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
    unseen: !tunedOn.includes(file) && !isCombined(file),
    counts: isCombined(file) ? combinedCount : 1,
    lang,
    writer: Object.keys(writers).find((writer) => writers[writer]?.test(file)) ?? file,
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
 * Counts how far each rule is to be trusted: the logarithm of how many texts to hold it found for each honest
 * one, among the texts that no rule was tuned on.
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
 * Logistic regression with AdaGrad steps. Each step corrects a text's heaviest window: all windows of an
 * honest text become light, and one window of a text to hold becomes heavy.
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
      const miss = 1 / (1 + Math.exp(-weight)) - Number(example.bad);
      if (window.length === 0 || Math.abs(miss) < 0.01) continue;
      const wrong = example.counts * miss;
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

/** Weighs each text by a model that was learned without anything by its writer. */
export function crossValidate(examples: readonly Example[]): Weighed[] {
  return [...new Set(examples.map(({ writer }) => writer))].flatMap((writer) => {
    const others = examples.filter((one) => one.writer !== writer);
    const left = examples.filter((one) => one.writer === writer);
    const model = learn(others);
    const trust = countTrust(others);
    return left.map((example) => ({
      ...example,
      weight: weigh(model, example).weight,
      trust: trustIn(trust, example),
    }));
  });
}

/** A text is on hold from this sum of its weight and the trust in its matching rules. */
export type Thresholds = { heldFrom: number; trustCounts: number };
export const isFlagged = ({ weight, trust, certain }: Weighed, { heldFrom, trustCounts }: Thresholds) =>
  certain || weight + trustCounts * trust >= heldFrom;

const part = (some: readonly unknown[], of: readonly unknown[]) => some.length / Math.max(1, of.length);

/** Measures recall and the part of honest texts on hold. */
export function measure(texts: readonly Weighed[], thresholds: Thresholds) {
  const bad = texts.filter((one) => one.bad);
  const honest = texts.filter((one) => !one.bad);
  const isHeld = (one: Weighed) => isFlagged(one, thresholds);
  return { recall: part(bad.filter(isHeld), bad), honestHeld: part(honest.filter(isHeld), honest) };
}

/** Chooses the thresholds that find most of the letters as they may come, and hold few honest ones. */
export function chooseThresholds(weighed: readonly Weighed[]): Thresholds {
  const byWriter = asTheyCome.map((name) => weighed.filter(({ writer }) => writer === name));
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  let best = { heldFrom: Number.POSITIVE_INFINITY, trustCounts: 0 };
  let most = -1;
  for (let heldFrom = -1; heldFrom <= 4; heldFrom += 0.05) {
    for (let trustCounts = 0; trustCounts <= 1; trustCounts += 0.1) {
      const thresholds = { heldFrom: round(heldFrom), trustCounts: round(trustCounts) };
      const measures = byWriter.map((texts) => measure(texts, thresholds));
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
