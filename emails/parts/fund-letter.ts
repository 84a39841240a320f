import { type Locale, words } from "#app/i18n/index.ts";
import type { Block } from "./letter.ts";
import { headingOf, type Inline, paragraphOf, type RichBlock } from "./rich-text.ts";

/** Sets a fund holder's letter between two rules, so that it is copied whole. */
export function letterBlock(locale: Locale, paragraphs: readonly string[]): Block {
  const { own } = words(locale).pledge.fund;
  const rule: RichBlock = { kind: "rule" };
  return {
    kind: "rich",
    of: [headingOf(own.heading), paragraphOf(own.text), rule, ...paragraphs.map(inLines), rule],
  };
}

const inLines = (paragraph: string): RichBlock => ({
  kind: "paragraph",
  of: paragraph
    .split("\n")
    .flatMap((text, at): Inline[] => [
      ...(at > 0 ? [{ kind: "break" as const }] : []),
      { kind: "text", text },
    ]),
});
