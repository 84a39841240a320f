/**
 * Phrases over classes of words, compiled into one automaton without backtracking (Glushkov's construction, run as a set
 * of places): each token is read once, whatever came before it.
 *
 * A phrase is written as words (`watch your back`), alternatives of one word (`a|an|the`), classes (`<HARM>`), groups
 * (`(gun down / shoot)`), `?`, `*` and `+` after any of these, `.` for any word of the sentence, and `{victim}` for a
 * part that is written elsewhere.
 */
export type Rule<Kind extends string> = { kind: Kind; guards: string; source: string };

/** Words of a class are separated by spaces. A class may name others: `<KIN>`. */
export type Classes = Readonly<Record<string, string>>;

/** A phrase longer than this is none: it bounds what guards look at as well. */
const longest = 28;

/** Lists of places that are kept; more are made again. */
const keptAtMost = 200_000;

/** Sets of places, and steps between them, that are kept; more are made again. */
const setsAtMost = 20_000;
const stepsAtMost = 200_000;

/** A set of places that a text has reached, and where each symbol leads from there. */
type PlaceSet = { places: Int32Array; ends: boolean; next: Map<number, PlaceSet> };

type Part = { nullable: boolean; first: number[]; last: number[] };

export type Found<Kind extends string> = {
  rule: Rule<Kind>;
  /** Places of its first and its last token. */
  from: number;
  to: number;
};

export type Automaton<Kind extends string> = {
  /** The number of a word; 0 for what is in no list. */
  idOf: (word: string) => number | undefined;
  words: ReadonlyMap<string, number>;
  /** True where the word of that number is of the class. */
  isOf: (id: number, name: string) => boolean;
  /** Calls `accept` for each phrase found, until it returns true. `named` are tokens that look like a person's name. */
  run: (ids: Int32Array, named: Uint8Array, accept: (found: Found<Kind>) => boolean) => void;
};

/** Compiles phrases. `<NAME>` is whatever looks like a name. */
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

  const elements = new Map<string, number>();
  const elementAt: number[] = [];
  const ruleAt: number[] = [];
  const follow: Set<number>[] = [];
  const accepting: boolean[] = [];
  const initial: number[] = [];
  let current = 0;

  const position = (element: string): Part => {
    if (element === "" || /^[|/()?*+]/.test(element)) {
      throw new Error(`“${element}” is no element of: ${rules[current]?.source}`);
    }
    let number = elements.get(element);
    if (number === undefined) {
      number = elements.size;
      elements.set(element, number);
      if (element !== ".") for (const word of wordsIn(element)) numberOf(word);
    }
    const at = elementAt.push(number) - 1;
    ruleAt.push(current);
    follow.push(new Set());
    accepting.push(false);
    return { nullable: false, first: [at], last: [at] };
  };
  const link = (from: readonly number[], to: readonly number[]) => {
    for (const one of from) for (const next of to) follow[one]?.add(next);
  };
  const sequence = (left: Part, right: Part): Part => {
    link(left.last, right.first);
    return {
      nullable: left.nullable && right.nullable,
      first: left.nullable ? [...left.first, ...right.first] : left.first,
      last: right.nullable ? [...left.last, ...right.last] : right.last,
    };
  };
  const either = (left: Part, right: Part): Part => ({
    nullable: left.nullable || right.nullable,
    first: [...left.first, ...right.first],
    last: [...left.last, ...right.last],
  });

  for (const [n, rule] of rules.entries()) {
    current = n;
    const whole = parse(expand(rule.source, parts), { position, sequence, either, link });
    if (whole.nullable) throw new Error(`This phrase may be empty: ${rule.source}`);
    initial.push(...whole.first);
    for (const at of whole.last) accepting[at] = true;
  }

  if (elementAt.length > 0xffff) throw new Error("There are more places than one character can number.");

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

  // The places that follow one by a word of a symbol. Lists of hundreds are read once for each symbol, and kept.
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

  // The sets that texts reach are few: most of what is read leads from one known set to another.
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
        // What began last comes first, so that a phrase is as short as it can be.
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
          // Short lists are read at once.
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

