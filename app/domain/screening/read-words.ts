import { readTokens, signLetters, type Token } from "./read-tokens.ts";

/** A word as rules read it. One place of the text may have several: "I'll" is "i will". */
export type Word = Token & { id: number };

/** Looks words up in the lists. `isHarm`: a word whose disguise is worth undoing. */
export type Lexicon = {
  idOf: (word: string) => number | undefined;
  /** The number of a word that is listed with its doubled letters single. */
  idOfSingle: (word: string) => number | undefined;
  /** True where a listed word begins so. */
  begins: (letters: string) => boolean;
  isDisguised: (id: number) => boolean;
  isAddressed: (id: number) => boolean;
  /** The number of a word of harm with these consonants: "brn", "kll". */
  idOfConsonants: (consonants: string) => number | undefined;
  /** The number of a Spanish word of danger that sounds so (`soundOf`): "kemar", "balaso". */
  idOfSound: (sound: string) => number | undefined;
};

/** Longer words are in no list. */
const longestWord = 24;

const contractions = new Map<string, readonly string[]>(
  `i'll:i will|we'll:we will|you'll:you will|they'll:they will|he'll:he will|she'll:she will|it'll:it will|
  i'm:i am|i'd:i would|we'd:we would|you'd:you would|they'd:they would|he'd:he would|she'd:she would|
  i've:i have|we've:we have|you've:you have|they've:they have|you're:you are|we're:we are|they're:they are|
  let's:lets|can't:can not|won't:will not|shan't:shall not|ain't:is not|y'all:yall|ma'am:maam|
  who'd:who would|who'll:who will|that'll:that will|somebody'll:somebody will|someone'll:someone will|
  dont:do not|cant:can not|wont:will not|didnt:did not|doesnt:does not|isnt:is not|shouldnt:should not|
  wouldnt:would not|couldnt:could not|arent:are not|wasnt:was not|aint:is not|im:i am|ive:i have|
  youre:you are|youll:you will|theyll:they will|theyre:they are|weve:we have|cannot:can not|lets:lets|
  imma:i will|ima:i will|i'ma:i will|imm:i am|r:are|gunna:gonna|gona:gonna|goin:going|shoulda:should have|
  hes:he is|shes:she is|whats:what is|thats:that is|theres:there is|nobodys:nobody is|someones:someone is|
  q:que|k:k|xq:porque|pa:para|pal:para el|ull:you will|youd:you would|itll:it will|id:i would|ya'll:yall|
  yous:you|em:em|d:de|w:with|ijo:hijo|ijos:hijos|ija:hija|n:and|yr:your|yalls:yall|becuz:because|plz:please|
  pls:please|toy:estoy|tas:estas`
    .replace(/\n\s*/g, "")
    .split("|")
    .map((pair) => {
      const [short = "", whole = ""] = pair.split(":");
      return [short, whole.split(" ")];
    }),
);

/** Reads a text as words of the lists, undoing every disguise that a lookup in the lists can undo. */
export function readWords(text: string, lexicon: Lexicon): Word[] {
  const tokens = joinSetApart(readTokens(text), lexicon, text);
  const known = new Map<string, number>();
  const words: Word[] = [];
  const push = ({ start, end, titled, mark }: Token, word: string, id: number) =>
    words.push({ word, start, end, titled, mark, id });
  const find = (word: string): number => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const id = resolve(word, lexicon);
    known.set(word, id);
    return id;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const { word } = token;
    const whole = contractions.get(word);
    if (whole !== undefined) {
      for (const one of whole) push({ ...token, titled: false }, one, find(one));
      continue;
    }
    if (word.length > longestWord) {
      push(token, word.length > 60 ? "" : word, 0);
      if (word.length <= 60) for (const one of segment(word, lexicon)) push(token, one, find(one));
      continue;
    }
    const quote = word.indexOf("'");
    if (quote > 0) {
      const before = word.slice(0, quote);
      const after = word.slice(quote + 1);
      if (after === "t" && before.endsWith("n")) {
        push(token, before.slice(0, -1), find(before.slice(0, -1)));
        push(token, "not", find("not"));
      } else if (after === "s" && pronouns.has(before)) {
        push(token, before, find(before));
        push(token, "is", find("is"));
      } else if (after === "s") {
        push(token, before, find(before));
        push({ ...token, titled: false }, "'s", find("'s"));
      } else if (after === "re" || after === "m") {
        push(token, before, find(before));
        push(token, "are", find("are"));
      } else if (after === "ll") {
        push(token, before, find(before));
        push(token, "will", find("will"));
      } else {
        const joined = word.replaceAll("'", "");
        push(token, joined, find(joined));
      }
      continue;
    }
    // "Ill kill you", "well kill you": the apostrophe is only restored before a word of harm.
    if (word === "ill" || word === "well") {
      const next = tokens[at + 1];
      const id = next ? find(next.word) : 0;
      if ((id !== 0 && lexicon.isDisguised(id)) || (word === "ill" && plans.has(next?.word ?? ""))) {
        push(token, word === "ill" ? "i" : "we", find(word === "ill" ? "i" : "we"));
        push(token, "will", find("will"));
        continue;
      }
    }
    const id = find(word);
    if (id === 0 && word.length >= 7 && !token.titled) {
      const parts = segment(word, lexicon);
      if (parts.length > 0) {
        for (const one of parts) push(token, one, find(one));
        continue;
      }
    }
    if (id === 0 && word.length >= 9 && token.titled) {
      const parts = segment(word, lexicon);
      if (parts.length > 0) {
        for (const one of parts) push({ ...token, titled: false }, one, find(one));
        continue;
      }
    }
    push(token, word, id);
  }
  return words;
}

