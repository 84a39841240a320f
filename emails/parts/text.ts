import type { Locale } from "#app/i18n/index.ts";
import type { Block, Fact, Letter } from "./letter.ts";
import { plainRichText } from "./rich-plain.ts";
import { wrap } from "./wrap.ts";

/** Lays an email out as plain text: the words of its HTML, for fixed type. */
export function plainText({ locale, eyebrow, heading, blocks, footer }: Letter): string {
  const { sender, reason, links } = footer;
  const head = [wrap(heading), ...(eyebrow ? [wrap(eyebrow)] : [])].join("\n");
  const addresses = links.flatMap(({ label, url }) => [wrap(`${label}:`), url]);
  const foot = ["--", ...sender.map((line) => wrap(line)), wrap(reason), ...addresses].join("\n");
  const whole = [head, ...blocks.map((block) => layOut(block, locale)), foot].join("\n\n");
  return `${whole.replaceAll("\u00a0", " ").replaceAll("\u2011", "-")}\n`;
}

function layOut(block: Block, locale: Locale): string {
  switch (block.kind) {
    case "paragraph":
      return wrap(block.text);
    case "button":
      return [
        `${wrap(`${block.label}:`)}\n\n  ${block.url}`,
        ...(block.note ? [wrap(block.note)] : []),
        ...(block.fresh ? [`${wrap(`${block.fresh.label}:`)}\n\n  ${block.fresh.url}`] : []),
      ].join("\n\n");
    case "facts":
      return facts(block.rows);
    case "code":
      return `${block.label}\n\n  ${block.code}\n\n${wrap(block.note)}`;
    case "notice":
      return `*** ${wrap(block.text, 4)}`;
    case "rich":
      return plainRichText(block.of, locale);
    case "notes":
      return [block.heading.toUpperCase(), ...block.items.map((item) => `- ${wrap(item, 2)}`)].join("\n");
    case "line":
      return "-".repeat(24);
    case "links":
      return `${wrap(block.text)}\n\n  ${block.address}`;
    case "link":
      return `${wrap(block.text)}\n\n  ${block.url}`;
  }
}

/** Two columns: labels, and values wrapped in their own column. */
function facts(rows: Fact[]): string {
  const column = Math.max(...rows.map(({ label }) => label.length)) + 3;
  const row = ({ label, value }: Fact) =>
    label.padEnd(column) +
    [value]
      .flat()
      .map((line) => wrap(line, column))
      .join(`\n${" ".repeat(column)}`);
  return rows.map(row).join("\n");
}
