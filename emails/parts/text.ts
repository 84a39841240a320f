import type { Block, Fact, Letter } from "./letter.ts";

/** Characters a line at most, unless one word is longer (RFC 5322 advises 78). */
const lineWidth = 72;

/** A letter as plain text: the words of its HTML, laid out for a screen of fixed type. */
export function plainText({ heading, blocks, footer }: Letter): string {
  const { sender, reason, privacy } = footer;
  const foot = ["--", wrap(sender), wrap(reason), wrap(`${privacy.label}:`), privacy.url].join("\n");
  return `${[wrap(heading), ...blocks.map(layOut), foot].join("\n\n")}\n`;
}

function layOut(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return wrap(block.text);
    case "button":
      return [`${wrap(`${block.label}:`)}\n\n  ${block.url}`, ...(block.note ? [wrap(block.note)] : [])].join(
        "\n\n",
      );
    case "facts":
      return facts(block.rows);
    case "code":
      return `${block.label}\n\n  ${block.code}\n\n${wrap(block.note)}`;
    case "link":
      return `${wrap(block.text)}\n\n  ${block.url}`;
  }
}

/** Two columns: labels, and values that stay in theirs. */
function facts(rows: Fact[]): string {
  const column = Math.max(...rows.map(({ label }) => label.length)) + 3;
  const row = ({ label, value }: Fact) => label.padEnd(column) + wrap(value, column);
  return rows.map(row).join("\n");
}

/** Breaks at spaces; further lines are indented by `indent`. A space that does not break (U+00A0) keeps its words together. */
function wrap(text: string, indent = 0): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && longer.length > lineWidth - indent) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines.join(`\n${" ".repeat(indent)}`).replaceAll("\u00a0", " ");
}
