import { icu } from "./icu.ts";

export default {
  nav: "Failed emails",
  meta: "Failed emails · Undersigned",
  title: "Failed emails",
  text: "Bounced, marked as spam, refused, or of unknown outcome. None is resent automatically.",
  noNames: "Your role can’t see names and addresses.",
  filter: { state: "Outcome", kind: "Kind of email", all: "All", apply: "Filter emails", clear: "Show all" },
  states: { bounced: "Bounced", complained: "Marked as spam", failed: "Refused", unknown: "Unknown outcome" },
  kinds: {
    signature: "About a signature",
    update: "Update",
    petition: "New text of the petition",
    pledge: "About a pledge",
    letter: "To the writer of a letter",
    company: "Letters to the company",
    organizer: "To an organizer",
  },
  columns: { at: "Time (UTC)", became: "Outcome and email" },
  caption: "Failed emails",
  update: (number: number) => `Update ${number}`,
  dispatch: (number: number) => `Dispatch ${number}`,
  attempts: (count: number) => icu("{count, plural, one {# try} other {# tries}}", { count }),
  tag: "Provider’s tag",
  unknownCode: (code: string) => `Provider’s code: “${code}”.`,
  settle:
    "Unknown outcomes are resolved by later provider reports. Otherwise look up the tag in the provider’s log.",
  empty: {
    title: "No failed emails",
    none: "No email of this campaign has failed.",
    text: "Nothing matches. Choose another filter or show all.",
  },
};
