import { fromList, once } from "./form-errors.ts";
import { icu } from "./icu.ts";

export default {
  nav: "API tokens",
  meta: "API tokens · Undersigned",
  title: "API tokens",
  text: "Lets your program read figures or export data without signing in. It works for this campaign only, can do no more than you, and ends when you leave.",
  document: "API reference",
  summary: "No token was made",
  scopes: {
    activity: { label: "Read the overview", hint: "Counts, series, sources, countries, email." },
    queues: { label: "Read the queues", hint: "What waits and since when, for your own alerts." },
    "export-signatures": {
      label: "Export signatures",
      hint: "Includes names and addresses; each export is logged, and a freeze stops it.",
    },
    "export-pledges": {
      label: "Export pledges",
      hint: "Includes names, addresses and holdings; each export is logged, and a freeze stops it.",
    },
  } as Record<string, { label: string; hint: string }>,
  make: {
    title: "Create a token",
    name: "What it is for",
    nameHint: "To recognize it later: “Weekly report”, “Office alert”.",
    scopes: "What it may do",
    days: "Valid for",
    daysHint: (most: number) =>
      icu("A token that exports is valid for {most, plural, one {# day} other {# days}} at most.", { most }),
    dayNames: (days: number) => icu("{days, plural, =365 {A year} one {# day} other {# days}}", { days }),
    button: "Create the token",
  },
  problems: {
    "name-missing": "Say what it is for",
    "name-long": "Use at most 80 characters on one line",
    "scope-missing": "Choose what it may do",
    "scope-unknown": fromList,
    "days-unknown": "Choose how long it is valid",
    "days-too-many": "A token that exports is valid for 90 days at most",
    "given-twice": once,
    "not-text": "Use plain text",
    "no-right": "Your token cannot do what you have no right to do",
    "too-many": "You have twenty active tokens: revoke one first",
  } as Record<string, string>,
  made: {
    title: (name: string) => `“${name}” is created`,
    once: "Copy it now: it is shown only once. Anyone who has it can use it.",
    label: "The token",
    use: "Send it with every request:",
    until: (moment: string) => `Expires ${moment} UTC.`,
  },
  list: {
    mine: "Your tokens",
    all: "Tokens of this campaign",
    none: "No tokens yet. Public counts need none.",
    columns: { used: "Last used", until: "Expires" },
    never: "never",
    states: { expired: "Expired", revoked: "Revoked" } as Record<string, string>,
    end: "Revoke",
    endText: "Programs using it stop working at once.",
    endButton: "Revoke this token",
  },
  done: { ended: "The token is revoked." } as Record<string, string>,
  refused: { gone: "You have no such active token." } as Record<string, string>,
};
