/** A word or mark of a text, in the form rules are written for. */
export type Token = {
  /**
   * Lower case without accents; look-alikes and signs as the letters they imitate. `|` begins a sentence, `,`
   * is a comma.
   */
  word: string;
  /** Position in the typed text. */
  start: number;
  end: number;
  /** Looks like a name: a capital, then small letters. */
  titled: boolean;
  /** For `|`: the mark that ended the previous sentence. For a word: `~` if its letters were spaced out. */
  mark: string;
};

/** Letters of other scripts that look like Latin ones. */
const lookalikes = new Map(
  (
    "аa вb сc еe һh іi јj кk мm нn оo рp ѕs тt уy хx αa βb εe ηn ιi κk νv οo ρp τt υu χx ıi łl øo ɡg " +
    "ßs æa œo đd ðd Нh Ηh Νn Υy Вb Ѕs ɑa ԁd ɩi ʟl ɪi ʀr ᴋk ᴇe ᴀa ᴏo ɴn ᴛt ѡw ԛq"
  )
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

const ignored = 0;
const letter = 1;
const digit = 2;
const sign = 3;
const apostrophe = 4;
const joiner = 5;
const space = 6;
const comma = 7;
const ending = 8;
const newline = 9;
const other = 10;

/** How one character is read: its kind, its letters, and whether it is a capital. */
type Sort = { kind: number; read: string; capital: boolean };

const unseen = /^[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]$/u;
const plain = (kind: number, read: string): Sort => ({ kind, read, capital: false });

function sortOne(char: string): Sort {
  if (unseen.test(char)) return plain(ignored, "");
  if (/^\p{L}$/u.test(char)) {
    const lower = char.toLowerCase();
    const first = [...lower][0] ?? lower;
    return {
      kind: letter,
      read: lookalikes.get(char) ?? lookalikes.get(first) ?? first,
      capital: /^[\p{Lu}\p{Lt}]$/u.test(char),
    };
  }
  if (/^\p{N}$/u.test(char)) return plain(digit, char);
  if ("'\u2018\u2019\u02bc\u00b4`".includes(char)) return plain(apostrophe, "'");
  if ("@$€!|".includes(char)) return plain(sign, char);
  if ("*_·-~\u2010\u2011\u2022".includes(char)) return plain(joiner, char);
  if (char === "\n") return plain(newline, "\n");
  if (/^\s$/u.test(char)) return plain(space, " ");
  if (char === ",") return plain(comma, ",");
  if (".?;:…".includes(char)) return plain(ending, char);
  return plain(other, char);
}

/** Bounded, since a text of many scripts would fill it. */
const sorted = new Map<string, Sort[]>();
const sortedAtMost = 4096;

const ascii = Array.from({ length: 128 }, (_, code) => sortOne(String.fromCharCode(code)));

function sort(char: string): Sort[] {
  const known = sorted.get(char);
  if (known) return known;
  // NFKD makes at most 18 others of one character.
  const sorts = [...char.normalize("NFKD")].map(sortOne).filter(({ kind }) => kind !== ignored);
  if (sorted.size >= sortedAtMost) sorted.clear();
  sorted.set(char, sorts);
  return sorts;
}

/** The text with each character in one form, and where each was typed. */
function readCharacters(text: string) {
  const sorts: Sort[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const plainly = ascii[code];
    if (plainly !== undefined) {
      if (plainly.kind !== ignored) {
        sorts.push(plainly);
        places.push(at);
      }
      at += 1;
      continue;
    }
    const char = String.fromCodePoint(code);
    for (const one of sort(char)) {
      sorts.push(one);
      places.push(at);
    }
    at += char.length;
  }
  places.push(text.length);
  return { sorts, places };
}

/** A sign within a word is a letter, at its end punctuation: "k!ll", but "Kill!". */
const continues = (sorts: readonly Sort[], at: number): boolean => {
  for (let next = at + 1; next <= at + 3; next++) {
    const kind = sorts[next]?.kind;
    if (kind === letter || kind === digit) return true;
    if (kind !== sign && sorts[next]?.read !== "*") return false;
  }
  return false;
};

/** Reads a text as tokens, in time that grows with its length alone. */
export function readTokens(text: string): Token[] {
  const { sorts, places } = readCharacters(text);
  const tokens: Token[] = [];
  const bare = { titled: false, mark: "" };
  const mark = (word: string, at: number, by: string) =>
    tokens.push({
      word,
      start: places[at] ?? 0,
      end: places[at + 1] ?? text.length,
      titled: false,
      mark: by,
    });
  mark("|", 0, "");
  const begin = (at: number, by: string) => {
    const last = tokens.at(-1);
    if (last?.word === "|") {
      if (by !== "\n" && last.mark !== "?") last.mark = by;
    } else mark("|", at, by);
  };
  for (let at = 0; at < sorts.length; ) {
    const { kind, read } = sorts[at] as Sort;
    if (kind === letter || kind === digit || (kind === sign && read !== "!" && continues(sorts, at))) {
      at = readWord(sorts, places, at, tokens);
      continue;
    }
    if (kind === comma) mark(",", at, "");
    else if (kind === newline) {
      if (!continuesBelow(sorts, at)) begin(at, "\n");
    } else if (pictures.has(read)) {
      if (tokens.at(-1)?.word !== pictures.get(read))
        tokens.push({
          ...bare,
          word: pictures.get(read) ?? "",
          start: places[at] ?? 0,
          end: places[at + 1] ?? text.length,
        });
    } else if (kind === sign && read === "!") begin(at, "!");
    else if (kind === ending && !isWithin(sorts, at)) begin(at, read);
    at += 1;
  }
  begin(Math.max(0, sorts.length - 1), "\n");
  return tokens;
}

/** A line that continues in lower case is the same sentence, as in a poem. An empty line ends one. */
const continuesBelow = (sorts: readonly Sort[], at: number): boolean => {
  for (let next = at + 1; next <= at + 4; next++) {
    const one = sorts[next];
    if (one?.kind === letter) return !one.capital;
    if (one?.kind !== space) return false;
  }
  return false;
};

/** Emoji that stand for words of violence. */
const pictures = new Map([
  ["🔫", "🔫"],
  ["🔪", "🔪"],
  ["🗡", "🔪"],
  ["🪓", "🔪"],
  ["💣", "💣"],
  ["🧨", "💣"],
  ["💀", "💀"],
  ["☠", "💀"],
  ["⚰", "💀"],
  ["🪦", "💀"],
  ["🔥", "🔥"],
]);

/** A dot between letters or digits ends no sentence ("k.i.l.l", "3.5"); a colon or question mark does. */
const isWithin = (sorts: readonly Sort[], at: number): boolean => {
  if (sorts[at]?.read !== ".") return false;
  const after = sorts[at + 1]?.kind;
  return at > 0 && (after === letter || after === digit);
};

function readWord(sorts: readonly Sort[], places: readonly number[], from: number, into: Token[]): number {
  let at = from;
  let word = "";
  let capitals = 0;
  let letters = 0;
  for (; at < sorts.length; at++) {
    const { kind, read, capital } = sorts[at] as Sort;
    if (kind === letter) {
      letters += 1;
      if (capital) capitals += 1;
      word += read;
    } else if (kind === digit) word += read;
    else if (kind === apostrophe && sorts[at + 1]?.kind === letter) word += "'";
    else if (kind === sign && (continues(sorts, at) || (read === "$" && word.endsWith("$")))) word += read;
    else if (kind === joiner && read === "*" && continues(sorts, at)) word += "*";
    else break;
  }
  const first = sorts[from] as Sort;
  const end = places[at] ?? 0;
  const start = places[from] ?? 0;
  const titled = first.capital && letters > 1 && capitals < letters;
  into.push({ word, start, end, titled, mark: "" });
  return at;
}

/** Signs that stand for letters within a word. `1` and `|` are read as what fits. */
export const signLetters: Record<string, string> = {
  "0": "o",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "€": "e",
  "6": "g",
  "2": "z",
};
