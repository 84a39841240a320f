import { findMenace } from "./find-menace.ts";
import { findWhereabouts } from "./find-whereabouts.ts";
import { automaton, lexicon } from "./lexicon.ts";
import type { Passage } from "./passage.ts";
import { readWords, type Word } from "./read-words.ts";
import type { Kind } from "./rule-kind.ts";
import learned from "./weights.json";

type Found = Passage & { kind: Kind };

/**
 * Finds the first threat in a text; where there is none, the first attack on a person, or where one is found. What a rule
 * finds is held from a lower weight of its sentences than what no rule foresaw.
 */
export function findPassage(text: string): Found | null {
  const words = readPassages(text);
  const menace = findMenace(words);
  if (menace === null) return null;
  const ruled = menace.weight >= learned.withRuleFrom ? findByRule(words, text) : null;
  return ruled ?? (menace.weight >= learned.heldFrom ? classify(words, menace) : null);
}

/** The words of a text, without what it reports that others said. */
export const readPassages = (text: string): readonly Word[] => withoutReports(readWords(text, lexicon), text);

/** Finds what a rule finds. */
export function findByRule(all: readonly Word[], text: string): Found | null {
  const { words, named } = joinNames(all);
  const ids = Int32Array.from(words, ({ id }) => id);
  const asked = markQuestions(words);
  let attack: Found | null = null;
  let threat: Found | null = null;
  automaton.run(ids, named, ({ rule, from, to }) => {
    if (attack && rule.kind === "personal-attack") return false;
    if (!holds(words, ids, asked, rule.guards, from, to, rule.kind)) return false;
    const passage = {
      kind: rule.kind,
      start: words[from]?.start ?? 0,
      end: words[to]?.end ?? text.length,
    };
    if (rule.kind === "threat") threat = passage;
    else attack = passage;
    return threat !== null;
  });
  if (threat ?? attack) return threat ?? attack;
  const where = findWhereabouts(all, text);
  return where && { kind: "personal-attack", ...where };
}

/** What calls a person names. */
const insults = "SLUR ES_SLUR INSULT INSULTO INSULTSTRONG INSULTOFUERTE".split(" ");

const violence = "VIOLENCE GRIM HURT".split(" ");

/** An insult without violence is an attack. */
function classify(words: readonly Word[], { start, end }: Passage): Found {
  const within = words.filter((word) => word.start >= start && word.end <= end);
  const holdsAny = (names: readonly string[]) =>
    within.some(({ id }) => names.some((name) => automaton.isOf(id, name)));
  return { kind: holdsAny(insults) && !holdsAny(violence) ? "personal-attack" : "threat", start, end };
}

/** Names of what is no person, so that a company and an agency may be called what they are called. */
const noPersons = new Set(
  (
    "microsoft azure github linkedin openai palantir google amazon oracle ice dhs cbp congress senate " +
    "america american americans states united us usa mexico europe god english spanish company corporation " +
    "investor investors relations board shareholders department agency immigration customs enforcement " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july " +
    "august september october november december i you we they he she it this that these those your our my the a " +
    "windows xbox office teams copilot outlook excel word bing surface skype cortana project program contract act bill " +
    "order christmas easter redmond washington seattle texas california chicago florida new york minneapolis internet " +
    "estados unidos congreso dios ingles espana argentina microsofts"
  ).split(" "),
);

/** Classes of words that are no part of a name by themselves, with a capital or without. */
const noNames = ["EL", "DET", "PREP", "CONJ", "CLITIC", "WILL"];

/**
 * Marks what looks like a name, and makes one word of the parts of one. A sentence begins with a capital anyway: there it
 * is a name when the next word looks like one too.
 */
function joinNames(all: readonly Word[]): { words: Word[]; named: Uint8Array } {
  const words: Word[] = [];
  const named = new Uint8Array(all.length);
  const isName = (word: Word | undefined) =>
    word?.titled === true &&
    !noPersons.has(word.word) &&
    !noNames.some((name) => automaton.isOf(word.id, name));
  for (let at = 0; at < all.length; at++) {
    const word = all[at] as Word;
    const begins = all[at - 1]?.word === "|";
    const is = isName(word) && (!begins || isName(all[at + 1]));
    const last = words.at(-1);
    if (is && word.id === 0 && last?.id === 0 && named[words.length - 1] === 1) {
      words[words.length - 1] = { ...last, end: word.end };
      continue;
    }
    named[words.length] = is ? 1 : 0;
    words.push(word);
  }
  return { words, named };
}

function markQuestions(words: readonly Word[]): Uint8Array {
  const asked = new Uint8Array(words.length);
  let asking = false;
  for (let at = words.length - 1; at >= 0; at--) {
    const { word, mark } = words[at] as Word;
    if (word === "|") asking = mark === "?";
    else if (asking) asked[at] = 1;
  }
  return asked;
}

/** Words that a guard looks at on either side. */
const near = 12;

