import { icu } from "./icu.ts";

type Agreed = { updates: boolean; deliverToCompany: boolean };
type Held = { postalCode: boolean; comment: boolean; source: boolean };

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);

export default {
  /** What several mails say. */
  parts: {
    buttonFails: "If the button does not work, copy this address:",
    notAffiliated: (company: string) => `Not affiliated with ${company}.`,
    privacy: "What we hold and for how long",
    freshLink: "Ask for a fresh link",
    undo: (until: string) =>
      `Was this not you, or did you change your mind? Take it back with one tap, until ${until}:`,
    undoLink: "Take it back",
    /** The one step that fits next. `known`: until when its form asks for no name and address. */
    next: {
      sign: "Sign the petition as well: it is open to everyone, with or without shares.",
      pledge: "Do you own shares? Say how you will vote, and we remind you in time.",
      letter: "Say it in your own words: write a letter as well.",
    },
    nextKnown: (until: string) => `This link is yours alone: until ${until} the form knows who you are.`,
    nextLinks: { sign: "Sign the petition", pledge: "Pledge your vote", letter: "Write a letter" },
    links: "Links",
    youSign: "You sign",
    youSigned: "You signed",
    petition: (summary: string, version: number, date: string) =>
      `${summary} (Version\u00a0${version}, ${date})`,
    receiptCode: "Receipt code",
    shownAs: "Shown as",
    display: {
      anonymous: "not shown; your signature is counted",
      initials: "your initials",
      public: "your name",
    },
    agreedTo: "You agreed to",
    agreed: ({ updates, deliverToCompany }: Agreed, company: string) => {
      const given = ["your signature being kept and counted"];
      if (updates) given.push("updates by e-mail");
      if (deliverToCompany) given.push(`your name being handed to ${company} with the petition`);
      if (!deliverToCompany) given.push(`your name is not given to ${company}`);
      return given.join("; ");
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
      ])}`,
  },

  confirm: {
    subject: "One step left: confirm your signature",
    preview: "One button, and your name counts.",
    heading: "Confirm your signature",
    intro: (title: string, signedOn: string) =>
      `Thanks for signing the petition “${title}” on ${signedOn}. Confirm below and your name counts.`,
    button: "Confirm my signature",
    buttonNote: (deletedOn: string) =>
      `The button opens a page with what you signed, to confirm it there. It works until ${deletedOn}; after that the entry is deleted.`,
    notYou:
      "If this was not you, do nothing: what was entered is deleted. To never get a message from us again, open the page and choose “Delete it and never write to me again”.",
    reason: "Sent because this address was typed into the form.",
  },

  petitionChanged: {
    subject: "The text you signed has a new version",
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
    keep: "Leave your signature with the text you signed: that is also what happens if you do nothing.",
    move: "Sign the new text: your signature moves to it.",
    withdraw: "Withdraw your signature.",
    reason:
      "Sent once to everybody who had signed the text before. You will not be asked again about this text.",
    stop: "No more mails about new texts",
  },

  reminder: {
    subject: "Reminder: confirm your signature",
    preview: "One button, and your name counts. This is the only reminder.",
    heading: "Your signature is not confirmed yet",
    intro: (title: string, signedOn: string) =>
      `Thanks for signing the petition “${title}” on ${signedOn}. Your signature is not confirmed yet. Confirm below and your name counts.`,
    reason: "Sent because this address was typed into the form. This is the only reminder.",
  },

  alreadySigned: {
    subject: "You have already signed",
    preview: "Your name counts already. There is nothing to do.",
    heading: "You have already signed",
    intro: (name: string, title: string, confirmedOn: string) =>
      `Thank you, ${name}. You confirmed your signature on the petition “${title}” on ${confirmedOn}. Now this address was typed once more to sign it. Your signature counts once, and there is nothing to do.`,
    notStored: "What was typed this time was not stored. To change something, ask for your own page:",
    button: "Get a link to my page",
    buttonNote: "It asks for this address and mails a link that works for you alone.",
    notYou:
      "If this was not you: the person who typed your address saw the same page as everyone and learned nothing about you.",
    share: "Who else would sign? Share this link:",
    reason: "Sent because this address was typed into the form.",
  },

  receipt: {
    subject: "Thank you: your signature counts",
    preview: "Your receipt, and a link to share.",
    heading: (name: string) => `Thank you, ${name}`,
    intro: (title: string, confirmedOn: string) =>
      `You signed the petition “${title}” and confirmed it on ${confirmedOn}.`,
    count: (signatures: number, number: string) =>
      icu("{signatures, plural, =1 {You are the first.} other {With you, {number} people have signed.}}", {
        signatures,
        number,
      }),
    codeNote: "Quote this code if you write to us about your signature. It gives access to nothing.",
    button: "See or change my data",
    buttonNote: (until: string) =>
      `That page is yours alone, so please do not forward this mail. The link works until ${until}; to download or erase everything, use it within 24 hours of this mail.`,
    share: "Who else would sign? Share this link:",
    reason: "Sent once, because you confirmed your signature.",
  },

  manageLink: {
    subject: "Your link to see or change your data",
    preview: "A page where you see and change everything we hold about you.",
    heading: "Your page",
    intro:
      "Here is the link to the page with everything we hold under this address. There you can correct it, hide your name, change each consent, withdraw your signature, pledge or letter, download it all, or erase it.",
    button: "See or change my data",
    buttonNote: (until: string) =>
      `The link works until ${until}; to download or erase everything, use it within 24 hours of this mail. Anyone who has it can use it, so please do not forward this email.`,
    notYou: "If this was not you, do nothing. The link was sent to nobody else, and nothing has changed.",
    reason: "Sent because a link was asked for with this address.",
  },

  dataErased: {
    subject: "Your data is erased",
    preview: "What we held under this address is gone. Nothing to do.",
    heading: "What we held about you is erased",
    intro: (day: string, time: string) =>
      `On ${day} at ${time} we erased what we held under this address, as you asked. We no longer have your address; this is the last mail.`,
    erased: "Erased",
    erasedWhat:
      "your e-mail, name, country, signature, pledge, letters, comments, consents, and any mail not yet sent",
    kept: "Kept",
    keptWhat:
      "the number of signatures, and a code made from your address that cannot be read back; should this address sign again, it still counts once",
    outOfReach: "Out of reach",
    outOfReachWhat: (company: string) =>
      `mails that were delivered to you before, at your mail provider and ours; and, if you had agreed to that, your name on lists, and your letters, that were handed to ${company} already`,
    backups: "If an older backup is ever restored, you are erased from it before anyone can use it.",
    reason: "Sent once, because you asked for this erasure.",
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
    subject: "Is your name written as you want it?",
    preview: "Is it written as you want it handed over? You count in any case.",
    heading: "Is your name written as you want it?",
    intro: (title: string, confirmedOn: string, company: string) =>
      `On ${confirmedOn} you confirmed your signature on the petition “${title}” and agreed to have your name handed to ${company}. Before names are handed over, a person of the campaign looks at those that might be mistyped. Yours is one of them.`,
    written: "Your name now",
    button: "Check my name",
    buttonNote: (until: string) =>
      `The page is yours alone, so please do not forward this mail. The link works until ${until}.`,
    nextHeading: "What happens next",
    ifChanged: "If you correct it, the new name is handed over.",
    ifCorrect: "If it is right as it stands, answer this mail and say so: nobody has to explain a name.",
    ifNothing:
      "If you do nothing, your signature goes on counting and your name is not handed over. You will not be asked again.",
    reason: "Sent once, because an organizer asked about the name you signed with.",
  },
};
