import { ifNotYou, onlyReminder, ownLinkUntil, ownPage, shownTo, typedHere } from "./mail-notes.ts";

const onceRead = "You get this once because we read your letter.";
const readFirst = "Your letter is confirmed; an organizer reads it first";
const onceForLetter = "You get this once for your letter.";
/** Emails about letters to their writers. Subjects and previews name neither the company nor the cause. */
export default {
  to: "To",
  office: (company: string) => `${company}’s investor relations`,
  length: "The letter",
  lengthOf: (characters: string) => `${characters} characters. Read it on the page linked here`,
  shares: "Shares",
  statedShares: "the letter says how many you hold. The page shows the number",
  sharesUntold: "not in the letter",
  shownTo: "On this site",
  displays: shownTo,
  agreedTo: "You agreed to",
  agreed: ({ replyTo, updates }: { replyTo: boolean; updates: boolean }, company: string) =>
    `${[
      "storing the letter",
      `giving it to ${company} with your name and country`,
      ...(replyTo ? [`a reply from ${company} to your address`] : []),
      ...(updates ? ["updates by email"] : []),
      ...(replyTo ? [] : [`${company} doesn’t get your email address`]),
    ].join("; ")}`,
  weHold: "We hold",
  held: "your email, name, country, letter, answers, language, and the time of each step. The number of your shares is encrypted",
  warning: (company: string) => `If you work for ${company} or a supplier, your employer will see your name.`,

  confirm: {
    subject: "One step left: confirm your letter",
    preview: "One tap, and we send your letter. Until then no one reads it.",
    heading: "Confirm your letter",
    intro: (company: string, writtenOn: string) =>
      `Thanks for writing to ${company}’s investor relations on ${writtenOn}. Read your letter once more and confirm it. Until then no one reads it.`,
    button: "Confirm my letter",
    buttonNote: (deletedOn: string) => `The link works until ${deletedOn}. Then we delete the letter.`,
    notYou: ifNotYou,
    reason: typedHere,
  },

  reminder: {
    subject: "Your letter isn’t confirmed yet",
    preview: "One tap, and we send your letter. This is the only reminder.",
    heading: "Your letter is not confirmed yet",
    reason: onlyReminder,
  },

  already: {
    subject: "We already have your letter: nothing to do",
    preview: "Where it is, and what you can do.",
    heading: "We already have your letter",
    headingHandedOver: "We already sent your letter",
    intro: (name: string, company: string, confirmedOn: string) =>
      `Thank you, ${name}. You confirmed your letter to ${company} on ${confirmedOn}; it is waiting to be sent. Someone has now entered another letter with your address. We take one letter at a time, and did not store that one.`,
    introHandedOver: (name: string, company: string, handedOverOn: string, from: string) =>
      `Thank you, ${name}. Your letter to ${company} was sent on ${handedOverOn}. Someone has now entered another letter with your address. You can write again from ${from}; we did not store that one.`,
    introFiled: (name: string, company: string, filedOn: string, from: string) =>
      `Thank you, ${name}. Your letter to ${company} was saved to a file on ${filedOn}, not sent. Someone has now entered another letter with your address. You can write again from ${from}; we did not store that one.`,
    unchanged: "To see its status, or withdraw it and write another, open your page:",
    unchangedHandedOver: "To see its status, open your page:",
    button: ownPage.button,
    buttonNote: ownPage.buttonNote,
    notYou: "Not you? No one was shown any of your letter.",
    reason: "You get this because a letter was entered with this address.",
  },

  receipt: {
    subject: "Your letter is confirmed. Thank you",
    preview: "Your receipt, and what comes next.",
    heading: (name: string) => `Thank you, ${name}`,
    intro: (company: string, confirmedOn: string) =>
      `You confirmed your letter to ${company}’s investor relations on ${confirmedOn}.`,
    reason: onceForLetter,
  },

  next: (rhythm: string) =>
    `It goes with the next letters we send, once approved. We prepare them ${rhythm}. Until then you can withdraw it.`,

  heldBack: {
    subject: readFirst,
    preview: "Why, and what comes next.",
    heading: readFirst,
    intro: (name: string, company: string, confirmedOn: string) =>
      `Thank you, ${name}. You confirmed your letter to ${company}’s investor relations on ${confirmedOn}.`,
    why: (reason: string) =>
      `An organizer reads it before we send it, because ${reason}. A program flagged that; programs are often wrong. If we don’t send it, we tell you why.`,
    reason: onceForLetter,
  },

  released: {
    subject: "Your letter will be sent",
    preview: "An organizer has read it. Nothing to do.",
    heading: "Your letter will be sent",
    intro: (name: string, company: string) =>
      `Thank you, ${name}. An organizer has read your letter to ${company}’s investor relations.`,
    shownLater: "An organizer reads it again before it appears on this site.",
    reason: onceRead,
  },

  refused: {
    subject: "We won’t send your letter: see why",
    preview: "Why, and what you can do.",
    heading: "We won’t send your letter",
    intro: (name: string, company: string, reason: string) =>
      `${name}, thank you for writing. An organizer has read your letter to ${company}’s investor relations and won’t send it: ${reason}.`,
    writeAgain:
      "No one got it. You can write another now, or send this one yourself: your page has the text.",
    mistake: "If you think this is a mistake, reply to this email.",
    reason: onceRead,
  },

  sent: {
    subject: "Your letter was sent",
    preview: "When we sent it, and how to check it.",
    heading: "Your letter was sent",
    subjectFiled: "Your letter is saved, not sent",
    previewFiled: "Why, and how to send it yourself.",
    intro: (name: string, company: string, handedOverOn: string) =>
      `Thank you, ${name}. On ${handedOverOn} we sent your letter to ${company}’s investor relations. Our email service took it. It can no longer be withdrawn.`,
    introFiled: (name: string, company: string, handedOverOn: string) =>
      `${name}, on ${handedOverOn} your letter to ${company}’s investor relations was saved to a file on our computer. It was not sent: this site has no email provider yet. You can send it yourself; your page has the text.`,
    withdrawn: (withdrawnOn: string) =>
      `You withdrew it on ${withdrawnOn}. By then it was already with the company, or in a printed pack. Your page shows both dates.`,
    dispatch: "Part of",
    dispatchOf: (number: number, kind: "consolidated" | "individual") =>
      kind === "individual"
        ? `group ${number}, each letter in its own email`
        : `group ${number}, with other people’s letters`,
    handedOverAt: "Sent",
    filedAt: "Saved",
    moment: (day: string, time: string) => `${day}, ${time}`,
    sha256: "SHA-256 of its text",
    check:
      "This code, without its spaces, comes from the exact text of your letter. With the text, anyone can compute it and compare. Your page shows what happens to your letter at the company, as soon as we know.",
    reason: onceForLetter,
  },

  replied: {
    subject: "The company replied to your letter: read it",
    preview: "Read the reply on your page.",
    heading: "The company has replied",
    intro: (name: string, company: string, from: string, receivedOn: string) =>
      `${name}, ${company} (${from}) replied on ${receivedOn}. It replies to all letters sent with yours. Read it on your page.`,
    public: "The reply is also public:",
    reason: "You get this because the company replied to your letter.",
  },

  personal: {
    buttons: {
      withdraw: "See or withdraw my letter",
      see: "See my letter",
      text: "Get the text of my letter",
      answer: "Read the reply",
    },
    note: ownLinkUntil,
  },

  /** What a writer reads whose letter was handed over with a pack. */
  inPerson: {
    heading: "Your letter was delivered",
    intro: (name: string, company: string, handedOverOn: string) =>
      `Thank you, ${name}. On ${handedOverOn} we handed your letter to ${company} in person, with other people’s names and letters. It can no longer be withdrawn.`,
    delivery: "in person",
    handedOverAt: "Delivered",
  },
};
