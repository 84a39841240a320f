import type { Commands } from "../command.ts";

/** Updates to supporters. */
export const updates: Commands = {
  "update list": {
    summary: "its updates, newest first: --campaign S",
    load: async () => (await import("../update-list.ts")).updateList,
  },
  "update preview": {
    summary: "print the mail: --campaign S --update ID [--locale en] [--html]",
    load: async () => (await import("../update-preview.ts")).updatePreview,
  },
  "update test": {
    summary: "mail it to one organizer: --campaign S --update ID --to E [--locale en]",
    load: async () => (await import("../update-test.ts")).updateTest,
  },
  "update approve": {
    summary: "let a submitted one go: --campaign S --update ID [--approve-alone] [--anew]",
    load: async () => (await import("../update-approve.ts")).updateApprove,
  },
  "update send": {
    summary: "--campaign S, with --update ID or --subject T --body-file F --approve-alone [--at TIME]",
    load: async () => (await import("../update-send.ts")).updateSend,
  },
  "update pause": {
    summary: "stop one that is being sent: --campaign S --update ID",
    load: async () => (await import("../update-pause.ts")).updatePause,
  },
  "update resume": {
    summary: "let a paused one go on: --campaign S --update ID",
    load: async () => (await import("../update-resume.ts")).updateResume,
  },
  "update cancel": {
    summary: "end one before all of it went: --campaign S --update ID",
    load: async () => (await import("../update-cancel.ts")).updateCancel,
  },
  "update status": {
    summary: "how far one is: --campaign S --update ID [--watch]",
    load: async () => (await import("../update-status.ts")).updateStatus,
  },
};
