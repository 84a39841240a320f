import { type Part, readRegex } from "./read-regex.ts";

/** A text: its beginning, a part repeated until it is long enough, and its end. */
export type Attack = { before: string; pump: string; after: string };

/** Characters of every kind that expressions distinguish. */
const alphabet = [
  ...Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)),
  ..."\n\r\t\v\0\u0007\u0085\u00a0\u2028\u2029\u200b\u200d\u200e\u202e\u2066\u00ad\ufeff\ufffd",
  ..."éßñçÉœıſK“”‘’«»–—…·´¿¡§†•€£º°×＠＃＝＋，？",
  "\u0301",
  "\u0489",
  "\u05b0",
  "\u064b",
  "\u093f",
  "\u0e31",
  "\u3099",
  "\ufe0f",
  "\u20e3",
  ..."яЖωאبहเ中あア가ខﬁ１٣²½😀👍\u{e0041}",
];

/** How many ways a part can match, at most; above a million counts as unbounded. */
function waysOf(part: Part): number {
  switch (part.kind) {
    case "one":
    case "edge":
      return 1;
    case "group":
      return part.options.map(waysOfAll).reduce((sum, ways) => sum + ways, 0);
    case "repeat": {
      if (part.most > 1_000_000) return Number.POSITIVE_INFINITY;
      const each = waysOf(part.of);
      let ways = 0;
      for (let n = part.least; n <= part.most && ways < 1_000_000; n++) ways += each ** n;
      return ways;
    }
  }
}
const waysOfAll = (parts: readonly Part[]) => parts.map(waysOf).reduce((all, ways) => all * ways, 1);

const beginsAtStart = ({ multiline }: RegExp, options: readonly Part[][]) =>
  !multiline && options.every(([first]) => first?.kind === "edge" && first.source === "^");

/** Tells if no text keeps the expression busy: it tries a few ways and gives up. */
export function isBounded(regex: RegExp): boolean {
  const options = readRegex(regex);
  const ways = options.map(waysOfAll).reduce((sum, each) => sum + each, 0);
  return ways <= (beginsAtStart(regex, options) ? 1000 : 8);
}

/**
 * Makes texts that keep an expression busiest: every kind of character that it tells apart, over and
 * over; what is matched up to each repetition, with and without a turn of it; and after each something that
 * lets the match fail.
 */
export function attacksOn(regex: RegExp): Attack[] {
  const options = readRegex(regex);
  const matching = new Map<string, string[]>();
  const flags = regex.flags.replace(/[gy]/g, "");
  const ofAtom = (source: string): string[] => {
    const known = matching.get(source);
    if (known) return known;
    const whole = new RegExp(`^(?:${source})$`, flags);
    const found = alphabet.filter((one) => whole.test(one));
    matching.set(source, found);
    return found;
  };

  /** Texts before a repetition, and one iteration of it. */
  const repeats: { before: string; turn: string }[] = [];
  const shortest = (parts: readonly Part[], before: string): string => {
    let text = "";
    for (const part of parts) text += sample(part, before + text);
    return text;
  };
  const sample = (part: Part, before: string): string => {
    switch (part.kind) {
      case "edge":
        return "";
      case "one":
        return ofAtom(part.source)[0] ?? "";
      case "group": {
        const [first = "", ...others] = part.options.map((parts) => shortest(parts, before));
        if (part.looks) return "";
        for (const other of others) repeats.push({ before, turn: other });
        return first;
      }
      case "repeat": {
        const turn = sample(part.of, before);
        if (part.most > 4) repeats.push({ before, turn });
        return turn.repeat(Math.max(1, Math.min(part.least, 40)));
      }
    }
  };
  const wholes = options.map((parts) => shortest(parts, ""));

  // One character for each set of atoms that it belongs to: the rest of the alphabet behaves the same.
  const kinds = new Map<string, string>();
  const atoms = [...matching.values()];
  for (const one of alphabet) {
    const kind = atoms.map((set) => (set.includes(one) ? 1 : 0)).join("");
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  const letters = [...kinds.values()];
  const foreign = kinds.get(atoms.map(() => 0).join("")) ?? letters.at(-1) ?? "";
  // A bounded repetition gets one more than it allows.
  const tooMany = letters.slice(0, 3).map((one) => `${one.repeat(70)}${foreign}\n`);
  const ends = [...new Set(["", foreign, "\n", ...tooMany])];

  const pumps = new Set(letters);
  const befores = new Set(["", foreign]);
  for (const { before, turn } of repeats) {
    befores.add(before);
    for (const pump of [turn, before, before + turn, turn + before, `${turn} `]) pumps.add(pump);
  }
  for (const whole of wholes) {
    pumps.add(whole);
    pumps.add(whole.slice(0, -1));
    pumps.add(whole.slice(1));
  }
  if (letters.length <= 7) for (const a of letters) for (const b of letters) pumps.add(a + b);
  pumps.delete("");

  const attacks: Attack[] = [];
  // Long ends last: exponential patterns are found by the short ones.
  for (const after of ends)
    for (const before of [...befores].slice(0, 5))
      for (const pump of pumps) attacks.push({ before, pump, after });
  return attacks;
}

/** Cuts an attack's text to so many characters. */
export const textOf = ({ before, pump, after }: Attack, length: number): string =>
  before + pump.repeat(Math.ceil(length / pump.length)).slice(0, length) + after;
