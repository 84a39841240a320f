const untilWithdrawn = "Until you change or withdraw it";
const ofEachEmail = "Your address, your name and the text of each email.";
/** Numbers of app/domain/base/periods.ts. */
type Periods = {
  [period in
    | "unconfirmedDays"
    | "mailEventDays"
    | "updateEmailMonths"
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
    "If you sign, pledge or write a letter, that says something about your views. This page tells what we hold, why, who gets it, for how long, and how to have it erased.",

  held: {
    heading: "What we hold about you",
    intro: "When you sign, this and nothing else:",
    columns: { what: "Data", kept: "Kept" },
    rows: (kept: Periods): Row[] => [
      [
        "Your name, email address and country. A signature without a person behind it convinces no one.",
        running(kept),
      ],
      ["Your postal code and your comment, if you give them.", running(kept)],
      [
        "What you agreed to, with its wording and time: to sign, to get updates, to be on the list for the company, to be shown in public.",
        running(kept),
      ],
      [
        "Which emails we sent you, without their text, and whether they arrived, came back or were marked as spam. Also a receipt code, which can’t open your data.",
        running(kept),
      ],
      [
        "Signals that help us catch bots: a one-way code for part of your IP address, whether your browser uses a language of your country, and whether a hidden field was filled in. Also one-way codes for your email domain, your address without digits or signs, and your name, to find made-up series. Their key changes every day, is in no backup, and is deleted with them.",
        days(kept.traceDays),
      ],
      ["Whether the signature looked made up, why, and what an organizer decided.", running(kept)],
      [
        "When you signed and confirmed, in which language, and the word in the link that brought you here (such as “mail”).",
        running(kept),
      ],
      [
        "If you ask for your own share link: its random code, and how many people signed through it. We forget whose link brought someone once they confirm.",
        "Until you end it, at most as long as your signature",
      ],
      [
        "What the email provider says happened to an email, and when, without your address.",
        days(kept.mailEventDays),
      ],
      ["Which updates we emailed to you.", `${kept.updateEmailMonths}\u00a0months after it was sent`],
      [
        "If the petition changed its meaning after you signed: whether you then moved, kept or withdrew your signature, and when.",
        running(kept),
      ],
      [
        "If you signed elsewhere or on paper: the list or sheet your name came from, and the day you signed or agreed.",
        running(kept),
      ],
      [
        "All of this, until you confirm it. The days run from our email that asks you to, or from your form if we could send none.",
        days(kept.unconfirmedDays),
      ],
    ],
    pledge: {
      heading: "When you pledge as a shareholder, also:",
      rows: (kept: Periods): Row[] => [
        [
          "How you hold your shares, and how many, as a number or a range. The number is encrypted, and its key is not in the database. We delete it when you withdraw the pledge. If you change it, we keep what it was, encrypted, for seven days, so that you can undo the change.",
          untilWithdrawn,
        ],
        [
          "If you tell us: how you intend to vote, what else you would do, since when you hold, whether you voted, and what came of your letter to your fund’s manager.",
          running(kept),
        ],
        ["Your fund’s manager, if you name one, for the letter to them.", untilWithdrawn],
        ["Which reminders you got. You can stop them and keep the pledge.", running(kept)],
        [
          "Whether and when an organizer saw documents that show your holding. We don’t keep the documents.",
          running(kept),
        ],
      ],
    },
    letter: {
      heading: "When you write a letter, also:",
      rows: (kept: Periods): Row[] => [
        [
          "Its text, who you say you are, and whether the company may reply to you. If you check that it tells how many shares you hold: that number. It is encrypted, and its key is not in the database. We delete it when you withdraw the letter.",
          running(kept),
        ],
        [
          "Its status: when it was confirmed, sent, accepted or returned, and in which dispatch. A one-way code of its exact text, and the company’s reply.",
          running(kept),
        ],
        [
          "What a program found in it: links, and what may be a threat or an attack. How much it is like the campaign’s text and other letters. People decide, not the program.",
          running(kept),
        ],
        ["That you sent it yourself, if you tell us.", running(kept)],
      ],
    },
    never:
      "We never ask for your birth date, employer or immigration status. Nor for a card, account or Social Security number. Nor for a proxy card, a control number or your broker login. We refuse text with such a number and don’t store it.",
  },

  basis: {
    heading: "Why we may hold it",
    text: [
      "If you sign, pledge or write, that reveals a political opinion. European Union law protects such data (Article 9 of the GDPR), so we hold it only with your explicit consent: the box you check to sign. Each further use has its own box. No box is prechecked, and you can withdraw each consent separately.",
      "We use names to count each person once and to show that signatures are real. We never sell, rent or otherwise use them.",
    ],
  },

  shown: {
    heading: "Who gets what",
    columns: { gets: "Gets", beyond: "What erasing can’t reach" },
    anyCompany: "The company that a campaign is addressed to",
    recipients: (company: string): Recipient[] => [
      [
        "Everyone",
        "Nothing about you, unless you choose to show your initials or name. They then appear with your country on the public list of signers, or next to the pledge totals. Your comment may appear with them, once an organizer has read it. We ask search engines to leave those pages out, and you can take your name off on your own page. The count is only a number. Everyone can read a letter only if you choose that and an organizer approves it. Of pledges, we show the number of holders, and totals. Each total is of at least five people, and changes only when five change it, none by more than half.",
        "Copies made while it was shown.",
      ],
      [
        company,
        "The number of signatures. If you checked its box: your name, country and comment, never an address. A letter goes to it with your name and country, and with your email address only if you checked that box. If you work for it or a supplier, your employer will see that you signed or wrote.",
        "Lists and letters it already has.",
      ],
      [
        "The campaign’s organizers",
        "All your data, to check signatures and deliver them. Only those with that right see how many shares you hold. Each view is logged; for a pledge, your page shows it.",
        "Lists exported before. Each export is logged with who made it.",
      ],
    ],
    mailBy: {
      vendor: (name: string): Recipient => [
        `${name}, a company in the United States that delivers our emails`,
        ofEachEmail,
        "What it keeps under its own rules, and emails in your mailbox.",
      ],
      smtp: [
        "Our email server, and others on the way to your mailbox",
        ofEachEmail,
        "Emails already sent, and those in your mailbox.",
      ],
      file: [
        "No email provider",
        "No email leaves this computer: each is written to a file here.",
        "Nothing. Erasing removes the files.",
      ],
    } satisfies Record<string, Recipient | ((name: string) => Recipient)>,
    host: (name: string | null): Recipient => [
      name ? `${name}, which hosts this site` : "The server’s operator",
      "All that is stored here, as it is on the disk. Shareholdings are encrypted.",
      "Its own copies, until it overwrites them. If we restore an older backup, we erase you from it again.",
    ],
    cdn: (name: string): Recipient => [
      `${name}, which delivers the pages`,
      "Your IP address, the pages you open, and the forms you send us.",
      "What it logs under its own rules.",
    ],
  },

  threat: {
    heading: "If you need to be careful",
    text: [
      "No one can demand what we don’t store, so we ask for little and delete early. But there is a list of signers here, and our email is in your mailbox.",
      "You can sign with an address you use for nothing else. You can skip the postal code and comment, and keep your name private. If being on such a list could harm you, don’t sign: you can read and share the case without leaving anything here.",
    ],
  },

  technical: {
    heading: "When you only read",
    items: (kept: Periods) => [
      "Our pages set no cookies and load nothing from others. We count page views by the hour, with the word in the link and the name of the site that led there. We can’t tell visitors apart. Our emails have no tracking pixels and no rewritten links.",
      `We never store your IP address. When you sign, a scrambled part is deleted after ${kept.traceDays} days. To stop abuse, the server counts forms from your part of the network for ${kept.formMinutes} minutes. It counts reports of letters for ${kept.reportHours} hours. Both are in memory only.`,
      "Share links carry a word for the channel (such as “mail”) and nothing about you.",
    ],
  },

  time: {
    heading: "When it ends",
    closing: (kept: Periods) =>
      `We hold confirmed entries while the campaign runs. The organizers erase names, addresses, comments, letters, and holdings within ${kept.closedMonths} months after it closes. They may choose a different period, up to ${kept.closedMonthsAtMost} months. The Transparency page will show it. The count stays.`,
    items: [
      "You get updates by email only if you checked their box. Each has a link that stops them at once, without a password. The page with your data has the same choice. We keep when you agreed and when you stopped with your signature.",
      "If an email to you is returned for good, or you report one as spam, we keep a one-way code made from your address, so that we send no more updates there.",
      "If you tell us never to write to you again, we keep a one-way code made from your address to honor that.",
    ],
  },

  who: {
    heading: "Who is responsible",
    others: "Each campaign is responsible for its own data. See its page:",
  },

  rights: {
    heading: "See, change, download or erase your data",
    text: "Ask for a link to your page. We email it, so that only you get it. There you can see and correct all your data, and change each consent. You can withdraw your signature, your pledge or a letter not yet sent. You can download or erase everything at once.",
    link: "See or change your data",
    erasure:
      "After you erase your data, we keep only a one-way code made from your address, with the campaign and the time. It keeps the count right and is removed if you sign again. Your pledge leaves the totals, and your letter every dispatch not yet sent.",
    ask: "Questions, or a request that no page answers:",
    missing: "The contact is to be announced.",
    complain: "You can also complain to the authority that protects data where you live.",
  },
};
