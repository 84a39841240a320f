/** What a request to sign tells of who sends it. Only marks made of it are stored, for 7 days. */
export type Trace = {
  /** The /24 or /48 of the address, or null. Stored as a keyed hash with the key of the day. */
  network: string | null;
  /** The field that nobody sees was filled. */
  honeypot: boolean;
  /** The browser speaks none of the country's languages. */
  foreignLanguage: boolean;
  proof: "not-asked" | "solved" | "went-on";
};
