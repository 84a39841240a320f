import { icu } from "./icu.ts";

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const keep = "Choose item by item, and keep the page that confirms it.";

/** Subjects and previews name neither the company nor the cause. */
export default {
  /** A moment by the clocks of a place: "Monday, 6 December 2027, at 23:59 in New York". */
  day: (weekday: string, date: string) => `${weekday}, ${date}`,
  moment: (day: string, time: string, clocks: string) => `${day}, at ${time}${clocks}`,
  sameDay: (time: string, clocks: string) => `${time}${clocks}`,
  /** By whose clocks, behind a time. */
  inCity: (city: string) => ` in ${city}`,
  byZone: (zone: string) => `, ${zone}`,
  /** The same moment by the clocks of two places. */
  both: (there: string, here: string) => `${there} (${here})`,
  newYork: "New York",

  intro: (name: string, toldOn: string, meeting: string) =>
    `${name}, you told us on ${toldOn} how you intend to vote at ${meeting}.`,

  introOfCoFiler: (name: string, company: string) =>
    `${name}, you told us that you would co-file a proposal at ${company}, and agreed that we write to you about it.`,

  kinds: {
    "record-date-21": { subject: "The record date for your vote", preview: "A day to know beforehand." },
    "record-date-5": { subject: "The record date is near", preview: "A day to know beforehand." },
    "ballot-open": { subject: "The ballot is open", preview: "The steps, for the way you hold your shares." },
    "vote-by-14": {
      subject: "Vote your shares in good time",
      preview: "The steps, for the way you hold your shares.",
    },
    "vote-by-3": {
      subject: "The last days to vote your shares",
      preview: "The steps, for the way you hold your shares.",
    },
    "vote-by-1": {
      subject: "The last days to vote your shares",
      preview: "The steps, for the way you hold your shares.",
    },
    "meeting-day": {
      subject: "The day of the meeting",
      preview: "When it begins, and until when votes are taken.",
    },
    outcome: { subject: "Did you vote your shares?", preview: "One question, three answers, no login." },
    "tier-unlocks": {
      subject: "From when you may qualify to co-file",
      preview: "By what you told us. You asked to hear about it.",
    },
    "proposal-deadline-60": {
      subject: "The deadline for proposals",
      preview: "For those who would co-file. You asked to hear about it.",
    },
    "proposal-deadline-30": {
      subject: "The deadline for proposals is near",
      preview: "For those who would co-file. You asked to hear about it.",
    },
    "fund-letter-14": {
      subject: "Did you send your letter?",
      preview: "One question, and the letter once more. No login.",
    },
    "fund-letter-outcome": {
      subject: "What came of your letter?",
      preview: "One question, and the letter once more. No login.",
    },
  },
  /** To those who hold a fund. */
  fund: {
    afterTwoWeeks: (name: string, toldOn: string, meeting: string) =>
      `${name}, on ${toldOn} you pledged for ${meeting} to choose a voting policy, or to write to the manager of your fund. Did you send the letter, and what did they say?`,
    afterMeeting: (name: string, meeting: string, date: string) =>
      `${name}, ${meeting} was on ${date}. Did you send the letter to the manager of your fund, and what did they say?`,
    use: "Whatever the answer, it helps: we count it as you tell it, apart from shares and votes, and show nobody by name.",
    note: (until: string) =>
      `One press answers. The link is yours alone, so please do not forward this email; it works until ${until}.`,
    again: "We ask once more after the meeting.",
    last: "This is the last time we ask.",
  },
  /** In place of the subject in the last week; `days` are whole ones. */
  daysLeft: (days: number) =>
    icu(
      "{days, plural, =0 {The last hours} =1 {One day left} =2 {Two days left} =3 {Three days left} =4 {Four days left} =5 {Five days left} =6 {Six days left} =7 {Seven days left} other {# days left}} to vote your shares",
      { days },
    ),

  said: {
    recordDate: (date: string) =>
      `Its record date is ${date}. Only those who hold shares on that day can vote them at this meeting. Shares that are out on loan on that day can lose their vote.`,
    ballotOpen: (date: string) => `By the dates we have, its ballot opened on ${date}.`,
    closes: (moment: string) => `Voting ends on ${moment}.`,
    closed: (moment: string) => `Voting ended on ${moment}.`,
    planCloses: (moment: string) => `The trustee of employee plans takes instructions until ${moment}.`,
    planClosed: (moment: string) => `The trustee of employee plans took instructions until ${moment}.`,
    planEarlier: "The trustee of your plan stops earlier than that, so ask it until when it takes yours.",
    abroadEarlier: "A broker outside the United States often stops days earlier.",
    meetingAt: (moment: string) => `It begins on ${moment}.`,
    meetingOn: (date: string) => `It is on ${date}.`,
    lateVote:
      "If you have not voted, look into the papers that came with your ballot: they say whether a vote is still taken at the meeting, and how.",
    wasOn: (date: string) =>
      `It was on ${date}. Did you vote? Whatever the answer, it helps: it is counted with all others, and shown in public only as the share of those who voted, once at least 20 have answered.`,
    tier: (date: string) =>
      `By what you told us, and by the price and the rule as they stand here, you may qualify from ${date}.`,
    deadline: (meeting: string, date: string) =>
      `Proposals for ${meeting} must reach the company by ${date}.`,
    afterwards:
      "Each holder files alone, and no holdings are added up. Whether someone does qualify, the company can ask them to prove. A page of this site reckons from when you may, and makes the letters to have ready.",
  },

  facts: {
    recordDate: "Record date",
    votingEnds: "Voting ends",
    planEnds: "Your plan ends",
    meeting: "Meeting",
    proposals: "Proposals by",
    asOf: "Dates as of",
    intend: "Voting intention",
    held: "Held",
    heldByInstitution: "for an institution",
    offBallot: (item: string) => `${item} (no longer on the ballot)`,
  },

  lending: {
    heading: "Before that day",
    told: "In an account like the one you told us of, shares may be lent out. Ask whoever keeps them to call back what is on loan, early enough that it is back on that day.",
    maybe:
      "See in your account whether shares can be lent out: in a margin account, or where share lending is switched on. If so, ask whoever keeps them to call back what is on loan, early enough that it is back on that day.",
    none: "You need not do anything: shares that are not lent out keep their vote.",
  },

  steps: {
    heading: "How, in a few minutes",
    broker: [
      "Search your mail for your broker’s name and the word “vote”. The voting instruction form comes from the broker, usually by e-mail and through ProxyVote.com.",
      "Follow the link in that mail, or look for “voting” in your broker’s app. If you find neither, ask the broker how to vote your shares.",
      keep,
    ],
    registered: [
      "Find the papers or the mail of the transfer agent, which lists you by name: the proxy card is in it.",
      "Vote as the card says, and send it to nobody but the address on it.",
      keep,
    ],
    employee_plan: [
      "Look for the message of your plan’s trustee: it votes the shares of the plan on your instruction.",
      "Give the instruction where that message says, before the trustee’s own last day.",
      keep,
    ],
    ira_brokerage: [
      "Search your mail for the name of the brokerage that keeps your retirement account, and the word “vote”. The voting instruction form usually comes by e-mail and through ProxyVote.com.",
      "Follow the link in that mail, or look for “voting” in the account. If you find neither, ask the brokerage how to vote your shares.",
      keep,
    ],
    foreign_broker: [
      "Ask your broker for proxy voting: a nominee or a depositary stands between you and the company, and the form may not come by itself.",
      "Ask until when it takes your vote: often days earlier than brokers in the United States.",
      keep,
    ],
    unsure: [
      "Search your mail for the word “vote” and the company’s name. Whoever keeps your shares sends the ballot: a broker or a bank, the trustee of a plan at work, or a transfer agent.",
      "If you find none, ask whoever keeps the shares how the ballot reaches you. A plan’s trustee, and a broker outside the United States, stop earlier than others.",
      keep,
    ],
    institution: [
      "Vote through the custodian or the platform that you use for it. A custodian outside the United States often stops days earlier.",
      "If shares are lent out, see which of them carry a vote at this meeting.",
      keep,
    ],
  },

  voted: "Tell us that you have voted",
  answer: "Answer the question",
  personal: "See, change or withdraw",
  votedNote: (until: string) =>
    `That page takes “not voted” and “voted differently” too. The link is yours alone, so please do not forward this mail; it works until ${until}.`,
  personalNote: (until: string) =>
    `That page is yours alone, so please do not forward this mail. The link works until ${until}.`,
  portal: "The meeting’s own page:",
  coFile: "From when you may qualify, and what to have ready:",
  attached: "The dates are attached as a calendar file, meeting.ics.",

  reason:
    "Sent because you pledged, which includes reminders. No tracking: we do not know whether you opened it.",
  stop: "Stop the reminders",
  change: "See, change or withdraw your pledge",

  calendar: {
    name: "Dates for my shares",
    recordDate: "Record date for my shares",
    lastVote: "Last moment to vote my shares",
    planLastVote: "Last moment to instruct the trustee of my plan",
    meeting: "Shareholders’ meeting",
    proposals: "Last day for shareholder proposals",
    soon: "Voting ends soon",
    about: (meeting: string, asOf: string | null) =>
      `${sentence(meeting)}.${asOf ? ` Date as of ${asOf}.` : ""} You vote your own shares, through your own broker.`,
  },
};
