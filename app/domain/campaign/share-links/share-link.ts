/** Source of people who came by any signer's own link. Whose link it was is never stored. */
export const ownLinkSource = "own-link";

const code = /^p-[0-9a-hjkmnp-tv-z]{10}$/;

/** True for the `source` that somebody's own link carries: 50 random bits that tell nothing of them. */
export const isShareCode = (source: string): boolean => code.test(source);

/**
 * Rounds arrivals down to steps of five for the link's owner. Who gives the link to one person alone must not
 * learn from it whether that person signed.
 */
export const roundArrivals = (arrived: number): number => Math.floor(arrived / arrivalStep) * arrivalStep;
export const arrivalStep = 5;

/** A person's own share link, as they see it. */
export type ShareLink = { code: string; createdAt: Date; told: number };
