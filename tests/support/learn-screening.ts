import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { lexicon } from "#app/domain/screening/lexicon.ts";
import { readWords } from "#app/domain/screening/read-words.ts";
import {
  chanceOf,
  placeOfScenes,
  places,
  readSteps,
  scenesOf,
  visitWindows,
} from "#app/domain/screening/window-features.ts";
import { combineParts, joinTexts, type Labelled } from "./combine-texts.ts";

/** A labelled text: the slots of weights in each of its windows. */
export type Example = {
  windows: Int32Array[];
  /** Words and marks of the text. */
  length: number;
  bad: boolean;
  /** Its weight in learning. */
  counts: number;
  lang: string;
  writer: string;
};
export type Weighed = Example & { weight: number };
/** Weights are whole steps of `scale`, -7 to 7. */
type Model = { weights: Int8Array; scale: number; bias: number };
type Exact = { weights: Float32Array; bias: number };

/** Texts combined from lists. Many are similar, so each counts less. */
const isCombined = (file: string) => file.startsWith("training-phrases-");
const combinedCount = 0.5;
const partsCount = 0.4;
const partsTexts = 14_000;

/** Authors by file. Authors differ more than texts, so validation leaves whole authors out. */
const writers: Record<string, RegExp> = {
  "a: plain and veiled letters": /^training-a\./,
  "d, e: wider kinds, veiled": /^training-[de]\./,
  "f, g: plain kinds": /^training-[fg]\./,
  "en, es: hard": /^training-(en|es)\./,
  "en-2, es-2: pairs": /^training-(en|es)-2\./,
  "c, phrases: many kinds": /^training-(c|phrases)-/,
  "i: run-ons and quotations": /^training-i\./,
  "j: run-ons, veiled": /^training-j\./,
  "k: run-ons, quotations, honest": /^training-k-/,
  "l: short threats, figures of speech": /^training-l-/,
  "m: the world's English and Spanish": /^training-m-/,
  "n: kept back until December 1": /^training-n\./,
  "o: comments and letters": /^training-o-/,
  "p, q: quotations": /^training-[pq]-/,
  "r, s: threats made to others": /^training-[rs]-/,
  development: /^development\./,
  "earlier, ordinary, plain": /^(earlier|ordinary|plain)\./,
};
const partsWriter = "parts";
/** Authors of letters as they may come: these choose the threshold. */
const asTheyCome = [
  "a: plain and veiled letters",
  "d, e: wider kinds, veiled",
  "f, g: plain kinds",
  "n: kept back until December 1",
];

const rounds = 10;
const rate = 0.1;
const shrink = 1e-3;
/** Models learned in different orders, whose mean is used. */
const orders = 2;
/** The share of honest texts that may be on hold in cross-validation. */
const honestAtMost = 0.04;
const mostSteps = 7;

/** Reads the labelled texts of a folder that may be learned from, and those combined from its parts. */
export function readExamples(folder: string): Example[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.startsWith("blind-"));
  const texts = files.sort().flatMap((file) => {
    const all = JSON.parse(readFileSync(join(folder, file), "utf8")) as Labelled[];
    const writer = Object.keys(writers).find((name) => writers[name]?.test(file)) ?? file;
    return all.map((one) => ({ ...one, writer, counts: isCombined(file) ? combinedCount : 1 }));
  });
  const languages = ["en", "es"] as const;
  const joined = [...new Set(texts.map(({ writer }) => writer))].flatMap((writer) => {
    const all = texts.filter((one) => one.writer === writer);
    return languages.flatMap((lang) =>
      joinTexts(all, lang).map((one) => ({ ...one, writer, counts: combinedCount })),
    );
  });
  const parts = languages.flatMap((lang) =>
    combineParts(readFileSync(join(folder, "parts", `${lang}.txt`), "utf8"), lang, partsTexts).map((one) => ({
      ...one,
      writer: partsWriter,
      counts: partsCount,
    })),
  );
  return [...texts, ...joined, ...parts].map(readExample);
}

