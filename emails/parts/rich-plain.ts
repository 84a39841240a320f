import { type Locale, words } from "#app/i18n/index.ts";
import type { ClaimExcerpt, Inline, RichBlock } from "./rich-text.ts";
import { linesOf, lineWidth } from "./wrap.ts";

/** State of a text layout: `links` are the addresses printed so far, in order of their numbers. */
type Page = { locale: Locale; links: string[]; width: number };

/** Writes rich text as plain text. Its links are numbered; their addresses end it, a line each. */
export function plainRichText(blocks: readonly RichBlock[], locale: Locale): string {
  const page: Page = { locale, links: [], width: lineWidth };
  const body = plainBlocks(blocks, page);
  if (page.links.length === 0) return body;
  const addresses = page.links.map((url, place) => `[${place + 1}] ${url}`);
  return `${body}\n\n${words(locale).mail.parts.links}\n${addresses.join("\n")}`;
}

const plainBlocks = (blocks: readonly RichBlock[], page: Page, between = "\n\n"): string =>
  blocks.map((block) => plainBlock(block, page)).join(between);

function plainBlock(block: RichBlock, page: Page): string {
  switch (block.kind) {
    case "heading": {
      const heading = runs(block.of, page, "told").replaceAll("\n", " ");
      return set(block.level === 2 ? heading.toLocaleUpperCase(page.locale) : heading, page);
    }
    case "paragraph":
      return set(runs(block.of, page), page);
    case "list":
      return plainList(block, page);
    case "quote":
      return behind("> ", "> ", plainBlocks(block.of, narrower(page, 2)));
    case "rule":
      return "* * *";
    case "claim":
      return behind("  ", "  ", plainClaim(block, narrower(page, 2)));
  }
}

/** Items of one paragraph are set close, longer ones apart. */
function plainList({ ordered, items }: Extract<RichBlock, { kind: "list" }>, page: Page): string {
  const long = items.some((item) => item.filter(({ kind }) => kind !== "list").length > 1);
  const between = long ? "\n\n" : "\n";
  const indent = ordered ? `${items.length}. `.length : 2;
  const plainItem = (item: RichBlock[], place: number) =>
    behind(
      (ordered ? `${place + 1}.` : "-").padEnd(indent),
      " ".repeat(indent),
      plainBlocks(item, narrower(page, indent), between),
    );
  return items.map(plainItem).join(between);
}

function plainClaim({ label, text, limits, source, url }: ClaimExcerpt, page: Page): string {
  const { limits: limitsLabel } = words(page.locale).case;
  return [
    set(label.toLocaleUpperCase(page.locale), page),
    set(text, page),
    ...(limits ? [set(`${limitsLabel}: ${limits}`, page)] : []),
    set(`(${source})`, page),
    ...(url ? [url] : []),
  ].join("\n");
}

/** Inline words. If addresses are inline, a link whose words are its address is printed once. */
function runs(of: readonly Inline[], page: Page, addresses: "in-the-row" | "told" = "in-the-row"): string {
  return of.map((run) => runOf(run, page, addresses)).join("");
}

function runOf(run: Inline, page: Page, addresses: "in-the-row" | "told"): string {
  if (run.kind === "text") return run.text;
  if (run.kind === "break") return "\n";
  const label = runs(run.of, page, addresses);
  if (run.kind !== "link") return label;
  if (addresses === "in-the-row" && (label === run.url || `mailto:${label}` === run.url)) return label;
  return `${label}\u00a0[${numberOf(run.url, page.links)}]`;
}

const numberOf = (url: string, links: string[]) => links.indexOf(url) + 1 || links.push(url);

const narrower = (page: Page, by: number): Page => ({ ...page, width: Math.max(20, page.width - by) });

/** Wraps each line of `text` separately. */
const set = (text: string, { width }: Page) =>
  text
    .split("\n")
    .flatMap((line) => linesOf(line.trim(), width))
    .join("\n");

/** `text` with `first` before its first line and `others` before the rest. */
const behind = (first: string, others: string, text: string) =>
  text
    .split("\n")
    .map((line, place) => `${place === 0 ? first : others}${line}`.trimEnd())
    .join("\n");
