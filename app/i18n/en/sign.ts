import { icu } from "./icu.ts";
import { spelled } from "./spelled.ts";

export default {
  /** For somebody whose link says who they are. */
  known: {
    as: "You sign as",
    notYou: "Not you?",
    note: "Your signature counts at once. We email you a receipt, with a link to take it back.",
  },
  /** The sign form. `errors` holds what to do, by field and code. */
  form: {
    heading: "Sign the petition",
    button: "Sign the petition",
    fullText: "Full text",
    fullTextOf: (version: number) => `Full text (version ${version})`,

    name: "Name",
    email: "E-mail",
    emailHint: "For one message, to confirm. It is never shown.",
    country: "Country",
    postalCode: "Postal code",
    optionalPlaceholder: "Optional",

    more: (company: string) => `Comment, how you appear, list for ${company}`,
    moreFilled: (company: string) => `Your comment, how you appear, list for ${company}`,
    comment: "Comment",
    display: "On this site, show",
    displayHint: (list: string) =>
      `If you choose your initials or your name, they appear with your country on the public list of people who signed: ${list}. Your comment may be shown with them once a person of the campaign has read it. Choosing is your consent, and you can take it back at any time.`,
    displays: {
      anonymous: "nothing: just count me",
      initials: "my initials and country",
      public: "my full name and country",
    },

    trap: "Leave this field empty",
    consents: {
      legend: "What you agree to",
      sign: "I sign, and agree that the campaign stores these details, which may reveal a political opinion.",
      updates: "Send me news of this campaign.",
      deliver: (company: string) => `Put my name on the list for ${company}.`,
      deliverHint: (company: string) =>
        `Then it sees your name, country and comment; otherwise the number alone. If you work for ${company} or a supplier, your employer will see that you signed.`,
    },

    next: {
      heading: "What happens next.",
      text: "We send one message with a button. Your signature counts once you press it, and you can withdraw it at any time.",
      privacy:
        "No cookies, no trackers, and your IP address is never stored; a scrambled form of its first part is kept for 7 days. An entry that is not confirmed is deleted after 7 days.",
      privacyLink: "Privacy in full",
    },

    summary: (count: number) =>
      icu(
        "Your signature is not in yet: {count, plural, one {one thing needs} other {{spelled} things need}} a change",
        { count, spelled: spelled(count) },
      ),

    suggestion: {
      heading: "Is the address right?",
      text: (typed: string) =>
        `You wrote ${typed}. A message to a mistyped address never arrives. Which one is yours?`,
      use: (address: string) => `Use ${address}`,
      keep: (address: string) => `Keep ${address}`,
      other: "Neither: change the form",
    },

    /** Asked for at a moment of raised risk alone. */
    proof: {
      heading: "One moment before your signature is taken",
      text: "Just now very many forms come from where you are, more than people send. Your browser does a short calculation, which costs a program that signs by the thousand more than it costs you. It takes about a second; nothing is sent to anybody else.",
      working: "Your browser is at it. Your signature goes on by itself.",
      otherwise:
        "Without JavaScript, or if nothing happens, use this button. Your signature is taken all the same; a person of the campaign looks at it before it counts. You have nothing else to do than to confirm your e-mail.",
      button: "Sign without the calculation",
    },

    /** People who signed a text before this one, which asked for something else. */
    earlier: (digits: string, count: number) =>
      icu(
        "{count, plural, one {One person} other {{digits} people}} signed an earlier text, which asked for something else. They are not counted here.",
        { digits, count },
      ),

    /** Stands beside the count: sheets of paper, on which nobody can confirm by mail. */
    onPaper: (digits: string, count: number) =>
      icu(
        "{count, plural, one {And one person signed on paper. A sheet cannot be confirmed by e-mail, so it is counted apart.} other {And {digits} people signed on paper. Sheets cannot be confirmed by e-mail, so they are counted apart.}}",
        { digits, count },
      ),

    preview: {
      heading: "This is a preview",
      text: "The form stands here on the public page. Nobody can sign in a preview.",
    },

    notOpen: {
      heading: "Signing is not open yet",
      text: "Before anyone is asked to sign, this page must say who asks. Still missing:",
      missing: {
        operator: "who runs the campaign",
        "postal-address": "its postal address",
        contact: "how to reach it",
        funding: "who pays for it",
        "privacy-contact": "whom to ask about privacy",
        "campaign-sender": "who sends its emails",
      },
    },
    closed: {
      heading: "This petition is closed",
      text: "It takes no more signatures. What was signed is counted.",
    },
    printed: {
      code: "The petition’s address as a code",
      signAt: "Read the current version, and sign, at",
      whole: (statements: number) => `An excerpt: all ${statements} statements stand there.`,
      version: (version: number, date: string) =>
        `Petition text, version ${version}. Printed from the page of ${date}.`,
    },
  },
};
