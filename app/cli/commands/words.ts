import type { Commands } from "../command.ts";

/** What a campaign says. */
export const words: Commands = {
  "claim list": {
    summary: "its claims as they are printed, drafts among them: --campaign S",
    load: async () => (await import("../claim-list.ts")).claimList,
  },
  "claim publish": {
    summary: "make one public as it was saved last: --campaign S --claim ID",
    load: async () => (await import("../claim-publish.ts")).claimPublish,
  },
  "petition publish": {
    summary:
      "put its draft in force: --campaign S --meaning same --note T | --meaning changed [--earlier apart]",
    load: async () => (await import("../petition-publish.ts")).petitionPublish,
  },
};
