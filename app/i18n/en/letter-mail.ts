/** The sentence after a name; without one it begins with a capital. */
const addressed = (name: string | null, sentence: string) =>
  name ? `${name}, ${sentence}` : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

/** Mails about letters to their writers. Subjects and previews name no cause. */
export default {
  to: "To",
  office: (company: string) => `${company}’s investor relations`,
  length: "The letter",
  lengthOf: (characters: string) =>
    `${characters} characters. A mail does not repeat it; the page that the button opens shows it in full`,
  shares: "Shares",
  sharesTold: "the letter tells how many you hold. The page shows the number",
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
    ].join("; ")}.${replyTo ? "" : ` ${company} does not learn your e-mail address.`}`,
  weHold: "We hold",
  held: "your e-mail, name, country, the letter and the answers in its form, language, the time of each step; nothing else. A number of shares is kept encrypted.",
  warning: (company: string) =>
    `If you work for ${company} or a supplier, your employer will see your name under the letter.`,

  confirm: {
    subject: "Please confirm your e-mail",
    preview: "One button on the page that opens. Until then nobody reads what you wrote.",
    heading: "Confirm your letter",
    intro: (name: string | null, company: string, writtenOn: string) =>
      `${addressed(name, "someone typed this address")} under a letter to ${company}’s investor relations on ${writtenOn}. If it was you, open the page, read it once more and press its one button. Until then nobody reads it.`,
    button: "Open the page to confirm",
    notYou: (deletedOn: string) =>
      `If it was not you, do nothing: unless someone confirms it, the letter is deleted on ${deletedOn}. To be left alone for good, open the page and choose “This was not me: never write to me again”.`,
    reason: "Sent because this address was typed into the form.",
  },

  reminder: {
    subject: "A reminder: please confirm your e-mail",
    preview: "Two days ago a button was left unpressed. This is the only reminder.",
    heading: "Your letter is not confirmed yet",
    reason: "Sent because this address was typed into the form. This is the only reminder.",
  },

  already: {
    subject: "Your e-mail is confirmed already",
    preview: "There is nothing to do. What you confirmed stands.",
    heading: "You have a letter under way",
    headingHandedOver: "Your letter was handed over",
    intro: (name: string, company: string, confirmedOn: string) =>
      `${name}, someone typed this address under a letter to ${company} once more. Your letter, confirmed on ${confirmedOn}, is under way, and a person has one under way at a time. What was typed this time was not stored.`,
    introHandedOver: (name: string, company: string, handedOverOn: string, from: string) =>
      `${name}, someone typed this address under a letter to ${company} once more. Your letter was handed over on ${handedOverOn}. The next one is taken from ${from} on. What was typed this time was not stored.`,
    unchanged: "To see where it stands, or to withdraw it and write anew, ask for your own page:",
    unchangedHandedOver: "To see where it stands, ask for your own page:",
    button: "Ask for your page",
    buttonNote: "It asks for this address and mails a link that works for you alone.",
    notYou:
      "If it was not you: whoever typed your address saw the same page as everyone and learned nothing about you.",
    reason: "Sent because this address was typed into the form.",
  },

  receipt: {
    subject: "Your receipt",
    preview: "Your e-mail is confirmed. This is your receipt.",
    heading: "Your letter is confirmed",
    intro: (name: string, company: string, confirmedOn: string) =>
      `${name}, you confirmed your letter to ${company}’s investor relations on ${confirmedOn}.`,
    reason: "Sent once, because you confirmed your letter.",
  },

  next: (rhythm: string) =>
    `It goes with the next delivery. One is prepared ${rhythm}, and goes once it is approved. A mail tells you when your letter was handed over; until then you can withdraw it.`,

  heldBack: {
    subject: "Your receipt",
    preview: "Your e-mail is confirmed. Somebody reads what you wrote before it goes.",
    heading: "Your letter is confirmed, and somebody looks at it first",
    intro: (name: string, company: string, confirmedOn: string) =>
      `${name}, you confirmed your letter to ${company}’s investor relations on ${confirmedOn}.`,
    why: (reason: string) =>
      `An organizer reads it before it goes, because ${reason}. A program found that, and programs are often wrong: a person decides. You need not do anything. If it is not delivered, a mail says why. To change it, withdraw it on your page and write anew.`,
    reason: "Sent once, because you confirmed your letter.",
  },

  released: {
    subject: "About what you wrote",
    preview: "An organizer has looked at it, and it goes.",
    heading: "Your letter goes",
    intro: (name: string, company: string) =>
      `${name}, an organizer has read your letter to ${company}’s investor relations, and nothing stands in its way.`,
    reason: "Sent once, because an organizer decided about your letter.",
  },

  refused: {
    subject: "About what you wrote",
    preview: "An organizer has looked at it.",
    heading: "Your letter is not delivered",
    intro: (name: string, company: string, reason: string) =>
      `${name}, an organizer has read your letter to ${company}’s investor relations and does not deliver it: ${reason}.`,
    anew: "It went to nobody. You can write another one at once, or send this one yourself: your page has the text.",
    reason: "Sent once, because an organizer decided about your letter.",
  },

  sent: {
    subject: "What you wrote is on its way",
    preview: "When it was handed over, and how to check it.",
    heading: "Your letter was handed over",
    headingFiled: "Your letter was written to a file",
    intro: (name: string, company: string, handedOverOn: string) =>
      `${name}, your letter to ${company}’s investor relations was handed to our mail provider for it on ${handedOverOn}. From now on it cannot be called back.`,
    introFiled: (name: string, company: string, handedOverOn: string) =>
      `${name}, on ${handedOverOn} your letter to ${company}’s investor relations was written to a file on the campaign’s own computer. Nobody has carried it to ${company}: this site has no mail provider set up. You can send it yourself; your page has the text.`,
    withdrawn: (withdrawnOn: string) =>
      `You withdrew it on ${withdrawnOn}. By then it was in the company’s hands already, or in a bundle that had been made before. We learned of the handing-over only afterwards, and your page tells both.`,
    dispatch: "Delivery",
    dispatchOf: (number: number, kind: "consolidated" | "individual") =>
      kind === "individual"
        ? `number ${number}, as a letter on its own`
        : `number ${number}, with the letters of others`,
    handedOverAt: "Handed over",
    moment: (day: string, time: string) => `${day}, ${time}`,
    sha256: "sha256 of its text",
    check:
      "That number, without its spaces, is made of the exact text of your letter: whoever has the text can make it again and compare. What becomes of it at the company stands on your page as soon as we know, and as “not known” while we do not.",
    reason: "Sent once, because your letter was handed over.",
  },

  replied: {
    subject: "An answer to what you wrote",
    preview: "Somebody has answered.",
    heading: "The company has answered",
    intro: (name: string, company: string, from: string, receivedOn: string) =>
      `${name}, ${company} has answered the delivery your letter went with: ${from}, on ${receivedOn}. An organizer has recorded it, and it stands on your page.`,
    public: "It stands with the letters that everyone may read, too:",
    reason: "Sent because an answer to your letter was recorded.",
  },

  personal: {
    button: "See where it stands, or withdraw it",
    buttonSee: "See where it stands",
    note: (until: string, url: string) =>
      `That page is yours alone, so please do not forward this mail. The link works until ${until}; to download or erase everything it must be younger than 24 hours. A fresh one: ${url}`,
  },

  /** What a writer is told whose letter was handed over with a pack. */
  inPerson: {
    intro: (name: string, company: string, handedOverOn: string) =>
      `${name}, on ${handedOverOn} your letter was handed to ${company} in person, with the names and letters of others. From now on it cannot be called back.`,
    delivery: "in person",
  },
};