/** What follows "ill" where "I'll" was meant. */
const plans = new Set(
  "come go be find make put get bring see take do have cut kick show send never personally gladly just".split(
    " ",
  ),
);

/** After these, 's is "is". */
const pronouns = new Set("he she it that who there what here where everyone someone nobody one".split(" "));

/** Writes doubled letters once. */
export const single = (word: string): string => word.replace(/([a-z])\1+/g, "$1");

const vowels = ["a", "e", "i", "o", "u"];

/** Spells a Spanish word by its sound in Latin America. */
export const soundOf = (word: string): string =>
  word
    .replace(/^h|(?<=[aeiou])h/g, "")
    .replace(/qu(?=[ei])|k|q|c(?![eih])/g, "k")
    .replace(/c(?=[ei])|z|x/g, "s")
    .replace(/v/g, "b")
    .replace(/ll/g, "y")
    .replace(/g?ue/g, "we");

/** Letters of correctly spelled words that sound like others: "cierra", "prize", "harder". */
const ambiguous = /c[ei]|z|^h|^ll|^grabe/;

/** The number of a word as written or with its disguise undone; 0 for a word in no list. */
function resolve(word: string, lexicon: Lexicon): number {
  const exact = lexicon.idOf(word);
  if (exact !== undefined) return exact;
  if (word.length > longestWord || word.length < 2) return 0;
  let other = 0;
  for (const candidate of readings(word)) {
    const id = lexicon.idOf(candidate);
    if (id !== undefined && lexicon.isDisguised(id)) return id;
    other ||= id ?? 0;
  }
  if (other !== 0) return other;
  for (const candidate of readings(word)) {
    const id = candidate.length > 2 ? lexicon.idOfSingle(single(candidate)) : undefined;
    if (id !== undefined && (lexicon.isDisguised(id) || /(.)\1\1/.test(candidate))) return id;
    // "killin'" and "fuckin".
    if (candidate.endsWith("in") && candidate.length > 5) {
      const whole = lexicon.idOf(`${candidate}g`);
      if (whole !== undefined) return whole;
    }
  }
  // Capital i for l: "kiII".
  const lettered = lexicon.idOf(word.replace(/ii$/, "ll"));
  if (lettered !== undefined && lexicon.isDisguised(lettered)) return lettered;
  if (/^[b-df-hj-np-tv-xz]{3,8}$/.test(word) && word !== "mrs") return lexicon.idOfConsonants(word) ?? 0;
  return word.length >= 5 && !ambiguous.test(word) ? (lexicon.idOfSound(soundOf(word)) ?? 0) : 0;
}

/** What a word with signs may be read as. */
function readings(word: string): string[] {
  if (word.includes("*")) {
    const bare = word.replaceAll("*", "");
    if (word.length - bare.length > 2) return [bare];
    let all = [""];
    for (const char of word) {
      all =
        char === "*"
          ? all.flatMap((one) => vowels.map((vowel) => one + vowel))
          : all.map((one) => one + (signLetters[char] ?? (char === "1" ? "i" : char)));
    }
    return [bare, ...all];
  }
  if (!/[a-z]/.test(word) || !/[^a-z]/.test(word)) return [word];
  const read = (one: string) =>
    [...word].map((char) => (char === "1" || char === "|" ? one : (signLetters[char] ?? char))).join("");
  const [asI, asL] = [read("i"), read("l")];
  // "ki11": after a vowel it is an l.
  const mixed = [...word].reduce(
    (all, char) =>
      all +
      (char === "1" || char === "|" ? (/[aeioul]$/.test(all) ? "l" : "i") : (signLetters[char] ?? char)),
    "",
  );
  return [mixed, asI, asL, asI.replaceAll("v", "u")];
}

