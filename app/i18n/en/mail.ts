type Agreed = { updates: boolean; deliverToCompany: boolean };
type Held = { postalCode: boolean; comment: boolean; source: boolean };

/** The sentence after a name; without one it begins with a capital. */
const addressed = (name: string | null, sentence: string) =>
  name ? `${name}, ${sentence}` : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
const listed = (items: string[]) => conjunction.format(items);

export default {
  /** What several mails say. */
  parts: {
    buttonFails: "If the button does not work, copy this address:",
    notAffiliated: (company: string) => `Not affiliated with ${company}.`,
    privacy: "What we hold and for how long",
    links: "Links",
    youSign: "You sign",
    youSigned: "You signed",
    petition: (summary: string, version: number, date: string) =>
      `${summary} (Version\u00a0${version}, ${date})`,
    receiptCode: "Receipt code",
    shownAs: "Shown as",
    display: {
      anonymous: "nothing: you are counted, your name is not shown",
      initials: "your initials",
      public: "your name",
    },
    agreedTo: "You agreed to",
    agreed: ({ updates, deliverToCompany }: Agreed, company: string) => {
      const given = ["your signature being kept and counted"];
      if (updates) given.push("updates by e-mail");
      if (deliverToCompany) given.push(`your name being handed to ${company} with the petition`);
      const withheld = deliverToCompany ? "" : ` Your name is not given to ${company}.`;
      return `${given.join("; ")}.${withheld}`;
    },
    weHold: "We hold",
    held: ({ postalCode, comment, source }: Held) =>
      `your ${listed([
        "e-mail",
        "name",
        "country",
        ...(postalCode ? ["postal code"] : []),
        ...(comment ? ["comment"] : []),
        "language",
        "the time of signing",
        ...(source ? ["the link that brought you"] : []),
      ])}; nothing else`,
  },

  confirm: {
    subject: "Please confirm your e-mail",
    preview: "One button on the page that opens. Until then your name counts nowhere.",
    heading: "Confirm your signature",
    intro: (name: string | null, title: string, signedOn: string) =>
      `${addressed(name, "someone typed this address")} under the petition “${title}” on ${signedOn}. If it was you, open the page and press its one button. Until then your name counts nowhere.`,
    button: "Open the page to confirm",
    notYou: (deletedOn: string) =>
      `If it was not you, do nothing: unless someone confirms it, the entry is deleted on ${deletedOn}. To be left alone for good, open the page and choose “This was not me: never write to me again”.`,
    reason: "Sent because this address was typed into the form.",
  },

  petitionChanged: {
    subject: "A text that carries your name has a new version",
    preview: "It asks for something else. You decide whether your name goes with it.",
    heading: "The petition you signed has a new text",
    intro: (name: string, title: string, signedOn: string) =>
      `${name}, you signed the petition “${title}”, and confirmed it on ${signedOn}. Since then it was changed, and asks for something else.`,
    change: "What changed",
    stands: (version: number) =>
      `Your signature stays with the text you signed, version\u00a0${version}. It is counted there, apart from those who sign the new text.`,
    button: "Read both texts and decide",
    buttonNote: (until: string) =>
      `The page is yours alone, so please do not forward this mail. The link works until ${until}.`,
    choose: "What you can do there",
    keep: "Leave your signature with the text you signed. If you do nothing, it stays there too.",
    move: "Sign the new text: your signature moves to it.",
    withdraw: "Withdraw your signature.",
    reason: "Sent once to everybody who had signed the text before. Nobody is asked again.",
    stop: "No more mails about new texts",
  },

  reminder: {
    subject: "A reminder: please confirm your e-mail",
    preview: "Two days ago a button was left unpressed. This is the only reminder.",
    heading: "Your signature is not confirmed yet",
    intro: (name: string | null, title: string, signedOn: string) =>
      `${addressed(name, "this address was typed")} under the petition “${title}” on ${signedOn}, and nobody has confirmed it since. So far your name counts nowhere. If it was you, open the page and press its one button.`,
    reason: "Sent because this address was typed into the form. This is the only reminder.",
  },

  alreadySigned: {
    subject: "Your e-mail is confirmed already",
    preview: "There is nothing to do. What you confirmed stands.",
    heading: "You have already signed",
    intro: (name: string, title: string, confirmedOn: string) =>
      `${name}, someone typed this address under the petition “${title}” once more. Your signature has stood since ${confirmedOn}. It counts once, and there is nothing to do.`,
    notStored: "What was typed this time was not stored. To change something, ask for your own page:",
    button: "Ask for your page",
    buttonNote: "It asks for this address and mails a link that works for you alone.",
    notYou:
      "If it was not you: whoever typed your address saw the same page as everyone and learned nothing about you.",
    share: "The petition, for someone who has not signed:",
    reason: "Sent because this address was typed into the form.",
  },

  receipt: {
    subject: "Your receipt",
    preview: "Your e-mail is confirmed. This is your receipt.",
    heading: "Your signature counts",
    intro: (name: string, title: string, confirmedOn: string) =>
      `${name}, you confirmed your signature under the petition “${title}” on ${confirmedOn}. It is counted from now on.`,
    codeNote: "Name this code if you write to us about your signature. It opens nothing.",
    button: "See or change what we hold",
    buttonNote: (until: string, url: string) =>
      `That page is yours alone, so please do not forward this mail. The link works until ${until}; to download or erase everything it must be younger than 24 hours. A fresh one: ${url}`,
    share: "The next name is worth as much as yours. The petition, to send to someone:",
    reason: "Sent once, because you confirmed your signature.",
  },

  manageLink: {
    subject: "The link you asked for",
    preview: "A page where you see and change everything we hold about you.",
    heading: "Your page",
    intro: (name: string) =>
      `${name}, someone asked for a link to the page with everything we hold under this address. There you can correct it, hide your name, change each consent, withdraw, download it all, or erase it.`,
    button: "Open your page",
    buttonNote: (until: string) =>
      `The link works until ${until}; to download or erase everything it must be younger than 24 hours. Whoever has it can use it, so please do not forward this mail.`,
    notYou: "If it was not you, do nothing. Nobody but you was sent this link, and nothing has changed.",
    reason: "Sent because a link was asked for with this address.",
  },

  dataErased: {
    subject: "Your data is erased",
    preview: "What we held under this address is gone. Nothing to do.",
    heading: "What we held about you is erased",
    intro: (erasedOn: string) =>
      `On ${erasedOn} we erased what we held under this address, as you asked. This mail was written from memory and is the last one.`,
    erased: "Erased",
    erasedWhat:
      "your e-mail, name, country, signature, pledge, letters, comments, consents, and every mail that waited for you",
    kept: "Kept",
    keptWhat:
      "the number of signatures, and a code made from your address that cannot be read back. Should this address sign again, it still counts once.",
    outOfReach: "Out of reach",
    outOfReachWhat: (company: string) =>
      `mails that were delivered to you before, at your mail provider and ours; and, if you had agreed to that, your name on lists, and your letters, that were handed to ${company} already`,
    backups: "If an older backup is ever restored, you are erased from it before anyone can use it.",
    reason: "Sent once, because you asked for this erasure.",
  },

  organizerCode: {
    subject: "Your sign-in code",
    preview: "It works once, for ten minutes, in the browser that asked for it.",
    heading: "Your sign-in code",
    intro: "Type this code on the page that asked for it.",
    code: "Code",
    codeNote: (until: string) => `It works once, until ${until}, and only in the browser that asked for it.`,
    notYou:
      "If you did not ask for it, someone typed your address. They cannot sign in without this mail. Give the code to nobody: we never ask for it by mail or telephone.",
    reason: "Sent because a sign-in code was asked for with this address.",
  },

  /** A code that proves once more who somebody is who is signed in. */
  proofCode: {
    subject: "Your code to confirm that it is you",
    preview: "It works once, for ten minutes, for the one thing that this mail names.",
    heading: "Your code to confirm that it is you",
    intro: (what: string, title: string) =>
      `Somebody who is signed in as you is about to ${what} (campaign “${title}”). If that is you, type this code on the page that asked for it.`,
    purposes: {
      export: "take people’s data out of the console",
      erase: "erase somebody’s data",
      send: "let mail go to many people",
      team: "change who may do what in the team",
      unfreeze: "lift a freeze",
      bulk: "invalidate signatures, or undo that",
      close: "close the campaign, or open it again",
      token: "make or end an access token",
      sender: "change the sender of the campaign’s mails",
      security: "change how your account is secured",
    },
    code: "Code",
    codeNote: (until: string) =>
      `It works once, until ${until}, in the browser that asked for it, and for nothing else.`,
    notYou:
      "Give the code to nobody: we never ask for it by mail or telephone. If you did not ask for it, someone else is using the console under your name. Do not type it, and tell the operator at once, who can end all your sessions.",
    reason: "Sent because someone who is signed in as you asked for a code.",
  },

  approverChanged: {
    given: {
      subject: "Somebody may approve from now on",
      preview: "What two people are needed for can be approved by one more.",
      you: (by: string, title: string) => `${by} gave you the right to approve in the campaign “${title}”.`,
      other: (who: string, by: string, title: string) =>
        `${by} gave ${who} the right to approve in the campaign “${title}”.`,
      counts: (moment: string) =>
        `Approvals are for what goes to many people, packs and bulk invalidations. This word counts as that of a second person from ${moment} on.`,
    },
    taken: {
      subject: "Somebody’s right to approve was taken",
      preview: "They may not approve any more what two people are needed for.",
      you: (by: string, title: string) =>
        `${by} took from you the right to approve in the campaign “${title}”.`,
      other: (who: string, by: string, title: string) =>
        `${by} took from ${who} the right to approve in the campaign “${title}”.`,
      counts: (moment: string) =>
        `Approvals are for what goes to many people, packs and bulk invalidations. Until ${moment} nobody is the only one who can approve because of this.`,
    },
    operator: "The operator",
    wrong:
      "If this is not right, talk to the one who did it, or to the operator. Whoever may approve can freeze the campaign, which stops exports and mails within seconds.",
    button: "Open the team",
    reason: "Sent because you belong, or belonged, to those who may approve or manage in this campaign.",
  },

  update: {
    preview: "An update you asked for.",
    eyebrow: (number: number, sentOn: string) => `Update ${number}, ${sentOn}`,
    greeting: (name: string) => `Dear ${name},`,
    signOff: (operator: string, title: string) => `${operator}, for the campaign “${title}”`,
    onTheWeb: "Read this on the web, or pass it on:",
    reason:
      "You get this because you agreed to updates by e-mail. No tracking: we do not know whether you opened it.",
    stop: "Unsubscribe from updates",
    manage: "See or change what we hold",
  },

  updateTest: {
    subject: (subject: string) => `Test: ${subject}`,
    notice:
      "This is a test. It was sent to you alone, because you asked for it in the console. Readers get what stands below, with their own name and their own link to stop these mails; yours stops nothing.",
  },

  updatePaused: {
    subject: "An update stands still",
    preview: "Nobody is mailed until someone resumes it. Nothing is lost.",
    heading: "An update stands still",
    intro: (name: string, number: number, title: string) =>
      `${name}, update ${number} of the campaign “${title}” has paused by itself. Nobody who got it will get it again, and everyone else waits until someone resumes it.`,
    why: "Why",
    whatToDo: "What to do",
    problem: "Reported as",
    reasons: {
      organizer: {
        why: "An organizer paused it.",
        whatToDo: "Resume it when it should go on.",
      },
      quota: {
        why: "The quota at the mail provider is used up.",
        whatToDo: "Raise the quota, or wait until it is renewed; then resume.",
      },
      provider: {
        why: "The mail provider refuses our account or its configuration.",
        whatToDo: "Have the operator look at the account, the key and the sender’s domain; then resume.",
      },
      bounces: {
        why: "Too many mails came back: the addresses do not exist.",
        whatToDo:
          "Find out where those addresses come from before you resume. A sender whose mails keep coming back is soon refused everywhere.",
      },
      complaints: {
        why: "Too many readers reported it as unwanted.",
        whatToDo:
          "Look at the words and at whom it went to before you resume. A sender of unwanted mail is soon refused everywhere.",
      },
      "not-ready": {
        why: "Something that every update must carry is not set: the postal address, the sender or the address of this site.",
        whatToDo: "The page of the update names what is missing. Once it is set, resume.",
      },
      differs: {
        why: "Something that its mails say beside its words was changed after it was approved: a claim that it cites, the title, the imprint, or the sender.",
        whatToDo:
          "The page of the update names what changed. Set it back as it was and resume, or have the update approved as it is now.",
      },
      "words-unreadable": {
        why: "It cites a claim of the case that was taken back after it was approved.",
        whatToDo: "Publish the claim again and resume, or cancel the update and write another one.",
      },
    },
    button: "Open the update",
    reason: "Sent because you may approve updates of this campaign.",
  },

  noticeHeld: {
    subject: "Telling earlier signers stands still",
    preview: "Nobody is told until somebody has looked at it. Nothing is lost.",
    intro: (name: string, version: number, title: string) =>
      `${name}, the mails that tell earlier signers of text ${version} of the petition “${title}” stand still. Who was told is not told again, and everyone else waits.`,
    why: "Why",
    because:
      "Something that these mails say was changed after they were approved: what the new text changes, the title, the imprint, or the sender.",
    whatToDo: "What to do",
    todo: "The page of the petition names what changed. Set it back as it was and let it go on; or ask for an approval of it as it is now, which somebody else gives.",
    button: "Open the petition",
    reason: "Sent because you may approve what goes to many people of this campaign.",
  },

  /** The pages where one reads, on one's own machine, the mails that were written as files. */
  mailbox: {
    title: "Mailbox",
    intro:
      "Every mail this machine has written as a file, the newest first. Nobody else can open this page, and nothing here was sent to anyone.",
    newest: (shown: number, all: number) => `The newest ${shown} of ${all}.`,
    empty:
      "No mail yet. Sign the petition with any address, and the mail that asks to confirm it appears here.",
    notFiles: "Mails go to a mail server now; only those written as files before are shown.",
    subject: "Subject",
    to: "To",
    from: "From",
    replyTo: "Reply to",
    written: "Written",
    messageId: "Message-ID",
    attachments: "Files with it",
    at: (day: string, time: string) => `${day}, ${time} UTC`,
    links: "Links in this mail",
    asHtml: "As HTML",
    asText: "As text",
    alone: "Open the HTML by itself",
    back: "All mails",
  },

  /** Asks a signer whose name goes to the company whether it is written as they want it. */
  askName: {
    subject: "A question about your name",
    preview: "Is it written as you want it handed over? You count in any case.",
    heading: "Is your name written as you want it?",
    intro: (title: string, confirmedOn: string, company: string) =>
      `On ${confirmedOn} you confirmed your signature under the petition “${title}” and agreed to have your name handed to ${company}. Before names are handed over, a person of the campaign looks at those that might be mistyped. Yours is one of them.`,
    written: "Your name, as it stands now",
    button: "Look at it or correct it",
    buttonNote: (until: string, url: string) =>
      `The page is yours alone, so please do not forward this mail. The link works until ${until}. A fresh one: ${url}`,
    nextHeading: "What happens next",
    ifChanged: "If you correct it, the new name is handed over.",
    ifCorrect: "If it is right as it stands, answer this mail and say so: nobody has to explain a name.",
    ifNothing:
      "If you do nothing, your signature goes on counting and your name is not handed over. You will not be asked again.",
    reason: "Sent once, because an organizer asked about the name you signed with.",
  },
};
