/** Letters of other scripts that are taken for Latin ones. */
const lookalikes: Record<string, string> = Object.fromEntries(
  [
    ...["аa", "вb", "сc", "еe", "һh", "іi", "јj", "кk", "мm", "нn", "оo", "рp", "ѕs", "тt", "уy", "хx"],
    ...["αa", "βb", "εe", "ηn", "ιi", "κk", "νv", "οo", "ρp", "τt", "υu", "χx", "ıi", "łl", "øo", "ɡg"],
  ].map(([other = "", latin = ""]) => [other, latin]),
);

/** Signs that stand for letters within a word. `1` and `|` are read by what stands before them. */
const signs: Record<string, string> = {
  ...{ "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b" },
  ...{ "@": "a", $: "s", "!": "i", "€": "e" },
};

/** Names of what is no person, so that a company and an agency may be called what they are called. */
const noPersons = new Set(
  (
    "microsoft azure github linkedin openai palantir google amazon oracle ice dhs cbp congress senate " +
    "america american americans states united us usa mexico europe god english spanish company corporation " +
    "investor investors relations board shareholders department agency immigration customs enforcement " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july " +
    "august september october november december i you we they he she it this that these those your our my the a"
  ).split(" "),
);

/** What is not seen, or only adorns: zero width, soft hyphens, marks over letters. */
const unseen = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/gu;

/** The words as they are seen: one form of each character, nothing invisible, no accents. */
export const visible = (body: string): string => body.normalize("NFKD").replace(unseen, "").normalize("NFC");

/**
 * A letter's words in the one form that patterns are written for: lower case, without accents, look-alikes and signs
 * read as the letters they stand for, letters that were set apart drawn together and doubled ones single. A sentence
 * begins with `|`; `~` stands before each word of what looks like a person's name.
 */
export function plainWords(body: string): string {
  const text = visible(body)
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    // Letters that were set apart: "k i l l", "k.i.l.l".
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:[ .*_-]\p{L}){2,}(?![\p{L}\p{N}])/gu, (run) =>
      run.replace(/[ .*_-]/g, ""),
    )
    .replace(/(?<=\p{L})[*_·](?=\p{L})/gu, "");
  const sentences = text.split(/[.!?;:]+["”»)]*(?=\s|$)|\n+/).map(plainSentence);
  return sentences.filter(Boolean).join(" | ");
}

function plainSentence(sentence: string): string {
  const words = sentence.match(/[\p{L}\p{N}@$!€|][\p{L}\p{N}@$!€|']*/gu) ?? [];
  const titled = words.map((word) => /^\p{Lu}'?\p{Ll}/u.test(word) && !noPersons.has(possessor(word)));
  const plain = words.map((word, n) => {
    // A sentence begins with a capital anyway.
    const named = titled[n] && (n > 0 || titled[1]);
    return (named ? "~" : "") + plainWord(word);
  });
  return plain.join(" ").trim();
}

const possessor = (word: string) => word.toLowerCase().replace(/'s?$/, "");

const endings: [RegExp, string][] = [
  [/^(i|we|you|they|he|she)'?ll$/, "$1 will"],
  [/^i'm$/, "i am"],
  [/^(we|you|they)'re$/, "$1 are"],
  [/^(he|she)'s$/, "$1 is"],
  [/^(i|we|you|they)'d$/, "$1 would"],
  [/^let's$/, "let us"],
  [/'s?$/, ""],
];

function plainWord(word: string): string {
  let lower = word.toLowerCase();
  // "well" and "ill" are words of their own.
  if (lower.includes("'")) for (const [ending, whole] of endings) lower = lower.replace(ending, whole);
  let read = "";
  for (const char of lower.replaceAll("'", "")) read += lookalikes[char] ?? char;
  if (/[a-z]/.test(read)) {
    let letters = "";
    for (const sign of read) {
      const one = /[aeioul]$/.test(letters) ? "l" : "i";
      letters += sign === "1" || sign === "|" ? one : (signs[sign] ?? sign);
    }
    read = letters;
  }
  return single(read);
}

/** Doubled letters are written once, in letters and patterns alike: "kiiill" is "kil". */
export const single = (text: string): string => text.replace(/([a-z])\1+/g, "$1");
