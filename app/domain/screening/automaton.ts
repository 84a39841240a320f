import { type Classes, readClasses, readElement, wordsIn } from "./word-classes.ts";
import { placePhrases, type Rule } from "./words/phrases.ts";

/** Longest phrase in words; also how far guards look. */
const longest = 28;

/** Cached lists of places; when full, further ones are computed each time. */
const keptAtMost = 200_000;

/** Cached sets of places and steps between them; when full, further ones are computed each time. */
const setsAtMost = 20_000;
const stepsAtMost = 200_000;

/** The places a text has reached, and where each symbol leads from there. */
type PlaceSet = { places: Int32Array; ends: boolean; next: Map<number, PlaceSet> };

export type PhraseFound<Kind extends string> = {
  rule: Rule<Kind>;
  /** The first and the last token's places. */
  from: number;
  to: number;
};

export type Automaton<Kind extends string> = {
  /** The number of a word; 0 for a word in no list. */
  idOf: (word: string) => number | undefined;
  words: ReadonlyMap<string, number>;
  /** True where the numbered word is of the class. */
  isOf: (id: number, name: string) => boolean;
  /** Calls `accept` for each phrase found, until it returns true. `named`: tokens that look like a name. */
  run: (ids: Int32Array, named: Uint8Array, accept: (found: PhraseFound<Kind>) => boolean) => void;
};

/**
 * Compiles phrases into one automaton without backtracking, run as a set of places: each token is read once.
 * `<NAME>` is what looks like a name.
 */