/**
 * Splits words written as one ("iwillkillyou", "#KillThemAll"), if all parts are listed, one of them is of
 * harm and one refers to a person. Nothing else is split: "therapist" is a word.
 */
function segment(word: string, lexicon: Lexicon): string[] {
  const parts: string[] = [];
  let harm = false;
  let addressed = false;
  for (let at = 0; at < word.length; ) {
    const length = longestFrom(word, at, lexicon);
    if (length === 0 || (length === 1 && word[at] !== "i")) return [];
    const part = word.slice(at, at + length);
    const id = lexicon.idOf(part) ?? 0;
    harm ||= lexicon.isDisguised(id);
    addressed ||= lexicon.isAddressed(id);
    parts.push(part);
    at += length;
  }
  return harm && addressed && parts.length >= 2 ? parts : [];
}

/** Joins spaced-out letters and pieces: "k i l l", "k.i.l.l", "ki-ll". */
function joinSetApart(tokens: readonly Token[], lexicon: Lexicon, text: string): Token[] {
  const joined: Token[] = [];
  const known = new Map<string, string[]>();
  const lettersOf = (whole: string): string[] => {
    const parts = known.get(whole) ?? lettersApart(whole, lexicon);
    known.set(whole, parts);
    return parts;
  };
  // After a spaced-out word, two letters count as a word as well.
  let apart = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    if (
      next === undefined ||
      next.start - token.end !== 1 ||
      (token.word.length > 1 && text.charAt(token.end) === " ")
    ) {
      joined.push(token);
      at += 1;
      continue;
    }
    const run = runFrom(tokens, at, text);
    if (run.length > 1) {
      const whole = run.map(({ word }) => word).join("");
      const parts = run.every(({ word }) => word.length === 1)
        ? run.length >= 3 || apart
          ? lettersOf(whole)
          : []
        : piecesApart(run, whole, lexicon);
      if (parts.length > 0) {
        const end = run.at(-1)?.end ?? token.end;
        for (const part of parts) joined.push({ ...token, word: part, end, titled: false, mark: "~" });
        at += run.length;
        apart = true;
        continue;
      }
      for (const one of run) joined.push(one);
      at += run.length;
      apart = false;
      continue;
    }
    joined.push(token);
    at += 1;
    apart = false;
  }
  return joined;
}

/** Tokens with one sign between them: single letters, or pieces without a space between. */
function runFrom(tokens: readonly Token[], from: number, text: string): Token[] {
  const first = tokens[from] as Token;
  const run = [first];
  if (first.word === "|" || first.word === ",") return run;
  let letters = first.word.length === 1;
  for (let at = from + 1; at < tokens.length && run.length < 48; at++) {
    const token = tokens[at] as Token;
    const last = run.at(-1) as Token;
    if (token.word === "|" || token.word === "," || token.start - last.end !== 1) break;
    const between = text.charAt(last.end);
    const isSpace = between === " " || between === "\u00a0";
    if (isSpace && !(letters && token.word.length === 1)) break;
    letters &&= token.word.length === 1;
    run.push(token);
  }
  return run;
}

/** Splits joined single letters into words: "iwillkill" is "i will kill". */
function lettersApart(whole: string, lexicon: Lexicon): string[] {
  if (/^\d+$/.test(whole)) return [];
  if (resolve(whole, lexicon) !== 0) return [whole];
  // Prefers the fewest words; a letter that is in none counts as one.
  const best = new Array<number>(whole.length + 1).fill(0);
  const taken = new Array<number>(whole.length).fill(1);
  for (let at = whole.length - 1; at >= 0; at--) {
    best[at] = (best[at + 1] ?? 0) + 3;
    for (let length = 1; at + length <= whole.length; length++) {
      const part = whole.slice(at, at + length);
      if (!lexicon.begins(part)) break;
      const cost = 1 + (best[at + length] ?? 0);
      if (lexicon.idOf(part) !== undefined && cost <= (best[at] ?? 0)) {
        best[at] = cost;
        taken[at] = length;
      }
    }
  }
  const parts: string[] = [];
  for (let at = 0; at < whole.length; at += taken[at] ?? 1)
    parts.push(whole.slice(at, at + (taken[at] ?? 1)));
  return parts;
}

function longestFrom(letters: string, at: number, lexicon: Lexicon): number {
  let longest = 0;
  for (let length = 1; at + length <= letters.length; length++) {
    const part = letters.slice(at, at + length);
    if (!lexicon.begins(part)) break;
    if (lexicon.idOf(part) !== undefined) longest = length;
  }
  return longest;
}

function piecesApart(run: readonly Token[], whole: string, lexicon: Lexicon): string[] {
  if (whole.length > longestWord || run.length > 8) return [];
  const id = resolve(whole, lexicon);
  return id !== 0 && lexicon.isDisguised(id) ? [whole] : [];
}
