import type { Inline, RichBlock } from "#emails/parts/rich-text.ts";

export type { Inline, RichBlock };

/** A line of the archive. */
export type PublishedLine = {
  number: number;
  startedAt: Date;
  /** The language of its words: the requested one if available. */
  locale: string;
  subject: string;
};

/** A public update. */
export type PublishedUpdate = PublishedLine & {
  publicId: string;
  blocks: RichBlock[];
  /** Its audience are people who pledged. */
  isForShareholders: boolean;
};

/** A part of an excerpt, in words only. */
export type ExcerptPart =
  | { kind: "paragraph"; text: string }
  | { kind: "list"; ordered: boolean; items: string[] };

const excerpt = { atLeast: 120, atMost: 240 };
const list = { items: 5, itemAtMost: 160 };

/**
 * Returns an update's first words: paragraphs and lists until they say something, cut at a word. A list stays
 * with the sentence before it.
 */
export function excerptParts(blocks: readonly RichBlock[]): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let length = 0;
  for (const block of blocks) {
    const last = parts.at(-1);
    const announces = last?.kind === "paragraph" && last.text.endsWith(":");
    if (length >= excerpt.atLeast && !announces) break;
    if (block.kind === "paragraph") {
      const text = plain(block.of);
      length += text.length + 1;
      parts.push({ kind: "paragraph", text: cutAtWord(text, excerpt.atMost) });
    } else if (block.kind === "list") {
      const items = block.items.slice(0, list.items).map((of) => cutAtWord(plainBlocks(of), list.itemAtMost));
      length += items.join(" ").length;
      parts.push({ kind: "list", ordered: block.ordered, items });
    }
  }
  return parts;
}

/** Returns an update's first words on one line. */
export function excerptOf(blocks: readonly RichBlock[]): string {
  const parts = excerptParts(blocks).map((part) =>
    part.kind === "list" ? part.items.map((item) => `– ${item}`).join(" ") : part.text,
  );
  return cutAtWord(parts.join(" "), excerpt.atMost);
}

function cutAtWord(text: string, atMost: number): string {
  if (text.length <= atMost) return text;
  const cut = text.slice(0, atMost);
  let end = cut.lastIndexOf(" ");
  while (end > 0 && /[\s.,;:–—-]/.test(cut[end - 1] ?? "")) end--;
  return `${cut.slice(0, end)}…`;
}

const plain = (runs: readonly Inline[]): string =>
  runs.map((run) => (run.kind === "text" ? run.text : run.kind === "break" ? " " : plain(run.of))).join("");

const plainBlocks = (blocks: readonly RichBlock[]): string =>
  blocks
    .map((block) => (block.kind === "paragraph" ? plain(block.of) : ""))
    .join(" ")
    .trim();
