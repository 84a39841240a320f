import { characters } from "#app/domain/base/text.ts";

/** Characters of an update's text. */
export const maxBodyLength = 50_000;

/** Most levels of nested quotes and lists, or of emphasis. */
export const deepest = 6;
/** Quotes or list items that begin one after the other at the start of a line. */
const nesting = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){0,${deepest + 1}}`);
const nestingSign = />|[-+*]|\d{1,9}[.)]/g;

/**
 * Limits for the parser: the first seven in all, the others per paragraph. An email with more paragraphs is
 * longer than Gmail shows, even if each is one letter (`isTooHeavy`).
 */
const atMost = {
  paragraphs: 1150,
  lines: 3000,
  signs: 5000,
  openings: 20,
  entities: 500,
  /** Quotes and list items, and those inside another: each costs more than the last. */
  nested: 400,
  deeper: 250,
  together: 300,
  emphasis: 500,
  brackets: 300,
  ticks: 200,
};

const bounds = Object.keys(atMost) as (keyof typeof atMost)[];

/** Signs of Markdown, and openings of HTML comments and instructions: each is searched to the text's end. */
const counted = /[*_`[\]<\\&!|~#]/g;
const openings = /<[!?]/g;
const entities = /&[a-z#]/gi;
const emphasis = /[*_]+/g;
const brackets = /\[/g;
const ticks = /`+/g;

/**
 * Finds the first line that nobody means and that would take the parser seconds or minutes: many signs of
 * quotes and lists on one line, paragraphs of hundreds of lines or signs, thousands of either, and more than
 * an update may be long. Lines count from 1.
 */
export function firstLineTooDeep(markdown: string): number | null {
  if (characters(markdown) > maxBodyLength) return 1;
  const all = { paragraphs: 0, lines: 0, signs: 0, openings: 0, entities: 0, nested: 0, deeper: 0 };
  const ofParagraph = { together: 0, emphasis: 0, brackets: 0, ticks: 0 };
  const counts = { ...all, ...ofParagraph };
  let between = true;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const text = line.trim();
    counts.lines += 1;
    if (text === "") {
      between = true;
      Object.assign(counts, ofParagraph);
    } else {
      if (between) counts.paragraphs += 1;
      between = false;
      const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
      const signs = nesting.exec(line)?.[0].match(nestingSign)?.length ?? 0;
      if (signs > deepest) return counts.lines;
      counts.nested += signs;
      counts.deeper += Math.max(0, signs - 1);
      counts.signs += count(counted);
      counts.openings += count(openings);
      counts.entities += count(entities);
      counts.together += 1;
      counts.emphasis += count(emphasis);
      counts.brackets += count(brackets);
      counts.ticks += count(ticks);
    }
    if (bounds.some((what) => counts[what] > atMost[what])) return counts.lines;
  }
  return null;
}
