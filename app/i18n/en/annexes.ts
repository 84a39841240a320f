import { icu } from "./icu.ts";

/** The annexes of letters and names, the campaign's letter over them, and the pack for a handover. */
export default {
  pageOf: (number: number) => `Page ${number} of`,
  about: (campaign: string) => `From the campaign “${campaign}”`,
  part: (part: number, parts: number) => `Part ${part} of ${parts}`,

  letters: {
    kind: "Annex A",
    title: (dispatch: number, day: string) => `Letters in dispatch ${dispatch}, ${day}`,
    count: (here: number, inAll: number) =>
      here === inAll
        ? icu("{here, plural, one {# letter} other {# letters}}", { here })
        : icu("{here, number} of {inAll, plural, one {# letter} other {# letters}}", { here, inAll }),
    how: "Each letter is exactly as its writer confirmed it. Its SHA-256 is of the UTF-8 text with LF line ends, as in the CSV. Characters no font here has appear as Unicode numbers, like [U+1F600].",
    hash: (sha256: string) => `SHA-256 of the list of the letters’ SHA-256: ${sha256}`,
  },
  letter: (number: string) => `Letter ${number}`,
  textHash: (publicId: string, sha256: string) => `${publicId}, SHA-256 ${sha256}`,

  names: {
    kind: "Annex B",
    title: (dispatch: number, day: string) => `Names in dispatch ${dispatch}, ${day}`,
    count: (here: number, inAll: number) =>
      here === inAll
        ? icu("{here, plural, one {# name} other {# names}}", { here })
        : icu("{here, number} of {inAll, plural, one {# name} other {# names}}", { here, inAll }),
    how: "These people signed the petition, confirmed by email and agreed to give the company their name. The ISO 3166-1 letters of the country they gave come first.",
    hash: (sha256: string) => `SHA-256 of the names and countries, one per line: ${sha256}`,
  },

  cover: {
    title: (dispatch: number) => `Dispatch ${dispatch}`,
    signer: "Signature",
    enclosed: "Enclosed",
    letters: (count: number) =>
      icu("Annex A: {count, plural, one {# letter} other {# letters}}, PDF and CSV", { count }),
    names: (count: number) =>
      icu("Annex B: {count, plural, one {# name} other {# names}}, PDF and CSV", { count }),
    parts: (parts: string) => `In ${parts} parts, one email each`,
    hash: (sha256: string) => `SHA-256 of the text: ${sha256}`,
  },

  pack: {
    kind: "For delivery in person",
    title: (campaign: string, number: number) => `${campaign}: pack ${number}`,
    /** After their number. */
    signatures: (count: number) => icu("{count, plural, one {signature} other {signatures}}", { count }),
    asOf: (day: string) => `as of ${day}`,
    petition: "The petition, by version",
    names: "Names",
    namesCount: (count: number) =>
      icu("{count, plural, one {# person} other {# people}} agreed to be named to the company", { count }),
    letters: "Letters",
    lettersCount: (count: number) =>
      icu("{count, plural, one {# letter} other {# letters}} to the company", { count }),
    pledges: "Pledges",
    pledgesHow: "Totals only; no individual pledges.",
  },
};
