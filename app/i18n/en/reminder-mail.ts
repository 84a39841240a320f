import { byJurisdiction } from "../by-jurisdiction.ts";
import { capitalized } from "../sentence.ts";
import { icu } from "./icu.ts";
import { pageUntil } from "./mail-notes.ts";

const callBack = "your broker or bank to call them back early enough for that day.";
const steps = "The steps, for the way you hold your shares.";
const toCoFiler = "You would co-file, and asked to hear about it.";
const oneQuestion = "One question, and your letter again. No login.";
const pick = "Choose item by item, and keep the confirmation.";
const keep = `${pick} You can change your vote until voting ends: the last one counts.`;
const keepOfPlan = `${pick} You can change it until the trustee’s deadline: the last one counts.`;

/** Subjects and previews name neither the company nor the cause. */
export default {
  /** A moment by the clocks of a place: "Monday, December 6, 2027, at 11:59 p.m. in New York". */
  day: (weekday: string, date: string) => `${weekday}, ${date}`,
  moment: (day: string, time: string, clocks: string) => `${day}, at ${time}${clocks}`,
  sameDay: (time: string, clocks: string) => `${time}${clocks}`,
  /** By whose clocks, behind a time. */
  inCity: (city: string) => ` in ${city}`,
  byZone: (zone: string) => `, ${zone}`,
  /** The same moment by the clocks of two places. */
  both: (there: string, here: string) => `${there} (${here})`,
  /** Cities that are called something else in this language than in English, by zone. */
  cities: { "America/New_York": "New York" } as Record<string, string>,

  /** What is due; `said` starts in lower case. */
  lead: (name: string, due: string) => `${name}, ${due}`,

  why: (toldOn: string, meeting: string) =>
    `thank you for telling us on ${toldOn} how you intend to vote at ${meeting}.`,

  whyOfCoFiler: (company: string) =>
    `thank you for offering to co-file a proposal at ${company}. You agreed that we write to you about it.`,

  kinds: {
    "record-date-21": {
      subject: "Note this day: the record date for your vote",
      preview: "A date to know in advance.",
    },
    "record-date-5": {
      subject: "The record date is near: check for lent shares",
      preview: "A date to know in advance.",
    },
    "ballot-open": {
      subject: "You can vote your shares now (5 minutes)",
      preview: "The steps for your kind of account.",
    },
    "vote-by-14": {
      subject: "Two weeks left to vote your shares",
      preview: "Search your inbox for “proxy vote”.",
    },
    "vote-by-3": { subject: "The last days to vote your shares", preview: steps },
    "vote-by-1": { subject: "The last days to vote your shares", preview: steps },
    "vote-tomorrow": { subject: "You asked for this reminder: vote your shares", preview: steps },
    "meeting-day": {
      subject: "The shareholders’ meeting is today",
      preview: "When it starts, and how long votes are taken.",
    },
    outcome: { subject: "Did you vote? One tap", preview: "Yes, no, or differently. No login." },
    "tier-unlocks": {
      subject: "See when you may qualify to co-file",
      preview: "Based on what you told us. You asked to hear about it.",
    },
    "proposal-deadline-60": { subject: "Note this day: the deadline for proposals", preview: toCoFiler },
    "proposal-deadline-30": { subject: "Proposals are due soon: prepare your papers", preview: toCoFiler },
    "fund-letter-14": { subject: "Did you send your letter?", preview: oneQuestion },
    "fund-letter-outcome": { subject: "Did your fund manager reply?", preview: oneQuestion },
  },
  /** To those who hold a fund. */
  fund: {
    afterTwoWeeks: (name: string, toldOn: string, meeting: string) =>
      `${name}, did you send the letter to your fund’s manager, and what did they say? Thank you for your pledge for ${meeting} of ${toldOn}. You said you’d choose a voting policy or write to them.`,
    afterMeeting: (name: string, meeting: string, date: string) =>
      `${name}, did you send the letter to your fund’s manager, and what did they say? ${capitalized(meeting)} was on ${date}. Thank you for your pledge.`,
    use: "Every answer helps. We count it as you tell it, separately from shares and votes, and name no one.",
    note: (until: string) =>
      `One tap answers. The link is yours alone: please don’t forward this email. It works until ${until}.`,
    again: "We ask again after the meeting.",
    last: "This is the last time we ask.",
  },
  /** In place of the subject in the last two weeks; `days` are whole ones. */
  daysLeft: (days: number) =>
    icu(
      "{days, plural, =0 {The last hours} =1 {One day left} =2 {Two days left} =3 {Three days left} =4 {Four days left} =5 {Five days left} =6 {Six days left} =7 {Seven days left} other {# days left}} to vote your shares",
      { days },
    ),

  said: {
    recordDate: (meeting: string, date: string) =>
      `the record date of ${meeting} is ${date}. Only people who hold shares on that day can vote them at this meeting. Trades settle on the next business day, so buying on that day is too late. Shares on loan that day can lose their vote.`,
    ballotOpen: (date: string) => `voting opened on ${date}, by the dates we have.`,
    closes: (meeting: string, moment: string) => `voting at ${meeting} ends on ${moment}.`,
    closed: (meeting: string, moment: string) => `voting at ${meeting} ended on ${moment}.`,
    planCloses: (meeting: string, moment: string) =>
      `trustees of employee plans take instructions for ${meeting} until ${moment}.`,
    planClosed: (meeting: string, moment: string) =>
      `trustees of employee plans took instructions for ${meeting} until ${moment}.`,
    planEarlier: "the trustee of your plan stops earlier. Ask them when.",
    abroadEarlier: byJurisdiction(
      "brokers {outside the United States|in other countries} often stop days earlier.",
    ),
    meetingAt: (moment: string) => `the meeting starts on ${moment}.`,
    meetingOn: (date: string) => `the meeting is on ${date}.`,
    lateVote:
      "if you have not voted, see the papers that came with your ballot. They say whether you can still vote at the meeting, and how.",
    wasOn: (meeting: string, date: string) =>
      `did you vote at ${meeting}, on ${date}? Every answer helps. In public we show only the share of people who voted, once at least 20 have answered.`,
    tier: (date: string) =>
      `based on what you told us, and on the price and rule we have, you may qualify from ${date}.`,
    deadline: (meeting: string, date: string) =>
      `proposals for ${meeting} must reach the company by ${date}.`,
    afterwards:
      "each shareholder files separately; holdings are never added up. The company may ask for proof that you qualify. Our page shows when you’ll qualify and drafts the letters you’ll need.",
  },

  facts: {
    votingEnds: "Voting ends",
    planEnds: "Your plan’s deadline",
    meeting: "Meeting",
    proposals: "Proposals due",
    asOf: "Dates as of",
    intend: "Voting intention",
    held: "Held",
    heldByInstitution: "for an institution",
    offBallot: (item: string) => `${item} (no longer on the ballot)`,
  },

  lending: {
    heading: "Before that day",
    told: `Shares in your kind of account may be lent out. Ask ${callBack}`,
    maybe: `Check whether your shares can be lent out: in a margin account, or where share lending is on. If so, ask ${callBack}`,
    none: "Nothing to do: shares that are not lent out keep their vote.",
  },

  steps: {
    heading: "How to vote in a few minutes",
    broker: [
      byJurisdiction(
        "Search your email for your broker’s name and “vote”.{ Your broker sends the voting instruction form, usually by email and through ProxyVote.com. For ESPP shares and vested stock awards, it is the plan’s broker.}",
      ),
      "Follow its link, or look for “voting” in your broker’s app. If you find neither, ask your broker how to vote your shares.",
      keep,
    ],
    registered: [
      "Find the papers or email of the transfer agent, who lists you by name. They include the proxy card.",
      "Vote as the card says. Send it only to the address on it.",
      keep,
    ],
    employee_plan: [
      byJurisdiction(
        "Find the message of your plan’s trustee. They vote the plan’s shares on your instruction.{ For ESPP shares and vested stock awards, find the ballot of the plan’s broker instead.}",
      ),
      "Give your instruction where the message says, before the trustee’s own deadline.",
      keepOfPlan,
    ],
    ira_brokerage: [
      byJurisdiction(
        "Search your email for “vote” and the name of your retirement account’s brokerage.{ The voting instruction form usually comes by email and through ProxyVote.com.}",
      ),
      "Follow its link, or look for “voting” in the account. If you find neither, ask the brokerage how to vote your shares.",
      keep,
    ],
    foreign_broker: [
      "Ask your broker for proxy voting. A nominee or depositary holds the shares, and the form may not come by itself.",
      byJurisdiction("Ask for your broker’s deadline. It is often days earlier{ than in the United States}."),
      keep,
    ],
    unsure: [
      "Search your email for “vote” and the company’s name. The ballot comes from a broker, a bank, a plan’s trustee or a transfer agent.",
      byJurisdiction(
        "If you find none, ask the broker, bank or plan that keeps your shares how you get the ballot. Plan trustees, and brokers {outside the United States|in other countries}, stop earlier.",
      ),
      keep,
    ],
    institution: [
      byJurisdiction(
        "Vote through your custodian or voting platform. Custodians {outside the United States|in other countries} often stop days earlier.",
      ),
      "If shares are lent out, check which of them carry a vote at this meeting.",
      keep,
    ],
  },

  voted: "Tell us you voted",
  answer: "Answer the question",
  personal: "See, change or withdraw",
  otherAnswers: "You can also answer “not voted” or “voted differently” there.",
  votedNote: (until: string) =>
    `The link is yours alone: please don’t forward this email. It works until ${until}.`,
  personalNote: pageUntil,
  portal: "The meeting’s page:",
  coFile: "When you may qualify, and what to prepare:",
  attached: "You can add the dates to your calendar: see meeting.ics.",

  reason:
    "You get this because you pledged, which includes reminders. No tracking: we can’t see whether you open it.",
  stop: "Stop reminders",
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
      `${capitalized(meeting)}.${asOf ? ` Date as of ${asOf}.` : ""} You vote your own shares, through your own broker if you have one.`,
  },
};
