import MarkdownIt from "markdown-it";

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** A part of a text in Markdown; `line` is where it begins, from 1. Fields that do not apply are empty. */
export type MarkdownNode = {
  type:
    | "heading"
    | "paragraph"
    | "list"
    | "item"
    | "quote"
    | "rule"
    | "code"
    | "html"
    | "text"
    | "inline-code"
    | "break"
    | "strong"
    | "emphasis"
    | "link"
    | "image";
  line: number;
  /** The words of a text, code as it is, HTML. */
  value: string;
  /** The address of a link or image, as written. */
  url: string;
  /** For a heading, from 1; 1 for an ordered list. */
  level: number;
  children: MarkdownNode[];
};

/** A parsed text. A definition is `[label]: url`; `isReferred` if a link or an image refers to it. */
export type MarkdownTree = {
  blocks: MarkdownNode[];
  definitions: { line: number; url: string; isReferred: boolean }[];
};

const parser = new MarkdownIt("commonmark", { maxNesting: 100 });
// Keeps addresses byte for byte; readers of the tree refuse those that are not allowed.
parser.normalizeLink = (url) => url;
parser.normalizeLinkText = (url) => url;
parser.validateLink = () => true;
parser.core.ruler.disable("strip_references");

/** Notes at which line of its paragraph each part begins, from 0. */
class LinesNoted extends parser.inline.State {
  private counted = 0;
  private line = 0;

  private noted(token: Token): Token {
    for (; this.counted < this.pos; this.counted++)
      if (this.src.charCodeAt(this.counted) === 10) this.line += 1;
    token.map = [this.line, this.line];
    return token;
  }

  override pushPending() {
    return this.noted(super.pushPending());
  }

  override push(...of: Parameters<InstanceType<typeof parser.inline.State>["push"]>) {
    return this.noted(super.push(...of));
  }
}
parser.inline.State = LinesNoted;

/** Reads a text by CommonMark 0.31. */
export function readTree(markdown: string): MarkdownTree {
  const known: Parameters<typeof parser.parse>[1] = {};
  const tokens = parser.parse(markdown, known);
  const referred = new Set(labelsIn(tokens));
  const definitions = tokens
    .filter(({ type }) => type === "reference_definition")
    .map(({ map, meta }) => ({
      line: (map?.[0] ?? 0) + 1,
      url: known.references?.[String(meta?.label)]?.href ?? "",
      isReferred: referred.has(meta?.label),
    }));
  return { blocks: nested(tokens, 1), definitions };
}

/** The labels that links and images refer to, including in words of images. */
const labelsIn = (tokens: readonly Token[]): unknown[] =>
  tokens.flatMap(({ type, meta, children }) => {
    const labels = children ? labelsIn(children) : [];
    if (type === "link_open" || type === "image") labels.push(meta?.label);
    return labels;
  });

/** The node that a token opens or is. */
const types: Record<string, MarkdownNode["type"]> = {
  heading_open: "heading",
  paragraph_open: "paragraph",
  bullet_list_open: "list",
  ordered_list_open: "list",
  list_item_open: "item",
  blockquote_open: "quote",
  hr: "rule",
  code_block: "code",
  fence: "code",
  html_block: "html",
  html_inline: "html",
  text: "text",
  softbreak: "text",
  hardbreak: "break",
  code_inline: "inline-code",
  strong_open: "strong",
  em_open: "emphasis",
  link_open: "link",
  image: "image",
};

function nested(tokens: readonly Token[], firstLine: number): MarkdownNode[] {
  const whole: MarkdownNode[] = [];
  const open = [whole];
  for (const token of tokens) {
    const siblings = open.at(-1) ?? whole;
    const line = firstLine + (token.map?.[0] ?? 0);
    if (token.nesting < 0) open.pop();
    else if (token.type === "inline") siblings.push(...nested(token.children ?? [], line));
    else if (token.type !== "reference_definition") add(nodeOf(token, line), siblings);
    if (token.nesting > 0) open.push(siblings.at(-1)?.children ?? []);
  }
  return whole;
}

/** Joins lines of a paragraph into one text. */
function add(node: MarkdownNode, siblings: MarkdownNode[]) {
  const last = siblings.at(-1);
  if (node.type !== "text") siblings.push(node);
  else if (last?.type === "text") last.value += node.value;
  else if (node.value !== "") siblings.push(node);
}

function nodeOf(token: Token, line: number): MarkdownNode {
  const type = types[token.type];
  if (!type) throw new Error(`no part of CommonMark: ${token.type}`);
  return {
    type,
    line,
    value: token.type === "softbreak" ? "\n" : token.block ? token.content.replace(/\n$/, "") : token.content,
    url: String(token.attrGet(type === "image" ? "src" : "href") ?? ""),
    level: type === "heading" ? Number(token.tag.slice(1)) : Number(token.type === "ordered_list_open"),
    children: [],
  };
}