function readExample({
  text,
  label,
  lang,
  counts,
  writer,
}: Labelled & { counts: number; writer: string }): Example {
  const words = readWords(text, lexicon);
  const steps = readSteps(words);
  const windows: Int32Array[] = [];
  visitWindows(steps, (from, to) => {
    const all: number[] = [];
    for (const [at, { own, next }] of steps.slice(from, to).entries()) {
      all.push(...own, ...next.slice(0, to - from - at - 1).flat());
    }
    const scenes = scenesOf(steps, from, to);
    for (const [n, one] of scenes.entries()) {
      for (const other of scenes.slice(n + 1)) all.push(placeOfScenes(one, other));
    }
    windows.push(Int32Array.from(all));
  });
  return { windows, length: words.length, bad: label !== "fine", counts, lang, writer };
}

/** Weighs an example by its heaviest window. */
function weigh(
  { weights, scale, bias }: Model | (Exact & { scale: 1 }),
  { windows, length }: Example,
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
  return { weight: weight - chanceOf(length), window: heaviest };
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

/**
 * Weighs each text by a model that was learned without anything by its writer. Texts combined from parts are
 * learned from each time, and not weighed.
 */
export function crossValidate(examples: readonly Example[]): Weighed[] {
  const left = [...new Set(examples.map(({ writer }) => writer))].filter((writer) => writer !== partsWriter);
  return left.flatMap((writer) => {
    const model = learn(examples.filter((one) => one.writer !== writer));
    return examples
      .filter((one) => one.writer === writer)
      .map((example) => ({ ...example, weight: weigh(model, example).weight }));
  });
}

const part = (some: readonly unknown[], of: readonly unknown[]) => some.length / Math.max(1, of.length);

/** Measures recall and the part of honest texts on hold. */
export function measure(texts: readonly Weighed[], heldFrom: number) {
  const bad = texts.filter((one) => one.bad);
  const honest = texts.filter((one) => !one.bad);
  const isHeld = ({ weight }: Weighed) => weight >= heldFrom;
  return { recall: part(bad.filter(isHeld), bad), honestHeld: part(honest.filter(isHeld), honest) };
}

/** Chooses the threshold that holds few honest letters among those that may come: the mean over writers. */
export function chooseThreshold(weighed: readonly Weighed[]): number {
  const byWriter = asTheyCome.map((name) => weighed.filter(({ writer }) => writer === name));
  for (let steps = -20; ; steps++) {
    const heldFrom = steps / 20;
    const held = byWriter.map((texts) => measure(texts, heldFrom).honestHeld);
    if (held.reduce((sum, one) => sum + one, 0) / held.length <= honestAtMost) return heldFrom;
  }
}

/** Writes weights as text: two in each byte, four bits each, compressed. */
export function pack({ weights, scale, bias }: Model) {
  const bytes = new Uint8Array(weights.length / 2);
  for (const [at, weight] of weights.entries()) {
    bytes[at >> 1] = (bytes[at >> 1] ?? 0) | ((weight + 8) << (at & 1 ? 4 : 0));
  }
  return { scale, bias, weights: brotliCompressSync(bytes).toString("base64") };
}

const sources = ["read-tokens", "read-words", "lexicon", "word-marks", "window-features"];

/** Digests the texts and the code that weights are learned from, below the root of the repository. */
export function digestSources(root: string): string {
  const rooms = { words: "app/domain/screening/words", texts: "tests/fixtures/screening" };
  const inside = (folder: string, isPart: (file: string) => boolean) =>
    readdirSync(join(root, folder))
      .filter(isPart)
      .sort()
      .map((file) => `${folder}/${file}`);
  const files = [
    ...sources.map((name) => `app/domain/screening/${name}.ts`),
    ...inside(rooms.words, (file) => file !== "known-words.ts"),
    ...inside(rooms.texts, (file) => file.endsWith(".json") && !file.startsWith("blind-")),
    ...inside(`${rooms.texts}/parts`, () => true),
    "tests/support/combine-texts.ts",
    "tests/support/learn-screening.ts",
  ];
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}
