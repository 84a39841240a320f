import { icu } from "./icu.ts";

export default {
  nav: "Emails that failed",
  meta: "Emails that failed · Undersigned",
  title: "Emails that failed",
  text: "What came back, was reported as unwanted, was refused, or may or may not have arrived, the newest first. Nothing here is sent again by itself.",
  noNames: "Who they were to is shown to those with the right to see names.",
  filter: { state: "What became of it", kind: "Kind of mail", all: "All", apply: "Show", clear: "Show all" },
  states: {
    bounced: "Came back",
    complained: "Reported as unwanted",
    failed: "Refused",
    unknown: "Not known whether it arrived",
  },
  kinds: {
    signature: "About a signature",
    update: "Update",
    petition: "New text of the petition",
    pledge: "About a pledge",
    letter: "To the writer of a letter",
    company: "Letters to the company",
    organizer: "To an organizer",
  },
  columns: { at: "Time (UTC)", became: "What became of which mail" },
  caption: "Emails that failed",
  update: (number: number) => `Update ${number}`,
  dispatch: (number: number) => `Dispatch ${number}`,
  attempts: (count: number) => icu("{count, plural, one {# try} other {# tries}}", { count }),
  tag: "Tag at the provider",
  unknownCode: (code: string) => `The provider calls it “${code}”.`,
  settle:
    "A mail whose end is not known is settled by what the provider reports later. Else look its tag up in the provider’s log.",
  empty: {
    title: "Nothing failed",
    none: "No mail of this campaign came back, was reported, was refused or was lost from sight.",
    text: "No mail is like that. Choose something else, or show all.",
  },
};
