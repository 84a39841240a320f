/** What a share image says. Nothing on it is about a person. */
export type PictureWords = {
  /** Above the headline, in small capitals. */
  eyebrow: string;
  title: string;
  /**
   * The case's chart: bars with `share` of the largest (0 to 1), how many blocks each has, and its source.
   */
  evidence: {
    bars: { month: string; amount: string; share: number }[];
    blocks: number;
    source: string;
  } | null;
  /** Signatures as printed, what they are counted of, and progress to the next goal (0 to 1). */
  figure: { number: string; of: string; done: number } | null;
  /** The line at the bottom when there is no figure. */
  foot: string;
  product: string;
};

/** Draws a PNG of 1200 × 630 points, until `stop` aborts. The same words make the same bytes. */
export type DrawPicture = (words: PictureWords, stop?: AbortSignal) => Promise<Buffer>;

export const pictureSize = { width: 1200, height: 630 };
