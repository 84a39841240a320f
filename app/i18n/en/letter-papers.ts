import { icu } from "./icu.ts";

/** Papers with letters and names, and mails to the company. */
export default {
  /** Handing letters over: the words with which a draft begins. `{letters}` and the like stand for counts. */
  dispatch: {
    draft: {
      consolidated: {
        subject: (company: string) =>
          `Letters to ${company}: {letters} {letters|letter|letters}{names| and # name| and # names|} enclosed`,
        body: ({ company, title }: { company: string; title: string }) => `To whom it may concern:

We enclose {letters} {letters|letter|letters} to ${company} from our campaign “${title}”. {letters|The writer|Each writer} confirmed an email address and agreed that we deliver the letter with their name. The words are unchanged.

{names|We also enclose # name of a person who signed the petition and agreed that you receive it. |We also enclose # names of people who signed the petition and agreed that you receive them. |}So far, {signatures} {signatures|person has|people have} signed, and {holders} shareholders have told us how they intend to vote.

The letters are in Annex A{names| and the name in Annex B, each| and the names in Annex B, each|,} as a PDF and a table (CSV). The SHA-256 hash of each file is printed below, so that anyone can check what was delivered.

Please confirm receipt and tell us who will reply. We publish replies in full next to the letters.

Sincerely,`,
      },
      individual: {
        subject: (company: string) => `A letter to ${company}`,
        body: ({ company, title }: { company: string; title: string }) =>
          `The letter above was written to ${company} in our campaign “${title}” by the person named below it. They confirmed an email address and agreed that we deliver the letter with their name. Its words are unchanged.`,
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
      preview: "A letter with enclosures and the SHA-256 hash of each file.",
      partSubject: (subject: string, part: number, parts: number) => `${subject} (${part} of ${parts})`,
      date: "Date",
      to: "To",
      number: "Letter no.",
      partOf: (number: number, part: number, parts: number) => `${number}, email ${part} of ${parts}`,
      inIt: "In this email",
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
        "Sent by the campaign for people who agreed to give you their letter or name. Replies reach the campaign.",
      reasonWriter:
        "Sent by the campaign for the writer of this letter, who agreed that you may reply. Replies reach the writer, not the campaign.",
      ledger: "Status of each letter",
    },
  },
};
