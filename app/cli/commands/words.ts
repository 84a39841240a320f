import type { Commands } from "#app/cli/old.ts";

const approval = () => import("#app/cli/petition-approve.ts");
const petition = () => import("#app/cli/petition-write.ts");

/** What a campaign says. */
export const words: Commands = {
  "words draft": {
    summary:
      "write down what its page will say: --campaign S [--title T] [--eyebrow T] [--standfirst T] [--method T] [--care T] [--goals N,N] [--languages en,es] [--share-en T, and so for each language]",
    load: async () => (await import("#app/cli/words/draft.ts")).wordsDraft,
  },
  "words publish": {
    summary: "make public what is written of its page: --campaign S [--untranslated]",
    load: async () => (await import("#app/cli/words/publish.ts")).wordsPublish,
  },
  "sender set": {
    summary: "who its mails come from: --campaign S [--name N] [--address A] [--reply-to A]",
    load: async () => (await import("#app/cli/sender/set.ts")).senderSet,
  },
  "petition draft": {
    summary: "write its next text down: --campaign S [--summary T] [--body-file F|-]",
    load: async () => (await petition()).petitionDraft,
  },
  "petition drop": {
    summary: "drop its draft: --campaign S",
    load: async () => (await petition()).petitionDrop,
  },
  "petition tell": {
    summary: "ask that earlier signers be told of the text in force: --campaign S --change T",
    load: async () => (await petition()).petitionTell,
  },
  "petition publish": {
    summary:
      "put its draft in force, or ask for approval where people have signed: --campaign S --meaning same --note T | --meaning changed [--earlier apart | --earlier told --change T] [--untranslated]",
    load: async () => (await import("#app/cli/petition/publish.ts")).petitionPublish,
  },
  "petition waiting": {
    summary: "print the text that waits for approval, beside the one in force: --campaign S",
    load: async () => (await import("#app/cli/petition/waiting.ts")).petitionWaiting,
  },
  "petition approve": {
    summary: "put a text in force that waits: --campaign S [--approve-alone]",
    load: async () => (await approval()).petitionApprove,
  },
  "petition withdraw": {
    summary: "withdraw a text that waits: --campaign S",
    load: async () => (await approval()).petitionWithdraw,
  },
  "petition return": {
    summary: "ask that an earlier text be in force again, with those who signed it: --campaign S --version N",
    load: async () => (await approval()).petitionReturn,
  },
  "notice list": {
    summary: "mails that tell earlier signers of a new petition: --campaign S",
    load: async () => (await import("#app/cli/notice-list.ts")).noticeList,
  },
  "notice preview": {
    summary: "print the mail: --campaign S --notice ID [--locale L] [--html]",
    load: async () => (await import("#app/cli/notice/preview.ts")).noticePreview,
  },
  "notice approve": {
    summary: "let one go: --campaign S --notice ID [--approve-alone]",
    load: async () => (await import("#app/cli/notice-list.ts")).noticeApprove,
  },
  "notice ask-anew": {
    summary: "ask for the approval of its mail as it is now: --campaign S --notice ID",
    load: async () => (await import("#app/cli/notice-list.ts")).noticeAskAnew,
  },
  "notice resume": {
    summary: "let one go on that stood still: --campaign S --notice ID",
    load: async () => (await import("#app/cli/notice-list.ts")).noticeResume,
  },
  "notice cancel": {
    summary: "call off what has not gone yet: --campaign S --notice ID",
    load: async () => (await import("#app/cli/notice-list.ts")).noticeCancel,
  },
  "translation list": {
    summary: "its texts beside another language: --campaign S --in L [--missing]",
    load: async () => (await import("#app/cli/translation/list.ts")).translationList,
  },
  "translation set": {
    summary: "write down the translation of one text: --campaign S --in L --key K --text T",
    load: async () => (await import("#app/cli/translation-set.ts")).translationSet,
  },
  "translation publish": {
    summary: "make public the translations that are written: --campaign S --in L",
    load: async () => (await import("#app/cli/translation-set.ts")).translationPublish,
  },
  "translation correct": {
    summary:
      "put a translation of the petition in force, or ask for approval where people have signed: --campaign S --in L [--note T --note-in T, of a better one]",
    load: async () => (await import("#app/cli/translation-set.ts")).translationCorrect,
  },
};
