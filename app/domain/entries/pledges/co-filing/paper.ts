export const papers = ["letter", "a4"] as const;
/** Letter by default, since the papers go to US brokers. */
export type Paper = (typeof papers)[number];
