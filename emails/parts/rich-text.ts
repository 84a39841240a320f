/** A run of words within a piece of rich text. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "emphasis"; of: Inline[] }
  | { kind: "link"; url: string; of: Inline[] }
  | { kind: "break" };

/** A piece of rich text: what Markdown may become in a mail and on a page. No image, no HTML. */
export type RichBlock =
  | { kind: "heading"; level: 2 | 3; of: Inline[] }
  | { kind: "paragraph"; of: Inline[] }
  | { kind: "list"; ordered: boolean; items: RichBlock[][] }
  | { kind: "quote"; of: RichBlock[] }
  | { kind: "rule" }
  /** A claim of the case: its kind and its source in the words of the page, `limits` beside it. */
  | { kind: "claim"; label: string; text: string; limits: string | null; source: string; url: string | null };
