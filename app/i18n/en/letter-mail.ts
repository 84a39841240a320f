/** Emails about letters to their writers. Subjects and previews name neither the company nor the cause. */
export default {
  to: "To",
  office: (company: string) => `${company}’s investor relations`,
  length: "The letter",
  lengthOf: (characters: string) =>
    `${characters} characters. A mail does not repeat it; the page that the button opens shows it in full`,
  shares: "Shares",
  statedShares: "the letter tells how many you hold. The page shows the number",
  sharesUntold: "the letter tells none",
  shownTo: "On this site",
  displays: {
    anonymous: "read by nobody",
    initials: "read by everyone, with your initials and country, after an organizer has looked at it",
    public: "read by everyone, with your name and country, after an organizer has looked at it",
  },
  agreedTo: "You agreed to",
  agreed: ({ replyTo, updates }: { replyTo: boolean; updates: boolean }, company: string) =>
    `${[
      "the letter being stored",
      `its being handed to ${company} with your name and country`,
      ...(replyTo ? [`${company} answering your address`] : []),
      ...(updates ? ["updates by e-mail"] : []),
      ...(replyTo ? [] : [`${company} does not learn your e-mail address`]),
    ].join("; ")}`,
  weHold: "We hold",
  held: "your e-mail, name, country, the letter and the answers in its form, language, the time of each step. The number of your shares is kept encrypted",
  warning: (company: string) =>
    `If you work for ${company}, your employer will see your name under the letter. If you work for a supplier, your employer may see it.`,

  confirm: {
    subject: "One step left: confirm your letter",
    preview: "One button, and your letter goes. Until then nobody reads it.",
    heading: "Confirm your letter",
    intro: (company: string, writtenOn: string) =>
      `Thanks for writing to ${company}’s investor relations on ${writtenOn}. Read your letter once more and confirm it. Until then nobody reads it.`,
    button: "Confirm my letter",
    buttonNote: (deletedOn: string) =>
      `The button opens a page with your letter, to confirm it there. It works until ${deletedOn}; after that the letter is deleted.`,
    notYou:
      "If this was not you, do nothing: what was entered is deleted. To never get a message from us again, open the page and choose “Delete it and never write to me again”.",
    reason: "Sent because this address was typed into the form.",
  },

  reminder: {
    subject: "Reminder: confirm your letter",
    preview: "One button, and your letter goes. This is the only reminder.",
    heading: "Your letter is not confirmed yet",
    reason: "Sent because this address was typed into the form. This is the only reminder.",
  },

  already: {
    subject: "Your letter is already with us",
    preview: "There is nothing to do.",
    heading: "You have a letter under way",
    headingHandedOver: "Your letter was handed over",
    intro: (name: string, company: string, confirmedOn: string) =>
      `${name}, another letter to ${company} was entered with your address. Your letter, confirmed on ${confirmedOn}, is under way, and a person has one under way at a time. The other one was not stored.`,
    introHandedOver: (name: string, company: string, handedOverOn: string, from: string) =>
      `${name}, another letter to ${company} was entered with your address. Your letter was handed over on ${handedOverOn}. The next one is taken from ${from} on. The other one was not stored.`,
    unchanged: "To see where it stands, or to withdraw it and write another, ask for your own page:",
    unchangedHandedOver: "To see where it stands, ask for your own page:",
    button: "Get a link to my page",
    buttonNote: "It asks for this address and mails a link that works for you alone.",
    notYou: "If this was not you: nothing of your letter was shown to anyone.",
    reason: "Sent because a letter was entered with this address.",
  },

  receipt: {
    subject: "Thank you: your letter is confirmed",
    preview: "Your receipt, and what comes next.",
    heading: (name: string) => `Thank you, ${name}`,
    intro: (company: string, confirmedOn: string) =>
      `You confirmed your letter to ${company}’s investor relations on ${confirmedOn}.`,
    reason: "Sent once, because you confirmed your letter.",
  },

  next: (rhythm: string) =>
    `It goes with the next delivery. One is prepared ${rhythm}, and goes once it is approved. A mail tells you when your letter was handed over; until then you can withdraw it.`,

  heldBack: {
    subject: "Your letter is confirmed and on hold",
    preview: "An organizer reads it before it goes.",
    heading: "Your letter is confirmed, and somebody looks at it first",
    intro: (name: string, company: string, confirmedOn: string) =>
      `${name}, you confirmed your letter to ${company}’s investor relations on ${confirmedOn}.`,
    why: (reason: string) =>
      `An organizer reads it before it goes, because ${reason}. A program found that, and programs are often wrong: a person decides. You need not do anything. If it is not delivered, a mail says why. To change it, withdraw it on your page and write another.`,
    reason: "Sent once, because you confirmed your letter.",
  },

  released: {
    subject: "Your letter will be sent",
    preview: "An organizer has looked at it, and it will be sent.",
    heading: "Your letter will be sent",
    intro: (name: string, company: string) =>
      `${name}, an organizer has read your letter to ${company}’s investor relations, and nothing stands in its way.`,
    shownLater:
      "This decides about the delivery alone. An organizer looks at it once more before it is shown on this site.",
    reason: "Sent once, because an organizer decided about your letter.",
  },

  refused: {
    subject: "Your letter will not be delivered",
    preview: "Why, and what you can do.",
    heading: "Your letter will not be delivered",
    intro: (name: string, company: string, reason: string) =>
      `${name}, an organizer has read your letter to ${company}’s investor relations and will not deliver it: ${reason}.`,
    anew: "It was sent to nobody. You can write another one at once, or send this one yourself: your page has the text.",
    mistake: "If you think this is a mistake, answer this mail.",
    reason: "Sent once, because an organizer decided about your letter.",
  },

  sent: {
    subject: "Your letter was handed over",
    preview: "When it was handed over, and how to check it.",
    heading: "Your letter was sent",
    headingFiled: "Your letter was written to a file",
    intro: (name: string, company: string, handedOverOn: string) =>
      `${name}, on ${handedOverOn} we sent your letter to ${company}’s investor relations: our mail provider took it for delivery. It can no longer be withdrawn.`,
    introFiled: (name: string, company: string, handedOverOn: string) =>
      `${name}, on ${handedOverOn} your letter to ${company}’s investor relations was written to a file on the campaign’s own computer. Nobody has carried it to ${company}: this site has no mail provider set up. You can send it yourself; your page has the text.`,
    withdrawn: (withdrawnOn: string) =>
      `You withdrew it on ${withdrawnOn}. By then it was in the company’s hands already, or in a bundle that had been made before. We learned of the handing-over only afterwards, and your page tells both.`,
    dispatch: "Delivery",
    dispatchOf: (number: number, kind: "consolidated" | "individual") =>
      kind === "individual"
        ? `number ${number}, as a letter on its own`
        : `number ${number}, with the letters of others`,
    handedOverAt: "Sent",
    filedAt: "Written",
    moment: (day: string, time: string) => `${day}, ${time}`,
    sha256: "SHA-256 of its text",
    check:
      "This code, without its spaces, is computed from the exact text of your letter: whoever has the text can compute it again and compare. What becomes of your letter at the company stands on your page as soon as we know, and as “not known” while we do not.",
    reason: "Sent once, because your letter was handed over.",
  },

  replied: {
    subject: "The company answered your letter",
    preview: "Read the answer on your page.",
    heading: "The company has answered",
    intro: (name: string, company: string, from: string, receivedOn: string) =>
      `${name}, on ${receivedOn} ${company} (${from}) answered the delivery that included your letter. An organizer has recorded the answer, and it stands on your page.`,
    public: "It is also published with the letters:",
    reason: "Sent because an answer to your letter was recorded.",
  },

  personal: {
    buttons: {
      withdraw: "See or withdraw my letter",
      see: "See my letter",
      text: "Get the text of my letter",
      answer: "Read the answer",
    },
    note: (until: string) =>
      `That page is yours alone, so please do not forward this mail. The link works until ${until}; to download or erase everything, use it within 24 hours of this mail.`,
  },

  /** What a writer is told whose letter was handed over with a pack. */
  inPerson: {
    heading: "Your letter was handed over",
    intro: (name: string, company: string, handedOverOn: string) =>
      `${name}, on ${handedOverOn} your letter was handed to ${company} in person, with the names and letters of others. It can no longer be withdrawn.`,
    delivery: "in person",
    handedOverAt: "Handed over",
  },
};
