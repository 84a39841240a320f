import { holdsUnseen } from "#app/domain/base/text.ts";
import type { Claim } from "#app/domain/campaign/campaign.ts";
import { type Locale, words } from "#app/i18n/index.ts";
import { formatKnownDate } from "#app/i18n/known-date.ts";
import { findFieldInAddress, withoutFirstNames } from "#app/lib/first-name.ts";
import { findMergeField } from "#app/lib/merge-fields.ts";
import { isMisleading } from "#app/lib/misleading-link.ts";
import type { ClaimExcerpt, Inline, RichBlock } from "#emails/parts/rich-text.ts";
import { isTooHeavy, mailWeight } from "./mail-weight.ts";
import { deepest, firstLineTooDeep } from "./markdown-bounds.ts";
import { type MarkdownNode, type MarkdownTree, readTree } from "./markdown-tree.ts";
import {
  addressWithUser,
  areBlank,
  isAllowed,
  textOfRuns,
  textRun,
  withBreaks,
  withLinks,
} from "./text-runs.ts";
import { misleadingTogether } from "./touching-links.ts";

/** A claim by its position in the argument, `number`; only public ones can be cited. */
export type CitableClaim = Pick<
  Claim,
  "number" | "kind" | "text" | "quotation" | "attribution" | "published" | "source" | "limits"
> & { isPublic: boolean };

/**
 * Problems of a text: HTML; an image; a link other than http, https and mailto, or with a user name; a link
 * whose words, alone or with adjacent ones, read as an address on another host; characters that are invisible
 * or reverse the order of others, and a link of only those; a reference without a definition, or a definition
 * without a reference; a merge field of another tool, or ours in an address; a claim that does not exist, is
 * not public, or is not alone in its paragraph; quotes, lists or emphasis nested too deep; more than an
 * email can hold.
 */
export type MarkdownProblem =
  | "html"
  | "image"
  | "link"
  | "link-differs"
  | "hidden"
  | "reference"
  | "definition"
  | "merge-field"
  | "field-in-link"
  | "claim-unknown"
  | "claim-unpublished"
  | "claim-not-alone"
  | "too-deep"
  | "too-long";

/** `value` is the text found; lines count from 1. */
export type MarkdownError = { line: number; code: MarkdownProblem; value: string };

export type ParsedUpdate = { ok: true; blocks: RichBlock[] } | { ok: false; errors: MarkdownError[] };

type Reading = {
  claims: readonly CitableClaim[];
  locale: Locale;
  errors: MarkdownError[];
  /** Lines of links; a bare address has the line of its paragraph. */
  lines: Map<Inline, number>;
};

/**
 * Reads an update that was written in Markdown (CommonMark): headings, paragraphs, emphasis, links, lists,
 * quotes and rules. `[claim 9]` alone in its line cites claim number 9, and words after a colon are a
 * note for the writer: `[claim 9: the policy]`. Code is read as text, and a bare address becomes a link.
 */
export function parseUpdate(
  markdown: string,
  claims: readonly CitableClaim[],
  locale: Locale = "en",
): ParsedUpdate {
  const line = firstLineTooDeep(markdown);
  if (line !== null) return { ok: false, errors: [{ line, code: "too-deep", value: "" }] };

  const { blocks: tree, definitions } = treeOf(markdown);
  const reading: Reading = { claims, locale, errors: mergeFieldsIn(markdown), lines: new Map() };
  const blocks = readBlocks(tree, reading, 0);
  for (const definition of definitions)
    if (!definition.isReferred) report(reading, definition, "definition", definition.url);
  if (isTooHeavy(blocks)) {
    const kilobytes = String(Math.ceil(mailWeight(blocks) / 1000));
    reading.errors.push({ line: 1, code: "too-long", value: kilobytes });
  }
  const errors = reading.errors.sort((a, b) => a.line - b.line);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, blocks };
}

/** Finds the first merge field of each line that is not filled in. */
const mergeFieldsIn = (markdown: string): MarkdownError[] =>
  markdown.split("\n").flatMap((text, before) => fieldProblem(text, before + 1) ?? []);

function fieldProblem(text: string, line: number): MarkdownError | null {
  const foreign = findMergeField(withoutFirstNames(text));
  if (foreign !== null) return { line, code: "merge-field", value: foreign };
  const misplaced = findFieldInAddress(text);
  return misplaced === null ? null : { line, code: "field-in-link", value: misplaced };
}

