/** Papers with letters and names, and mails to the company. */
export default {
  /** Handing letters over: the words with which a draft begins. `{letters}` and the like stand for counts. */
  dispatch: {
    draft: {
      consolidated: {
        subject: (company: string) => `Letters to ${company}: {letters} letters and {names} names enclosed`,
        body: ({ company, title }: { company: string; title: string }) => `Dear Sir or Madam,

We enclose {letters} letters that people have written to ${company} in our campaign “${title}”. Each writer confirmed an e-mail address and agreed that we hand the letter and the name to you. Nothing in their words was changed.

With them go {names} names of people who signed the petition and agreed that you receive their name. {signatures} people have signed it so far, and {holders} shareholders have told us how they mean to vote.

The letters are Annex A and the names are Annex B, as a PDF to read and as a table (CSV). The sha256 of each file stands below, so that everybody can check later what was handed over.

Please confirm that you have received them, and tell us who will answer. We publish an answer in full beside the letters it answers.

Yours faithfully`,
      },
      individual: {
        subject: (company: string) => `A letter to ${company}`,
        body: ({ company, title }: { company: string; title: string }) =>
          `The letter above was written to ${company} by the person whose name stands under it, in our campaign “${title}”. They confirmed an e-mail address and agreed that we hand the letter and the name to you. We deliver it as it was written.`,
      },
    },
  },
};
