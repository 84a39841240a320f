import type { Commands } from "#app/cli/old.ts";

/** Lists that are taken in. */
export const imports: Commands = {
  "import dry-run": {
    summary:
      "read a list and say what would become of it: --campaign S --file F [--format csv] [--map FIELD=COLUMN …] [--country US] [--days ymd|mdy|dmy] [--encoding E] [--separator C] [--rows FILE]",
    load: async () => (await import("#app/cli/import/dry-run.ts")).importDryRun,
  },
  "import run": {
    summary:
      "take in what was tried: --campaign S --import N --consent-text T|--consent-file F --consent-source T --agreed-on DAY --updates-for nobody|column|everyone",
    load: async () => (await import("#app/cli/import/run.ts")).importRun,
  },
  "import paper": {
    summary:
      "take in a typed sheet, a name and a postcode a line: --campaign S --file F|- --country US --consent-text T|--consent-file F --consent-source T --agreed-on DAY [--dry-run]",
    load: async () => (await import("#app/cli/import/paper.ts")).importPaper,
  },
  "import resume": {
    summary:
      "go on with one that stopped as the secret of its file was missing, once it is back: --campaign S --import N",
    load: async () => (await import("#app/cli/import/resume.ts")).importResume,
  },
  "import status": {
    summary: "how far one is, and what became of its rows: --campaign S --import N",
    load: async () => (await import("#app/cli/import/status.ts")).importStatus,
  },
  "import undo": {
    summary: "remove what one brought, and nothing its people did since: --campaign S --import N",
    load: async () => (await import("#app/cli/import/undo.ts")).importUndo,
  },
  "import cancel": {
    summary: "end one that waits or is under way: --campaign S --import N",
    load: async () => (await import("#app/cli/import/cancel.ts")).importCancel,
  },
  "import list": {
    summary: "its imports, newest first: --campaign S",
    load: async () => (await import("#app/cli/import/list.ts")).importList,
  },
};
