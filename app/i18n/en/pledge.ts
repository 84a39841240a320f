import { icu } from "./icu.ts";
import { spelled } from "./spelled.ts";

export default {
  /**
   * What stands on every page, mail and PDF of the flow, word for word; `fund`: on the path of those who hold
   * a fund. The last one links to who that is.
   */
  disclosures: (company: string, fund = false): readonly string[] => [
    "This pledge is not a proxy. Nobody votes for you. It is a statement of intention, not binding, and you can withdraw it at any time.",
    fund
      ? "The fund’s manager votes its shares."
      : "You vote your own shares, through your own broker. We cannot vote for you.",
    "Do not send us your proxy card, control number or login. No field here takes them.",
    "Holdings are self-reported: they are what holders tell us.",
    "Nothing here is investment or legal advice.",
    `We are not affiliated with ${company}.`,
    "The foot of every page says who runs and funds this site.",
  ],
  disclosuresHeading: "What this pledge is",
  disclosuresMore: (lines: number) => `${lines} more lines`,

  title: "Pledge how you will vote",
  eyebrow: (company: string) => `For people who own ${company} shares`,
  standfirst: "Say how you intend to vote your own shares. We count it, and remind you until you have voted.",
  whatItIs: "What this pledge is, and what it is not",

  meeting: {
    name: (company: string, year: number) => `${company}’s annual meeting of ${year}`,
    forMeeting: (company: string, year: number) => `For ${company}’s annual meeting of ${year}`,
    status: {
      expected: "Expected. Its agenda is not announced, so we ask what you intend in general.",
      announced: "Announced.",
      open: "Voting is open.",
      closed: "Voting is over.",
      results: "Voting is over, and its results are known.",
    },
    day: "Meeting",
    recordDate: "Record date",
    dayAndRecordDate: "Its day and its record date",
    ballotOpens: "Voting opens",
    voteBy: "Vote by",
    planVoteBy: "Employee plans by",
    unknown: "not known here",
    hasPassed: (date: string) => `${date}, which has passed`,
    trust: {
      verified: (date: string) => `Checked by an organizer. As of ${date}.`,
      stale: (date: string) => `As of ${date}. That is a while ago: check the dates with your broker.`,
      unverified: "Not verified: no organizer has checked this against the company’s papers.",
    },
    asOf: (date: string) => `As of ${date}.`,
    source: "Source",
    late: {
      heading: "Why you may not be able to vote at this meeting",
      passed: (date: string) =>
        `Only those who held shares on ${date} can vote them at this meeting. If you bought yours later, you can vote them at the next one.`,
      asks: "The form asks those who hold shares about that day.",
      unknown: (year: number) =>
        `Only those who hold shares on the record date can vote them. That day lies before the meeting. It is not known here, and by the pattern of past meetings it may have passed already: then shares bought since cannot be voted in ${year}, and belong to the next meeting.`,
      notThisYear: (year: number) => `Why not the meeting of ${year}?`,
      next: (running: number, year: number) =>
        `Only those who hold shares on the record date can vote them, and that day lies before the meeting. By the pattern of past meetings the record date of ${running} may have passed already, and a pledge would come too late. So this page asks about ${year}. If you hold shares now, your broker can tell whether you vote in ${running} too.`,
      ahead: (date: string) => `Only those who hold shares on ${date} can vote them at this meeting.`,
    },
  },

  first: {
    way: "How do you hold your shares?",
    wayHint: "It decides who sends you the ballot, and so what we remind you of.",
    person: "Who are you?",
    name: "Name",
    email: "E-mail",
    emailHint: "To confirm, and for the reminders. It is never shown.",
    country: "Country",
    button: "Continue",
    step: "Step 1 of 2",
    notYou: "Not you?",
    knownAs: "You are known here, so you are not asked again:",
  },

  ways: {
    broker: {
      label: "With a broker, a bank or an app",
      hint: "The usual way. The ballot comes from the broker, by e-mail.",
      explain:
        "Your broker holds them in “street name”: the company knows the broker, and the broker sends you the ballot, a voting instruction form, usually by e-mail and through ProxyVote.com. You fill it in there.",
    },
    registered: {
      label: "In my own name, with the transfer agent",
      hint: "The company’s agent sends you the papers itself.",
      explain:
        "You are a registered holder: the transfer agent lists you by name and sends you the proxy card. You vote with it there, and send it to nobody else.",
    },
    employee_plan: {
      label: "Through an employee plan, ESPP or 401(k)",
      hint: "A trustee votes on your instruction, and stops taking it earlier.",
      explain:
        "A trustee holds the shares of the plan and votes them on your instruction. It stops taking instructions earlier than brokers do, so look for its message first.",
    },
    ira_brokerage: {
      label: "In a retirement account that I direct",
      hint: "With a brokerage window it works like a broker’s account.",
      explain:
        "A retirement account with a brokerage window works like a broker’s account: the brokerage sends you the ballot, usually by e-mail and through ProxyVote.com.",
    },
    foreign_broker: {
      label: "With a broker outside the United States",
      hint: "Ask it for proxy voting early: its deadline is often days before.",
      explain:
        "A nominee or a depositary stands between you and the company. Ask your broker for proxy voting now: it often needs your vote days earlier than brokers in the United States.",
    },
    fund: {
      label: "Only through a fund or ETF",
      hint: "The fund has the votes, not you. You can still act on it.",
      explain: "",
    },
    institution: {
      label: "I decide for others: a fund, a plan, a foundation",
      hint: "Institutions have a form of their own.",
      explain:
        "For those who decide how shares are voted that they manage for others. This form speaks of proposals alone, and sets no conditions for anyone on the board.",
    },
    unsure: {
      label: "I am not sure",
      hint: "A few questions help to find out.",
      explain:
        "Say what you know. Before the vote, ask whoever keeps the shares for you how the ballot reaches you.",
    },
  },

  findOut: {
    eyebrow: "Between step 1 and 2",
    title: "How to find out how you hold them",
    standfirst: "Take the first one that fits. If none does, go on without.",
    questions: [
      {
        ask: "Does your statement name a fund or an ETF, and not the company itself?",
        means: "Then the fund owns the shares and votes them.",
        answers: [["fund", "Yes, through a fund"]],
      },
      {
        ask: "Did they come through your work, or are they in a 401(k)?",
        means: "Then a trustee votes them on your instruction.",
        answers: [["employee_plan", "Yes, through an employee plan"]],
      },
      {
        ask: "Are they in an IRA or another retirement account where you choose what it holds?",
        means: "Then it works like a broker’s account.",
        answers: [["ira_brokerage", "Yes, in a retirement account"]],
      },
      {
        ask: "Did you buy them in an app, at a bank or with an online broker?",
        means: "Then the broker keeps them for you and sends you the ballot.",
        answers: [
          ["broker", "Yes, in the United States"],
          ["foreign_broker", "Yes, in another country"],
        ],
      },
      {
        ask: "Does a transfer agent write to you by name about them, with no broker between?",
        means: "Then you are a registered holder.",
        answers: [["registered", "Yes, in my own name"]],
      },
    ],
    none: "None fits: go on without knowing",
  } as {
    eyebrow: string;
    title: string;
    standfirst: string;
    questions: readonly {
      ask: string;
      means: string;
      answers: readonly (readonly [
        "fund" | "employee_plan" | "ira_brokerage" | "broker" | "foreign_broker" | "registered",
        string,
      ])[];
    }[];
    none: string;
  },

  second: {
    step: "Step 2 of 2",
    title: "Your shares and your intention",
    titleOf: {
      fund: "Your fund has the votes, and you can act on that",
      institution: "What the institution intends",
    },
    change: "Change",
    changeOf: "Change how you hold, or who you are",

    shares: "How many shares?",
    sharesOfInstitution: "How many shares do you decide for?",
    sharesHint: "One of the two. Fractions such as 12.5 are fine; only whole shares are counted.",
    number: "A number",
    bucket: "Or a range",
    noBucket: "No range",
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
    sinceHint:
      "The month, or roughly. After one to three years, depending on the value, a holder may qualify to co-file a proposal.",
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
    recordDateHint: "That was the record date: only shares held on that day can be voted at this meeting.",
    recordDates: { yes: "Yes", no: "No", unsure: "Not sure", not_applicable: "Does not apply" },

    account: "What kind of account is it?",
    accountHint:
      "Shares that are out on loan on the record date can lose their vote, and in a margin account the broker may lend them. If that is yours, ask the broker to call them back before that day.",
    accountHintPassed:
      "Shares that were out on loan on the record date can have lost their vote for this meeting: ask the broker. For the next one, call them back before that day.",
    flags: { cash: "Cash", margin: "Margin", lending: "Share lending is on", unsure: "Not sure" },
    planVoteBy: (date: string) => `For this meeting it takes them until ${date}.`,
    planVoteByPassed: (date: string) =>
      `For this meeting it took them until ${date}. That has passed, and it may take no more of them: ask it at once. Your pledge is taken all the same.`,
    lent: "Are shares lent out?",
    lentHint:
      "Shares that are out on loan on the record date can lose their vote. Call back before that day what is to be voted.",
    lentHintPassed:
      "Shares that were out on loan on the record date can have lost their vote for this meeting.",
    flagsOfInstitution: { lending: "Some are, or may be", unsure: "Not sure" },

    standing: "Is there a standing instruction on it?",
    standingHint:
      "A rule for every ballot that you once set with whoever holds the shares. If there is one, look at this ballot all the same.",
    standings: { yes: "Yes", no: "No", unsure: "Not sure" },

    custody: "Where are they held?",
    custodies: {
      broker: "With a custodian or broker in the United States",
      foreign_broker: "With a custodian or broker elsewhere",
      registered: "In the institution’s name, with the transfer agent",
      unsure: "Not sure, or in several ways",
    },

    intention: "How do you intend to vote?",
    intentionOfInstitution: "How does the institution intend to vote?",
    intentionHint: (company: string) =>
      `In general, on proposals that ask ${company} for what this campaign asks.`,
    intentionInGeneral: "On other proposals of this kind",
    intentionItemsHint: "Each item as far as you know. You can change it until the vote.",
    intentions: { for: "For", against: "Against", abstain: "Abstain", undecided: "Undecided" },
    item: (number: number | null, title: string) => (number === null ? title : `Item ${number}: ${title}`),
    itemStates: {
      proposed: "Proposed, not filed yet.",
      filed: "Filed. That is not yet on the ballot.",
      challenged: "Filed, and challenged by the company: it may not come to the ballot.",
      excluded: "Left off the ballot.",
      withdrawn: "Withdrawn.",
      on_ballot: "On the ballot.",
      voted: "Voted.",
    },
    board: (recommendation: string) => `The board recommends “${recommendation}”.`,
    campaign: (recommendation: string) => `This campaign recommends “${recommendation}”.`,
    notVerified: "Not checked against the proxy statement.",

    willing: "Would you do more?",
    willings: (company: string) => ({
      cofile: "Co-file a proposal, each holder on their own",
      ask_question: "Ask a question at the meeting",
      attend: "Attend the meeting",
      write_ir: `Write to ${company}’s investor relations`,
      media: "Speak to journalists",
    }),

    more: "Add more (optional)",
    comment: "Comment",
    commentHint: "A text with a long number in it is refused and not stored. No such number is needed here.",

    displayHint: (list: string) =>
      `If you choose your initials or your name, they appear with your country next to the totals of all pledges: ${list}. What you hold and how you mean to vote are not shown. Choosing is your consent, and you can take it back at any time.`,

    agree: "What you agree to",
    attest:
      "I own these shares, or decide how they are voted. I state what I intend, and I vote them myself.",
    attestFund: (company: string) =>
      `I hold ${company} shares through a fund. I know that the fund votes them, and I mean to do one of the two.`,
    attestInstitution:
      "I decide, alone or with others, how these shares are voted. This states what is intended, without conditions, and the institution votes its shares itself.",
    consentPledge:
      "I agree that the campaign stores this pledge, the number of shares encrypted, and counts it. It may reveal a political opinion.",
    consentPledgeFund:
      "I agree that the campaign stores this and counts it. It may reveal a political opinion.",
    consentUpdates: "Send me news of this campaign.",
    consentContact: "Organizers may write to me about co-filing.",

    button: "Pledge how I will vote",
    buttonFund: "Pledge to do one of the two",
    buttonInstitution: "Pledge for the institution",
    buttonEdit: "Save as my pledge",

    next: {
      heading: "How your ballot comes, and when we remind you",
      mail: "We send one message with a button, and your pledge counts once you press it.",
      known: "Your pledge counts at once, and a receipt is on its way.",
      knownDelayed:
        "Your pledge counts at once. Our emails are delayed today, so the receipt comes once we can send again.",
      reminders:
        "We remind you before the record date, when the ballot opens and in its last days, each time with a calendar file. Afterwards we ask once whether you voted.",
      remindersPastRecordDate:
        "We remind you to vote, each time with a calendar file. Afterwards we ask once whether you voted.",
      edits: "It takes the place of the pledge you made before.",
      privacy: "No cookies, no trackers. An entry that is not confirmed is deleted after 7 days.",
      privacyLink: "Privacy in full",
    },
  },

  fund: {
    explain: (company: string) =>
      `The manager of the fund votes the ${company} shares in it. There is no ballot for you, so we ask for no number, and we never add you to the shares: holders of funds are counted apart.`,
    policyHeading: "Choose its voting policy",
    policy:
      "Some managers let those who hold a fund choose the policy by which it votes. Look for it in your account, or ask.",
    writeHeading: "Or write to its manager",
    write:
      "This is the letter. Once you have confirmed, you get it filled in, to send from your own email, copy or print.",
    manager: "Who manages the fund?",
    managerHint:
      "The manager’s name alone, as it stands in the name of the fund or on your statement. It goes into your letter. Leave out the name of a plan: it tells for whom you work.",
    letterLabel: "The letter",
    /** `manager` null: not known. */
    letter: (company: string, manager: string | null) => [
      manager ? `Dear ${manager},` : "To those who vote the shares of the fund,",
      `I hold a fund of yours that owns shares of ${company}.`,
      `I ask you to support shareholder proposals at ${company} that ask it to report on human-rights due diligence on what its customers do with its products, and to publish how you voted and why.`,
      "Please tell me also whether I can choose the policy by which the shares behind my part are voted.",
    ],
    closing: "Yours sincerely,",
    subject: (company: string) => `How your funds vote their ${company} shares`,
    own: {
      heading: "Your letter to the fund’s manager",
      text: "Send it from your own email or by post, and change what you like. The manager’s website says where: look for “contact” or “stewardship”.",
      mail: "Open it in my email program",
      print: "Print the letter",
      printHint: "If you print this page, only the letter is on the paper.",
    },
  },

  institution: {
    name: "If the institution may be named, put its name in the place of yours. We ask for no employer.",
  },

  notOpen: {
    heading: "Pledging is not open yet",
    text: "Before anyone is asked to pledge, this page must say who asks. Still missing:",
  },
  closed: {
    heading: "This campaign is closed",
    text: "It takes no more pledges. What was pledged is counted.",
  },
  noMeeting: {
    heading: "There is no meeting to pledge for yet",
    text: (company: string) =>
      `A pledge belongs to one meeting of ${company}, and none is entered here. Once an organizer enters it, this page takes pledges for it.`,
    link: "Until then: read the case and sign the petition",
  },
  over: {
    title: (year: number) => `Voting at the meeting of ${year} is over`,
    text: "This page takes no more pledges for it. If you pledged, please tell us whether you voted: a page of your own asks that.",
    form: "Enter the address you pledged with. If we hold anything about it, a private link goes there.",
    known: "Please tell us whether you voted.",
    knownButton: "Say whether I voted",
    notPledged: "You made no pledge for it, so there is nothing to tell.",
  },
  /** Someone who told already how they voted. */
  told: {
    title: "You have told how you voted",
    text: "What you told is of the pledge as it stands, so that pledge can no longer be changed. What you told can be corrected.",
    button: "Correct what I told",
    withdraw: "You can still withdraw the pledge.",
    manage: "Ask for your own page",
  },

  known: {
    title: "Change how you will vote",
    youAre: "You",
    note: "Whoever has this link can pledge as you. Do not forward it.",
    expiredTitle: "This link has expired",
    goneTitle: "This link opens nothing here",
    goneText: "It is incomplete, or what was held about you was deleted.",
    fresh: "Enter your address. If we hold anything about it, a fresh private link goes there.",
    anew: "Or pledge again",
    notStoredTitle: "This pledge was not stored",
    notStored:
      "A pledge under this name is in force, and this link does not change it. We emailed its owner.",
  },

  summary: (count: number) =>
    icu(
      "Your pledge is not in yet: {count, plural, one {one thing needs} other {{spelled} things need}} a change",
      { count, spelled: spelled(count) },
    ),

  /** By code: what to do. What is not here is said by the words of all forms. */
  errors: {
    "name-missing": "Write your name",
    "name-numbers": "Take the long number out of the name. It is not needed here and was not stored",
    "way-missing": "Choose how you hold your shares. “I am not sure” is an answer too",
    "holding-form-missing": "Choose where the shares are held",
    "kind-missing": "Choose how you hold your shares",
    "shares-plain": "Write the number in plain digits, like 120 or 12.5",
    "shares-none": "Write a number above zero",
    "shares-missing": "Write how many shares, or choose a range",
    "shares-or-bucket": "Give a number or a range, and leave the other empty",
    "bucket-unknown": "Choose a range from the list",
    "month-shape": "Write year and month like 2021-05, or leave it out",
    "month-early": "Write a month from March 1986 on: nobody can have held them longer",
    "month-future": "Write a month that is not ahead of us",
    "month-or-tenure": "Give the month or a rough time, and leave the other empty",
    "tenure-unknown": "Choose a time from the list",
    "flag-unknown": "Choose from the list of accounts",
    "record-date-unknown": "Choose yes, no or not sure",
    "record-date-missing": "Say whether you held them on the record date. “Not sure” is an answer too",
    "standing-unknown": "Choose yes, no or not sure",
    "intention-unknown": "Choose one of the four",
    "willing-unknown": "Choose from the list what else you would do",
    "attest-missing": "Tick the first box under “What you agree to”: without it this is not your statement",
    "consent-pledge-missing":
      "Tick “I agree that the campaign stores this …”: without it we cannot keep your pledge",
    "manager-long": "Write the manager’s name in 100 characters or fewer",
    "manager-name": "Write the manager’s name on one line, or leave it out",
    "manager-plan":
      "Write the manager’s name, and not the name of a plan: it tells for whom you work. It was not stored",
    "fund-no-shares":
      "A pledge through a fund has no number of shares: the fund has the votes. Send it without",
    "fund-no-items": "A pledge through a fund has no votes on items: the fund votes. Send it without",
    "comment-numbers":
      "Take the long number out of the comment. It was not stored, and none is needed here: the number of a ballot is for your broker’s page alone",
  } as Record<string, string>,
};