function holds(
  words: readonly Word[],
  ids: Int32Array,
  asked: Uint8Array,
  guards: string,
  from: number,
  to: number,
  kind: Kind,
): boolean {
  const is = (at: number, name: string) => automaton.isOf(ids[at] ?? 0, name);
  const before = (names: readonly string[], reach: number) => {
    for (let at = from - 1; at >= 0 && at >= from - reach; at--) {
      if (words[at]?.word === "|") return false;
      if (names.some((name) => is(at, name))) return true;
    }
    return false;
  };
  if (guards.includes("q") && asked[from] === 1) return false;
  if (guards.includes("n") && isDenied(words, ids, from)) return false;
  if (guards.includes("o") && before(["OTHERS", "ES_OTHERS"], 3)) return false;
  if (guards.includes("f") && before(["FEAR", "ES_FEAR"], 7)) return false;
  if (guards.includes("t")) {
    for (let at = Math.max(0, from - near); at <= to + near && at < words.length; at++) {
      if (at < from && words[at]?.word === "|") continue;
      if (at > to && words[at]?.word === "|" && words[at]?.mark !== ":") break;
      if (is(at, "TEMPER") || is(at, "ES_TEMPER")) return false;
    }
  }
  if (kind === "threat") {
    if (isGivenName(words, from, to)) return false;
    // "kill her contract", "el bono de su director": what harm is done to is no person.
    for (let at = to + 1; at <= to + 2; at++) {
      if (words[at]?.word === "|") break;
      if (is(at, "ABSTRACT") || is(at, "ES_ABSTRACT")) return false;
    }
    // "We will bombard you with letters."
    if (
      is(to + 1, "WITH") &&
      [2, 3, 4].some((n) => is(to + n, "TEMPER") || is(to + n, "ES_TEMPER") || is(to + n, "MSG"))
    ) {
      return false;
    }
    // "I will shoot you an e-mail."
    if (is(to + 1, "DET") && (is(to + 2, "MSG") || is(to + 3, "MSG"))) return false;
  }
  return !isReported(words, ids, from, kind);
}

/** "I would never", but not "if you do not stop,". */
function isDenied(words: readonly Word[], ids: Int32Array, from: number): boolean {
  const is = (at: number, name: string) => automaton.isOf(ids[at] ?? 0, name);
  for (let at = from - 1; at >= 0 && at >= from - 3; at--) {
    if (words[at]?.word === "|" || words[at]?.word === ",") return false;
    if (!is(at, "NEG") && !is(at, "ES_NEG")) continue;
    for (let condition = at - 1; condition >= 0 && condition >= at - 4; condition--) {
      if (words[condition]?.word === "|") break;
      if (is(condition, "IF")) return false;
    }
    return true;
  }
  return false;
}

/** "Hang Nguyen" is somebody's name, under a letter or over one. */
function isGivenName(words: readonly Word[], from: number, to: number): boolean {
  const said = words.slice(from, to + 1).filter(({ word }) => word !== "|");
  return said[0]?.word === "hang" && said.every(({ titled }) => titled);
}

/** What others said: "he told me that", "a guard shouted:". What "I said" is the writer's own. */
function isReported(words: readonly Word[], ids: Int32Array, from: number, kind: Kind): boolean {
  const is = (at: number, name: string) => automaton.isOf(ids[at] ?? 0, name);
  for (let at = from - 1, crossed = 0; at >= 0 && at >= from - 9; at--) {
    const word = words[at] as Word;
    if (word.word === "|" && (word.mark !== ":" || ++crossed > 1)) return false;
    if (is(at, "REPORT") || is(at, "ES_REPORT") || (kind === "personal-attack" && is(at, "CALLED"))) {
      for (let who = at - 1; who >= 0 && who >= at - 3; who--) {
        if (is(who, "FIRST")) return false;
      }
      return true;
    }
  }
  return false;
}

const opening = /["“«„]/;
/** Characters of a quotation at most. */
const quotedAtMost = 400;

/**
 * What a letter reports that others said, between quotation marks, is not what its writer says; unless the sentence
 * around it turns to the reader.
 */
function withoutReports(words: readonly Word[], text: string): readonly Word[] {
  if (!opening.test(text)) return words;
  const kept: Word[] = [];
  const quotes = readQuotes(text);
  let next = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    while (next < quotes.length && (quotes[next]?.end ?? 0) <= word.start) next += 1;
    const quote = quotes[next];
    if (quote && word.start >= quote.start && word.start < quote.end) {
      quote.reported ??= isQuoteReported(words, at, quote);
      if (quote.reported) continue;
    }
    kept.push(word);
  }
  return kept;
}

type Quote = { start: number; end: number; reported?: boolean };

function readQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  const closing: Record<string, string> = { '"': '"', "“": "”", "«": "»", "„": "“" };
  let open: { start: number; close: string } | null = null;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (open) {
      if (char === open.close || (char === '"' && open.close === "”")) {
        if (at - open.start <= quotedAtMost) quotes.push({ start: open.start, end: at + 1 });
        open = null;
      } else if (char === "\n") open = null;
      continue;
    }
    const close = closing[char];
    if (close !== undefined) open = { start: at, close };
  }
  return quotes;
}

const toReader = new Set("you your usted ustedes vosotros te tu ti".split(" "));

function isQuoteReported(words: readonly Word[], at: number, quote: Quote): boolean {
  const is = (n: number, name: string) => automaton.isOf(words[n]?.id ?? 0, name);
  let reported = false;
  for (let n = at - 1, marks = 0; n >= 0 && n > at - 24; n--) {
    const word = words[n] as Word;
    if (word.word === "|" && (word.end > quote.start || word.mark === ":" ? ++marks > 2 : true)) break;
    if (toReader.has(word.word)) return false;
    if (is(n, "REPORT") || is(n, "ES_REPORT") || is(n, "QUOTED")) {
      if (is(n - 1, "FIRST") || is(n - 2, "FIRST")) return false;
      reported = true;
    }
  }
  let n = at;
  while (n < words.length && (words[n] as Word).start < quote.end) n += 1;
  for (const last = n + 12; n < words.length && n < last; n++) {
    const word = words[n] as Word;
    if (word.word === "|") break;
    if (toReader.has(word.word)) return false;
    if (is(n, "REPORT") || is(n, "ES_REPORT")) reported = true;
  }
  return reported;
}
