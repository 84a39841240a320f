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
    "too-many": (seconds: number) => `That was too often. Ask again in ${seconds} seconds.`,
    "wrong-method": "This address does not take that method: see the document.",
    "too-large": "What was sent is too large. Nothing was changed.",
    refused: "This request was refused, so nothing was changed.",
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
    missing: (name: string) => `“${name}” cannot be understood.`,
  } as Record<string, (name: string) => string>,
};
