export const papers = ["letter", "a4"] as const;
/** The size of a sheet. Letter unless chosen: the papers go to brokers in the United States. */
export type Paper = (typeof papers)[number];
