import { icu } from "./icu.ts";

/** Papers with letters and names, and mails to the company. */
export default {
  /** Handing letters over: the words with which a draft begins. `{letters}` and the like stand for counts. */
  dispatch: {
    draft: {
      consolidated: {
        subject: (company: string) =>
          `Letters to ${company}: {letters} {letters|letter|letters} and {names} {names|name|names} enclosed`,
        body: ({ company, title }: { company: string; title: string }) => `Dear Sir or Madam,

We enclose {letters} {letters|letter that a person has|letters that people have} written to ${company} in our campaign “${title}”. Each writer confirmed an e-mail address and agreed that we hand the letter and the name to you. Nothing in their words was changed.

With them {names|goes|go} {names} {names|name of a person who signed the petition and agreed that you receive it|names of people who signed the petition and agreed that you receive them}. {signatures} {signatures|person has|people have} signed the petition so far, and {holders} shareholders have told us how they intend to vote.

The letters are Annex A and the names are Annex B, as a PDF to read and as a table (CSV). The SHA-256 hash of each file is printed below, so that anyone can check later what was handed over.

Please confirm that you have received them, and tell us who will answer. We publish an answer in full beside the letters it answers.

Yours faithfully`,
      },
      individual: {
        subject: (company: string) => `A letter to ${company}`,
        body: ({ company, title }: { company: string; title: string }) =>
          `The letter above was written to ${company} by the person whose name stands under it, in our campaign “${title}”. They confirmed an e-mail address and agreed that we hand the letter and the name to you. We deliver it as it was written.`,
      },
    },
    /** In the place of a count of holders that is not published. */
    tooFew: "fewer than five",
    /** Names of the files, without their ending. */
    files: {
      cover: "letter",
      letters: "annex-a-letters",
      names: "annex-b-names",
      part: (part: number) => `part-${part}`,
    },
    /** The mail to the company. */
    mail: {
      preview: "A letter with what is enclosed, and the SHA-256 hash of each file.",
      partSubject: (subject: string, part: number, parts: number) => `${subject} (${part} of ${parts})`,
      date: "Date",
      to: "To",
      number: "Letter no.",
      partOf: (number: number, part: number, parts: number) => `${number}, mail ${part} of ${parts}`,
      inIt: "In this mail",
      counts: (letters: number, names: number) =>
        [
          letters > 0 && icu("{letters, plural, one {# letter} other {# letters}}", { letters }),
          names > 0 && icu("{names, plural, one {# name} other {# names}}", { names }),
        ]
          .filter(Boolean)
          .join(", "),
      enclosed: "Enclosed",
      file: (filename: string, size: string, sha256: string) => `${filename}, ${size}, SHA-256 ${sha256}`,
      reason:
        "Sent by the campaign for people who agreed that their letter or their name is handed to you. An answer to this mail reaches the campaign.",
      reasonWriter:
        "Sent by the campaign for the person whose name stands under the letter. They agreed that you may answer them: an answer to this mail reaches them and not the campaign.",
      ledger: "What became of each letter",
    },
  },
};
