import type { Inline, RichBlock } from "#emails/parts/rich-text.ts";

/** Bytes of HTML after which Gmail cuts an email off, and with it the unsubscribe link. */
const clippedAt = 102_000;

/** Upper bounds for the bytes of markup around a piece (see `emails`), and of the whole layout. */
const markup = {
  sheet: 11_000,
  heading: 260,
  paragraph: 220,
  list: 240,
  item: 80,
  quote: 140,
  rule: 120,
  claim: 1100,
  link: 140,
  emphasis: 20,
  run: 8,
};

/** Estimates an update's bytes as HTML: a little more than it takes. */
export const mailWeight = (blocks: readonly RichBlock[]): number => markup.sheet + weighAll(blocks);

/** True for an update whose end Gmail would cut off. */
export const isTooHeavy = (blocks: readonly RichBlock[]) => mailWeight(blocks) > clippedAt;

const sum = (weights: number[]) => weights.reduce((all, one) => all + one, 0);
const weighAll = (blocks: readonly RichBlock[]): number => sum(blocks.map(weigh));

function weigh(block: RichBlock): number {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return markup[block.kind] + weighRuns(block.of);
    case "list":
      return markup.list + sum(block.items.map(weighItem));
    case "quote":
      return markup.quote + weighAll(block.of);
    case "rule":
      return markup.rule;
    case "claim": {
      const { text, limits, source, url, label } = block;
      return markup.claim + sum([text, limits ?? "", source, url ?? "", label].map(bytes));
    }
  }
}

/** The first paragraph of an item is in the item itself. */
const weighItem = ([first, ...rest]: readonly RichBlock[]): number =>
  markup.item +
  (first?.kind === "paragraph" ? weighRuns(first.of) : weighAll(first ? [first] : [])) +
  weighAll(rest);

const weighRuns = (of: readonly Inline[]): number => sum(of.map(weighRun));

function weighRun(run: Inline): number {
  if (run.kind === "text") return markup.run + bytes(run.text);
  if (run.kind === "break") return markup.run;
  const around = run.kind === "link" ? markup.link + bytes(run.url) : markup.emphasis;
  return around + weighRuns(run.of);
}

/** In UTF-8, including HTML entities. */
const bytes = (text: string) =>
  new TextEncoder().encode(text).length + 5 * (text.match(/[&<>"']/g)?.length ?? 0);
