/** A run of words in rich text. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "emphasis"; of: Inline[] }
  | { kind: "link"; url: string; of: Inline[] }
  | { kind: "break" };

/** A claim of the case: its kind and source as on the page, with its `limits`. */
export type ClaimExcerpt = {
  kind: "claim";
  /** Decides the label's color. */
  claim: "reported" | "record" | "company_statement" | "opinion";
  label: string;
  text: string;
  limits: string | null;
  source: string;
  /** Null until an organizer has opened the source. */
  url: string | null;
};

/** A block of rich text: what Markdown may become in an email or on a page. No images, no HTML. */
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
