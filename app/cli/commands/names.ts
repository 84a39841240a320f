import type { Commands } from "#app/cli/old.ts";

const decide = () => import("#app/cli/names-decide.ts");
const watch = () => import("#app/cli/names-watch.ts");

/** Names and comments that an organizer reads before others do. */
export const names: Commands = {
  "names list": {
    summary:
      "names and comments, by what was decided: --campaign S [--state queued|kept|hidden|asked] [--kind name|comment] [--reason held|…] [--after ID]",
    load: async () => (await import("#app/cli/names/list.ts")).namesList,
  },
  "names keep": {
    summary: "let others read them: --campaign S --word ID [--word ID …] [--alike]",
    load: async () => (await decide()).namesKeep,
  },
  "names hide": {
    summary: "leave them out, the signatures count: --campaign S --word ID [--word ID …] [--alike]",
    load: async () => (await decide()).namesHide,
  },
  "names ask": {
    summary: "ask by mail whoever bears a name: --campaign S --word ID [--word ID …] [--alike]",
    load: async () => (await decide()).namesAsk,
  },
  "names undo": {
    summary: "have what was decided at one moment wait again, within ten minutes: --campaign S --at TIME",
    load: async () => (await decide()).namesUndo,
  },
  "names watched": {
    summary: "the names it watches: --campaign S",
    load: async () => (await watch()).namesWatched,
  },
  "names watch": {
    summary: "look at everybody who signs under one: --campaign S --name N",
    load: async () => (await watch()).namesWatch,
  },
  "names unwatch": {
    summary: "watch one no more: --campaign S --watched N",
    load: async () => (await watch()).namesUnwatch,
  },
};
