import type { Commands } from "../command.ts";

/** The log, and who asked for data. */
export const accountability: Commands = {
  "request note": {
    summary:
      "for the page of transparency: --campaign S --from authority|person|other --on DAY [--number N] [--answer open|refused|partly|given] [--note T]",
    load: async () => (await import("../request-note.ts")).requestNote,
  },
  "request remove": {
    summary: "take a noted one back: --request ID",
    load: async () => (await import("../request-remove.ts")).requestRemove,
  },
  verify: {
    summary: "check the audit seals and count everything again",
    load: async () => (await import("../verify.ts")).verify,
  },
};
