/** Parts of a bulk email that its author did not write: an approval covers each as it is then. */
export const frameParts = [
  "change",
  "claims",
  "language",
  "title",
  "company",
  "operator",
  "postal-address",
  "funding",
  "sender-name",
  "sender-address",
  "reply-to",
  "page",
] as const;
export type FramePart = (typeof frameParts)[number];
