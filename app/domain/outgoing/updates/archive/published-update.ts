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
export type PublishedUpdate = PublishedLine & { publicId: string; blocks: RichBlock[] };

const excerpt = { atLeast: 120, atMost: 240 };

/** Returns an update's first words on one line: paragraphs until they say something, cut at a word. */
export function excerptOf(blocks: readonly RichBlock[]): string {
  let text = "";
  for (const block of blocks) {
    if (text.length >= excerpt.atLeast) break;
    if (block.kind === "paragraph") text = `${text} ${plain(block.of)}`.trim();
  }
  if (text.length <= excerpt.atMost) return text;
  const cut = text.slice(0, excerpt.atMost);
  let end = cut.lastIndexOf(" ");
  while (end > 0 && /[\s.,;:–—-]/.test(cut[end - 1] ?? "")) end--;
  return `${cut.slice(0, end)}…`;
}

const plain = (runs: readonly Inline[]): string =>
  runs.map((run) => (run.kind === "text" ? run.text : run.kind === "break" ? " " : plain(run.of))).join("");
