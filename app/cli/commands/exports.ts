import type { Commands } from "../command.ts";

/** What leaves in files. */
export const exports: Commands = {
  "export signatures": {
    summary:
      "write a list to standard output: --campaign S --preset full|delivery|action-network|mailchimp|listmonk|actionkit|nationbuilder|osdi [--format csv|xlsx|json] [--state confirmed|…|all …] [--countries US,DE] [--from DAY] [--to DAY] [--consent needed|updates|any] [--bom]",
    load: async () => (await import("../export-signatures.ts")).exportSignatures,
  },
  "export pledges": {
    summary: "write a list to standard output: --campaign S --preset pledges|pledges-co-filers",
    load: async () => (await import("../export-pledges.ts")).exportPledges,
  },
  "pack make": {
    summary: "write a pack to hand over: --campaign S --output F [--approve-alone]",
    load: async () => (await import("../pack-make.ts")).packMake,
  },
  "pack approve": {
    summary: "let one be made that somebody asked for: --campaign S --pack N [--approve-alone]",
    load: async () => (await import("../pack-approve.ts")).packApprove,
  },
  "pack discard": {
    summary: "record that a made one goes to nobody, its copies destroyed: --campaign S --pack N",
    load: async () => (await import("../pack-approve.ts")).packDiscard,
  },
  "pack hand-over": {
    summary:
      "record that one was handed over in person: --campaign S --pack N --on YYYY-MM-DD --at HH:MM (UTC) --to WHO --approve-alone",
    load: async () => (await import("../pack-approve.ts")).packHandOver,
  },
  "pack approve-hand-over": {
    summary: "let a handing-over count that an organizer recorded: --campaign S --pack N [--seen MARK]",
    load: async () => (await import("../pack-approve.ts")).packApproveHandOver,
  },
  "pack list": {
    summary: "its packs, newest first: --campaign S",
    load: async () => (await import("../pack-list.ts")).packList,
  },
  "pack key": {
    summary: "print the public keys that packs are checked with",
    load: async () => (await import("../pack-key.ts")).packKey,
  },
  "verify-pack": {
    summary: "check a pack, without network or database: FILE [--key PUBLICKEY]",
    load: async () => (await import("../verify-pack.ts")).verifyPack,
  },
};