/** Characters of texts whose trees are cached. */
const keptAtMost = 1_000_000;
const trees = new Map<string, MarkdownTree>();
let kept = 0;

/**
 * Returns the cached tree of a text: every page of an update, its feed, its preview, its approval and each of
 * its emails reads it. Nothing changes a tree.
 */
function treeOf(markdown: string): MarkdownTree {
  const known = trees.get(markdown);
  const tree = known ?? readTree(markdown);
  if (known) trees.delete(markdown);
  else kept += markdown.length;
  trees.set(markdown, tree);
  for (const oldest of trees.keys()) {
    if (kept <= keptAtMost) break;
    trees.delete(oldest);
    kept -= oldest.length;
  }
  return tree;
}

const report = (reading: Reading, { line }: { line: number }, code: MarkdownProblem, value = "") =>
  note(reading, { line, code, value: value.slice(0, 200) });

/** Reports an address once that is both a link and its words. */
function note({ errors }: Reading, error: MarkdownError) {
  const last = errors.at(-1);
  if (last?.line !== error.line || last.code !== error.code || last.value !== error.value) errors.push(error);
}

const readBlocks = (nodes: readonly MarkdownNode[], reading: Reading, depth: number): RichBlock[] =>
  nodes.flatMap((node) => readBlock(node, reading, depth));

function readBlock(node: MarkdownNode, reading: Reading, depth: number): RichBlock[] {
  switch (node.type) {
    case "heading": {
      const of = readLine(node, reading);
      return areBlank(of) ? [] : [{ kind: "heading", level: node.level < 3 ? 2 : 3, of }];
    }
    case "paragraph":
      return readParagraph(node, reading);
    case "list":
    case "quote": {
      if (depth === deepest) {
        report(reading, node, "too-deep");
        return [];
      }
      if (node.type === "list") return readList(node, reading, depth + 1);
      const of = readBlocks(node.children, reading, depth + 1);
      return of.length === 0 ? [] : [{ kind: "quote", of }];
    }
    case "rule":
      return [{ kind: "rule" }];
    case "code": {
      checkCode(node, reading);
      const of = withBreaks(node.value.split("\n").map((line) => [textRun(line)]));
      return areBlank(of) ? [] : [{ kind: "paragraph", of }];
    }
    case "html":
      report(reading, node, "html", node.value);
      return [];
    default:
      throw new Error(`no block of CommonMark: ${node.type}`);
  }
}

function readList({ level, children }: MarkdownNode, reading: Reading, depth: number): RichBlock[] {
  const items = children
    .map((item) => readBlocks(item.children, reading, depth))
    .filter((of) => of.length > 0);
  return items.length === 0 ? [] : [{ kind: "list", ordered: level === 1, items }];
}

const claimLine = /^\[claim\s+(\d{1,4})(?::[^[\]\n]*)?\]$/i;
/** A claim cited anywhere. */
export const claimAnywhere = /\[claim\s+(\d{1,4})(?::[^[\]\n]*)?\]/i;
const referenceWithoutDefinition = /\[[^[\]]+\]\[[^[\]]*\]/;

function readParagraph(node: MarkdownNode, reading: Reading): RichBlock[] {
  const [only, ...others] = node.children;
  if (only?.type === "text" && others.length === 0) {
    const lines = only.value.split("\n").map((line) => claimLine.exec(line.trim())?.[1]);
    if (lines.every((number) => number !== undefined)) {
      return lines.flatMap((number, place) => readClaim(Number(number), node, place, reading));
    }
  }
  const of = readLine(node, reading);
  return areBlank(of) ? [] : [{ kind: "paragraph", of }];
}

function readClaim(number: number, node: MarkdownNode, place: number, reading: Reading): RichBlock[] {
  const claim = reading.claims.find((known) => known.number === number);
  if (claim?.isPublic) return [excerptOf(claim, reading.locale)];
  const line = node.line + place;
  const code = claim ? ("claim-unpublished" as const) : ("claim-unknown" as const);
  reading.errors.push({ line, code, value: String(number) });
  return [];
}

/** A claim with its source, as printed on the page of the case. */
function excerptOf(claim: CitableClaim, locale: Locale): ClaimExcerpt {
  const { kind, text, quotation, attribution, published, source, limits } = claim;
  return {
    kind: "claim",
    claim: kind,
    label: words(locale).case.kinds[kind].label,
    text: quotation ? `${text}\n“${quotation}”` : text,
    limits,
    source:
      (source?.title ? `${attribution}: ${source.title}` : attribution) +
      (published ? `, ${formatKnownDate(locale, published)}` : ""),
    url: source?.url ?? null,
  };
}

