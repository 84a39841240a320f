/** Quotes and lists, or emphasis, in one another at most. */
export const deepest = 6;
const tooManySigns = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){${deepest + 1}}`);

/** Lines of an update at most. */
const linesAtMost = 3000;

/** Lines of one paragraph, asterisks and underlines in one, and brackets in one, at most. */
const inOneParagraph = { lines: 300, emphasis: 2000, brackets: 600 };

/**
 * What nobody means and the parser takes seconds or minutes for is found before it begins: signs of many
 * quotes and lists on one line, paragraphs of hundreds of lines or thousands of signs, and thousands of lines. Lines count from 1.
 */
export function firstLineTooDeep(markdown: string): number | null {
  let lines = 0;
  let emphasis = 0;
  let brackets = 0;
  for (const [place, line] of markdown.split(/\r\n?|\n/).entries()) {
    if (line.trim() === "") [lines, emphasis, brackets] = [0, 0, 0];
    lines += 1;
    emphasis += line.match(/(?<!^\s*)(?:\*+|_+)/g)?.length ?? 0;
    brackets += line.match(/\[/g)?.length ?? 0;
    const tooMuch =
      lines > inOneParagraph.lines ||
      emphasis > inOneParagraph.emphasis ||
      brackets > inOneParagraph.brackets;
    if (tooManySigns.test(line) || tooMuch || place >= linesAtMost) return place + 1;
  }
  return null;
}
