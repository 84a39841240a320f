import { byJurisdiction } from "../by-jurisdiction.ts";
import { icu } from "./icu.ts";
import { endsLinks } from "./mail-notes.ts";

const notReadable = "saved, but we can’t read it right now. That’s our fault";
type Intended = { item: string | null; intention: string };

const conjunction = new Intl.ListFormat("en-US", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What was told in a pledge; pages and mails use the same words. */
const told = {
  meeting: "Meeting",
  meetingOf: (company: string, year: number) => `${company}’s annual meeting of ${year}`,
  meetingOn: (company: string, date: string) => `${company}’s annual meeting, on ${date}`,
  meetingUndated: (company: string, year: number) =>
    `${company}’s annual meeting of ${year}; date not known yet`,
  /** Behind a date that nobody has compared with the company’s papers, or not lately. */
  unchecked: "(to be confirmed)",
  as: "You pledge",
  kinds: {
    direct: "for shares of your own",
    fund: "as a fund holder, without a vote: counted separately, never added to shares",
    institution: "for an institution that invests for others",
  },
  heldAs: "Held",
  holdingForms: {
    broker: "through a broker",
    registered: "in your own name, with the transfer agent",
    employee_plan: "in a plan with a trustee",
    ira_brokerage: "in a retirement account with a broker",
    foreign_broker: byJurisdiction("through a broker {outside the US|in another country}"),
    unsure: "not sure how",
  },
  manager: "Fund manager",
  shares: "Number",
  sharesInMail: "as you reported it; see your page, as we don’t put it in emails",
  sharesNone: "none: fund holders don’t report a number",
  number: (shares: string, count: number) =>
    icu("{count, plural, one {{shares} share} other {{shares} shares}}", { shares, count }),
  sharesNotSaid: "you’d rather not say",
  range: (from: string, to: string) => `between ${from} and ${to} shares`,
  heldSince: "Held since",
  tenures: {
    under_1_year: "less than a year",
    "1_to_2_years": "one to two years",
    "2_to_3_years": "two to three years",
    "3_years_or_more": "three years or more",
    unsure: "not sure",
  },
  account: "Account",
  accountFlags: {
    cash: "a cash account",
    margin: "a margin account",
    lending: "shares may be lent out",
    unsure: "not sure",
  },
  onRecordDate: "On the record date",
  recordDateHoldings: {
    yes: "you held them",
    no: "you did not hold them",
    unsure: "not sure",
    not_applicable: "not asked",
  },
  standing: "Standing voting instruction",
  standingInstructions: { yes: "yes", no: "no", unsure: "not sure" },
  intend: "Voting intention",
  intentions: { for: "for", against: "against", abstain: "abstain", undecided: "undecided" },
  /** Of a fund's holder, who has no vote. */
  wish: "Voting preference",
  wishes: {
    for: "that the fund votes for",
    against: "that the fund votes against",
    abstain: "that the fund abstains",
    undecided: "undecided",
  },
  intends: ({ item, intention }: Intended) => `${item ?? "On proposals like these"}: ${intention}`,
  intendNothing: "not stated",
  item: (number: number | null, title: string) => (number === null ? title : `Item ${number}, ${title}`),
  willing: "You would also",
  willingnesses: {
    cofile: "co-file a proposal",
    attend: "attend the meeting",
    ask_question: "ask a question there",
    write_ir: "write to investor relations",
    media: "speak to the press",
  },
  listed,
  comment: "Comment",
  shownAs: "On this site",
  displays: {
    anonymous: "not shown; your pledge is counted",
    initials: "your initials",
    public: "your name",
  },
  agreedTo: "You agreed to",
  agreed: ({ updates, contactCofile }: { updates: boolean; contactCofile: boolean }) => {
    const agreed = [
      "us keeping and counting your pledge",
      ...(updates ? ["updates by email"] : []),
      ...(contactCofile ? ["contact about co-filing"] : []),
    ];
    return `${agreed.join("; ")}. The company does not get your name.`;
  },
};

const reminders = {
  kinds: {
    "record-date-21": "21 days before the record date",
    "record-date-5": "5 days before the record date",
    "ballot-open": "when voting opens",
    "vote-by-14": "14 days before voting ends",
    "vote-by-3": "3 days before voting ends",
    "vote-by-1": "the day before voting ends",
    "vote-tomorrow": "a reminder you asked for",
    "meeting-day": "on the day of the meeting",
    outcome: "the day after the meeting, to ask whether you voted",
    "tier-unlocks": "when you may first qualify to co-file",
    "proposal-deadline-60": "60 days before the proposal deadline",
    "proposal-deadline-30": "30 days before the proposal deadline",
    "fund-letter-14": "two weeks after your pledge, to ask about your letter",
    "fund-letter-outcome": "the day after the meeting, to ask about your letter",
  },
  states: {
    scheduled: (date: string) => `due on ${date}`,
    queued: (date: string) => `sent on ${date}`,
    cancelled: () => "canceled",
    missed: () => "skipped, because it would have come too late",
  },
  line: (kind: string, state: string) => `${sentence(kind)}: ${state}`,
  none: "None scheduled yet. We’ll schedule them once the meeting’s dates are known.",
  noneForFund: "None scheduled. We’ll ask once about your letter after the meeting, when its date is known.",
  stopped: "None: you stopped them.",
  told: "None: you told us how it ended.",
  notHeld:
    "None to vote this time: you told us you didn’t hold shares on the record date, so they can’t be voted at this meeting.",
  over: "None: voting at this meeting is over.",
  noneLeft: "No more before this meeting.",
  ended: "None: the pledge is not active.",
};

const lastDays =
  "We write again 14 days, 3 days, and 1 day before it ends, on the meeting day, and once afterwards. Reminders are scheduled once the dates are known and checked.";
const stillCounts = "Your pledge still counts, and you still get any updates you asked for.";

export default {
  told,
  reminders,

  confirm: {
    title: "Confirm your pledge",
    eyebrow: "Your voting pledge",
    filledIn: (date: string) => `Here is your pledge from ${date}. If it is right, confirm it below.`,
    button: "Confirm my pledge",
    what: "Your pledge then counts, and we email you a link to view, change or withdraw it. It is not binding.",
    replaces: "It replaces your earlier pledge for this meeting.",
    notMe: "Not you?",
    notMeText:
      "Someone entered your address in our form. Close this page, and the entry is deleted seven days after our email and does not count. Or delete it now and never hear from us again.",
    neverButton: "Delete it and never write to me again",
    sharesUnreadable: notReadable,
    lateTitle: "Voting at this meeting is over",
    lateText:
      "This pledge was not confirmed before voting ended, so it doesn’t count. It is deleted seven days after our email. You don’t need to do anything.",
    neverWithdrawn: `Your confirmed pledge is withdrawn and no longer counted. Your share count and comment are deleted. Your name, address, other answers and the time of each step stay. To delete everything, write to the organizers. ${endsLinks}`,
    doneTitle: "Your pledge is already confirmed",
    doneText: "It counts. You don’t need to do anything else.",
    reviewTitle: "Your pledge is under review",
    reviewText:
      "It is confirmed. Pledges of more than 10 million shares count once an organizer has reviewed them.",
    refusedTitle: "Your pledge was rejected",
    refusedText:
      "An organizer reviewed it because it is for more than 10 million shares, and did not accept it, so it doesn’t count. If this is wrong, write to the campaign.",
    withdrawnTitle: "Your pledge was withdrawn",
    withdrawnText: "It no longer counts. If you change your mind, you can pledge again.",
    supersededTitle: "Replaced by a newer pledge",
    supersededText: "You confirmed another pledge later; that one counts.",
    toldTitle: "You already told us how you voted",
    toldText:
      "So your counted pledge stays as it is, and this change was not made. On your page you can correct your answer or withdraw the pledge.",
    expiredTitle: "This link has expired",
    expiredText: "Unconfirmed pledges are deleted seven days after our email. Please fill in the form again.",
    goneTitle: "Nothing to confirm here",
    goneText:
      "If you confirmed another pledge later, that one counts. If the link is incomplete, copy the full address from the email. If the entry was deleted, fill in the form again.",
    toForm: "Open the shareholder form",
  },

  thanks: {
    title: "Your pledge is counted",
    titleInReview: "Your pledge is under review",
    inReview:
      "Pledges of more than 10 million shares count once an organizer has reviewed them. Your page shows when; you don’t need to do anything.",
    expiredTitle: "Thank you for your pledge",
    expiredText: "Your receipt is in your email, with a link to change or withdraw your pledge.",
    nextHeading: "What happens next",
    ballot: "You vote your own shares with the ballot you receive.",
    trustee:
      "You tell your plan’s trustee how to vote, and the trustee votes the plan’s shares as you say. Their deadline is earlier than a broker’s: look for their message.",
    next: "We’ll email you when it’s time to act, with the steps for how you hold your shares:",
    /** By what reminders are still about. */
    nextUndated: {
      recordDate: `We’ll remind you before the record date and when voting opens. ${lastDays}`,
      opening: `We’ll remind you when voting opens. ${lastDays}`,
      vote: "We’ll remind you to vote once this meeting’s dates are known and checked. After it, we’ll ask once whether you voted.",
    },
    nextInReview: "We’ll schedule reminders once your pledge counts.",
    nextStopped: "You stopped reminders, so we won’t send any.",
    nextTold: "You told us whether you voted, so we won’t remind you to vote.",
    nextOver: "Voting is over, so we won’t remind you to vote.",
    nextNotHeld:
      "You told us you didn’t hold your shares on the record date, so they can’t be voted at this meeting. We won’t remind you to vote this time. Your pledge is kept as you made it.",
    nextNone: "No more reminders are due before this meeting.",
    nextFund: (meeting: string) =>
      `Fund holders get no ballot for ${meeting}. You can choose a voting policy, if your fund manager offers one, or write to the manager. Your pledge is counted separately, never added to shares.`,
    /** With the days of those emails that have one. */
    fundAsks: {
      both: "We’ll email you twice about your letter.",
      first:
        "We’ll email you twice about your letter. The second email comes after the meeting, once its date is known.",
      last: "We’ll email you once about your letter.",
    },
    changeHeading: "Change or withdraw it",
    changeText: "A change makes a new version, which replaces the old one.",
    changeLink: "Change my pledge",
    changeInEmail: "The link to change it is in your email.",
    withdrawText: "The link to withdraw it is in your email.",
    shareHeading: "Tell another shareholder",
    shareHeadingFund: "Tell someone else with savings in a fund",
    coFileHeading: "You’re willing to co-file",
    coFileText: "Each co-filer qualifies alone. See when you may qualify and what to prepare.",
    coFileLink: "Can I co-file?",
  },

  manage: {
    heading: (company: string, year: number) => `Your pledge for ${company}’s annual meeting of ${year}`,
    unreadable:
      "Your pledge can’t be read right now. This is our fault; it was logged and nothing is lost. Everything else on this page works, including deletion.",
    campaign: "Campaign",
    state: "Status",
    version: (version: number) => `version ${version}`,
    states: {
      email_pending: "waiting for you to confirm",
      active: "counted",
      flagged: "under review, not counted yet",
      notAccepted: "rejected by an organizer, not counted",
      withdrawn: "withdrawn, not counted",
      superseded: "replaced by a newer version",
    },
    pledgedOn: "Pledged",
    pledged: (date: string, version: string) => `${date}, under the disclosures of ${version}`,
    confirmedOn: "Confirmed",
    sharesWiped: "deleted when the pledge ended",
    sharesUnreadable: notReadable,
    verification: "Verified",
    verifications: {
      self_reported: "nothing; this is what you told us",
      email_confirmed: "your email address; the holding is what you told us",
      document_checked: (date: string) => `documents you showed on ${date}; we kept none`,
      broker_letter: (date: string) => `a broker’s letter you showed on ${date}; we kept no copy`,
    },
    outcome: "After the meeting",
    outcomes: {
      unknown: "You haven’t told us whether you voted.",
      voted: "you voted",
      voted_as_pledged: "you voted as pledged",
      voted_otherwise: "you voted differently",
      did_not_vote: "you did not vote",
    },
    outcomeTold: (outcome: string, date: string) => `${outcome}, as you told us on ${date}`,
    /** Of a fund's holder. */
    letter: "Your letter",
    fundOutcomes: {
      unknown: "You haven’t told us what happened.",
      supports: "sent; the manager supports such proposals",
      declines: "sent; the manager says no",
      no_position: "sent; the manager won’t say how it votes",
      no_answer: "sent; no reply yet",
      policy: "you chose a voting policy",
      not_yet: "not sent yet",
      not_sent: "you won’t send it",
    },
    letterLink: "Open your letter and tell us what happened",
    outcomeLink: "Tell us whether you voted",
    outcomeChange: "Change answer",
    confirmLink: "Review and confirm this pledge",
    changeLink: "Edit your pledge",
    changeText: "opens the form with your answers; saving makes a new version.",
    againLink: "Pledge again",
    againText: "opens the form without asking for your name and email again.",
    hideHeading: "How you appear",
    hideText: "Removes your initials or name from this site within a minute. Your pledge still counts.",
    hideButton: "Hide my name",
    consentsHeading: "Your choices",
    consentsButton: "Save choices",
    remindersHeading: "Reminders",
    stopText: "Stops all reminders about this pledge. Your pledge still counts.",
    stopButton: "Stop reminders",
    withdrawHeading: "Withdraw your pledge",
    withdrawText: "Removes it from all totals at once, deletes your share count and stops reminders.",
    withdrawButton: "Withdraw my pledge",
    looksHeading: "Who saw your share count",
    looksNone:
      "Nobody so far. Organizers with that right can view it or export it with the list; each time is logged and shown here.",
    look: {
      look: (by: string, at: string) => `${at}: ${by}`,
      export: (by: string, at: string) => `${at}: exported by ${by}`,
    },
    lookByOperator: "the operator of this site",
    lookByGone: "a former organizer",
    saved: {
      "hide-pledge": "Your name is hidden.",
      "withdraw-pledge": "Your pledge is withdrawn and no longer counts.",
      "stop-reminders": "Reminders stopped. Your pledge still counts.",
      "pledge-consents": "Choices saved.",
    },
  },

  voted: {
    title: "Did you vote?",
    intro: (meeting: string) => `You pledged for ${meeting}. Tell us how you voted:`,
    voted: "I voted",
    voted_as_pledged: "I voted as I pledged",
    voted_otherwise: "I voted differently",
    did_not_vote: "I did not vote",
    early: (ends: string | null) =>
      `Voting may still be open. Tell us once you have voted and reminders stop. If you don’t vote, tell us after voting is over${ends ? `, after ${ends}` : ""}, with this same link.`,
    use: "Your answer shows us how many pledgers really vote, and how to improve our instructions. It is counted without your name.",
    told: (answer: string, date: string) => `On ${date} you told us: ${answer}. You can change it here.`,
    thanksTitle: "Thank you for telling us",
    thanks: {
      voted: "Thank you for voting. You’re counted.",
      voted_as_pledged: "Thank you for voting as you pledged. You’re counted.",
      voted_otherwise: "The decision is yours alone, and honest figures need every answer.",
      did_not_vote: "Good to know: it shows where voting is too hard.",
    },
    tomorrowTitle: "We will remind you",
    tomorrow: {
      scheduled: (date: string) => `One email, on the morning of ${date}.`,
      already: (date: string) => `You asked for this before: one email, on the morning of ${date}.`,
      "too-late": () => "Voting ends before tomorrow morning. Please vote now.",
      "not-reminded": () => "This pledge gets no reminders to vote.",
    },
    changeText: "Chose the wrong answer? Use the same link to change it.",
    changeLink: "Change my answer",
    noMore: "We won’t remind you to vote at this meeting again.",
    tooEarlyTitle: "Too early to answer",
    tooEarly: (meeting: string) =>
      `Nobody can have voted yet for ${meeting}. This link works once voting may be open.`,
    notAskedTitle: "No answer needed this time",
    notAsked: (meeting: string) =>
      `You told us you didn’t hold your shares on the record date of ${meeting}, so they can’t be voted there.`,
    notAskedChange: "If that’s wrong, change your pledge first.",
    goneTitle: "This link doesn’t work",
    gone: "It is incomplete or too old, or the pledge was withdrawn or deleted. Nothing was changed.",
    errorTitle: "Not saved",
    errors: {
      unclear: "Choose one of the answers",
      "too-early": "If you don’t vote, tell us once voting is over",
    },
    totals: "What shareholders have pledged so far",
  },

  /** What a fund's holder is asked about their letter. */
  fundLetter: {
    title: "Did you send your letter?",
    intro: (meeting: string, manager: string | null) =>
      `For ${meeting} you pledged to choose a voting policy or to write to ${manager ?? "your fund’s manager"}. What happened?`,
    answers: {
      supports: "I sent it. They support such proposals",
      declines: "I sent it. They say no",
      no_position: "I sent it. They won’t say how they vote",
      no_answer: "I sent it. No reply yet",
      policy: "I chose a voting policy instead",
      not_yet: "I haven’t sent it yet",
      not_sent: "I won’t send it",
    },
    use: "We count answers as given, without names and separately from shares and votes.",
    thanks: {
      supports: "Thank you for asking them. They support such proposals.",
      declines: "Thank you. Now they know what one of their investors wants.",
      no_position: "Thank you. They won’t say how they vote; you can ask again.",
      no_answer: "Thank you. When a reply comes, tell us with the same link.",
      policy: "Thank you. That is one of the two things you pledged.",
      not_yet: "Your letter is below, ready to send.",
      not_sent: "We won’t ask again. Your pledge counts until you withdraw it.",
    },
  },

  /** The page behind the link that ends reminders. */
  stop: {
    title: "Stop reminders about your pledge",
    ask: (meeting: string) => `We email you what to do before ${meeting}. You can stop these reminders here.`,
    button: "Stop reminders",
    nothingElse: stillCounts,
    doneTitle: "Reminders stopped",
    done: "We won’t send more reminders about this pledge. One already on its way may still arrive.",
    doneElse: stillCounts,
  },
};