/** The words of a heading or a paragraph. */
function readLine(node: MarkdownNode, reading: Reading): Inline[] {
  const of = readRuns(node.children, reading);
  for (const [link, words] of misleadingTogether(of))
    report(reading, { line: reading.lines.get(link) ?? node.line }, "link-differs", words);
  return of;
}

/** Where a run is: its depth of emphasis, and whether in a link, which can contain no other. */
type Place = { depth: number; inLink: boolean };

const readRuns = (
  nodes: readonly MarkdownNode[],
  reading: Reading,
  place: Place = { depth: 0, inLink: false },
): Inline[] => nodes.flatMap((node) => readRun(node, reading, place));

function readRun(node: MarkdownNode, reading: Reading, place: Place): Inline[] {
  switch (node.type) {
    case "text":
      checkText(node, reading);
      checkFields(node, reading, place);
      return place.inLink ? [textRun(node.value)] : withLinks(node.value);
    case "inline-code":
      checkCode(node, reading);
      return [textRun(node.value)];
    case "break":
      return [{ kind: "break" }];
    case "strong":
    case "emphasis": {
      if (place.depth === deepest) {
        report(reading, node, "too-deep");
        return [];
      }
      const of = readRuns(node.children, reading, { ...place, depth: place.depth + 1 });
      return of.length === 0 ? [] : [{ kind: node.type, of }];
    }
    case "link":
      return readLink(node, reading, place);
    case "html":
      report(reading, node, "html", node.value);
      return [];
    case "image":
      report(reading, node, "image", node.url);
      return [];
    default:
      throw new Error(`no run of CommonMark: ${node.type}`);
  }
}

function readLink(node: MarkdownNode, reading: Reading, place: Place): Inline[] {
  const { url } = node;
  const label = readRuns(node.children, reading, { ...place, inLink: true });
  if (!isAllowed(url)) {
    report(reading, node, "link", url);
    return label;
  }
  const braces = url.replace(/%7[b-d]/gi, decodeURIComponent);
  const unfilled = findMergeField(braces);
  if (unfilled !== null) {
    report(reading, node, "field-in-link", unfilled);
    return label;
  }
  const text = textOfRuns(label);
  if (isMisleading(text, url)) {
    report(reading, node, "link-differs", text);
    return label;
  }
  if (text.trim() !== "" && areBlank(label)) {
    report(reading, node, "hidden");
    return label;
  }
  const link: Inline = { kind: "link", url, of: areBlank(label) ? [textRun(url)] : label };
  reading.lines.set(link, node.line);
  return [link];
}

/** Checks what entities hid in the source, and that no link names its reader. */
function checkFields({ value, line }: MarkdownNode, reading: Reading, { inLink }: Place) {
  const problem = fieldProblem(value, line);
  if (problem) note(reading, problem);
  const own = inLink && withoutFirstNames(value) !== value;
  if (own) note(reading, { line, code: "field-in-link", value: value.slice(0, 200) });
}

function checkText(node: MarkdownNode, reading: Reading) {
  refuseWhere(claimAnywhere, "claim-not-alone", node, reading);
  refuseWhere(referenceWithoutDefinition, "reference", node, reading);
  checkCode(node, reading);
}

/** Checks that apply to code as well as text. */
function checkCode(node: MarkdownNode, reading: Reading) {
  checkUsers(node, reading);
  if (node.type === "code" || node.type === "inline-code") {
    const value = findMergeField(node.value);
    if (value !== null) report(reading, node, "merge-field", value);
  }
  const above = node.value.split("\n").findIndex(holdsUnseen);
  if (above >= 0) report(reading, { line: node.line + above }, "hidden");
}

/** Email programs turn such addresses into links anywhere. */
const checkUsers = (node: MarkdownNode, reading: Reading) =>
  refuseWhere(addressWithUser, "link", node, reading);

function refuseWhere(pattern: RegExp, code: MarkdownProblem, node: MarkdownNode, reading: Reading) {
  const { value } = node;
  const found = pattern.exec(value);
  if (!found) return;
  const above = value.slice(0, found.index).split("\n").length - 1;
  const line = node.line + above;
  note(reading, { line, code, value: (found[1] ?? found[0]).slice(0, 200) });
}
