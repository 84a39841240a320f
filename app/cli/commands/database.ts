import type { Commands } from "#app/cli/command.ts";

/** All that is stored. */
export const database: Commands = {
  erase: {
    summary: "erase one person: --email E",
    load: async () => (await import("#app/cli/site/erase.ts")).erase,
  },
  rotate: {
    summary: "encrypt holdings anew under the newest secret",
    load: async () => (await import("#app/cli/site/rotate.ts")).rotate,
  },
  backup: {
    summary: "write an archive: --to FILE",
    load: async () => (await import("#app/cli/site/backup.ts")).backup,
  },
  restore: {
    summary: "fill an empty database from an archive: --from FILE",
    load: async () => (await import("#app/cli/site/restore.ts")).restore,
  },
  "resume-sending": {
    summary: "send mail again after a restore",
    load: async () => (await import("#app/cli/site/resume-sending.ts")).resumeSending,
  },
};
