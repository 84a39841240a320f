import type { Word } from "./read-words.ts";
import { marksOf } from "./word-marks.ts";

/** Bits of the hash that a weight is stored under. */
const hashBits = 18;
export const places = 1 << hashBits;

/** A longer sentence is read as several. */
const longestSentence = 60;
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

const edge: Reading = { word: 11, stem: 12, tag: theEdge, own: [], scenes: [] };

export type Sentence = { from: number; to: number; mark: number; readings: readonly Reading[] };

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

/** Reads words as sentences whose features can be weighed. */
export function readSentences(words: readonly Word[]): Sentence[] {
  const known = new Map<string, Reading>();
  const sentences: Sentence[] = [];
  let from = 0;
  let readings: Reading[] = [];
  const close = (to: number, mark: string) => {
    if (readings.length > 0) sentences.push({ from, to, mark: placeOf(6, hash(mark, 6), 0), readings });
    readings = [];
  };
  for (const [at, word] of words.entries()) {
    if (word.word === "|") {
      close(at - 1, word.mark);
      continue;
    }
    if (readings.length === 0) from = at;
    const form = /^\d+$/.test(word.word) ? `#${word.word.length}` : `${word.titled ? "^" : " "}${word.word}`;
    const key = word.id > 0 ? `${word.id}${isDisguised(word) ? "~" : ""}` : form;
    let reading = known.get(key);
    if (reading === undefined) {
      reading = readWord(word);
      known.set(key, reading);
    }
    // A repeated word weighs once.
    if (readings.at(-1) === reading) continue;
    readings.push(reading);
    if (readings.length === longestSentence) close(at, "");
  }
  close(words.length - 1, "");
  return sentences;
}

/** Calls `visit` with the place of everything that is weighed of words with each other. */
export function visitPairs({ readings }: Sentence, visit: (place: number) => void): void {
  visitScenes(readings, visit);
  const { length } = readings;
  for (let at = -1; at < length; at++) {
    const left = readings[at] ?? edge;
    for (let apart = 1; apart <= reach && at + apart <= length; apart++) {
      const right = readings[at + apart] ?? edge;
      const kind = apart === 1 ? 10 : 20;
      visit(placeOf(kind, left.stem, right.stem));
      if (left.tag > 0) {
        visit(placeOf(kind + 1, left.tag, right.word));
        if (right.tag > 0) visit(placeOf(kind + 2, left.tag, right.tag));
      }
      if (right.tag > 0) visit(placeOf(kind + 3, left.word, right.tag));
      if (apart > sceneReach) continue;
      for (const scene of left.scenes) visit(placeOf(42, scene, right.word));
      for (const scene of right.scenes) visit(placeOf(43, left.word, scene));
    }
    if (at + 2 > length) continue;
    const middle = readings[at + 1] ?? edge;
    const right = readings[at + 2] ?? edge;
    visit(placeOf(30, placeOf(31, left.tag, middle.tag), right.tag));
    visit(placeOf(32, placeOf(33, left.word, middle.word), right.word));
  }
}

/** Visits all pairs of what a sentence is about. */
function visitScenes(readings: readonly Reading[], visit: (place: number) => void): void {
  const all = new Set<number>();
  for (const { scenes } of readings) for (const scene of scenes) all.add(scene);
  const sorted = Uint8Array.from(all).sort();
  for (let at = 0; at < sorted.length; at++) {
    for (let other = at + 1; other < sorted.length; other++)
      visit(placeOf(40, sorted[at] ?? 0, sorted[other] ?? 0));
  }
}

/** Discounts the heaviest sentence: of many, one looks bad by chance. Bounded, so padding gains less. */
export const chanceOf = (windows: number): number => 0.4 * Math.log(Math.min(windows, 16));
