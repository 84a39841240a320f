/** What a mail to many says beside the words that somebody wrote for it: an approval covers each as it is then. */
export const framed = [
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
export type Framed = (typeof framed)[number];