export function compile<Kind extends string>(
  rules: readonly Rule<Kind>[],
  classes: Classes,
  parts: Readonly<Record<string, string>>,
): Automaton<Kind> {
  const words = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, words.size + 1);
    return words.size;
  };
  const members = readClasses(classes);
  for (const list of members.values()) for (const word of list) numberOf(word);
  const { elements, elementAt, ruleAt, follow, accepting, initial } = placePhrases(rules, parts);
  for (const element of elements.keys()) {
    if (element !== ".") for (const word of wordsIn(element)) numberOf(word);
  }

  const width = Math.ceil(elements.size / 32);
  const count = words.size + 1;
  // Two rows a word: as it is, and as a name.
  const rows = new Uint32Array(count * 2 * width);
  const set = (id: number, named: number, element: number) => {
    const at = (id * 2 + named) * width + (element >>> 5);
    rows[at] = (rows[at] ?? 0) | (1 << (element & 31));
  };
  for (const [element, number] of elements) {
    const { ids, open, name } = readElement(element, members, words);
    if (open)
      for (let id = 0; id < count; id++) if (!ids.has(id)) for (const named of [0, 1]) set(id, named, number);
    if (!open) for (const id of ids) for (const named of [0, 1]) set(id, named, number);
    if (name) for (let id = 0; id < count; id++) set(id, 1, number);
  }

  const next = follow.map((all) => Int32Array.from(all));
  const beginnings = new Map<number, Int32Array>();
  const begin = (symbol: number): Int32Array => {
    const known = beginnings.get(symbol);
    if (known) return known;
    const found = Int32Array.from(
      initial.filter((at) => {
        const element = elementAt[at] ?? 0;
        return ((rows[symbol * width + (element >>> 5)] ?? 0) & (1 << (element & 31))) !== 0;
      }),
    );
    beginnings.set(symbol, found);
    return found;
  };

  const wordAt = Int32Array.from(elementAt, (element) => element >>> 5);
  const bitAt = Uint32Array.from(elementAt, (element) => 1 << (element & 31));
  const ends = Uint8Array.from(accepting, Number);

  // The places that follow `from` by a word of this symbol. Cached: some lists hold hundreds of places.
  const kept = new Map<number, Int32Array>();
  const following = (from: number, symbol: number): Int32Array => {
    const key = symbol * elementAt.length + from;
    const known = kept.get(key);
    if (known) return known;
    const row = symbol * width;
    const found = (next[from] as Int32Array).filter(
      (place) => ((rows[row + (wordAt[place] ?? 0)] ?? 0) & (bitAt[place] ?? 0)) !== 0,
    );
    if (kept.size >= keptAtMost) kept.clear();
    kept.set(key, found);
    return found;
  };

  // Texts reach few sets: most steps lead from one known set to another.
  const sets = new Map<string, PlaceSet>();
  let steps = 0;
  const step = (from: PlaceSet, symbol: number): PlaceSet => {
    const reached = new Set(begin(symbol));
    for (const place of from.places) for (const one of following(place, symbol)) reached.add(one);
    const places = Int32Array.from(reached).sort();
    const key = String.fromCharCode(...places);
    let to = sets.get(key);
    if (to === undefined) {
      to = { places, ends: places.some((place) => ends[place] === 1), next: new Map() };
      sets.set(key, to);
    }
    from.next.set(symbol, to);
    steps += 1;
    return to;
  };
  /** The first token where a phrase of any length may end, or -1. */
  const firstEnd = (ids: Int32Array, named: Uint8Array): number => {
    if (sets.size > setsAtMost || steps > stepsAtMost) {
      sets.clear();
      steps = 0;
    }
    let current: PlaceSet = sets.get("") ?? { places: new Int32Array(), ends: false, next: new Map() };
    sets.set("", current);
    for (let at = 0; at < ids.length; at++) {
      const symbol = (ids[at] ?? 0) * 2 + (named[at] ?? 0);
      current = current.next.get(symbol) ?? step(current, symbol);
      if (current.ends) return at;
    }
    return -1;
  };

  const marks = new Map<string, Uint8Array>();
  for (const [name, list] of members) {
    const mark = new Uint8Array(count);
    for (const word of list) mark[numberOf(word)] = 1;
    marks.set(name, mark);
  }

  return {
    idOf: (word) => words.get(word),
    words,
    isOf: (id, name) => marks.get(name)?.[id] === 1,
    run(ids, named, accept) {
      const end = firstEnd(ids, named);
      if (end < 0) return;
      const size = elementAt.length;
      let active = new Int32Array(size);
      let nextActive = new Int32Array(size);
      let starts = new Int32Array(size);
      let nextStarts = new Int32Array(size);
      const seen = new Int32Array(size).fill(-1);
      let length = 0;
      for (let at = Math.max(0, end - longest); at < ids.length; at++) {
        const symbol = (ids[at] ?? 0) * 2 + (named[at] ?? 0);
        const row = symbol * width;
        let nextLength = 0;
        // What began last is first, so that a phrase is as short as possible.
        for (const place of begin(symbol)) {
          seen[place] = at;
          nextStarts[place] = at;
          nextActive[nextLength++] = place;
        }
        for (let n = 0; n < length; n++) {
          const from = active[n] ?? 0;
          const start = starts[from] ?? 0;
          if (at - start >= longest) continue;
          const all = next[from] as Int32Array;
          // Short lists are searched directly.
          const after = all.length > 12 ? following(from, symbol) : all;
          for (let m = 0; m < after.length; m++) {
            const place = after[m] ?? 0;
            if (after === all && ((rows[row + (wordAt[place] ?? 0)] ?? 0) & (bitAt[place] ?? 0)) === 0)
              continue;
            if (seen[place] === at) {
              if ((nextStarts[place] ?? 0) < start) nextStarts[place] = start;
              continue;
            }
            seen[place] = at;
            nextStarts[place] = start;
            nextActive[nextLength++] = place;
          }
        }
        for (let n = 0; n < nextLength; n++) {
          const place = nextActive[n] ?? 0;
          if (ends[place] !== 1) continue;
          const rule = rules[ruleAt[place] ?? 0] as Rule<Kind>;
          if (accept({ rule, from: nextStarts[place] ?? 0, to: at })) return;
        }
        [active, nextActive] = [nextActive, active];
        [starts, nextStarts] = [nextStarts, starts];
        length = nextLength;
      }
    },
  };
}
