import type { Commands } from "#app/cli/old.ts";

const list = () => import("#app/cli/export-list.ts");

const find = () => import("#app/cli/find.ts");

/** Who signed, and what leaves in files. */
export const exports: Commands = {
  "signature list": {
    summary: "signatures, newest first: --campaign S [--state S] [--from DAY] [--to DAY] [--older ID]",
    load: async () => (await find()).signatureList,
  },
  "signature find": {
    summary: "by an address, a receipt code or a part of the name: --campaign S --for T|-",
    load: async () => (await find()).signatureFind,
  },
  "export signatures": {
    summary:
      "write a list to standard output: --campaign S --preset full|delivery|action-network|mailchimp|listmonk|actionkit|nationbuilder|osdi [--format csv|xlsx|json] [--state confirmed|…|all …] [--countries US,DE] [--from DAY] [--to DAY] [--consent needed|updates|any] [--bom], or --saved NAME",
    load: async () => (await import("#app/cli/export-run.ts")).exportSignatures,
  },
  "export pledges": {
    summary:
      "write a list to standard output: --campaign S --preset pledges|pledges-co-filers [--meeting YEAR] [--state active|…|all] [--format csv|xlsx] [--from DAY] [--to DAY] [--bom], or --saved NAME",
    load: async () => (await import("#app/cli/export-run.ts")).exportPledges,
  },
  "export list": {
    summary: "what was exported, newest first: --campaign S",
    load: async () => (await list()).exportList,
  },
  "export wipe": {
    summary: "remove a file that is kept for an organizer: --campaign S --export ID",
    load: async () => (await list()).exportWipe,
  },
  "export saved": {
    summary: "the saved filters: --campaign S",
    load: async () => (await list()).exportSaved,
  },
  "export save": {
    summary: "save one, with the options of an export: --campaign S --name N --preset P …",
    load: async () => (await list()).exportSave,
  },
  "export forget": {
    summary: "forget a saved filter: --campaign S --name N",
    load: async () => (await list()).exportForget,
  },
  "pack make": {
    summary: "write a pack to hand over: --campaign S --output F [--approve-alone]",
    load: async () => (await import("#app/cli/pack/make.ts")).packMake,
  },
  "pack ask": {
    summary: "ask for one, which an organizer approves: --campaign S",
    load: async () => (await import("#app/cli/pack-ask.ts")).packAsk,
  },
  "pack approve": {
    summary: "let one be made that somebody asked for: --campaign S --pack N [--approve-alone]",
    load: async () => (await import("#app/cli/pack-approve.ts")).packApprove,
  },
  "pack discard": {
    summary: "record that a made one goes to nobody, its copies destroyed: --campaign S --pack N",
    load: async () => (await import("#app/cli/pack-approve.ts")).packDiscard,
  },
  "pack hand-over": {
    summary:
      "record that one was handed over in person: --campaign S --pack N --on YYYY-MM-DD --at HH:MM (UTC) --to WHO --approve-alone",
    load: async () => (await import("#app/cli/pack-approve.ts")).packHandOver,
  },
  "pack approve-hand-over": {
    summary: "let a handing-over count that an organizer recorded: --campaign S --pack N [--seen MARK]",
    load: async () => (await import("#app/cli/pack-approve.ts")).packApproveHandOver,
  },
  "pack take-back-hand-over": {
    summary: "take a record back that nobody approved: --campaign S --pack N",
    load: async () => (await import("#app/cli/pack-ask.ts")).packTakeBackHandOver,
  },
  "pack list": {
    summary: "its packs, newest first: --campaign S",
    load: async () => (await import("#app/cli/pack/list.ts")).packList,
  },
  "pack key": {
    summary: "print the public keys that packs are checked with",
    load: async () => (await import("#app/cli/pack/key.ts")).packKey,
  },
};
