/** The annexes of letters and names, the campaign's letter over them, and the bundle for a handing-over. */
export default {
  pageOf: (number: number) => `Page ${number} of`,
  about: (campaign: string) => `From the campaign “${campaign}”`,
  part: (part: number, parts: number) => `Part ${part} of ${parts}`,

  letters: {
    kind: "Annex A",
    title: (dispatch: number, day: string) => `Letters, with letter ${dispatch} of ${day}`,
    count: (here: string, inAll: string) =>
      here === inAll ? `${here} ${here === "1" ? "letter" : "letters"}` : `${here} of ${inAll} letters`,
    how: "Each letter stands here as the person who wrote it confirmed it, to the last word. The SHA-256 under it is of its exact text in UTF-8 with LF line ends, as the CSV has it. What no typeface here has is shown by its Unicode number, as in [U+1F600].",
    hash: (sha256: string) => `SHA-256 of the list of the letters’ SHA-256: ${sha256}`,
  },
  letter: (number: string) => `Letter ${number}`,
  textHash: (publicId: string, sha256: string) => `${publicId}, SHA-256 ${sha256}`,

  names: {
    kind: "Annex B",
    title: (dispatch: number, day: string) => `Names, with letter ${dispatch} of ${day}`,
    count: (here: string, inAll: string) =>
      here === inAll ? `${here} ${here === "1" ? "name" : "names"}` : `${here} of ${inAll} names`,
    how: "Everyone named here signed the petition, confirmed it by e-mail, and agreed to their name being handed to the company. Before each name stands the country that the person told, by its letters in ISO 3166-1.",
    hash: (sha256: string) => `SHA-256 of the names and countries, a line each: ${sha256}`,
  },

  cover: {
    title: (dispatch: number) => `Letter ${dispatch}`,
    signer: "Signature",
    enclosed: "Enclosed",
    letters: (count: string) => `Annex A: ${count === "1" ? "1 letter" : `${count} letters`}, PDF and CSV`,
    names: (count: string) => `Annex B: ${count === "1" ? "1 name" : `${count} names`}, PDF and CSV`,
    parts: (parts: string) => `In ${parts} parts, each in a mail of its own`,
    hash: (sha256: string) => `SHA-256 of the text: ${sha256}`,
  },

  pack: {
    kind: "For a handing-over in person",
    title: (campaign: string, number: number) => `${campaign}: bundle ${number}`,
    signatures: (count: string) => (count === "1" ? "signature" : "signatures"),
    asOf: (day: string) => `as of ${day}`,
    petition: "The petition, by version",
    names: "Names",
    namesCount: (count: string) =>
      count === "1"
        ? "1 person agreed to being named to the company"
        : `${count} people agreed to being named to the company`,
    letters: "Letters",
    lettersCount: (count: string) => `${count === "1" ? "1 letter" : `${count} letters`} to the company`,
    pledges: "Pledges",
    pledgesHow: "Totals alone: no pledge is told by the person who made it.",
  },
};
