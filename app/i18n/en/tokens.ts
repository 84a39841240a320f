import { icu } from "./icu.ts";

export default {
  nav: "Tokens",
  meta: "Tokens · Undersigned",
  title: "Tokens",
  text: "A token lets a program of yours read figures or fetch exports without signing in. It is of this campaign alone, may do no more than you may, and ends when you leave.",
  document: "What a program can ask for",
  summary: "No token was made",
  scopes: {
    activity: {
      label: "Read the overview",
      hint: "Counts, series, sources, countries, mail providers, forecast.",
    },
    queues: { label: "Read the queues", hint: "What waits and since when, for your own alarm." },
    "export-signatures": {
      label: "Export signatures",
      hint: "Names and addresses leave by it. Each export is on record, and the freeze stops it.",
    },
    "export-pledges": {
      label: "Export pledges",
      hint: "Names, addresses and holdings leave by it. Each export is on record, and the freeze stops it.",
    },
  } as Record<string, { label: string; hint: string }>,
  make: {
    title: "Make a token",
    name: "What it is for",
    nameHint: "So that you know which one to end: “Weekly report”, “Alarm in the office”.",
    scopes: "What it may do",
    days: "How long it works",
    daysHint: (most: number) =>
      icu("One that exports works for {most, plural, one {# day} other {# days}} at most.", { most }),
    dayNames: (days: number) => icu("{days, plural, =365 {A year} one {# day} other {# days}}", { days }),
    button: "Make the token",
  },
  problems: {
    "name-missing": "Write what it is for",
    "name-long": "Write at most 80 characters on one line",
    "scope-missing": "Choose what it may do",
    "scope-unknown": "Choose from what is here",
    "days-unknown": "Choose how long it works",
    "days-too-many": "One that exports works for 90 days at most",
    "given-twice": "This came twice: write it once",
    "not-text": "Write it as plain text",
    "no-right": "You may not do that yourself, so no token of yours may",
    "too-many": "Twenty tokens of yours work here already: end one first",
  } as Record<string, string>,
  made: {
    title: (name: string) => `“${name}” is made`,
    once: "Copy it now. It is stored as a hash and shown this once; whoever has it can do what it may.",
    label: "The token",
    use: "Send it with every request:",
    until: (moment: string) => `It works until ${moment} UTC.`,
  },
  list: {
    mine: "Your tokens",
    all: "Tokens of this campaign",
    none: "No token yet. A program that reads the public counts needs none.",
    columns: { name: "For", scopes: "May", by: "Made by", used: "Last used", until: "Until", end: "End it" },
    never: "never",
    states: { expired: "Its time is over", revoked: "Ended" } as Record<string, string>,
    end: "End",
    endText: "Whatever uses it stops working at once.",
    endButton: "End this token",
  },
  done: { ended: "The token is ended: it opens nothing any more." } as Record<string, string>,
  refused: { gone: "There is no such token of yours that works." } as Record<string, string>,
};
