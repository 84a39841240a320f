/** Characters a line, unless a word is longer (RFC 5322 advises 78). */
export const lineWidth = 72;

/** Wraps `text` at `width` characters. A no-break space (U+00A0) keeps its words together. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && longer.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].map((finished) => finished.replaceAll("\u00a0", " "));
}

/** Breaks `text` into lines and indents all after the first. */
export const wrap = (text: string, indent = 0): string =>
  linesOf(text, lineWidth - indent).join(`\n${" ".repeat(indent)}`);
