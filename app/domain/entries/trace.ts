/** What a request to sign reveals about its sender. Only derived marks are stored, for 7 days. */
export type Trace = {
  /** The /24 or /48 of the address, or null. Stored as a hash with the key of the day. */
  network: string | null;
  /** The hidden field was filled in. */
  honeypot: boolean;
  /** The browser speaks none of the country's languages. */
  foreignLanguage: boolean;
  proof: "not-asked" | "solved" | "went-on";
};
