import { stopped } from "../sentence.ts";
import { icu } from "./icu.ts";

export default {
  product: "Undersigned",
  version: (version: string) => `Version ${version}`,
  skip: "Skip to the content",
  shareImage: "Undersigned: the name on a line to sign on",
  /** How a month is typed where a browser has no field for one. */
  monthShape: "YYYY-MM",
  optional: "(optional)",
  error: "Error:",
  choose: "Choose",

  /** Where a campaign is about several companies. */
  company: {
    ask: { pledge: "Which company’s shares do you own?", letter: "Which company do you write to?" },
    go: "Continue",
    other: "Choose another company",
    any: "the company",
  },

  nav: {
    label: "Pages",
    case: "The case",
    shareholders: "For shareholders",
    letter: "Write a letter",
    sources: "Sources",
    petition: "The petition text",
    updates: "Updates",
    letters: "Letters to the company",
    embed: "For other sites",
    privacy: "Privacy",
    accessibility: "Accessibility",
    corrections: "Corrections",
    manage: "Your data",
  },

  /** Marks words in another language than the page's. */
  inLanguage: (language: string) => `In ${language}`,
  /** What leads here from a page in another language. */
  language: {
    other: "English: this page in English",
    keepTyped: "In English",
    /** Shown once to someone whose browser prefers this language. */
    offer: "Read this page in English",
    noThanks: "No, thanks",
  },

  footer: {
    who: "Who runs this",
    runBy: (operator: string) => `This campaign is run by ${stopped(operator)}`,
    operatorMissing: "Who runs this campaign is to be announced.",
    contact: "Contact:",
    fundingMissing: "Its funding is to be announced.",
    exampleMark: "Example",
    exampleNote:
      "Examples fill in for details that the campaign has not given yet. No public site shows them.",
    independent: "Independent",
    notAffiliated: (company: string) => `This campaign is not affiliated with ${company}.`,
    noCompany: "Undersigned is not affiliated with the companies in its campaigns.",
    noAdvice: "Nothing here is advice on law or investing.",
    more: "More",
  },

  /** What local mode prints where an organizer has not written anything yet. */
  example: {
    operator: "Example Campaign Association",
    postalAddress: "1 Example Street, Example City",
    contactEmail: "campaign@example.org",
    privacyContact: "privacy@example.org",
    fundingLine: "It is paid for by gifts from its members and takes no money from companies or parties.",
  },

  count: {
    people: (count: number) =>
      icu("{count, plural, one {person has signed} other {people have signed}}", { count }),
    none: "No one has signed yet",
    nextStep: "Next goal:",
    signed: (digits: string) => `${digits} signed`,
    confirmedOn: (date: string) => `As of ${date}.`,
    milestone: (count: string, date: string) => `Passed ${count} signatures on ${date}.`,
  },

  share: {
    message: "Your message",
    messageHint: "Edit it freely: the link is added at the end.",
    /** The networks that readers of this language use most, in their order. */
    usedMost: ["whatsapp", "facebook", "x", "linkedin"] as string[],
    more: "More ways to share",
    sms: "Text message",
    card: "What they will see:",
    mail: "Email",
    copy: "Copy the link",
    copied: "Copied",
    device: "Share",
    note: "Plain links. Nothing is sent anywhere until you press one, and none carries your name.",
    signal: {
      heading: "Signal",
      how: "Signal cannot be opened with a message from a page. Copy this one, open Signal, choose who gets it, and paste it.",
      copy: "Copy this message",
      copied: "Copied: now paste it into Signal",
    },
    /**
     * The words before the link, by network: `text` is the campaign's title as a sentence, with its
     * standfirst on Mastodon, which has most room; or in a mail and a message what an organizer wrote. They
     * are short enough for the network with any title (tests/unit/share-texts.test.tsx).
     */
    texts: {
      mail: (text: string) =>
        `Hello,\n\nI thought of you when I read this: ${text}\n\nThe case with its sources, and the petition:`,
      /** By what somebody has just done; `read` where they have only read. */
      message: {
        read: (text: string) => `I thought of you when I read this: ${text}`,
        signed: (text: string) => `I just signed this. Will you? ${text}`,
        pledged: (text: string) => `I just pledged my vote on this. Will you? ${text}`,
        wished: (text: string) =>
          `I own shares through a fund, and I just spoke up on this. Will you? ${text}`,
        written: (text: string) => `I just wrote a letter about this. Will you? ${text}`,
      },
      bluesky: (text: string) => `${text} What is reported, what is not known, and a petition to sign:`,
      mastodon: (text: string) => `${text}\n\nThe case with its sources, and the petition:`,
      x: (text: string) => `${text} The case with its sources, and the petition:`,
    },
    own: {
      heading: "A link of your own",
      offer: "Optional: a link of your own counts how many people sign through it. Nobody learns who.",
      make: "Get my own link",
      made: "These links are your own now. Your page, linked from your receipt, shows how many people signed through them.",
      arrived: (count: string, since: string, enough: boolean) =>
        enough
          ? `At least ${count} people have signed through it since ${since}.`
          : `Fewer than ${count} people have signed through it since ${since}.`,
      steps:
        "Shown in steps of five, so that no one can be identified. Once people confirm, we forget who came by your link.",
      forget: "Forget this link",
    },
  },

  summary: { kept: "Nothing you typed is lost.", typed: "Copy what you wrote" },

  /** A date that is known to the month, to the year, or only as the latest it can be. */
  dateByMonth: (month: string) => `${month} or earlier`,
};
