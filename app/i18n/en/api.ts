import { icu } from "./icu.ts";

const list = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");

/** What other programs are told when something is wrong: people read it while they write them. */
export default {
  problems: {
    "unknown-address": (document: string) =>
      `There is nothing at this address. What there is stands in ${document}.`,
    "unknown-campaign": (slug: string) => `There is no campaign “${slug}”.`,
    "unknown-parameter": (name: string, known: readonly string[]) =>
      known.length === 0
        ? `“${name}” is no parameter of this address: it takes none.`
        : `“${name}” is no parameter of this address: it takes ${list(known)}.`,
    "given-twice": (name: string) => `“${name}” is given more than once.`,
    "too-many": (seconds: number) =>
      icu("That was too often. Ask again in {seconds, plural, one {# second} other {# seconds}}.", {
        seconds,
      }),
    "wrong-method": "This address does not take that method: see the document.",
    "token-needed":
      "This address takes a token, as “Authorization: Bearer …”. Organizers make one in the console under “Tokens”.",
    "token-unknown": "This token opens nothing: it is wrong, its time is over, or it was ended.",
    "other-campaign": "This token is of another campaign.",
    "scope-missing": (scopes: readonly string[]) =>
      `This token was not made for that: it would need ${scopes.join(" or ")}.`,
    "right-lost": "Whoever made this token may not do that any more.",
    frozen: "Exports of this campaign are frozen. Nothing leaves until an owner lifts the freeze.",
    "unknown-export": "There is no such export of whoever made this token.",
    "being-made": "The file is still being made. Ask for the export itself to see how far it is.",
    over: "The file is gone: it was kept for a day, or was removed.",
    unreadable: "The body is no JSON object.",
    "unknown-field": (name: string) => `“${name}” is no field of an export.`,
    "too-large": "What was sent is too large. Nothing was changed.",
    refused: "This request was refused, so nothing was changed.",
    unavailable: "The database does not answer right now. Ask again after the seconds in “Retry-After”.",
    broken: (id: string) =>
      `Something went wrong here. Nothing was half stored. The log knows this request as ${id}.`,
  },
  values: {
    "day-shape": (name: string) => `“${name}” is a day of the calendar, written like 2026-11-24.`,
    "days-order": (name: string) => `“${name}” lies before “from”.`,
    "limit-range": (name: string) => `“${name}” is a whole number from 1 to 50.`,
    "of-unknown": (name: string) => `“${name}” is signatures, pledges or letters.`,
    "number-shape": (name: string) => `“${name}” is the number of a published update.`,
    "update-unknown": (name: string) => `“${name}” names an update that is not published.`,
    "by-unknown": (name: string) => `“${name}” is hour or day.`,
    "days-length": (name: string) => `“${name}” is 1 or 7 by the hour, and 7, 28, 90 or all by the day.`,
    "zone-unknown": (name: string) => `“${name}” is a time zone like Europe/Berlin.`,
    "preset-missing": (name: string) => `“${name}” is one of the presets that the document lists.`,
    "state-unknown": (name: string) => `“${name}” has a state that this preset does not know.`,
    "country-unknown": (name: string) => `“${name}” holds two-letter codes of countries (ISO 3166-1).`,
    "meeting-unknown": (name: string) => `“${name}” is the year of a meeting.`,
    "consent-unknown": (name: string) => `“${name}” is needed, updates or any.`,
    "consent-needed": (name: string) =>
      `“${name}” cannot be any here: a file of this preset holds those who agreed to it.`,
    "format-unknown": (name: string) => `“${name}” is csv, xlsx or json.`,
    "format-of-preset": (name: string) => `“${name}” is none that this preset is written in.`,
    "bom-unknown": (name: string) => `“${name}” is on, or not there.`,
    missing: (name: string) => `“${name}” cannot be understood.`,
  } as Record<string, (name: string) => string>,
};
