/** A run of words within a piece of rich text. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "emphasis"; of: Inline[] }
  | { kind: "link"; url: string; of: Inline[] }
  | { kind: "break" };

/** A claim of the case: its kind and its source in the words of the page, `limits` next to it. */
export type ClaimExcerpt = {
  kind: "claim";
  /** Decides the ink of the label. */
  claim: "reported" | "record" | "company_statement" | "opinion";
  label: string;
  text: string;
  limits: string | null;
  source: string;
  /** The source itself, or null while nobody has opened it. */
  url: string | null;
};

/** A piece of rich text: what Markdown may become in a mail and on a page. No image, no HTML. */
export type RichBlock =
  | { kind: "heading"; level: 2 | 3; of: Inline[] }
  | { kind: "paragraph"; of: Inline[] }
  | { kind: "list"; ordered: boolean; items: RichBlock[][] }
  | { kind: "quote"; of: RichBlock[] }
  | { kind: "rule" }
  | ClaimExcerpt;

export const paragraphOf = (text: string): RichBlock => ({ kind: "paragraph", of: [{ kind: "text", text }] });
export const headingOf = (text: string): RichBlock => ({
  kind: "heading",
  level: 2,
  of: [{ kind: "text", text }],
});

export const listOf = (items: readonly string[], ordered = false): RichBlock => ({
  kind: "list",
  ordered,
  items: items.map((item) => [paragraphOf(item)]),
});
