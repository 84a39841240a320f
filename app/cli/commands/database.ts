import type { Commands } from "../command.ts";

/** All that is stored. */
export const database: Commands = {
  erase: { summary: "erase one person: --email E", load: async () => (await import("../erase.ts")).erase },
  rotate: {
    summary: "encrypt holdings anew under the newest secret",
    load: async () => (await import("../rotate.ts")).rotate,
  },
  backup: { summary: "write an archive: --to FILE", load: async () => (await import("../backup.ts")).backup },
  restore: {
    summary: "fill an empty database from an archive: --from FILE",
    load: async () => (await import("../restore.ts")).restore,
  },
  "resume-sending": {
    summary: "send mail again after a restore",
    load: async () => (await import("../resume-sending.ts")).resumeSending,
  },
};
