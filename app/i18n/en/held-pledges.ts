import { icu } from "./icu.ts";

type Intended = { item: string | null; intention: string };

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What was told in a pledge; pages and mails use the same words. */
const told = {
  meeting: "Meeting",
  meetingOf: (company: string, year: number) => `${company}’s annual meeting of ${year}`,
  meetingOn: (company: string, date: string) => `${company}’s annual meeting, on ${date}`,
  meetingUndated: (company: string, year: number) =>
    `${company}’s annual meeting of ${year}; its date is not known to us yet`,
  /** Behind a date that nobody has compared with the company’s papers, or not lately. */
  unchecked: "(not checked yet)",
  as: "You pledge",
  kinds: {
    direct: "for shares of your own",
    fund: "as the holder of a fund, who has no vote in the company: counted apart, never added to shares",
    institution: "for an institution that decides for others",
  },
  heldAs: "Held",
  holdingForms: {
    broker: "through a broker",
    registered: "in your own name, with the transfer agent",
    employee_plan: "in an employee plan",
    ira_brokerage: "in a retirement account with a broker",
    foreign_broker: "through a broker outside the US",
    unsure: "you are not sure how",
  },
  manager: "Fund’s manager",
  shares: "Number",
  sharesInMail: "the number or range you told us. A mail does not repeat it; your own page shows it",
  sharesNone: "none: a fund’s holder tells no number",
  number: (shares: string, count: number) =>
    icu("{count, plural, one {{shares} share} other {{shares} shares}}", { shares, count }),
  range: (from: string, to: string) => `between ${from} and ${to} shares`,
  heldSince: "Held since",
  tenures: {
    under_1_year: "less than a year",
    "1_to_2_years": "one to two years",
    "2_to_3_years": "two to three years",
    "3_years_or_more": "three years or more",
    unsure: "you are not sure",
  },
  account: "Account",
  accountFlags: {
    cash: "a cash account",
    margin: "a margin account",
    lending: "shares may be lent out",
    unsure: "you are not sure",
  },
  onRecordDate: "On the record date",
  recordDateHoldings: {
    yes: "you held them",
    no: "you did not hold them",
    unsure: "you are not sure",
    not_applicable: "not asked",
  },
  standing: "Standing voting instruction",
  standingInstructions: { yes: "yes", no: "no", unsure: "you are not sure" },
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
  intends: ({ item, intention }: Intended) =>
    `${item ?? "In general, on proposals like this campaign’s"}: ${intention}`,
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
  shownAs: "Shown as",
  displays: {
    anonymous: "not shown; your pledge is counted",
    initials: "your initials",
    public: "your name",
  },
  agreedTo: "You agreed to",
  agreed: ({ updates, contactCofile }: { updates: boolean; contactCofile: boolean }) =>
    [
      "your pledge being kept and counted",
      ...(updates ? ["updates by e-mail"] : []),
      ...(contactCofile ? ["being written to about co-filing"] : []),
      "your name is not given to the company",
    ].join("; "),
};

const reminders = {
  kinds: {
    "record-date-21": "21 days before the record date",
    "record-date-5": "5 days before the record date",
    "ballot-open": "when the ballot opens",
    "vote-by-14": "14 days before voting ends",
    "vote-by-3": "3 days before voting ends",
    "vote-by-1": "the day before voting ends",
    "meeting-day": "on the day of the meeting",
    outcome: "the day after the meeting, to ask whether you voted",
    "tier-unlocks": "the day from which you may qualify to co-file",
    "proposal-deadline-60": "60 days before the deadline for proposals",
    "proposal-deadline-30": "30 days before the deadline for proposals",
    "fund-letter-14": "two weeks after your pledge, to ask what came of your letter",
    "fund-letter-outcome": "the day after the meeting, to ask what came of your letter",
  },
  states: {
    scheduled: (date: string) => `due on ${date}`,
    queued: (date: string) => `sent on ${date}`,
    cancelled: () => "does not come any more",
    missed: () => "left out, as it came too late to be of use",
  },
  line: (kind: string, state: string) => `${sentence(kind)}: ${state}`,
  none: "None is due. As soon as the dates of the meeting are known to us, they are set.",
  noneForFund:
    "None is due. After the meeting we ask once what came of your letter, as soon as its date is known to us.",
  stopped: "None comes: you asked for no more of them.",
  told: "None comes: you told us how it ended.",
  notHeld:
    "None to vote comes this time: you said that you did not hold your shares on the record date, and only shares held on that day can be voted at this meeting.",
  ended: "None comes: the pledge is not in force.",
};

