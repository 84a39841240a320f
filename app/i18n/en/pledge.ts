import { byJurisdiction, type LegalText } from "../by-jurisdiction.ts";
import { icu } from "./icu.ts";
import { spelled } from "./spelled.ts";

const brokerageWindow = "With a brokerage window, it is like a brokerage account.";
const mayBeLent = "A broker may lend shares in a margin account, and shares on loan on the record date";
const askForBallot =
  "Before the vote, ask the broker, bank or plan that keeps your shares how you get the ballot.";

export default {
  /**
   * What is on every page, email and PDF of the flow, word for word; `fund`: on the path of those who hold
   * a fund. The last one links to who that is.
   */
  disclosures: (company: string, fund = false): readonly string[] => [
    "This pledge is not a proxy. Nobody votes for you. It is a statement of intention, not binding, and you can withdraw it at any time.",
    fund
      ? "The fund’s manager votes its shares."
      : "You vote your own shares, through your own broker if you have one. We cannot vote for you.",
    "Do not send us your proxy card, control number or login. No field here takes them.",
    "Holdings are self-reported: they are what shareholders tell us.",
    "Nothing here is investment or legal advice.",
    `We are not affiliated with ${company}.`,
    "The footer says who runs and pays for this site.",
  ],
  disclosuresHeading: "What this pledge is",
  disclosuresMore: (lines: number) => `${lines} more lines`,

  title: "Pledge how you will vote",
  eyebrow: (company: string) => `For people who own ${company} shares`,
  standfirst: "Say how you intend to vote your own shares. We count it, and remind you until you have voted.",

  meeting: {
    name: (company: string, year: number) => `${company}’s annual meeting of ${year}`,
    forMeeting: (company: string, year: number, next: string) =>
      `For ${company}’s annual meeting of ${year}: ${next}`,
    voteByOn: (date: string) => `vote by ${date}`,
    unannounced: "date to be announced",
    unentered: "date not entered here",
    orChoose: (years: string) => `Or choose ${years}.`,
    status: {
      expected: "Expected. The agenda is to be announced.",
      unentered: "Its date was not entered here; it may be over.",
      announced: "Announced.",
      open: "Voting is open.",
      closed: "Voting is over.",
      held: "Held; results not entered yet.",
      results: "Voting is over, and the results are known.",
    },
    /** Before the form. */
    asks: {
      vote: "So we ask what you intend in general.",
      fund: "Fund holders don’t vote, so we ask who manages your fund.",
    },
    day: "Meeting",
    recordDate: "Record date",
    dayAndRecordDate: "Meeting and record date",
    ballotOpens: "Voting opens",
    voteBy: "Vote by",
    planVoteBy: "Plan trustees by",
    unknown: "Not announced yet",
    hasPassed: (date: string) => `${date}, which has passed`,
    trust: {
      verified: (date: string) => `Verified by an organizer. As of ${date}.`,
      stale: (date: string) => `As of ${date}. Please check the dates with your broker.`,
      unverified: "We haven’t verified this in the company’s filings yet.",
    },
    asOf: (date: string) => `As of ${date}.`,
    source: "Source",
    which: {
      legend: "Which annual meeting?",
      running: "If you owned shares on its record date.",
      later: "If you own shares now, or will.",
    },
    /** Parts of a month in which earlier meetings were; never a date. */
    pattern: {
      early: (month: string) => `early ${month}`,
      mid: (month: string) => `mid-${month}`,
      late: (month: string) => `late ${month}`,
      meeting: (from: string, to: string) =>
        from === to
          ? `In recent years the meeting was in ${from}.`
          : `In recent years the meeting was between ${from} and ${to}.`,
      recordDate: (from: string, to: string) =>
        from === to
          ? `In recent years it was in ${from}.`
          : `In recent years it was between ${from} and ${to}.`,
    },
    who: {
      heading: "Who can vote at this meeting?",
      passed: (date: string) =>
        `Everyone who owned shares on ${date}, until voting ends. If you bought yours later, you can vote them at the next meeting.`,
      asks: "The form asks about that day.",
      unknown: (year: number) =>
        `Everyone who owns shares on the record date of ${year}, until voting ends. That day is some weeks before the meeting, and is not announced here yet. Trades settle on the next business day, so shares bought on that day don’t count.`,
      ahead: (date: string) =>
        `Everyone who owns shares on ${date} can vote at this meeting. Trades settle on the next business day, so shares bought on that day don’t count.`,
    },
  },

  owners: {
    ask: (company: string) => `Do you own ${company} shares, or a fund that does?`,
    search: (company: string, endsOn: string | null) =>
      `This year’s vote ${endsOn === null ? "may be days away" : `ends on ${endsOn}`}. Search your email for “vote” and “${company}” now.`,
    more: "How to vote",
    voted: "I have voted",
    tomorrow: "Remind me tomorrow",
  },

  first: {
    way: "How do you hold your shares?",
    step: "Step 1 of 2",
    person: "Who are you?",
    name: "Name",
    email: "Email",
    emailHint: "To confirm and remind you; never shown.",
    country: "Country",
    notYou: "Not you?",
    knownAs: "We know who you are, so we don’t ask again:",
  },

  ways: {
    broker: {
      label: "With a broker, a bank or an app",
      hint: byJurisdiction(
        "The most common way{: your broker emails you the ballot; choose it for ESPP shares and vested stock awards, too}.",
      ),
      explain: byJurisdiction(
        `{Your broker holds them in “street name”: the company knows the broker, not you. The broker sends you the ballot, a voting instruction form. It comes by email, most often through ProxyVote.com. For ESPP shares and vested stock awards, it comes from the plan’s broker.|${askForBallot}}`,
      ),
    },
    registered: {
      label: "In my own name, with the transfer agent",
      hint: "The company’s agent sends you the documents.",
      explain:
        "You are a registered shareholder: the transfer agent lists you by name and sends you the proxy card. Vote with it there, and send it to no one else.",
    },
    employee_plan: {
      label: byJurisdiction("Through a plan with a trustee{, such as a 401(k)}"),
      hint: byJurisdiction(
        "You tell the trustee how to vote, by an earlier deadline{; not for ESPP shares or stock awards}.",
      ),
      explain: byJurisdiction(
        "A trustee holds the plan’s shares and votes them on your instruction. Their deadline is earlier than a broker’s, so look for their message first.{ ESPP shares and vested stock awards are with the plan’s broker: for them, change to “With a broker”.}",
      ),
    },
    ira_brokerage: {
      label: "In a retirement account that I direct",
      hint: brokerageWindow,
      explain: byJurisdiction(
        `${brokerageWindow}{ The broker sends you the ballot by email, most often through ProxyVote.com.}`,
      ),
    },
    foreign_broker: {
      label: byJurisdiction("With a broker {outside the United States|in another country}"),
      hint: "Ask your broker about proxy voting early: their deadline is often days sooner.",
      explain: byJurisdiction(
        "A nominee or depositary holds them. Ask your broker for proxy voting now: it often needs your vote days earlier{ than brokers in the United States}.",
      ),
    },
    fund: {
      label: "Only through a fund or ETF",
      hint: "The fund has the votes, but you can still act.",
      explain: "",
    },
    institution: {
      label: "I decide for others: a fund, a plan, a foundation",
      hint: "Institutions have their own form.",
      explain:
        "For people who decide how shares they manage for others are voted. This form is about proposals alone, and sets no conditions for anyone on the board.",
    },
    unsure: {
      label: "I’m not sure",
      hint: "A few questions help you find out.",
      explain: `Tell us what you know. ${askForBallot}`,
    },
  },

  findOut: {
    eyebrow: "Between step 1 and 2",
    title: "Find out how you hold your shares",
    standfirst: "Choose the first one that fits. If none fits, skip this.",
    questions: [
      {
        ask: "Does your statement name a fund or ETF instead of the company?",
        means: "Then the fund owns the shares and votes them.",
        answers: [["fund", "Yes, through a fund"]],
      },
      {
        ask: byJurisdiction("Are they in a plan that a trustee keeps{, such as a 401(k)}?"),
        means: "Then the trustee votes them on your instruction.",
        answers: [["employee_plan", "Yes, in a plan with a trustee"]],
      },
      {
        ask: "Are they in an IRA or another retirement account where you choose what to buy?",
        means: "Then it works like a brokerage account.",
        answers: [["ira_brokerage", "Yes, in a retirement account"]],
      },
      {
        ask: byJurisdiction(
          "Did you buy them in an app, at a bank or with an online broker{, or get them as stock awards or through an ESPP}?",
        ),
        means: "Then the broker keeps them and sends you the ballot.",
        answers: [
          ["broker", byJurisdiction("Yes, in {the United States|the company’s country}")],
          ["foreign_broker", "Yes, in another country"],
        ],
      },
      {
        ask: "Does a transfer agent write to you by name, without a broker?",
        means: "Then you are a registered shareholder.",
        answers: [["registered", "Yes, in my own name"]],
      },
    ],
    none: "None fits: skip this",
  } as {
    eyebrow: string;
    title: string;
    standfirst: string;
    questions: readonly {
      ask: LegalText;
      means: string;
      answers: readonly (readonly [
        "fund" | "employee_plan" | "ira_brokerage" | "broker" | "foreign_broker" | "registered",
        LegalText,
      ])[];
    }[];
    none: string;
  },

  second: {
    step: "Step 2 of 2",
    title: "Your shares and your intention",
    titleOf: {
      fund: "Your fund has the votes. You can still act",
      institution: "What the institution intends",
    },
    change: "Change",
    changeOf: "Change how you hold your shares",

    shares: "How many shares?",
    sharesOfInstitution: "How many shares do you decide for?",
    sharesHint: "A number like 12, or a range like 100-999; leave it empty if you’d rather not say.",
    buckets: {
      "1-9": "1 to 9",
      "10-99": "10 to 99",
      "100-999": "100 to 999",
      "1000-9999": "1,000 to 9,999",
      "10000-99999": "10,000 to 99,999",
      "100000+": "100,000 to 10 million",
    },

    since: "Since when?",
    month: "Year and month",
    sinceHint: "After one to three years, depending on their value, you may qualify to co-file a proposal.",
    toCoFile: "Can I co-file? (opens a new tab)",
    tenure: "Or roughly",
    noTenure: "Rather not say",
    tenures: {
      under_1_year: "less than 1 year",
      "1_to_2_years": "1 to 2 years",
      "2_to_3_years": "2 to 3 years",
      "3_years_or_more": "3 years or more",
      unsure: "not sure",
    },

    recordDate: (date: string) => `Did you hold them on ${date}?`,
    recordDateHint:
      "Only shares held on that day, the record date, can be voted at this meeting; shares bought on that day were yours one business day later.",
    recordDates: { yes: "Yes", no: "No", unsure: "Not sure", not_applicable: "Does not apply" },

    account: "What kind of account is it?",
    accountHint: `${mayBeLent} can lose their vote.`,
    accountHintPassed: `${mayBeLent} may have lost their vote.`,
    aboutLoans: "Learn more about shares on loan",
    loans: "Ask your broker to call them back before the record date.",
    loansPassed:
      "Ask your broker whether yours still have their vote. For the next meeting, call them back before the record date.",
    flags: { cash: "Cash", margin: "Margin", lending: "Share lending is on", unsure: "Not sure" },
    planVoteBy: (date: string) => `For this meeting their deadline is ${date}.`,
    planVoteByPassed: (date: string) =>
      `For this meeting their deadline was ${date}. Ask them at once whether they still take your instruction. You can pledge in any case.`,
    lent: "Are shares lent out?",
    lentHint:
      "Shares on loan on the record date can lose their vote, so call back before that day the ones you want to vote.",
    lentHintPassed: "Shares on loan on the record date may have lost their vote for this meeting.",
    flagsOfInstitution: { lending: "Some are, or may be", unsure: "Not sure" },

    standing: "Do you have a standing instruction?",
    standingHint:
      "If you set a rule for every ballot with your broker, bank or plan, check this ballot anyway.",
    standings: { yes: "Yes", no: "No", unsure: "Not sure" },

    custody: "Where are they held?",
    custodies: {
      broker: byJurisdiction("With a custodian or broker in {the United States|the company’s country}"),
      foreign_broker: "With a custodian or broker in another country",
      registered: "In the institution’s name, with the transfer agent",
      unsure: "Not sure, or in several ways",
    },

    intention: "How do you intend to vote?",
    intentionOfInstitution: "How does the institution intend to vote?",
    intentionHint: (company: string) =>
      `In general, on proposals that ask ${company} for what this campaign asks.`,
    intentionInGeneral: "On other proposals of this kind",
    intentionItemsHint: "You can change it until the vote.",
    intentions: { for: "For", against: "Against", abstain: "Abstain", undecided: "Undecided" },
    item: (number: number | null, title: string) => (number === null ? title : `Item ${number}: ${title}`),
    itemStates: {
      proposed: "Proposed, not filed yet.",
      filed: "Filed, not on the ballot yet: the company may leave it out.",
      challenged: "Filed and challenged by the company: it may not reach the ballot.",
      excluded: "Left off the ballot.",
      withdrawn: "Withdrawn.",
      on_ballot: "On the ballot.",
      voted: "Voted.",
    },
    board: (recommendation: string) => `The board recommends “${recommendation}”.`,
    campaign: (recommendation: string) => `This campaign recommends “${recommendation}”.`,
    notVerified: "Not verified against the proxy statement.",

    willing: "Would you do more?",
    willings: (company: string) => ({
      cofile: "Co-file a proposal with other shareholders",
      ask_question: "Ask a question at the meeting",
      attend: "Attend the meeting",
      write_ir: `Write to ${company}’s investor relations`,
      media: "Speak to journalists",
    }),

    more: "Add more (optional)",
    comment: "Comment",
    commentHint: "We refuse text with a long number in it and don’t store it.",

    displayHint: "If you choose to be shown, the public totals list your initials or name, and your country.",
    displayMore: (company: string) =>
      `They never list your shares or vote. You can hide them at any time. If you work for ${company} or a supplier, your employer will know you pledged.`,

    agree: "What you agree to",
    attestBy: "By pressing the button, you state:",
    attest:
      "I own these shares, or decide how they are voted. I state what I intend, and I vote them myself.",
    attestPlan:
      "These shares are mine, in a plan with a trustee. I state what I intend, and I instruct the trustee myself.",
    attestFund: (company: string) =>
      `I hold ${company} shares through a fund. I know that the fund votes them, and I intend to choose its voting policy or write to its manager.`,
    attestInstitution:
      "I decide, alone or with others, how these shares are voted. This states what is intended, without conditions, and the institution votes its shares itself.",
    consentPledge:
      "The campaign may store this pledge, with the number of shares encrypted, and count it. It may reveal my political views.",
    consentPledgeFund: "The campaign may store this and count it. It may reveal my political views.",
    consentUpdates: "Send me updates from this campaign.",
    consentContact: "Organizers may write to me about co-filing.",

    button: "Pledge how I will vote",
    buttonFund: "I’ll act through my fund",
    buttonInstitution: "Pledge for the institution",
    buttonEdit: "Save as my pledge",

    next: {
      heading: "Your ballot, and our reminders",
      mail: "We email you. Confirm there and your pledge counts.",
      known: "Your pledge counts at once. We email you a receipt.",
      knownDelayed: "Your pledge counts at once. Our emails are delayed today, so your receipt comes later.",
      /** By what they are still about. */
      reminders: {
        recordDate: "We remind you before the record date, when voting opens and in its last days,",
        opening: "We remind you when voting opens and in its last days,",
        vote: "We remind you to vote,",
      },
      remindersDated: "each time with a calendar file. Afterwards we ask once whether you voted.",
      remindersUndated: "once the dates are known and checked. Afterwards we ask once whether you voted.",
      lastVoteCounts: "You can change your vote until voting ends: the last one counts.",
      edits: "It replaces your earlier pledge.",
      privacy: "No cookies or trackers. Unconfirmed pledges are deleted 7 days after our email.",
      privacyLink: "Privacy in full",
    },
  },

  fund: {
    explain: (company: string) =>
      `The fund’s manager votes its ${company} shares. You get no ballot, so we ask for no number and count fund holders separately.`,
    programs: {
      heading: "Managers that let you choose",
      covers: {
        vanguard: "Investor Choice: 15 funds in 2026, the 500 Index Fund and VOO among them.",
        blackrock: "Voting Choice: for IVV.",
        "state-street": "A voting choice since 2023.",
        schwab: "Asks fund holders by survey.",
      },
      trust: {
        verified: (date: string) => `As of ${date}.`,
        stale: (date: string) => `As of ${date}; it may have changed.`,
        unverified: (date: string) => `As of ${date}. Not verified: ask the manager.`,
      },
      source: "Source",
      policyOnly: "You choose a policy for all votes, never how to vote on one item. Look in your account.",
    },
    write: "Once you confirm, you get a letter to the manager, filled in, to email, copy or print.",
    manager: "Who manages the fund?",
    managerHint: "It’s in the fund’s name or on your statement.",
    otherManager: "Another one, or I’m not sure",
    managerName: "Another manager’s name",
    managerNameHint: "Don’t enter your workplace plan, which shows where you work.",
    yourName: "Your name",
    letterLabel: "The letter",
    letter: {
      /** Null: not known. */
      to: (manager: string | null) =>
        manager ? `Dear ${manager},` : "To those who vote the shares of the fund,",
      holds: (company: string) => `I hold a fund of yours that owns shares of ${company}.`,
      /** `demand`: a sentence in the campaign’s own words. */
      campaign: (title: string, demand: string) => `I support the campaign “${title}”: “${demand}”`,
      support: (company: string) =>
        `Please support shareholder proposals at ${company} that ask for this, or for a report on it.`,
      ask: (company: string) => `How have your funds voted on such proposals at ${company}, and why?`,
      asked: (what: string, when: string) => `How did your funds vote on ${what} ${when}, and why?`,
      numbers: (numbers: string, count: number) =>
        icu("{count, plural, one {item} other {items}} {numbers}", { numbers, count }),
      on: (date: string) => `on ${date}`,
      at: (company: string, year: number) => `at ${company}’s annual meeting of ${year}`,
      items: (list: string) => `For reference: ${list}.`,
      item: (number: number | null, title: string) => `item ${number}, “${title}”`,
      npx: (date: string) =>
        `US funds must report each vote on Form N-PX, this one by ${date}. So please tell me above all why.`,
      policy: "Please also tell me whether I can choose the voting policy for the shares behind my part.",
    },
    closing: "Sincerely,",
    subject: (company: string) => `How your funds vote their ${company} shares`,
    own: {
      heading: "Your letter to the fund’s manager",
      text: "Email or mail it, and change what you like. The manager’s website says where: look for “contact” or “stewardship”.",
      mail: "Open it in my email program",
      print: "Print the letter",
      printHint: "If you print this page, only the letter is printed.",
    },
  },

  /** For people who work at the company. */
  atWork: {
    heading: (company: string) => `If you work at ${company}`,
    text: (company: string) =>
      `Use your own device and a private email address, and show no name. We give ${company} no names of people who pledge. If you show yours, your employer will know you pledged; that goes for suppliers, too.`,
  },

  institution: {
    notice: byJurisdiction(
      "{An institution with more than $5 million of the company’s stock that supports a proposal in writing must file a notice within three days of first use (Rule 14a-6(g)).}",
    ),
    name: "Enter its name if we may name it, otherwise your own and not your employer’s.",
  },

  notOpen: {
    heading: "Pledging is not open yet",
    text: "Before anyone can pledge, this page must say who asks. Still missing:",
  },
  closed: {
    heading: "This campaign is closed",
    text: "It takes no more pledges. Confirmed ones stay counted.",
  },
  noMeeting: {
    heading: "No meeting to pledge for yet",
    text: (company: string) =>
      `${company}’s next meeting is to be announced. You can pledge here once it is.`,
    link: "Until then: read the case and sign the petition",
  },
  over: {
    title: (year: number) => `Voting at the meeting of ${year} is over`,
    text: "This page takes no more pledges for it. If you pledged, please tell us whether you voted.",
    form: "Enter the address you pledged with. If we hold anything about it, we email you a link to your page.",
    known: "Please tell us whether you voted.",
    knownButton: "Tell whether I voted",
    notPledged: "You made no pledge for it. There is nothing to do.",
  },
  /** Someone who told already how they voted. */
  told: {
    title: "You’ve told us how you voted",
    text: "So your pledge can no longer be changed. You can still correct your answer.",
    button: "Correct my answer",
    withdraw: "You can still withdraw the pledge.",
    manage: "Get a link to my page",
  },

  known: {
    title: "Change how you will vote",
    note: "Anyone with this link can pledge as you, so don’t forward it.",
    expiredTitle: "This link has expired",
    goneTitle: "This link doesn’t work",
    goneText: "It is incomplete, or your data was deleted.",
    fresh: "Enter your address. If we hold anything about it, we email you a new link to your page.",
    pledgeAgain: "Or pledge again",
    notStoredTitle: "This pledge was not stored",
    notStored:
      "There’s already a pledge under this name, and this link can’t change it. We’ve emailed the person who made it.",
  },

  summary: (count: number) =>
    icu(
      "Your pledge is not in yet: {count, plural, one {one thing needs} other {{spelled} things need}} a change",
      { count, spelled: spelled(count) },
    ),

  /** By code: what to do. What is not here is said by the words of all forms. */
  errors: {
    "name-missing": "Enter your name",
    "name-numbers": "Remove the long number from the name. It was not stored",
    "way-missing": "Choose how you hold your shares. “I’m not sure” is an answer too",
    "holding-form-missing": "Choose where the shares are held",
    "kind-missing": "Choose how you hold your shares",
    "shares-unclear": "Enter the shares as a number like 120 or a range like 100-999, or leave it empty",
    "shares-range":
      "Enter an exact number, or one of these ranges: 1-9, 10-99, 100-999, 1,000-9,999, 10,000-99,999, or 100,000-10,000,000",
    "shares-none": "Enter a number above zero",
    "month-shape": "Enter year and month like 2021-05, or leave it empty",
    "month-early": "Enter a month from March 1986 on",
    "month-future": "Enter a month that is not in the future",
    "month-or-tenure": "Enter the month or choose a rough time, not both",
    "tenure-unknown": "Choose a time from the list",
    "flag-unknown": "Choose an account from the list",
    "record-date-unknown": "Choose yes, no or not sure",
    "record-date-missing": "Say whether you held them on the record date. “Not sure” is an answer too",
    "standing-unknown": "Choose yes, no or not sure",
    "intention-unknown": "Choose one of the four",
    "willing-unknown": "Choose from the list what else you would do",
    "consent-pledge-missing": "Check “The campaign may store this …”: without it we cannot keep your pledge",
    "manager-unknown": "Choose a manager from the list",
    "manager-long": "Shorten the manager’s name to 100 characters",
    "manager-name": "Write the manager’s name on one line, or leave it empty",
    "manager-plan":
      "Enter the manager’s name, not the name of a plan: it reveals your employer. It was not stored",
    "fund-no-shares": "Fund holders give no number of shares: the fund has the votes. Send it without",
    "fund-no-items": "Fund holders don’t vote on items: the fund does. Send it without",
    "comment-numbers":
      "Remove the long number from the comment. It was not stored. Enter a ballot’s number only on your broker’s page",
  } as Record<string, string>,
};
