export type Labelled = { text: string; lang: "en" | "es"; label: "threat" | "attack" | "fine" };

type Lang = Labelled["lang"];
type Parts = { lists: Record<string, string[]>; slots: Record<string, string[]> };

/** A linear congruential generator (Numerical Recipes): the same texts each time. */
function makeRandom(seed: number) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return { random, pick };
}
type Random = ReturnType<typeof makeRandom>;

/**
 * Reads a file of parts: `# name` begins a list, one phrase a line. `[a|b]` is either, `{slot}` one of a line
 * `slot: a|b` of the lists `slots` and `more`.
 */
function readParts(file: string): Parts {
  const lists: Record<string, string[]> = {};
  let current: string[] = [];
  for (const line of file.split("\n").map((one) => one.trim())) {
    if (line.startsWith("# ")) {
      current = [];
      lists[line.slice(2)] = current;
    } else if (line !== "") current.push(line);
  }
  const slots = Object.fromEntries(
    [...(lists.slots ?? []), ...(lists.more ?? [])].map((line) => {
      const [name = "", all = ""] = line.split(": ");
      return [name, splitOutside(all)];
    }),
  );
  return { lists, slots };
}

/** Splits at bars outside of brackets. */
function splitOutside(line: string): string[] {
  const all = [""];
  let depth = 0;
  for (const char of line) {
    if (char === "[") depth += 1;
    if (char === "]") depth -= 1;
    if (char === "|" && depth === 0) all.push("");
    else all[all.length - 1] += char;
  }
  return all;
}

function expand(phrase: string, { slots }: Parts, { pick }: Random): string {
  let whole = phrase;
  while (/\{\w+\}|\[[^[\]]*\]/.test(whole)) {
    whole = whole.replace(/\{(\w+)\}|\[([^[\]]*)\]/, (_, slot?: string, either?: string) =>
      pick(slot === undefined ? (either ?? "").split("|") : (slots[slot] ?? [])),
    );
  }
  return whole
    .replace(/ +/g, " ")
    .replace(/ ([,.])/g, "$1")
    .replace(/\ba el\b/g, "al")
    .replace(/\b(que|that) \1\b/g, "$1")
    .trim();
}

const joints: Record<Lang, readonly string[]> = {
  en: [
    " ",
    " ",
    " and ",
    " and ",
    ", ",
    " so ",
    "\n",
    " but ",
    " because ",
    ", and ",
    ". ",
    " - ",
    "... ",
    "; ",
  ],
  es: [" ", " ", " y ", " y ", ", ", " pues ", "\n", " pero ", " porque ", ", y ", ". ", " - ", "... ", "; "],
};

/** Joins phrases as people do who type fast: mostly without a full stop. */
function join(phrases: readonly string[], lang: Lang, random: Random): string {
  let text = random.random() < 0.6 ? capitalize(phrases[0] ?? "") : (phrases[0] ?? "");
  for (const phrase of phrases.slice(1)) {
    const joint = random.pick(joints[lang]);
    text += joint + (joint.includes(". ") || random.random() < 0.1 ? capitalize(phrase) : phrase);
  }
  if (random.random() < 0.35) text += random.pick([".", "!", "..."]);
  return mistype(text, lang, random);
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function mistype(text: string, lang: Lang, { random, pick }: Random): string {
  let typed = text;
  if (lang === "es" && random() < 0.35)
    typed = typed
      .normalize("NFD")
      .replace(/\u0301/g, "")
      .normalize("NFC");
  const shape = random();
  if (shape < 0.08) typed = typed.toUpperCase();
  else if (shape < 0.4) typed = typed.toLowerCase();
  if (random() < 0.3) typed = typed.replaceAll("'", "");
  if (random() < 0.12) {
    const words = typed.split(" ");
    const at = Math.floor(random() * words.length);
    const word = words[at] ?? "";
    if (word.length > 4 && /^\p{L}+$/u.test(word)) {
      const cut = 1 + Math.floor(random() * (word.length - 3));
      const [before, one, two, after] = [word.slice(0, cut), word[cut], word[cut + 1], word.slice(cut + 2)];
      words[at] = pick([`${before}${two}${one}${after}`, `${before}${two}${after}`]);
    }
    typed = words.join(" ");
  }
  return typed;
}

/** Combines run-on threats, quoted threats and honest anger from phrases, the same each time. */
export function combineParts(file: string, lang: Lang, count: number): Labelled[] {
  const parts = readParts(file);
  const random = makeRandom(lang === "en" ? 11 : 12);
  const list = (name: string) => parts.lists[name] ?? [];
  const contexts = list("contexts").flatMap(splitOutside);
  const thirds = list("thirds").flatMap(splitOutside);
  const tails = list("quotetails").flatMap(splitOutside);
  const one = (phrases: readonly string[]) => expand(random.pick(phrases), parts, random);
  const among = (phrase: string, times: number, honest: number) => {
    const all = [phrase];
    for (let n = 0; n < times; n++) {
      const other = one(random.random() < honest ? list("honest") : contexts);
      all.splice(Math.floor(random.random() * (all.length + 1)), 0, other);
    }
    return join(all, lang, random);
  };
  const quote = (said: readonly string[], told: readonly string[]) => {
    const whole = one(list("frames").map((frame) => frame.replace("{t}", "\u0001").replace("{i}", "\u0002")))
      .replace("\u0001", random.pick([capitalize, (text: string) => text])(one(said)))
      .replace("\u0002", one(told))
      .replace(/\b(que|that) \1\b/g, "$1");
    return random.random() < 0.5 ? whole + random.pick([" ", ", ", ". "]) + one(tails) : whole;
  };
  return Array.from({ length: count }, (_, n): Labelled => {
    const kind = n % 10;
    if (kind < 4)
      return {
        text: among(one(list("threats")), random.pick([0, 1, 1, 1, 2, 2]), 0.4),
        lang,
        label: "threat",
      };
    if (kind < 6) {
      const text = among(quote(list("threats"), thirds), random.pick([0, 0, 1]), 0);
      return { text, lang, label: "threat" };
    }
    // Others are quoted without a threat as well.
    const said = [...list("honest"), ...contexts];
    const phrase = n % 40 === 39 ? quote(said, said) : one(list("honest"));
    return { text: among(phrase, random.pick([0, 0, 1, 1, 2]), 0.5), lang, label: "fine" };
  });
}

/**
 * Joins short texts of one writer without full stops: one to hold with an honest one, or honest ones alone.
 * Four for each five there are.
 */
export function joinTexts(texts: readonly Labelled[], lang: Lang): Labelled[] {
  const random = makeRandom(lang === "en" ? 7 : 8);
  const short = texts.filter((one) => one.lang === lang && one.text.length < 110);
  const bad = short.filter(({ label }) => label !== "fine");
  const fine = short.filter(({ label }) => label === "fine");
  if (bad.length === 0 || fine.length === 0) return [];
  const unstop = ({ text }: Labelled) =>
    text.replace(/[.!¡]+\s*$/g, "").replace(/[.!]+\s+/g, () => random.pick(joints[lang]));
  return Array.from({ length: Math.floor(short.length * 0.8) }, (_, n): Labelled => {
    const first = random.pick(n % 2 === 0 ? bad : fine);
    const all = [unstop(first), unstop(random.pick(fine))];
    if (random.random() < 0.25) all.push(unstop(random.pick(fine)));
    if (random.random() < 0.6) all.reverse();
    return { text: join(all, lang, random), lang, label: first.label };
  });
}
