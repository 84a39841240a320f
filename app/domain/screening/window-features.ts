import type { Word } from "./read-words.ts";
import { marksOf, sceneCount } from "./word-marks.ts";

/** Bits of the hash that a weight is stored under. */
const hashBits = 22;
export const places = 1 << hashBits;

/**
 * Words of a window, and from one window to the next. A threat ends where its words end, with or without a
 * mark.
 */
const width = 16;
const stride = 4;
/** Words apart at most: in pairs, and to what others are about. */
const reach = 4;
const sceneReach = 2;

const aNumber = 98;
const aName = 99;
const theEdge = 60;

/** A hash of a string (FNV-1a). */
function hash(text: string, seed: number): number {
  let all = seed;
  for (let at = 0; at < text.length; at++) all = Math.imul(all ^ text.charCodeAt(at), 0x01000193);
  return all;
}

/** The slot of two hashes of a kind, by the high bits of a product. */
const placeOf = (kind: number, left: number, right: number): number =>
  Math.imul((Math.imul(left, 0x9e3779b1) ^ right) + Math.imul(kind, 0x27d4eb2f), 0x85ebca6b) >>>
  (32 - hashBits);

/**
 * A word with what is weighed: hashes of its form, its beginning and its tag, the slots of the word alone,
 * and what it is about.
 */
type Reading = { word: number; stem: number; tag: number; own: readonly number[]; scenes: readonly number[] };

/** Where a sentence begins or ends. */
const edge: Reading = { word: 11, stem: 12, tag: theEdge, own: [], scenes: [] };

/** A word of a text in its place: `own` is weighed alone, `next` with each of the words that follow. */
export type Step = {
  /** The place among the words; -1 where a sentence begins or ends. */
  at: number;
  own: readonly number[];
  next: readonly (readonly number[])[];
  scenes: readonly number[];
};

