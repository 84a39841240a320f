import { icu } from "./icu.ts";
import { spelled } from "./spelled.ts";

export default {
  /** For somebody whose link says who they are. */
  known: {
    as: "You sign as",
    notYou: "Not you?",
    note: "Your signature counts at once. We email you a receipt, with a link to undo it.",
  },
  /** The sign form. `errors` holds what to do, by field and code. */
  form: {
    heading: "Sign the petition",
    button: "Sign the petition",
    fullText: "Full text",
    fullTextOf: (version: number) => `Full text (version ${version})`,

    name: "Name",
    nameHint: "Hidden unless you show it",
    email: "Email",
    emailHint: "To confirm, never shown",
    country: "Country",
    postalCode: "Postal code",
    optionalPlaceholder: "Optional",

    more: "Show my name, or say why",
    moreFilled: "Your comment and choices",
    comment: "Comment",
    commentHint: "If you let us show your name, we may publish this too, after an organizer reads it.",
    display: "How you appear on this site",
    displayHint:
      "If you choose to be shown, your initials or name and your country appear on the public list until you hide them.",
    displays: {
      anonymous: "Keep my name private",
      initials: "Show my initials and country",
      public: "Show my full name and country",
    },

    trap: "Leave this field empty",
    consents: {
      sign: "I’m signing. The campaign may store these details, which may reveal my political views.",
      updates: "Send me updates from this campaign.",
      deliver: (company: string) => `Put my name on the list for ${company}.`,
      deliverTo: "Put my name on the list for:",
      /** Null: whichever they choose. */
      deliverHint: (company: string | null) =>
        `${company ?? "Each"} will see your name, country, and comment; if you work for ${company ?? "one"} or a supplier, your employer will know you signed.`,
    },

    next: {
      heading: "What happens next.",
      text: "We email you. Confirm there and your signature counts. You can withdraw it at any time.",
      privacy:
        "To stop fake signatures, we keep part of your IP address, scrambled, for 7 days. If you don’t confirm, your entry is deleted 7 days after our email. If you do, we keep it while the campaign runs and usually 12 months after.",
      kept: "No cookies, no trackers: what we keep",
      privacyLink: "Privacy in full",
    },

    summary: (count: number) =>
      icu(
        "Your signature is not in yet: {count, plural, one {one thing needs} other {{spelled} things need}} a change",
        { count, spelled: spelled(count) },
      ),

    suggestion: {
      heading: "Is the address right?",
      text: (typed: string) => `You wrote ${typed}. Which address is yours?`,
      use: (address: string) => `Use ${address}`,
      keep: (address: string) => `Keep ${address}`,
      other: "Neither: change the form",
    },

    /** Asked for at a moment of raised risk alone. */
    proof: {
      heading: "One moment: checking your browser",
      text: "More forms arrive than usual. Your browser does a short calculation, which slows down programs that send thousands. It takes about a second.",
      working: "Working… your form is sent automatically.",
      otherwise: "No JavaScript, or nothing happens? Use this button.",
      reviewed:
        "An organizer may review your signature before it counts. You only need to confirm your email.",
      send: "Send without the calculation",
      button: "Sign without the calculation",
    },

    /** People who signed a text before this one, which asked for something else. */
    earlier: (digits: string, count: number) =>
      icu(
        "{count, plural, one {One person} other {{digits} people}} signed an earlier text, which asked for something else. They are not counted here.",
        { digits, count },
      ),

    /** Next to the count: sheets of paper, on which nobody can confirm by mail. */
    onPaper: (digits: string, count: number) =>
      icu(
        "{count, plural, one {And one person signed on paper. Paper can’t be confirmed by email, so we count it separately.} other {And {digits} people signed on paper. Paper signatures can’t be confirmed by email, so we count them separately.}}",
        { digits, count },
      ),

    preview: {
      heading: "This is a preview",
      text: "The public page has the form here. Nobody can sign in a preview.",
    },

    notOpen: {
      heading: "Signing is not open yet",
      text: "Before anyone can sign, this page must say who asks. Still missing:",
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
      text: "It takes no more signatures. Confirmed ones stay counted.",
    },
    printed: {
      code: "The petition’s address as a code",
      signAt: "Read the current version, and sign, at",
      whole: (statements: number) => `This is an excerpt. All ${statements} statements are there.`,
      version: (version: number, date: string) =>
        `Petition text, version ${version}. Printed from the page of ${date}.`,
    },
  },
};
