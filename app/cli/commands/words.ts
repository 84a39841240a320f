import type { Commands } from "../command.ts";

/** What a campaign says. */
export const words: Commands = {
  "campaign show": {
    summary: "what it says, what waits to be published, and its sender: --campaign S",
    load: async () => (await import("../campaign-show.ts")).campaignShow,
  },
  "campaign history": {
    summary: "who wrote and published what, and when: --campaign S [--thing T] [--before N]",
    load: async () => (await import("../campaign-history.ts")).campaignHistory,
  },
  "words draft": {
    summary:
      "write down what its page will say: --campaign S [--title T] [--eyebrow T] [--standfirst T] [--method T] [--goals N,N]",
    load: async () => (await import("../words-draft.ts")).wordsDraft,
  },
  "words publish": {
    summary: "make public what is written of its page: --campaign S",
    load: async () => (await import("../words-publish.ts")).wordsPublish,
  },
  "sender set": {
    summary: "who its mails come from: --campaign S [--name N] [--address A] [--reply-to A]",
    load: async () => (await import("../sender-set.ts")).senderSet,
  },
  "claim list": {
    summary: "its claims as they are printed, drafts among them: --campaign S",
    load: async () => (await import("../claim-list.ts")).claimList,
  },
  "claim publish": {
    summary: "make one public as it was saved last: --campaign S --claim ID",
    load: async () => (await import("../claim-publish.ts")).claimPublish,
  },
  "petition publish": {
    summary:
      "put its draft in force: --campaign S --meaning same --note T | --meaning changed [--earlier apart | --earlier told --change T]",
    load: async () => (await import("../petition-publish.ts")).petitionPublish,
  },
  "notice list": {
    summary: "mails that tell earlier signers of a new petition: --campaign S",
    load: async () => (await import("../notice-list.ts")).noticeList,
  },
  "notice approve": {
    summary: "let one go: --campaign S --notice ID [--approve-alone]",
    load: async () => (await import("../notice-list.ts")).noticeApprove,
  },
  "notice cancel": {
    summary: "call off what has not gone yet: --campaign S --notice ID",
    load: async () => (await import("../notice-list.ts")).noticeCancel,
  },
  "correction list": {
    summary: "its log of corrections: --campaign S",
    load: async () => (await import("../correction-list.ts")).correctionList,
  },
  "correction add": {
    summary: "put a line into the public log: --campaign S --kind K --on YYYY-MM-DD --text T",
    load: async () => (await import("../correction-add.ts")).correctionAdd,
  },
  "correction edit": {
    summary: "put a line better: --campaign S --line ID [--kind K] [--on YYYY-MM-DD] [--text T]",
    load: async () => (await import("../correction-add.ts")).correctionEdit,
  },
  "translation list": {
    summary: "its texts beside another language: --campaign S --in L [--missing]",
    load: async () => (await import("../translation-list.ts")).translationList,
  },
  "translation set": {
    summary: "write down the translation of one text: --campaign S --in L --key K --text T",
    load: async () => (await import("../translation-set.ts")).translationSet,
  },
  "translation publish": {
    summary: "make public the translations that are written: --campaign S --in L",
    load: async () => (await import("../translation-set.ts")).translationPublish,
  },
  "translation correct": {
    summary:
      "put a better one of the petition in force, as another version of it: --campaign S --in L --note T --note-in T",
    load: async () => (await import("../translation-set.ts")).translationCorrect,
  },
};
