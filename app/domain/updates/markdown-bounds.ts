import { characters } from "../supporters/text.ts";
import { bodyAtMost } from "./update.ts";

/** Quotes and lists, or emphasis, in one another at most. */
export const deepest = 6;
/** What begins a quote or an item of a list, at the beginning of a line and one after the other. */
const nesting = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){0,${deepest + 1}}`);
const nestingSign = />|[-+*]|\d{1,9}[.)]/g;

/**
 * What the parser is given at most: the first seven in all, the others in one paragraph. An email of more paragraphs is
 * longer than Gmail shows, even when each is one letter (`isTooHeavy`).
 */
const atMost = {
  paragraphs: 1150,
  lines: 3000,
  signs: 5000,
  openings: 20,
  entities: 500,
  /** Quotes and items of lists, and those of them that are in another one: each costs more than the one before. */
  nested: 400,
  deeper: 250,
  together: 300,
  emphasis: 500,
  brackets: 300,
  ticks: 200,
};

/** Signs of Markdown, and what begins a comment or an instruction of HTML: each is looked for to the end of the text. */
const counted = /[*_`[\]<\\&!|~#]/g;
const openings = /<[!?]/g;
const entities = /&[a-z#]/gi;
const emphasis = /[*_]+/g;
const brackets = /\[/g;
const ticks = /`+/g;

/**
 * What nobody means and the parser takes seconds or minutes for is found before it begins: signs of many quotes and lists
 * on one line, paragraphs of hundreds of lines or signs, thousands of either, and more than an update may be long. Lines
 * count from 1.
 */
export function firstLineTooDeep(markdown: string): number | null {
  if (characters(markdown) > bodyAtMost) return 1;
  const all = { paragraphs: 0, lines: 0, signs: 0, openings: 0, entities: 0, nested: 0, deeper: 0 };
  let between = true;
  let paragraph = { together: 0, emphasis: 0, brackets: 0, ticks: 0 };
  for (const line of markdown.split(/\r\n?|\n/)) {
    const text = line.trim();
    if (text !== "" && between) all.paragraphs += 1;
    between = text === "";
    if (between) paragraph = { together: 0, emphasis: 0, brackets: 0, ticks: 0 };
    const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
    all.lines += 1;
    all.signs += count(counted);
    all.openings += count(openings);
    all.entities += count(entities);
    const signs = nesting.exec(line)?.[0].match(nestingSign)?.length ?? 0;
    all.nested += signs;
    all.deeper += Math.max(0, signs - 1);
    paragraph.together += 1;
    paragraph.emphasis += count(emphasis);
    paragraph.brackets += count(brackets);
    paragraph.ticks += count(ticks);
    const counts = Object.entries({ ...all, ...paragraph }) as [keyof typeof atMost, number][];
    if (signs > deepest || counts.some(([what, n]) => n > atMost[what])) return all.lines;
  }
  return null;
}
