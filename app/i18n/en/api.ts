import { icu } from "./icu.ts";

const list = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");

/** What other programs are told when something is wrong: people read it while they write them. */
export default {
  problems: {
    "unknown-address": (document: string) =>
      `There is nothing at this address. See ${document} for what exists.`,
    "unknown-campaign": (slug: string) => `There is no campaign “${slug}”.`,
    "unknown-parameter": (name: string, known: readonly string[]) =>
      known.length === 0
        ? `Unknown parameter “${name}”. This address takes none.`
        : `Unknown parameter “${name}”. This address takes ${list(known)}.`,
    "given-twice": (name: string) => `“${name}” is given more than once.`,
    "too-many": (seconds: number) =>
      icu("Too many requests. Retry in {seconds, plural, one {# second} other {# seconds}}.", { seconds }),
    "wrong-method": "This address does not accept that method. See the API description.",
    "token-needed":
      "This address needs a token: “Authorization: Bearer …”. Organizers create one in the console under “API tokens”.",
    "token-unknown": "This token is wrong, expired or revoked.",
    "other-campaign": "This token belongs to another campaign.",
    "scope-missing": (scopes: readonly string[]) => `This token lacks the scope ${scopes.join(" or ")}.`,
    "right-lost": "The owner of this token no longer has the right to do that.",
    frozen: "Exports of this campaign are frozen until an owner lifts the freeze.",
    "unknown-export": "The owner of this token has no such export.",
    "being-made": "The file is not ready. Request the export itself to see its progress.",
    over: "The file is gone: it expired after a day, or was removed.",
    unreadable: "The body is not a JSON object.",
    "unknown-field": (name: string) => `Unknown field “${name}”.`,
    "too-large": "The request is too large. Nothing was changed.",
    refused: "The request was refused. Nothing was changed.",
    unavailable: "The database does not answer. Retry after the seconds in “Retry-After”.",
    broken: (id: string) =>
      `Something broke on our side. Nothing was changed. Find this request in the log as ${id}.`,
  },
  values: {
    "day-shape": (name: string) => `“${name}” must be a date like 2026-11-24.`,
    "days-order": (name: string) => `“${name}” must not be before “from”.`,
    "limit-range": (name: string) => `“${name}” must be a whole number from 1 to 50.`,
    "of-unknown": (name: string) => `“${name}” must be signatures, pledges or letters.`,
    "number-shape": (name: string) => `“${name}” must be the number of a published update.`,
    "update-unknown": (name: string) => `“${name}” is not the number of a published update.`,
    "by-unknown": (name: string) => `“${name}” must be hour or day.`,
    "days-length": (name: string) => `“${name}” must be 1 or 7 by hour; 7, 28, 90 or all by day.`,
    "zone-unknown": (name: string) => `“${name}” must be a time zone like Europe/Berlin.`,
    "preset-missing": (name: string) => `“${name}” must be a preset from the API description.`,
    "state-unknown": (name: string) => `“${name}” has a state that this preset does not have.`,
    "country-unknown": (name: string) => `“${name}” must be two-letter country codes (ISO 3166-1).`,
    "meeting-unknown": (name: string) => `“${name}” must be the year of a meeting.`,
    "company-unknown": (name: string) => `“${name}” must be a company of this campaign.`,
    "consent-unknown": (name: string) => `“${name}” must be needed, updates or any.`,
    "consent-needed": (name: string) =>
      `“${name}” cannot be any: this preset holds only people who agreed to it.`,
    "format-unknown": (name: string) => `“${name}” must be csv or xlsx.`,
    "bom-unknown": (name: string) => `“${name}” must be on, or left out.`,
    missing: (name: string) => `“${name}” has an invalid value.`,
  } as Record<string, (name: string) => string>,
};