export default {
  told,
  reminders,

  confirm: {
    title: "Confirm your pledge",
    eyebrow: "A vote-intention pledge",
    filledIn: (date: string) =>
      `This is what was filled in on ${date}. If it is right, press the button below.`,
    button: "Confirm my pledge",
    what: "Pressing the button counts your pledge and sends a receipt with a link to see, change or withdraw it. It binds you to nothing.",
    replaces: "It takes the place of what you pledged for this meeting before.",
    notMe: "This was not you?",
    notMeText:
      "Someone typed your address into the form. Close this page and the entry is deleted after seven days, uncounted. Or delete it now, and never get a message from this site again.",
    neverButton: "Delete it and never write to me again",
    sharesUnreadable: "stored, but cannot be read at this moment; the fault is ours",
    lateTitle: "Voting at this meeting is over",
    lateText:
      "This pledge was not confirmed while one could still vote, so it is not counted. What was filled in is deleted seven days after the e-mail that asked to confirm it. There is nothing to do.",
    neverWithdrawn:
      "This pledge had been confirmed. It is withdrawn now and is in no total any more. The number of your shares and your comment are deleted; your name, your address, the other answers and the time of each step stay. To have all of it deleted, open your own page by the link in your receipt while that link is less than a day old, or write to who runs this site: no fresh link can be mailed to you any more. To keep the promise we hold a keyed fingerprint of the address, from which it cannot be read.",
    doneTitle: "This pledge is confirmed already",
    doneText: "It is counted once. There is nothing more to do.",
    reviewTitle: "This pledge waits for review",
    reviewText:
      "It is confirmed. A pledge of more than 10 million shares is counted once an organizer has looked at it.",
    refusedTitle: "This pledge was not accepted",
    refusedText:
      "An organizer looked at it, because it is of more than 10 million shares, and did not accept it. It is counted nowhere. Write to the campaign if this is wrong.",
    withdrawnTitle: "This pledge was withdrawn",
    withdrawnText: "It is not counted. If you have changed your mind, you can pledge again.",
    supersededTitle: "A newer pledge has taken its place",
    supersededText: "You confirmed another pledge after this one: that one counts.",
    toldTitle: "You have told already how you voted",
    toldText:
      "What you told is of the pledge that is counted, so that pledge stays as it is and this change is not taken. On your own page you can correct what you told, or withdraw the pledge.",
    expiredTitle: "This link has expired",
    expiredText: "Unconfirmed pledges are deleted after seven days. Please fill in the form again.",
    goneTitle: "There is nothing to confirm here",
    goneText:
      "Perhaps you confirmed another pledge since: then that one counts. If the link is incomplete, copy the whole address from the email. If the entry was deleted, please fill in the form again.",
    toForm: "To the form for shareholders",
  },

  thanks: {
    title: "Your pledge is counted",
    titleInReview: "Your pledge waits for review",
    inReview:
      "More than 10 million shares: an organizer looks at it before it is counted. You need not do anything; your own page says when it is.",
    expiredTitle: "Thank you for your pledge",
    expiredText: "Your receipt is in your e-mail, with the link to change or withdraw your pledge.",
    nextHeading: "What happens next",
    next: "You vote your own shares, with the ballot that reaches you. We write when something is to be done, with the steps for the way you hold your shares:",
    nextUndated:
      "You vote your own shares, with the ballot that reaches you. We write before the record date, if it is still to come, when the ballot opens, 14, 3 and 1 days before voting ends, on the day of the meeting, and once after it. So far these dates are not known to us, or not checked, so nothing is scheduled yet.",
    nextInReview:
      "You vote your own shares, with the ballot that reaches you. Reminders are set once your pledge is counted.",
    nextStopped:
      "You vote your own shares, with the ballot that reaches you. You asked for no more reminders, so none comes.",
    nextTold: "You told us how it ended, so no further reminder to vote comes.",
    nextOver: "Voting is over, so no reminder to vote comes.",
    nextNotHeld:
      "You said that you did not hold your shares on the record date. Only shares held on that day can be voted at this meeting, so no reminder to vote comes this time. Your pledge stands as what you told us.",
    nextNone:
      "You vote your own shares, with the ballot that reaches you. No reminder is left to come before this meeting.",
    nextFund: (meeting: string) =>
      `A fund’s holder gets no ballot at ${meeting}. What you can do is choose a voting policy, where your fund’s manager offers one, or write to the manager. Your pledge is counted apart, and never added to shares.`,
    fundAsks:
      "We ask you by email what came of your letter: once after two weeks, and once after the meeting, when its date is known to us.",
    changeHeading: "Change it or take it back",
    changeText: "A change makes a new version, counted in the place of the old one.",
    changeLink: "Change my pledge",
    withdrawText: "The link to withdraw it is in your e-mail.",
    shareHeading: "Tell one more shareholder",
    coFileHeading: "You would co-file",
    coFileText: "Each co-filer qualifies alone. See from when you may qualify, and what to have ready.",
    coFileLink: "Can I co-file?",
  },

  /** On the page that thanks for a signature. */

  manage: {
    heading: (company: string, year: number) => `Your pledge for ${company}’s annual meeting of ${year}`,
    unreadable:
      "What you pledged cannot be read at this moment. The fault is ours and is noted; nothing is lost. All else on this page works, deleting included.",
    campaign: "Campaign",
    state: "State",
    version: (version: number) => `version ${version}`,
    states: {
      email_pending: "waiting for you to confirm it",
      active: "counted",
      flagged: "waits for review, not counted yet",
      notAccepted: "looked at by an organizer and not accepted, not counted",
      withdrawn: "withdrawn, not counted",
      superseded: "a newer version has taken its place",
    },
    pledgedOn: "Pledged",
    pledged: (date: string, version: string) => `${date}, with the disclosures of ${version}`,
    confirmedOn: "Confirmed",
    sharesWiped: "deleted when the pledge ended",
    sharesUnreadable: "stored, but cannot be read at this moment; the fault is ours",
    verification: "Checked",
    verifications: {
      self_reported: "nothing: your word alone",
      email_confirmed: "your e-mail; the holding is your word alone",
      document_checked: (date: string) => `papers you showed, looked at on ${date}; none is kept`,
      broker_letter: (date: string) => `a letter of your broker, looked at on ${date}; it is not kept`,
    },
    outcome: "Afterwards",
    outcomes: {
      unknown: "You have not said whether you voted.",
      voted_as_pledged: "you voted as pledged",
      voted_otherwise: "you voted differently",
      did_not_vote: "you did not vote",
    },
    outcomeTold: (outcome: string, date: string) => `${outcome}, as you told us on ${date}`,
    /** Of a fund's holder. */
    letter: "Your letter",
    fundOutcomes: {
      unknown: "You have not said what came of it.",
      supports: "you sent it, and the manager supports such proposals",
      declines: "you sent it, and the manager says no",
      no_position: "you sent it, and the manager does not say how it votes",
      no_answer: "you sent it, and there is no answer so far",
      policy: "you chose a voting policy",
      not_yet: "you have not sent it yet",
      not_sent: "you will not send it",
    },
    letterLink: "Open your letter, and tell us what came of it",
    outcomeLink: "Tell us whether you voted",
    outcomeChange: "Change it",
    confirmLink: "Check this pledge and confirm it",
    changeLink: "Change it",
    changeText: "opens the form with what you told us, and makes a new version.",
    againLink: "Pledge again",
    againText: "opens the form, without asking who you are.",
    hideHeading: "How you appear",
    hideText:
      "Takes your initials or name off this site within a minute, and from next to the totals. You stay counted.",
    hideButton: "Hide me",
    consentsHeading: "Your choices",
    consentsButton: "Save these choices",
    remindersHeading: "Reminders",
    stopText: "Ends every reminder about this pledge, and nothing else: your pledge stands.",
    stopButton: "Stop the reminders",
    withdrawHeading: "Withdraw your pledge",
    withdrawText:
      "Takes it out of every total at once, deletes the number of shares, and ends its reminders.",
    withdrawButton: "Withdraw my pledge",
    looksHeading: "Who saw the number of your shares",
    looksNone:
      "Nobody so far. Organizers whose role it is can look, and can export the list with the numbers in it; each look and each export is recorded and stands here.",
    look: {
      look: (by: string, at: string) => `${at}: ${by}`,
      export: (by: string, at: string) => `${at}: in an export of the list, by ${by}`,
    },
    lookByOperator: "the operator of this site",
    lookByGone: "an organizer who is no longer here",
    saved: {
      "hide-pledge": "You are hidden.",
      "withdraw-pledge": "Your pledge is withdrawn and no longer counted.",
      "stop-reminders": "No more reminders come. Your pledge stands.",
      "pledge-consents": "Your choices are saved.",
    },
  },

  voted: {
    title: "Did you vote?",
    intro: (meeting: string) => `You pledged for ${meeting}. Tell us how you voted:`,
    voted_as_pledged: "I voted as I pledged",
    voted_otherwise: "I voted differently",
    did_not_vote: "I did not vote",
    early: (ends: string | null) =>
      `Voting may still be open. Tell us once you have voted, and no further reminder to vote comes. If you did not vote, you can say so once voting is over${ends ? `, after ${ends}` : ""}; come back with the same link.`,
    use: "It shows how many of those who pledge really vote, and by which way of holding, so that the steps we send get better. Your answer is counted; nobody is shown by name.",
    told: (answer: string, date: string) => `On ${date} you told us: ${answer}. You can change it here.`,
    thanksTitle: "Thank you, it is recorded",
    thanks: {
      voted_as_pledged: "You voted as you pledged, and are counted among those who did.",
      voted_otherwise: "You voted differently. That is your decision alone, and honest figures need it.",
      did_not_vote: "You did not vote. That is worth knowing as well: it shows where voting is made hard.",
    },
    changeText: "Pressed the wrong one? The same link lets you change it.",
    changeLink: "Change my answer",
    noMore: "No further reminder to vote comes for this meeting.",
    tooEarlyTitle: "It is too early to tell",
    tooEarly: (meeting: string) =>
      `For ${meeting}, nobody can have voted yet. This link works from the day the ballot may be open.`,
    notAskedTitle: "You are not asked this time",
    notAsked: (meeting: string) =>
      `You told us that you did not hold your shares on the record date of ${meeting}. Only shares held on that day can be voted there, so there is nothing to tell.`,
    notAskedChange: "If that was not so, change your pledge first.",
    goneTitle: "There is nothing to tell here",
    gone: "The link is incomplete or too old, or the pledge was withdrawn or deleted. Nothing was changed.",
    errorTitle: "Nothing was recorded",
    errors: {
      unclear: "Press one of the buttons",
      "too-early": "If you did not vote, you can say so once voting is over",
    },
    totals: "What shareholders have pledged so far",
  },

  /** What a fund's holder is asked about their letter. */
  fundLetter: {
    title: "Did you send your letter?",
    intro: (meeting: string, manager: string | null) =>
      `You pledged for ${meeting} to choose a voting policy, or to write to ${manager ?? "your fund’s manager"}. What came of it?`,
    answers: {
      supports: "I sent it. They support such proposals",
      declines: "I sent it. They say no",
      no_position: "I sent it. They do not say how they vote",
      no_answer: "I sent it. No answer so far",
      policy: "I chose a voting policy instead",
      not_yet: "I have not sent it yet",
      not_sent: "I will not send it",
    },
    use: "We count the answers as you tell them, apart from shares and votes. Nobody is shown by name.",
    thanks: {
      supports: "You sent it, and they support such proposals. Thank you for asking them.",
      declines: "You sent it, and they say no. Now they know what one of their holders wants.",
      no_position: "You sent it, and they do not say how they vote. You can ask them once more.",
      no_answer: "You sent it, and there is no answer so far. When one comes, tell us by the same link.",
      policy: "You chose a voting policy. That is one of the two you pledged.",
      not_yet: "You have not sent it yet. The letter is below.",
      not_sent: "You will not send it, and we do not ask again. Your pledge stands until you withdraw it.",
    },
  },

  /** The page behind the link that ends reminders. */
  stop: {
    title: "Stop reminders about your pledge",
    ask: (meeting: string) =>
      `We send you reminders by e-mail of what is due before ${meeting}. Press the button to stop them.`,
    button: "Stop the reminders",
    nothingElse:
      "Nothing else changes: your pledge stands and is counted, and updates you asked for still come. This link can do nothing else and needs no password.",
    doneTitle: "The reminders have stopped",
    done: "No further reminder about this pledge is sent to you. One that is on its way at this moment may still arrive.",
    doneElse: "Nothing else has changed. Your pledge stands, and updates you asked for still come.",
  },
};
