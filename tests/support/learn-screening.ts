import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findByRule, readPassages } from "#app/domain/screening/find-passage.ts";
import { chanceOf, places, readSentences, visitPairs } from "#app/domain/screening/sentence-features.ts";

export type Labelled = { text: string; lang: "en" | "es"; label: "threat" | "attack" | "fine" };

/** A labelled text: the places of weights of each window of a sentence or two, and whether a rule finds it. */
export type Example = {
  windows: Int32Array[];
  bad: boolean;
  rule: boolean;
  /** False where rules were tuned on the text: what they find there says nothing of other texts. */
  unseen: boolean;
  lang: string;
  words: ReadonlySet<string>;
};
export type Weighed = Example & { weight: number };
type Model = { weights: Float32Array; bias: number };

const tunedOn = ["development.json", "earlier.json", "ordinary.json", "plain.json"];

const rounds = 30;
const rate = 0.1;
const shrink = 1e-3;
/** Models that were learned in different orders, and whose mean is used. */
const orders = 3;
const folds = 5;
/** The part of honest texts that may be held, in cross-validation. */
const honestAtMost = 0.04;

/** Reads all labelled texts of a folder. */
export function readExamples(folder: string): Example[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().flatMap((file) => {
    const texts = JSON.parse(readFileSync(join(folder, file), "utf8")) as Labelled[];
    return texts.map((one) => readExample(one, !tunedOn.includes(file)));
  });
}

function readExample({ text, label, lang }: Labelled, unseen: boolean): Example {
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
  return {
    windows: windows.map((all) => Int32Array.from(all)),
    bad: label !== "fine",
    rule: findByRule(words, text) !== null,
    unseen,
    lang,
    words: new Set(text.toLowerCase().match(/[\p{L}\d]+/gu)),
  };
}

/** Weighs an example by its heaviest window. */
function weigh({ weights, bias }: Model, { windows }: Example): { weight: number; window: Int32Array } {
  let weight = Number.NEGATIVE_INFINITY;
  let heaviest: Int32Array = new Int32Array();
  for (const window of windows) {
    let sum = 0;
    for (const place of window) sum += weights[place] ?? 0;
    const all = sum / Math.sqrt(window.length) + bias;
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
  return mean;
}

/**
 * Logistic regression with steps of AdaGrad. Each step corrects the heaviest window of a text: all windows of an honest
 * text become light, and one window of a text to hold becomes heavy.
 */
function learnInOrder(examples: readonly Example[], seed: number): Model {
  const weights = new Float32Array(places);
  const squares = new Float32Array(places).fill(1e-4);
  const model = { weights, bias: 0 };
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
    const model = learn(examples.filter((_, at) => foldOf[at] !== fold));
    const left = examples.filter((_, at) => foldOf[at] === fold);
    return left.map((example) => ({ ...example, weight: weigh(model, example).weight }));
  }).flat();
}

/** The group of each text: texts share one where half of their rarer words are the same. */
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
      const size = Math.min(words.size, examples[other]?.words.size ?? 0);
      if (count >= 3 && count >= size / 2) group[rootOf(at)] = rootOf(other);
    }
  }
  return group.map((_, at) => rootOf(at));
}

/** Where texts are held: by weight alone, and by less where a rule finds something. */
export type Thresholds = { heldFrom: number; withRuleFrom: number };
export const isHeld = ({ weight, rule }: Weighed, { heldFrom, withRuleFrom }: Thresholds) =>
  weight >= (rule ? withRuleFrom : heldFrom);

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
  const texts = weighed.filter(({ unseen }) => unseen);
  let best = { heldFrom: Number.POSITIVE_INFINITY, withRuleFrom: Number.POSITIVE_INFINITY };
  let most = -1;
  for (let alone = -200; alone <= 400; alone += 5) {
    for (let less = 0; less <= 400; less += 25) {
      const thresholds = { heldFrom: alone / 100, withRuleFrom: (alone - less) / 100 };
      const { recall, honestHeld } = measure(texts, thresholds);
      if (honestHeld > honestAtMost || recall <= most) continue;
      most = recall;
      best = thresholds;
    }
  }
  return best;
}

/** Writes weights as bytes: `scale` times a byte is a weight. */
export function pack({ weights, bias }: Model) {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { scale, bias, weights: Buffer.from(bytes.buffer).toString("base64") };
}
