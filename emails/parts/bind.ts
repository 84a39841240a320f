import type { Block, Fact, Letter } from "./letter.ts";

const nbsp = "\u00a0";

/**
 * Puts non-breaking spaces between a day, its month and the word before them, a number and what it counts,
 * and in “New York”, “e-mail” or “SHA-256”. A whole date may break: it is half a line on a phone.
 */
export const bind = (text: string): string => (/\d|York|-mail/.test(text) ? bindAll(text) : text);

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const dayInEnglish = new RegExp(`\\b(?:(?:[Oo]n|until|by) )?(?:${months}) \\d{1,2}\\b`, "g");

const bindAll = (text: string) =>
  text
    .replace(/(?<![\d.,:])(\d{1,3}(?:[.,]\d{3})*) (?=\p{L})/gu, `$1${nbsp}`)
    .replace(/(\d\u00a0de) (?=\p{Ll})/gu, `$1${nbsp}`)
    .replace(dayInEnglish, (date) => date.replaceAll(" ", nbsp))
    .replace(/(?<!\p{L})([Ee]l|al|del) (?=\d{1,2}\u00a0de\u00a0)/gu, `$1${nbsp}`)
    .replace(/(?<!\p{L})(at|a las?) (?=\d{1,2}:\d\d)/gu, (at) => at.replaceAll(" ", nbsp))
    .replace(/(New|Nueva) (?=York)/g, `$1${nbsp}`)
    .replace(/\b([Ee])-(?=mail)|\b(SHA)-(?=256)/g, "$1$2\u2011");

/** Keeps the last word of a title from standing alone on a line, unless a short first word would then. */
function bindTitle(text: string): string {
  const last = text.lastIndexOf(" ");
  const before = text.lastIndexOf(" ", last - 1);
  const [word, end] = [text.slice(before + 1, last), text.slice(last + 1)];
  const binds = before >= 6 && word !== "" && end !== "" && !/\s/.test(word + end);
  return binds ? `${text.slice(0, last)}${nbsp}${end}` : text;
}

const bindFact = ({ value, ...fact }: Fact): Fact => ({
  ...fact,
  value: typeof value === "string" ? bind(value) : value.map(bind),
});

function bindBlock(block: Block): Block {
  switch (block.kind) {
    case "paragraph":
    case "notice":
    case "link":
    case "links":
      return { ...block, text: bind(block.text) };
    case "facts":
      return { ...block, rows: block.rows.map(bindFact) };
    case "notes":
      return { ...block, items: block.items.map(bind) };
    case "code":
      return { ...block, note: bind(block.note) };
    case "button":
      return block.note ? { ...block, note: bind(block.note) } : block;
    case "rich":
    case "line":
      return block;
  }
}

/** Binds the lines of an email's own words; what an organizer or a writer wrote stays as it is. */
export const bindLetter = (letter: Letter): Letter => ({
  ...letter,
  heading: bindTitle(letter.heading),
  blocks: letter.blocks.map(bindBlock),
  footer: { ...letter.footer, reason: bind(letter.footer.reason) },
});
