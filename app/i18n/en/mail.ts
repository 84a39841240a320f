import { icu } from "./icu.ts";
import {
  entryUntil,
  ifNotYou,
  onlyReminder,
  ownLinkUntil,
  ownPage,
  pageUntil,
  typedHere,
} from "./mail-notes.ts";

type Agreed = { updates: boolean; nameTo: readonly string[]; nameNotTo: readonly string[] };
type Held = { postalCode: boolean; comment: boolean; source: boolean };

const conjunction = new Intl.ListFormat("en-US", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);

export default {
  /** What several mails say. */
  parts: {
    buttonFails: "If the button does not work, copy this address:",
    notAffiliated: (company: string) => `Not affiliated with ${company}.`,
    privacy: "What we hold and for how long",
    freshLink: "Get a new link",
    undo: (until: string) => `Not you, or changed your mind? Undo it until ${until}:`,
    undoLink: "Undo",
    /** Before links that open a message on networks, and the address. */
    /** By what was just done. */
    share: {
      signed: "Who else would sign?",
      pledged: "Who else owns shares?",
      wished: "Who else has savings in a fund?",
      written: "Who else would write?",
    },
    shareBy: (way: string) => `Share on ${way}`,
    /** The one step that fits next. `known`: until when its form asks for no name and address. */
    next: {
      sign: "You can sign as well.",
      pledge: "Do you own shares? Tell us how you’ll vote, and we’ll remind you in time.",
      letter: "Say it in your own words: write a letter as well.",
    },
    nextKnown: (until: string) => `Only for you: it fills in the form until ${until}.`,
    nextLinks: { sign: "Sign the petition", pledge: "Pledge your vote", letter: "Write a letter" },
    links: "Links",
    youSign: "You sign",
    youSigned: "You signed",
    petition: (summary: string, version: number, date: string) =>
      `${summary} (Version\u00a0${version}, ${date})`,
    receiptCode: "Receipt code",
    shownAs: "On this site",
    display: { anonymous: "your name isn’t shown", initials: "your initials", public: "your name" },
    agreedTo: "You agreed to",
    agreed: ({ updates, nameTo, nameNotTo }: Agreed) => {
      const given = ["keeping and counting your signature"];
      if (updates) given.push("updates by email");
      if (nameTo.length) given.push(`giving your name to ${listed(nameTo)} with the petition`);
      const not = nameNotTo.length > 1 ? "do not" : "does not";
      return `${given.join("; ")}${nameNotTo.length ? `. ${listed(nameNotTo)} ${not} get your name.` : ""}`;
    },
    weHold: "We hold",
    held: ({ postalCode, comment, source }: Held) =>
      `your ${listed([
        "email",
        "name",
        "country",
        ...(postalCode ? ["postal code"] : []),
        ...(comment ? ["comment"] : []),
        "language",
        "time of signing",
        ...(source ? ["the link that brought you"] : []),
      ])}`,
  },

  confirm: {
    subject: "One step left: confirm your signature",
    preview: "One tap, and your signature counts.",
    heading: "Confirm your signature",
    intro: (title: string, signedOn: string) =>
      `Thanks for signing the petition “${title}” on ${signedOn}. Confirm below and your signature counts.`,
    button: "Confirm my signature",
    buttonNote: entryUntil,
    notYou: ifNotYou,
    reason: typedHere,
  },

  petitionChanged: {
    subject: "The text you signed has changed. Do you still agree?",
    preview: "Your name stays on the old version unless you move it.",
    heading: "The petition you signed has a new text",
    intro: (name: string, title: string, signedOn: string) =>
      `${name}, the petition you signed on ${signedOn}, “${title}”, now asks for something different. Here’s what changed, and your three choices.`,
    change: "What changed",
    stands: (version: number) =>
      `Your signature counts for version\u00a0${version}, the text you signed, unless you move it.`,
    button: "Read both texts and decide",
    buttonNote: pageUntil,
    choose: "Your choices",
    keep: "Keep your signature with the text you signed. This is what happens if you do nothing.",
    move: "Sign the new text. Your signature moves to it.",
    withdraw: "Withdraw your signature.",
    reason: "You get this once because you signed the text before. We won’t ask about this text again.",
    stop: "Stop emails about new texts",
  },

  reminder: {
    subject: "Your signature isn’t counted yet",
    preview: "One tap fixes that. We won’t remind you again.",
    heading: "Your signature isn’t counted yet",
    intro: (title: string, signedOn: string) =>
      `Thanks for signing the petition “${title}” on ${signedOn}. One step is left: confirm below and your signature counts.`,
    reason: onlyReminder,
  },

  alreadySigned: {
    subject: "You’ve already signed: nothing to do",
    preview: "Your name already counts.",
    heading: "You’ve already signed",
    intro: (name: string, title: string, confirmedOn: string) =>
      `Thank you, ${name}. You confirmed your signature on the petition “${title}” on ${confirmedOn}. Someone has now typed this address to sign it again. Your signature counts once; there is nothing to do.`,
    notStored: "We didn’t store what was typed this time. To change something, open your page:",
    button: ownPage.button,
    buttonNote: ownPage.buttonNote,
    notYou: "Not you? The person who typed it learned nothing about you.",
    share: "Who else would sign? Share this link:",
    reason: typedHere,
  },

  receipt: {
    subject: "You’re counted. Thank you",
    numbered: (number: string) => `You’re number ${number}. Thank you`,
    preview: "One more thing: who else would sign?",
    heading: (name: string) => `Thank you, ${name}`,
    intro: (title: string, confirmedOn: string) =>
      `You signed the petition “${title}” and confirmed it on ${confirmedOn}.`,
    count: (signatures: number, number: string) =>
      icu("{signatures, plural, =1 {You are the first.} other {With you, {number} people have signed.}}", {
        signatures,
        number,
      }),
    codeNote: "Quote this code if you write to us about your signature. It can’t open your data.",
    button: "See or change my data",
    buttonNote: ownLinkUntil,
    reason: "You get this once because you confirmed your signature.",
  },

  manageLink: {
    subject: "Your link to see or change your data",
    preview: "See, change or erase everything we hold about you.",
    heading: "Your data",
    intro:
      "You asked for a link to your data. With it you can correct your details, hide your name and change each consent. You can withdraw what you sent, and download or erase it all.",
    button: "See or change my data",
    buttonNote: (until: string) =>
      `The link works until ${until}; to download or erase everything, use it within 24 hours. Anyone with the link can use it: please don’t forward this email.`,
    notYou: "Not you? Do nothing. No one else got the link, and nothing changed.",
    reason: "You get this because someone asked for a link with this address.",
  },

  dataErased: {
    subject: "Your data is erased",
    preview: "We erased what we held about you. Nothing to do.",
    heading: "Your data is erased",
    intro: (day: string, time: string) =>
      `On ${day} at ${time} we erased what we held about you, as you asked. We no longer have your address. This is our last email to you.`,
    erased: "Erased",
    erasedWhat:
      "your email, name, country, signature, pledge, letters, comments, consents, and emails not yet sent",
    kept: "Kept",
    keptWhat:
      "the number of signatures, and a one-way code made from your address, so that you still count once if you sign again",
    outOfReach: "Out of reach",
    outOfReachWhat: (company: string) =>
      `emails already sent to you, at your email provider and ours; and your name on lists and your letters, if ${company} already has them`,
    backups: "If we ever restore an older backup, we erase you from it before anyone can use it.",
    reason: "You get this once because you asked us to erase your data.",
  },

  update: {
    preview: "An update you asked for.",
    eyebrow: (number: number, sentOn: string) => `Update ${number}, ${sentOn}`,
    greeting: "Dear {first_name|friend},",
    signOff: (operator: string, title: string) => `${operator}, for the campaign “${title}”`,
    onTheWeb: "Read or share this on the web:",
    reason:
      "You get this because you agreed to updates by email. No tracking: we can’t see whether you open it.",
    stop: "Unsubscribe from updates",
    manage: "See or change your data",
  },

  updateTest: {
    subject: (subject: string) => `Test: ${subject}`,
    notice:
      "This is a test, sent only to you. Readers get the text below with their own name and their own unsubscribe link. Yours does nothing.",
  },

  /** The pages where one reads, on one's own machine, the mails that were written as files. */
  mailbox: {
    title: "Mailbox",
    intro:
      "Emails this computer wrote as files, newest first. Only you can open this page, and none of them was sent.",
    newest: (listed: number, all: number) => `The newest ${listed} of ${all}.`,
    empty: "No emails yet. Sign the petition with any address, and the email to confirm it appears here.",
    notFiles: "Emails now go to a mail server. These are earlier ones.",
    subject: "Subject",
    to: "To",
    from: "From",
    replyTo: "Reply to",
    written: "Written",
    messageId: "Message-ID",
    attachments: "Attachments",
    at: (day: string, time: string) => `${day}, ${time} UTC`,
    links: "Links in this email",
    asHtml: "As HTML",
    asText: "As text",
    alone: "Open the HTML alone",
    back: "All emails",
  },

  /** Asks a signer whose name goes to the company whether it is written as they want it. */
  askName: {
    subject: "Is your name spelled right?",
    preview: "We give it to the company as you write it. You count either way.",
    heading: "Is your name spelled right?",
    intro: (title: string, confirmedOn: string, company: string) =>
      `Thank you for signing the petition “${title}” on ${confirmedOn}. You agreed that ${company} gets your name. Before it does, we check names that may have a typo. Yours is one of them.`,
    written: "Your name now",
    button: "Check my name",
    buttonNote: pageUntil,
    nextHeading: "What happens next",
    ifChanged: "If you correct it, the company gets the new name.",
    ifCorrect: "If it is right, reply to this email and say so. You don’t have to explain it.",
    ifNothing:
      "If you do nothing, your signature still counts and the company doesn’t get your name. We won’t ask again.",
    reason: "You get this once because an organizer asked about your name.",
  },
};
