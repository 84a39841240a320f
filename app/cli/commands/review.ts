import type { Commands } from "#app/cli/old.ts";

const bulk = () => import("#app/cli/review-bulk.ts");
const conditions =
  "[--reason R] [--domain D] [--country C] [--source W] [--block HASH] [--from DAY] [--to DAY]";

/** Signatures that are held back. */
export const review: Commands = {
  "review list": {
    summary:
      "signatures that are held back: --campaign S [--state queued|kept|invalidated] [--names] [--after ID]",
    load: async () => (await import("#app/cli/review/list.ts")).reviewList,
  },
  "review keep": {
    summary: "have them count: --campaign S --review ID [--review ID …]",
    load: async () => (await import("#app/cli/review-decide.ts")).reviewKeep,
  },
  "review invalidate": {
    summary: "have them count never: --campaign S --review ID [--review ID …]",
    load: async () => (await import("#app/cli/review-decide.ts")).reviewInvalidate,
  },
  "review undo": {
    summary: "have what was decided at one moment be as before, within ten minutes: --campaign S --at TIME",
    load: async () => (await import("#app/cli/review-decide.ts")).reviewUndo,
  },
  "review bulk preview": {
    summary: `how many meet all conditions: --campaign S ${conditions} [--names]`,
    load: async () => (await bulk()).reviewBulkPreview,
  },
  "review bulk blocks": {
    summary: "the networks that can be a condition for seven days: --campaign S",
    load: async () => (await bulk()).reviewBulkBlocks,
  },
  "review bulk start": {
    summary: "ask that they be invalidated: --campaign S conditions [--note T] [--approve-alone]",
    load: async () => (await bulk()).reviewBulkStart,
  },
  "review bulk approve": {
    summary: "let one begin that was asked for: --campaign S --number N [--approve-alone]",
    load: async () => (await bulk()).reviewBulkApprove,
  },
  "review bulk cancel": {
    summary: "stop one where it is, or withdraw an undoing that waits: --campaign S --number N",
    load: async () => (await bulk()).reviewBulkCancel,
  },
  "review bulk undo": {
    summary: "have all be as before: --campaign S --number N [--approve-alone]",
    load: async () => (await bulk()).reviewBulkUndo,
  },
  "review bulk list": {
    summary: "where the newest stand: --campaign S",
    load: async () => (await bulk()).reviewBulkList,
  },
};
