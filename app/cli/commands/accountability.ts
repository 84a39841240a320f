import type { Commands } from "#app/cli/command.ts";

/** The log, and who asked for data. */
export const accountability: Commands = {
  "audit list": {
    summary:
      "who did what, newest first: --campaign S [--scope campaign|site] [--who E|operator|supporter|system] [--kind looks|exports|…] [--from DAY] [--to DAY] [--subject ID] [--limit 50] [--before N]",
    load: async () => (await import("#app/cli/audit/list.ts")).auditList,
  },
  "audit export": {
    summary: "write the log with its seals to standard output, as CSV: [--campaign S]",
    load: async () => (await import("#app/cli/audit/export.ts")).auditExport,
  },
  "audit check": {
    summary: "check every seal of the log; exit code 1 where one does not fit",
    load: async () => (await import("#app/cli/audit/check.ts")).auditCheck,
  },
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
  verify: {
    summary: "check the audit seals and count everything again",
    load: async () => (await import("#app/cli/site/verify.ts")).verify,
  },
};
