import type { Commands } from "../command.ts";

/** Signatures that are held back. */
export const review: Commands = {
  "review list": {
    summary: "signatures that are held back: --campaign S [--state queued|kept|invalidated] [--after ID]",
    load: async () => (await import("../review-list.ts")).reviewList,
  },
  "review keep": {
    summary: "have them count: --campaign S --review ID [--review ID …]",
    load: async () => (await import("../review-decide.ts")).reviewKeep,
  },
  "review invalidate": {
    summary: "have them count never: --campaign S --review ID [--review ID …]",
    load: async () => (await import("../review-decide.ts")).reviewInvalidate,
  },
};
