/** How mails leave: it decides who else holds an address. */
type MailBy = "resend" | "smtp" | "file";

/** Numbers of app/domain/base/periods.ts. */
type Periods = {
  [period in
    | "unconfirmedDays"
    | "mailEventDays"
    | "traceDays"
    | "formMinutes"
    | "reportHours"
    | "closedMonths"
    | "closedMonthsAtMost"]: number;
};

/** What is held, and for how long. */
type Row = readonly [string, string];
/** Who gets something, what, and what stays with them after an erasure. */
type Recipient = readonly [string, string, string];

const days = (n: number) => `${n}\u00a0days`;
const running = ({ closedMonths }: Periods) =>
  `While the campaign runs, and ${closedMonths}\u00a0months after`;

export default {
  title: "Privacy",
  standfirst:
    "Signing, pledging how you will vote, or writing a letter reveals something about what you think. This page says what is kept, why, who gets it, for how long, and how to have it removed.",

  held: {
    heading: "What is held about you",
    intro: "When you sign, this and nothing else:",
    columns: { what: "What is held", kept: "For how long" },
    rows: (kept: Periods): Row[] => [
      [
        "Your name, e-mail address and country, because a signature without a person behind it convinces no one.",
        running(kept),
      ],
      ["Your postal code and your comment, if you give them.", running(kept)],
      [
        "What you agreed to, with the wording and the time of each: to sign, and separately to get news, to be on the list for the company, to be shown in public.",
        running(kept),
      ],
      [
        "Which e-mails were sent to you and what became of them (arrived, returned, reported as unwanted), without their text; and a receipt code, which opens nothing.",
        running(kept),
      ],
      [
        "To tell people from programs: a scrambled form of the part of the network you signed from, whether your browser speaks a language of your country, and whether a field that people do not see was filled; with scrambled forms of the e-mail domain, of the address without its digits or separators, and of the name, by which the program finds what was made up in series. The key that scrambles them is made anew each day, kept in no backup, and deleted with them.",
        days(kept.traceDays),
      ],
      ["Whether the signature looked made up, why, and what an organizer decided.", running(kept)],
      [
        "When you signed and confirmed, in which language, and the word in the link you came by (such as “mail”), if it had one.",
        running(kept),
      ],
      [
        "If you ask for a link of your own to share: its random code, and how many people signed by it. By whose link somebody came is known until they confirm, and then forgotten. The code goes when you end it, and with everything else of yours.",
        "Until you end it, at most as long as your signature",
      ],
      [
        "What the e-mail provider reports of an e-mail: what happened and when, without your address.",
        days(kept.mailEventDays),
      ],
      [
        "If the petition asked for something else after you had signed: whether you moved your signature to the new text, left it or withdrew it, and when.",
        running(kept),
      ],
      [
        "If you signed elsewhere and your name came here by a list, or on a sheet of paper: by which list or sheet, and on which day you signed or agreed.",
        running(kept),
      ],
      ["All of this, as long as you have not confirmed it.", days(kept.unconfirmedDays)],
    ],
    pledge: {
      heading: "When you pledge as a shareholder, also:",
      rows: (kept: Periods): Row[] => [
        [
          "How you hold your shares, and how many, as a number or a range. The number is encrypted in the database with a key that is not in it, and wiped when you change or withdraw the pledge.",
          "Until you change or withdraw it",
        ],
        [
          "How you intend to vote, what else you would do, since when you hold, whether you voted, and what came of a letter to your fund’s manager, as far as you tell it.",
          running(kept),
        ],
        [
          "Who manages your fund, if you hold one and say so, for the letter to the manager.",
          "Until you change or withdraw it",
        ],
        ["Which reminders you got. You can end them without ending the pledge.", running(kept)],
        [
          "Whether an organizer has seen papers that show your holding, and when. The papers themselves are not kept here.",
          running(kept),
        ],
      ],
    },
    letter: {
      heading: "When you write a letter, also:",
      rows: (kept: Periods): Row[] => [
        [
          "Its words; in what capacity you write, if you say so; and whether the company may answer you. If you tick that it tells how many shares you hold, that number, encrypted with a key that is not in the database, and wiped when you withdraw it.",
          running(kept),
        ],
        [
          "What became of it: when it was confirmed, handed over, accepted or returned, in which delivery, with a hash of its exact text, and what the company answered.",
          running(kept),
        ],
        [
          "What a program found in it (links, words that can be read as a threat or an attack) and how much its words resemble the campaign’s and other letters. People decide, not a program.",
          running(kept),
        ],
        ["That you sent it yourself, if you tell us.", running(kept)],
      ],
    },
    never:
      "We never ask for a birth date, an employer, an immigration status, or any number of a card, an account or a social security record; nor for a proxy card, a control number or the login to your broker. Text that holds such a number is refused and not stored.",
  },

  basis: {
    heading: "Why, and on what ground",
    text: [
      "A signature under this petition, a pledge and a letter each reveal a political opinion. The law of the European Union protects such data in particular (Article 9 of the GDPR), so it is kept only with your explicit consent: the box you tick to sign. Each further use has its own box. None comes ticked, and each can be taken back without the others.",
      "Names are used to count signatures, each person once, and to show that they are real. Nothing is sold, rented or used for anything else.",
    ],
  },

  shown: {
    heading: "Who gets what",
    columns: { gets: "Gets", beyond: "What erasing here cannot reach" },
    anyCompany: "The company that a campaign is addressed to",
    recipients: (company: string): Recipient[] => [
      [
        "Everybody",
        "Nothing of you, unless you choose to show your initials or your name. Then they appear, with your country, on the public list of people who signed, or next to the totals where you pledge. Your comment may be shown with them, after somebody of the campaign has read it. Search engines are asked to keep those pages out, and you can take your name off on your own page. The count shows a number alone. A letter is read by everyone only if you choose that, and after an organizer has looked at it. Of pledges, the number of holders is shown; everything else only as totals of at least five holders, which change only when at least five have changed.",
        "What somebody copied while it was shown.",
      ],
      [
        company,
        "The number of signatures. If you ticked its box, also your name, country and comment; never an address of any kind. A letter goes to it with your name and country, for that is what it is for; with your e-mail address only if you ticked that box. If you work for it or for a supplier, your employer will see that you signed or wrote.",
        "What was handed over: lists, and letters.",
      ],
      [
        "The organizers of the campaign",
        "What is held about you, to check signatures and hand them in. How many shares you hold is shown only to those of them who have that right, and each look is recorded: your own page tells you of it.",
        "Lists that were exported before. Each export is recorded with who took it.",
      ],
    ],
    mailBy: {
      resend: [
        "Resend, a company in the United States, which delivers our e-mails",
        "Your address, your name and the text of each e-mail.",
        "What it keeps under its own rules, and the e-mails in your mailbox.",
      ],
      smtp: [
        "Our e-mail server, and those on the way to your mailbox",
        "Your address, your name and the text of each e-mail.",
        "E-mails that have left, and those in your mailbox.",
      ],
      file: [
        "No e-mail provider",
        "No e-mail leaves this computer: each is written to a file here.",
        "Nothing: erasing removes the files.",
      ],
    } satisfies Record<MailBy, Recipient>,
    host: (name: string | null): Recipient => [
      name ? `${name}, on whose servers this site stands` : "Whoever runs the server this site stands on",
      "All that is stored here, as it lies on the disk; holdings of shares encrypted.",
      "Copies of its own, until it overwrites them. A backup of ours that is older is erased again when it is restored.",
    ],
    cdn: (name: string): Recipient => [
      `${name}, through which the pages come`,
      "Your IP address, which page you ask for, and what you send in a form on its way to us.",
      "What it writes down under its own rules.",
    ],
  },

  threat: {
    heading: "If you have reason to be careful",
    text: [
      "What is not stored cannot be demanded. We therefore ask for little and delete early. But a list of those who signed exists here, and our e-mail to you lies in your mailbox.",
      "You can sign with an address you use for nothing else. You can leave out the postal code and the comment, and stay unseen in public. If being on such a list could harm you, do not sign: the case can be read and passed on without leaving anything here.",
    ],
  },

  technical: {
    heading: "When you only read",
    items: (kept: Periods) => [
      "The pages of this site set no cookie and load nothing from others. How often a page was opened is counted as a sum by the hour, with the word of the link and the name of the site that led to it; no visitor is told from another. E-mails hold no tracking pixel and no rewritten link.",
      `Your IP address is never stored. When you sign, a scrambled form of its first part is kept for ${kept.traceDays} days. Against abuse, the server remembers in its memory for ${kept.formMinutes} minutes how many forms came from your part of the network, and for ${kept.reportHours} hours that a letter was reported from there.`,
      "Links for passing the petition on carry a word for the way (such as “mail”) and nothing about you.",
    ],
  },

  time: {
    heading: "When it ends",
    closing: (kept: Periods) =>
      `What is confirmed is kept while the campaign runs. Whoever runs it erases names, addresses, comments, letters and holdings within ${kept.closedMonths} months after it closes, or as many as the Transparency page says then, at most ${kept.closedMonthsAtMost}; the count stays.`,
    items: [
      "Updates by e-mail come only if you ticked their box. Each holds a link that ends them at once, without a password and for as long as the mail exists. It changes nothing else, and the page of everything held about you has the same choice. That you agreed, and when you stopped, stays with your signature.",
      "If an e-mail to you is returned for good, or you report one as unwanted, a scrambled form of your address stays, so that no update goes there again.",
      "If you say that we must never write to you again, a scrambled form of your address stays, so that we can keep to it. It cannot be turned back into the address.",
    ],
  },

  who: {
    heading: "Who answers for this",
    of: (campaign: string) => `For the campaign “${campaign}”:`,
    others: "Each campaign answers for what it holds, and says so on a page of its own:",
  },

  rights: {
    heading: "See it, change it, take it along, erase it",
    text: "Ask for a link to your own page. It comes by e-mail, so that only you get it. There you see everything that is held about you, correct it, change each consent, withdraw your signature, your pledge or a letter that is not handed over, download it all, or erase it at once.",
    link: "See or change what is held about you",
    erasure:
      "After an erasure nothing of you is left but a scrambled form of your address with the campaign and the time. It keeps the count of signatures right and is removed if you sign again. A pledge is taken out of the totals, and a letter out of every delivery that was not handed over. A backup that is older is erased again when it is restored.",
    ask: "Questions, or a request that no page answers:",
    missing: "Whom to ask has not been named yet.",
    complain: "You can also complain to the data protection authority where you live.",
  },
};
