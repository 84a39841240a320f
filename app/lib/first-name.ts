/** `{first_name|friend}`: a fallback without Markdown, and nothing that could be an address. */
const field = /\{first_name\|( {0,3}[^\s{}|<>[\]*_`\\:@][^{}|<>[\]*_`\\:@\n]{0,39})\}/g;

/** Fills each field of a text. `fill` gets its fallback: the word for people without a first name. */
export const fillFirstNames = (text: string, fill: (fallback: string) => string): string =>
  text.includes("{first_name|") ? text.replace(field, (_, fallback: string) => fill(fallback.trim())) : text;

/** Returns the first field of a text, with its fallback; empty if it has none. */
export const findFirstName = (text: string): string => text.match(field)?.[0] ?? "";

/** Returns a text without its fields. */
export const withoutFirstNames = (text: string): string => fillFirstNames(text, () => "");

/** Finds a field that touches an address, as in `https://x.test/{first_name|you}`: it would leak a name. */
export function findFieldInAddress(text: string): string | null {
  const own = findFirstName(text);
  if (own === "") return null;
  const marked = fillFirstNames(text.replaceAll("\ue000", ""), () => "\ue000");
  for (const word of marked.split(/\s+/))
    if (word.includes("\ue000") && /[/@\\]|www\.|\ue000\.[\p{L}\p{N}]|[\p{L}\p{N}]\.\ue000/iu.test(word))
      return own;
  return null;
}

/** Titles, which are no names. */
const titles =
  /^(?:mr|mrs|ms|mx|miss|dr|dra|prof|profa|rev|sr|sra|srta|sir|hon|fr|don|doña|mme|lic|ing)\.?$/iu;
/** What people type who give no name. */
const nobody =
  /^(?:anon(?:ymous)?|an[oó]nim[oa]|anonyme|n\/?a|none|nobody|no|name|nombre|nadie|unknown|test|x+)$/iu;
/** Scripts that write the family name first, without a space. */
const written = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
const usable = /^\p{L}(?:[\p{L}\p{M}'’ʼ·-]|\p{Join_Control}){1,39}$/u;

/**
 * Returns the word of a name that a text may call its owner by; null if it has none: initials only, no name,
 * or anything but letters.
 */
export function firstNameOf(name: string): string | null {
  const whole = name.normalize("NFC").trim();
  if (written.test(whole)) return usable.test(whole) ? whole : null;
  const words = whole.split(/\s+/);
  const title = titles.test(words[0] ?? "");
  const [first = "", ...others] = title ? words.slice(1) : words;
  // “Sample, Ana” begins with the family name; after a title a single word is one.
  const word = first.endsWith(",") ? (others[0] ?? "") : first;
  if (title && others.length === 0) return null;
  if (!usable.test(word) || nobody.test(word)) return null;
  // “JR” may be initials; “Jo” is a name.
  return (word.match(/\p{L}/gu)?.length ?? 0) >= 2 && !/^\p{Lu}{2}$/u.test(word) ? word : null;
}

type Rich = { kind: string; text?: string; of?: unknown; items?: unknown };

/** Fills the fields in the words of rich text, but not in its links and claims, which have none. */
export const fillBlocks = <T extends Rich>(parts: readonly T[], fill: (fallback: string) => string): T[] =>
  parts.map((part) => {
    if (part.kind === "text") return { ...part, text: fillFirstNames(part.text ?? "", fill) };
    if (part.kind === "link" || part.kind === "claim") return part;
    const all = (within: unknown) => fillBlocks(within as Rich[], fill);
    if (Array.isArray(part.of)) return { ...part, of: all(part.of) };
    return Array.isArray(part.items) ? { ...part, items: part.items.map(all) } : part;
  });
