import type { Commands } from "#app/cli/old.ts";

const write = () => import("#app/cli/update-write.ts");
const said =
  "[--subject T] [--body-file F|-] [--locale L] [--audience-country US,DE] [--audience-since DAY] [--audience-did signed|pledged|wrote|anything] [--archive yes|no]";

/** Updates to supporters. */
export const updates: Commands = {
  "update list": {
    summary: "its updates, newest first: --campaign S",
    load: async () => (await import("#app/cli/update/list.ts")).updateList,
  },
  "update draft": {
    summary: `begin one: --campaign S ${said}`,
    load: async () => (await write()).updateDraft,
  },
  "update edit": {
    summary: `say it otherwise: --campaign S --update ID ${said}`,
    load: async () => (await write()).updateEdit,
  },
  "update submit": {
    summary: "ask for its approval: --campaign S --update ID",
    load: async () => (await write()).updateSubmit,
  },
  "update take-back": {
    summary: "have a submitted, approved or scheduled one be a draft again: --campaign S --update ID",
    load: async () => (await write()).updateTakeBack,
  },
  "update continue": {
    summary: "draft a sent one for those who have joined since: --campaign S --update ID",
    load: async () => (await write()).updateContinue,
  },
  "update preview": {
    summary: "print the mail: --campaign S --update ID [--locale en] [--html]",
    load: async () => (await import("#app/cli/update/preview.ts")).updatePreview,
  },
  "update test": {
    summary: "mail it to one organizer: --campaign S --update ID --to E [--locale en]",
    load: async () => (await import("#app/cli/update/test.ts")).updateTest,
  },
  "update approve": {
    summary: "let a submitted one go: --campaign S --update ID [--approve-alone] [--anew]",
    load: async () => (await import("#app/cli/update/approve.ts")).updateApprove,
  },
  "update send": {
    summary: "--campaign S, with --update ID or --subject T --body-file F --approve-alone [--at TIME]",
    load: async () => (await import("#app/cli/update/send.ts")).updateSend,
  },
  "update pause": {
    summary: "stop one that is being sent: --campaign S --update ID",
    load: async () => (await import("#app/cli/update/pause.ts")).updatePause,
  },
  "update resume": {
    summary: "let a paused one go on: --campaign S --update ID",
    load: async () => (await import("#app/cli/update/resume.ts")).updateResume,
  },
  "update cancel": {
    summary: "end one before all of it went: --campaign S --update ID",
    load: async () => (await import("#app/cli/update/cancel.ts")).updateCancel,
  },
  "update status": {
    summary: "how far one is: --campaign S --update ID [--watch]",
    load: async () => (await import("#app/cli/update/status.ts")).updateStatus,
  },
};
