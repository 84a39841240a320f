import type { Commands } from "#app/cli/old.ts";

/** The processes and what they stand on. */
export const processes: Commands = {
  "mail failed": {
    summary:
      "mails that came back, were reported, refused or lost from sight: --campaign S [--state S] [--kind K] [--names] [--before N]",
    load: async () => (await import("#app/cli/mail/failed.ts")).mailFailed,
  },
};
