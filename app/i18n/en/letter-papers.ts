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

With them {names|goes|go} {names} {names|name of a person who signed the petition and agreed that you receive it|names of people who signed the petition and agreed that you receive them}. {signatures} {signatures|person has|people have} signed the petition so far, and {holders} shareholders have told us how they mean to vote.

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
      counts: (letters: string, names: string) => `letters: ${letters}; names: ${names}`,
      enclosed: "Enclosed",
      file: (filename: string, bytes: string, sha256: string) =>
        `${filename}, ${bytes} bytes, SHA-256 ${sha256}`,
      reason:
        "Sent by the campaign for people who agreed that their letter or their name is handed to you. An answer to this mail reaches the campaign.",
      reasonWriter:
        "Sent by the campaign for the person whose name stands under the letter. They agreed that you may answer them: an answer to this mail reaches them and not the campaign.",
      ledger: "What became of each letter",
    },
    waits: {
      subject: "Letters wait for your approval",
      preview: "Nothing goes before two of you have looked at it.",
      heading: "Letters wait to be handed over",
      intro: (name: string, number: number, title: string) =>
        `${name}, letter no. ${number} of the campaign “${title}” was drafted over the letters that wait. Nothing goes to the company until one of you has submitted it and another one has approved it.`,
      button: "Open the draft",
      reason: "Sent because you may approve what this campaign hands over.",
    },
    paused: {
      subject: "Handing over letters stands still",
      preview: "Nothing goes to the company until someone resumes it. Nothing is lost.",
      heading: "Handing over letters stands still",
      intro: (name: string, number: number, title: string) =>
        `${name}, letter no. ${number} of the campaign “${title}” has paused by itself. What was handed over stays handed over; everything else waits until someone resumes or cancels it.`,
      why: "Why",
      whatToDo: "What to do",
      reasons: {
        organizer: {
          why: "An organizer paused it.",
          whatToDo: "Resume it when it should go on.",
        },
        bounces: {
          why: "A mail to the office came back, was refused, or was reported as unwanted.",
          whatToDo:
            "Find out whether the address still takes mail before you resume. Another address needs another draft.",
        },
        recipient: {
          why: "The office is not verified, was changed or retired since the approval, or asked for no mail.",
          whatToDo:
            "Verify the office and resume. If its name or address has changed, cancel: the letters wait again, and a new draft takes them.",
        },
        approver: {
          why: "Who approved it lost the right to approve before it began, so the approval does not count.",
          whatToDo:
            "Cancel it: its letters wait again, and a new draft takes them. Or give the right back, if it was taken by mistake, and resume.",
        },
        differs: {
          why: "What its mails say of the office or of the campaign has changed since the approval: a name, an address, or where an answer goes.",
          whatToDo:
            "The page of the letter names what changed. Cancel it, and have a new draft approved as it is now; or set it back as it was, and resume.",
        },
        provider: {
          why: "The mail provider refuses our account or its configuration.",
          whatToDo: "Have the operator look at the account, the key and the sender’s domain; then resume.",
        },
        quota: {
          why: "The quota at the mail provider is used up.",
          whatToDo: "Raise the quota, or wait until it is renewed; then resume.",
        },
        "not-ready": {
          why: "The mail could not be made: the postal address, the sender or the address of this site is not set, or a letter cannot be read.",
          whatToDo: "The page of the letter names what is missing. Once it is set, resume.",
        },
        "too-large": {
          why: "A mail is larger than its server takes.",
          whatToDo: "Resume: the mail is divided in two.",
        },
        restored: {
          why: "The database was restored from an archive, which does not know what was handed over since.",
          whatToDo:
            "Look at the unknown mails first: ask the office or the provider’s log whether they arrived, and record it. Then resume.",
        },
      },
      button: "Open it",
      reason: "Sent because you may approve what this campaign hands over.",
    },
    code: {
      subject: "Your code to approve letters",
      preview: "It approves one handing-over, once, for ten minutes, in the browser that asked for it.",
      intro: (name: string, number: number, title: string) =>
        `${name}, this code approves letter no. ${number} of the campaign “${title}” with all that goes along, as it stands now. From then on it goes to the company. Type the code on the page that asked for it.`,
      reason: "Sent because someone who is signed in as you asked for a code to approve letters.",
    },
  },
};
