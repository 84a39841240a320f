import type { Commands } from "#app/cli/old.ts";

const write = () => import("#app/cli/dispatch-write.ts");

/** Letters to the company. */
export const letters: Commands = {
  "recipient list": {
    summary: "the offices its letters go to, and which are verified: --campaign S",
    load: async () => (await import("#app/cli/recipient/list.ts")).recipientList,
  },
  "recipient add": {
    summary:
      "add one, which nobody has verified: --campaign S --name T --email E [--postal-address T] [--per-day 20]",
    load: async () => (await import("#app/cli/recipient-set.ts")).recipientAdd,
  },
  "recipient edit": {
    summary:
      "say better what one is: --campaign S --recipient ID [--name T] [--email E] [--postal-address T] [--per-day N]",
    load: async () => (await import("#app/cli/recipient-set.ts")).recipientEdit,
  },
  "recipient verify": {
    summary:
      "record who looked its address up: --campaign S --recipient ID --email E --by WHO --on YYYY-MM-DD --where T",
    load: async () => (await import("#app/cli/recipient-verify.ts")).recipientVerify,
  },
  "recipient unverify": {
    summary: "take a verification back: --campaign S --recipient ID",
    load: async () => (await import("#app/cli/recipient-verify.ts")).recipientUnverify,
  },
  "recipient retire": {
    summary: "write to one no more: --campaign S --recipient ID",
    load: async () => (await import("#app/cli/recipient-verify.ts")).recipientRetire,
  },
  "letter list": {
    summary:
      "letters, newest first: --campaign S [--state S] [--held] [--likeness own|mixed|alike|unscored] [--older ID]",
    load: async () => (await import("#app/cli/letter-list.ts")).letterList,
  },
  "letter find": {
    summary: "letters by their writer's address or a part of the name: --campaign S --for T|-",
    load: async () => (await import("#app/cli/find.ts")).letterFind,
  },
  "letter show": {
    summary: "one letter, and how many shares it tells: --campaign S --letter ID [--shares]",
    load: async () => (await import("#app/cli/letter-list.ts")).letterShow,
  },
  "letter settings": {
    summary: "when letters are handed over, and what they begin with: --campaign S",
    load: async () => (await import("#app/cli/letter-settings.ts")).letterSettings,
  },
  "letter set": {
    summary: "when the next consolidated one is drafted: --campaign S [--every-days N] [--milestone N|none]",
    load: async () => (await import("#app/cli/letter-settings.ts")).letterSet,
  },
  "letter ask": {
    summary: "what the campaign asks, in one language: --campaign S --in L --file F",
    load: async () => (await import("#app/cli/letter-settings.ts")).letterAsk,
  },
  "moderation list": {
    summary: "letters that wait for a look: --campaign S [--kind held|awaiting|reported] [--after LETTER]",
    load: async () => (await import("#app/cli/moderation-list.ts")).moderationList,
  },
  "moderation release": {
    summary: "let a held one go: --campaign S --letter ID --seen MARK",
    load: async () => (await import("#app/cli/moderation-list.ts")).moderationRelease,
  },
  "moderation refuse": {
    summary: "do not deliver one: --campaign S --letter ID --seen MARK --reason R",
    load: async () => (await import("#app/cli/moderation-list.ts")).moderationRefuse,
  },
  "moderation publish": {
    summary: "let everyone read one: --campaign S --letter ID --seen MARK",
    load: async () => (await import("#app/cli/moderation-list.ts")).moderationPublish,
  },
  "moderation hide": {
    summary: "take one from the public page: --campaign S --letter ID --seen MARK --reason R",
    load: async () => (await import("#app/cli/moderation-list.ts")).moderationHide,
  },
  "reply list": {
    summary: "what the company answered, and what waits for a second person: --campaign S",
    load: async () => (await import("#app/cli/reply-list.ts")).replyList,
  },
  "reply record": {
    summary:
      "record an answer: --campaign S --dispatch ID --on YYYY-MM-DD --from WHO --file F [--approve-alone]",
    load: async () => (await import("#app/cli/reply-list.ts")).replyRecord,
  },
  "reply approve": {
    summary: "let one out that somebody recorded: --campaign S --reply ID [--approve-alone]",
    load: async () => (await import("#app/cli/reply-list.ts")).replyApprove,
  },
  "reply remove": {
    summary: "take one from all pages: --campaign S --reply ID",
    load: async () => (await import("#app/cli/reply-list.ts")).replyRemove,
  },
  "dispatch list": {
    summary: "its dispatches of letters, newest first: --campaign S",
    load: async () => (await import("#app/cli/dispatch/list.ts")).dispatchList,
  },
  "dispatch status": {
    summary: "how far one is, mail by mail: --campaign S --dispatch ID",
    load: async () => (await import("#app/cli/dispatch/status.ts")).dispatchStatus,
  },
  "dispatch preview": {
    summary: "print a mail to the company: --campaign S --dispatch ID [--part N] [--files FOLDER]",
    load: async () => (await import("#app/cli/dispatch/preview.ts")).dispatchPreview,
  },
  "dispatch draft": {
    summary:
      "begin one, consolidated or of letters on their own: --campaign S --recipient ID [--letter ID …]",
    load: async () => (await write()).dispatchDraft,
  },
  "dispatch edit": {
    summary:
      "say it otherwise: --campaign S --dispatch ID [--recipient ID] [--subject T] [--body-file F|-] [--names yes|no]",
    load: async () => (await write()).dispatchEdit,
  },
  "dispatch submit": {
    summary: "ask for its approval, what goes along is fixed by it: --campaign S --dispatch ID",
    load: async () => (await write()).dispatchSubmit,
  },
  "dispatch take-back": {
    summary: "have a submitted or approved one be a draft again: --campaign S --dispatch ID",
    load: async () => (await write()).dispatchTakeBack,
  },
  "dispatch settle": {
    summary:
      "say whether a mail of unknown fate arrived: --campaign S --dispatch ID --mail ID --arrived yes|no",
    load: async () => (await import("#app/cli/dispatch-settle.ts")).dispatchSettle,
  },
  "dispatch put-back": {
    summary: "have the letters of a mail that came back wait again: --campaign S --dispatch ID --mail ID",
    load: async () => (await import("#app/cli/dispatch-settle.ts")).dispatchPutBack,
  },
  "dispatch approve": {
    summary: "let a submitted one go: --campaign S --dispatch ID [--approve-alone]",
    load: async () => (await import("#app/cli/dispatch/approve.ts")).dispatchApprove,
  },
  "dispatch pause": {
    summary: "hand nothing more over: --campaign S --dispatch ID",
    load: async () => (await import("#app/cli/dispatch/pause.ts")).dispatchPause,
  },
  "dispatch resume": {
    summary: "go on with a paused one: --campaign S --dispatch ID",
    load: async () => (await import("#app/cli/dispatch/resume.ts")).dispatchResume,
  },
  "dispatch cancel": {
    summary: "end one, what waits waits again: --campaign S --dispatch ID",
    load: async () => (await import("#app/cli/dispatch/cancel.ts")).dispatchCancel,
  },
};