/** Classes with the words of the classes that they name. */
function readClasses(classes: Classes): Map<string, Set<string>> {
  const read = new Map<string, Set<string>>();
  const of = (name: string): Set<string> => {
    const known = read.get(name);
    if (known) return known;
    const list = new Set<string>();
    read.set(name, list);
    const source = classes[name];
    if (source === undefined) throw new Error(`No class is called ${name}.`);
    for (const word of source.trim().split(/\s+/)) {
      const other = /^<(\w+)>$/.exec(word)?.[1];
      if (other) for (const one of of(other)) list.add(one);
      else if (word !== "") list.add(word);
    }
    return list;
  };
  for (const name of Object.keys(classes)) of(name);
  return read;
}

/** The words that an element names by themselves. `^` is the beginning of a sentence. */
const wordsIn = (element: string): string[] =>
  element
    .replace(/^<\^?|>$/g, "")
    .split("|")
    .filter((word) => word === word.toLowerCase())
    .map((word) => (word === "^" ? "|" : word));

/** `<A|B>` is of either class, `<^A|B>` of neither, `<NAME>` what looks like a name (and what the class lists). */
function readElement(
  element: string,
  members: ReadonlyMap<string, Set<string>>,
  words: ReadonlyMap<string, number>,
) {
  const ids = new Set<number>();
  const add = (list: Iterable<string>) => {
    for (const word of list) ids.add(words.get(word) ?? -1);
  };
  if (element === ".") {
    add(["|"]);
    return { ids, open: true, name: true };
  }
  if (!element.startsWith("<")) {
    add(wordsIn(element));
    return { ids, open: false, name: false };
  }
  const open = element.startsWith("<^");
  const names = element.slice(open ? 2 : 1, -1).split("|");
  for (const name of names) {
    const list = members.get(name) ?? (name === name.toLowerCase() ? [name] : null);
    if (!list) throw new Error(`No class is called ${name}.`);
    add(list);
  }
  if (open) add(["|"]);
  return { ids, open, name: names.includes("NAME") !== open };
}

function expand(source: string, parts: Readonly<Record<string, string>>): string {
  let whole = source;
  for (let depth = 0; /\{\w+\}/.test(whole); depth++) {
    if (depth > 9) throw new Error(`Parts name each other: ${source}`);
    whole = whole.replace(/\{(\w+)\}/g, (_, name: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`No part is called ${name}.`);
      return `( ${part} )`;
    });
  }
  return whole;
}

type Builder = {
  position: (element: string) => Part;
  sequence: (left: Part, right: Part) => Part;
  either: (left: Part, right: Part) => Part;
  link: (from: readonly number[], to: readonly number[]) => void;
};

function parse(source: string, build: Builder): Part {
  const tokens = source.match(/[()/|?*+]|<[^<>]*>|[^\s()/|?*+<>]+(?:\|[^\s()/|?*+<>]+)*/g) ?? [];
  let at = 0;
  const empty: Part = { nullable: true, first: [], last: [] };
  const alternatives = (): Part => {
    let all = items();
    while (tokens[at] === "/") {
      at += 1;
      all = build.either(all, items());
    }
    return all;
  };
  const items = (): Part => {
    let all = empty;
    while (at < tokens.length && tokens[at] !== ")" && tokens[at] !== "/") all = build.sequence(all, item());
    return all;
  };
  const atom = (): Part => {
    const token = tokens[at] ?? "";
    at += 1;
    if (token !== "(") return build.position(token);
    const part = alternatives();
    if (tokens[at] !== ")") throw new Error(`A bracket is open: ${source}`);
    at += 1;
    return part;
  };
  const item = (): Part => {
    let part = atom();
    while (tokens[at] === "|") {
      at += 1;
      part = build.either(part, atom());
    }
    const times = tokens[at];
    if (times === "?" || times === "*" || times === "+") {
      at += 1;
      if (times !== "?") build.link(part.last, part.first);
      if (times !== "+") part = { nullable: true, first: part.first, last: part.last };
    }
    return part;
  };
  const whole = alternatives();
  if (at < tokens.length) throw new Error(`A bracket is closed that was not open: ${source}`);
  return whole;
}
