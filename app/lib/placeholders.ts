import { locales, words } from "#app/i18n/index.ts";

/** Finds addresses at domains reserved for examples (RFC 2606), or at this machine. */
export const isExampleAddress = (text: string) =>
  /@(?:(?:[^@\s<>]+\.)?(?:example(?:\.(?:com|net|org))?|invalid|localhost)|example\.[^@\s<>]+)>?$/i.test(
    text,
  );

const flat = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s,]+/g, " ")
    .trim()
    .toLowerCase();

/** The examples' names on pages of a new campaign. Their funding line may be true of a real one. */
const examples = new Set(
  locales
    .map((locale) => words(locale).common.example)
    .flatMap(({ operator, postalAddress }) => [operator, postalAddress])
    .map(flat),
);
const marks = locales.map((locale) => flat(`(${words(locale).common.footer.exampleMark})`));

/**
 * Returns whether a text still contains a template's instruction: a paragraph that is only words in square
 * brackets. The line by which an update cites a statement does not count.
 */
export const hasInstruction = (text: string | null): boolean =>
  text !== null && text.search(instruction) !== -1;

const instruction = /^[ \t]*\[(?!claim\s+\d{1,4}\s*[\]:])[^[\]]*\][ \t]*$/gim;

/** Returns a text with `mark` after each template instruction. */
export const withMarks = (text: string, mark: string): string =>
  text.replaceAll(instruction, (line) => `${line.trimEnd()} (${mark})`);

/** Returns whether a text is one of the product's examples, an instruction, or an example address. */
export function isPlaceholder(text: string): boolean {
  const flattened = flat(text);
  return (
    hasInstruction(text) ||
    examples.has(flattened) ||
    marks.some((mark) => flattened.endsWith(mark)) ||
    isExampleAddress(text.trim())
  );
}

/** Checks that a detail is neither empty nor an example. */
export const isGiven = (text: string | null | undefined): text is string =>
  Boolean(text?.trim()) && !isPlaceholder(text as string);

/** Returns a given detail, else its example with `mark`; null if examples are not allowed (no mark). */
export const givenOrExample = (text: string | null, example: string, mark: string | null) => {
  if (isGiven(text)) return text;
  return mark === null ? null : `${example} (${mark})`;
};

/** Returns a detail that an email may show: in local mode any, otherwise none that is an example. */
export const unlessExample = (text: string | null, localMode: boolean): string | null =>
  localMode || isGiven(text) ? text : null;
