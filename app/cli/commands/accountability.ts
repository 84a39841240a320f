import type { Commands } from "#app/cli/old.ts";

/** The log, and who asked for data. */
export const accountability: Commands = {
  "request list": {
    summary: "noted requests for personal data, newest first: --campaign S",
    load: async () => (await import("#app/cli/request/list.ts")).requestList,
  },
  "request note": {
    summary:
      "for the page of transparency: --campaign S --from authority|person|other --on MONTH [--number N] [--people-asked N] [--people-given N] [--answer open|refused|partly|given] [--note T]",
    load: async () => (await import("#app/cli/request/note.ts")).requestNote,
  },
  "request correct": {
    summary: "put another in its place: --request ID, and what `request note` takes",
    load: async () => (await import("#app/cli/request/correct.ts")).requestCorrect,
  },
  "request remove": {
    summary: "take a noted one back: --request ID",
    load: async () => (await import("#app/cli/request/remove.ts")).requestRemove,
  },
};