/** True for a disguised word: signs or digits within it, or spaced-out letters. */
const isDisguised = ({ word, id, mark }: Word) =>
  mark === "~" || (id > 0 && /[a-z]/.test(word) && /[^a-z']/.test(word));

function readWord(from: Word): Reading {
  const { word, id, titled } = from;
  const marks = marksOf[id];
  const form = marks?.word ?? word.replace(/(.)\1\1+/g, "$1$1");
  const isNumber = /^\d+$/.test(form);
  const whole = hash(isNumber ? `#${form.length}` : form, 1);
  const stem = hash(isNumber ? "#" : form.slice(0, 5), 2);
  const own = [placeOf(1, whole, 0)];
  if (form.length > 3) own.push(placeOf(2, stem, 0));
  for (const name of marks?.classes ?? []) own.push(placeOf(3, name, 0));
  if (titled && id === 0) own.push(placeOf(4, 0, 0));
  if (isDisguised(from)) own.push(placeOf(7, 0, 0), placeOf(8, whole, 0));
  if (form.length >= 4 && !isNumber) {
    const padded = `<${form}>`;
    for (let at = 0; at + 4 <= padded.length; at++)
      own.push(placeOf(5, hash(padded.slice(at, at + 4), 4), 0));
  }
  const tag = marks?.tag ?? (isNumber ? aNumber : titled ? aName : 0);
  return { word: whole, stem, tag, own, scenes: marks?.scenes ?? [] };
}

/** Reads words as steps whose features can be weighed. Commas and repeated words are left out. */
export function readSteps(words: readonly Word[]): Step[] {
  const known = new Map<string, Reading>();
  const readings: { at: number; reading: Reading }[] = [{ at: -1, reading: edge }];
  const push = (at: number, reading: Reading) => {
    if (readings.at(-1)?.reading !== reading) readings.push({ at, reading });
  };
  for (const [at, word] of words.entries()) {
    if (word.word === ",") continue;
    if (word.word === "|") {
      push(-1, edge);
      continue;
    }
    const form = /^\d+$/.test(word.word) ? `#${word.word.length}` : `${word.titled ? "^" : " "}${word.word}`;
    const key = word.id > 0 ? `${word.id}${isDisguised(word) ? "~" : ""}` : form;
    let reading = known.get(key);
    if (reading === undefined) {
      reading = readWord(word);
      known.set(key, reading);
    }
    push(at, reading);
  }
  push(-1, edge);
  const pairOf = rememberPairs();
  const steps: Step[] = [];
  for (let n = 0; n < readings.length; n++) {
    const { at, reading } = readings[n] as { at: number; reading: Reading };
    const middle = readings[n + 1]?.reading ?? edge;
    const next: (readonly number[])[] = [];
    for (let apart = 1; apart <= reach && n + apart < readings.length; apart++)
      next.push(pairOf(reading, middle, readings[n + apart]?.reading ?? edge, apart));
    steps.push({ at, own: reading.own, next, scenes: reading.scenes });
  }
  return steps;
}

/** Reads each pair of a text once: what repeats costs nothing, and has the same list of slots. */
function rememberPairs(): typeof readPair {
  const numbers = new Map<Reading, number>();
  const numberOf = (reading: Reading): number => {
    const known = numbers.get(reading) ?? numbers.size;
    if (known === numbers.size) numbers.set(reading, known);
    return known;
  };
  const pairs = new Map<number, number[]>();
  return (left, middle, right, apart) => {
    const between = apart === 2 ? numberOf(middle) : 0;
    const key = ((numberOf(left) * 0x4000 + numberOf(right)) * 0x4000 + between) * 8 + apart;
    let pair = pairs.get(key);
    if (pair === undefined) {
      pair = readPair(left, middle, right, apart);
      pairs.set(key, pair);
    }
    return pair;
  };
}

/** The slots of two words this far apart; of two apart, those of the three words as well. */
function readPair(left: Reading, middle: Reading, right: Reading, apart: number): number[] {
  const kind = apart === 1 ? 10 : 20;
  const pair = [placeOf(kind, left.stem, right.stem)];
  if (left.tag > 0) {
    pair.push(placeOf(kind + 1, left.tag, right.word));
    if (right.tag > 0) pair.push(placeOf(kind + 2, left.tag, right.tag));
  }
  if (right.tag > 0) pair.push(placeOf(kind + 3, left.word, right.tag));
  if (apart > sceneReach) return pair;
  for (const scene of left.scenes) pair.push(placeOf(42, scene, right.word));
  for (const scene of right.scenes) pair.push(placeOf(43, left.word, scene));
  if (apart === 2) {
    pair.push(placeOf(30, placeOf(31, left.tag, middle.tag), right.tag));
    pair.push(placeOf(32, placeOf(33, left.word, middle.word), right.word));
    pair.push(placeOf(34, placeOf(35, left.stem, middle.tag), right.stem));
    pair.push(placeOf(36, placeOf(37, left.tag, middle.stem), right.tag));
    pair.push(placeOf(38, placeOf(39, left.tag, middle.tag), right.stem));
    pair.push(placeOf(44, placeOf(45, left.stem, middle.tag), right.tag));
  }
  return pair;
}

/** Returns the slot of two subjects of one window. */
export const placeOfScenes = (one: number, other: number): number => placeOf(40, one, other);

/** Calls `visit` with each window: from one step to the one before another. */
export function visitWindows(steps: readonly Step[], visit: (from: number, to: number) => void): void {
  for (let from = 0; ; from += stride) {
    const to = Math.min(steps.length, from + width);
    visit(from, to);
    if (to === steps.length) return;
  }
}

/** Lists the subjects of the steps of a window, in order. */
export function scenesOf(steps: readonly Step[], from: number, to: number): number[] {
  const has = new Uint8Array(sceneCount);
  for (let at = from; at < to; at++) for (const scene of steps[at]?.scenes ?? []) has[scene] = 1;
  const all: number[] = [];
  for (let scene = 0; scene < sceneCount; scene++) if (has[scene] === 1) all.push(scene);
  return all;
}

/** Discounts the heaviest window: of many, one looks bad by chance. Bounded, so padding gains less. */
export const chanceOf = (words: number): number => 0.55 * Math.log(Math.min(Math.max(words / 8, 1), 16));
