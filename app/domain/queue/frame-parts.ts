/** Parts of an email to many that its author did not write: an approval covers each as it is at that time. */
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
