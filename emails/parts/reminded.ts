import { type Locale, type Words, words } from "#app/i18n/index.ts";
import type { Fact, MailProps } from "./letter.ts";
import { civilDay, momentIn } from "./moments.ts";
import type { Pledged } from "./pledged.ts";

export type ReminderKind = keyof Words["reminderMail"]["kinds"];

/** Which sort of mail a reminder is. */
export const sorts = {
  "record-date-21": "record-date",
  "record-date-5": "record-date",
  "ballot-open": "ballot-open",
  "vote-by-14": "vote-by",
  "vote-by-3": "vote-by",
  "vote-by-1": "vote-by",
  "meeting-day": "meeting-day",
  outcome: "outcome",
  "tier-unlocks": "tier",
  "proposal-deadline-60": "deadline",
  "proposal-deadline-30": "deadline",
} as const satisfies Record<ReminderKind, string>;
export type ReminderSort = (typeof sorts)[ReminderKind];

/** A pledge and its meeting as a reminder tells of them. */
export type RemindedPledge = {
  /** When the mail was queued: what is said to be past or left is so at this moment. */
  at: Date;
  pledge: Pick<Pledged["pledge"], "kind" | "holdingForm"> & {
    accountFlags: ("cash" | "margin" | "lending" | "unsure")[];
    intentions: {
      /** Null: in general. */
      item: { number: number | null; title: string; onBallot: boolean } | null;
      intention: "for" | "against" | "abstain" | "undecided";
    }[];
  };
  /** Dates that can be relied on. Days are `YYYY-MM-DD` in New York. */
  meeting: {
    year: number;
    on: string | null;
    at: Date | null;
    recordDate: string | null;
    ballotOpenOn: string | null;
    /** The last moment in which this holder's vote is taken; `ofPlan`: by the trustee of their plan. */
    lastVote: Date | null;
    ofPlan: boolean;
    proposalDeadline: string | null;
    asOf: string | null;
    portalUrl: string | null;
  };
  /** The day on which a tier of Rule 14a-8 unlocks. */
  unlocksOn: string | null;
  /** In which moments are told beside New York. */
  zone: string;
};

type Told = MailProps & RemindedPledge;

/** What is due, in sentences. */
export function remindedOf(sort: ReminderSort, told: Told): string[] {
  const { locale, meeting, unlocksOn } = told;
  const { said } = words(locale).reminderMail;
  const date = (of: string) => civilDay(locale, of);
  switch (sort) {
    case "record-date":
      return meeting.recordDate ? [said.recordDate(date(meeting.recordDate))] : [];
    case "ballot-open":
      return [
        ...(meeting.ballotOpenOn ? [said.ballotOpen(date(meeting.ballotOpenOn))] : []),
        ...lastVote(told),
      ];
    case "vote-by":
      return lastVote(told);
    case "meeting-day":
      return [...begins(told), ...lastVote(told)];
    case "outcome":
      return meeting.on ? [said.wasOn(date(meeting.on))] : [];
    case "tier":
      return unlocksOn ? [said.tier(date(unlocksOn)), said.afterwards] : [];
    case "deadline":
      return meeting.proposalDeadline
        ? [said.deadline(meetingOf(told), date(meeting.proposalDeadline)), said.afterwards]
        : [];
  }
}

const meetingOf = ({ locale, campaign, meeting }: Told) =>
  words(locale).heldPledges.told.meetingOf(campaign.company, meeting.year);

function begins({ locale, meeting, zone }: Told): string[] {
  const { said } = words(locale).reminderMail;
  if (meeting.at) return [said.meetingAt(momentIn(locale, meeting.at, zone))];
  return meeting.on ? [said.meetingOn(civilDay(locale, meeting.on))] : [];
}

/** Until when this holder's vote is taken, and whose own last day comes before. */
function lastVote({ locale, meeting, pledge, zone, at }: Told): string[] {
  const { said } = words(locale).reminderMail;
  const until = meeting.lastVote;
  if (until === null) return [];
  const moment = momentIn(locale, until, zone);
  if (until <= at) return [meeting.ofPlan ? said.planClosed(moment) : said.closed(moment), said.lateVote];
  if (meeting.ofPlan) return [said.planCloses(moment)];
  const earlier =
    pledge.holdingForm === "employee_plan"
      ? [said.planEarlier]
      : pledge.holdingForm === "foreign_broker"
        ? [said.abroadEarlier]
        : [];
  return [said.closes(moment), ...earlier];
}

/** What was told and which dates there are, as rows. */
export function remindedFacts(sort: ReminderSort, told: Told): Fact[] {
  const { locale, meeting, zone } = told;
  const { facts } = words(locale).reminderMail;
  const row = (label: string, value: string | null) => (value ? [{ label, value }] : []);
  const date = (of: string | null) => of && civilDay(locale, of);
  const moment = (of: Date | null) => of && momentIn(locale, of, zone);
  const ofCoFiling = sort === "tier" || sort === "deadline";
  return [
    ...(ofCoFiling ? row(facts.proposals, date(meeting.proposalDeadline)) : intention(locale, told)),
    ...(sort === "record-date" ? row(facts.recordDate, date(meeting.recordDate)) : []),
    ...(sort === "outcome" || ofCoFiling
      ? []
      : row(meeting.ofPlan ? facts.planEnds : facts.votingEnds, moment(meeting.lastVote))),
    ...row(facts.meeting, moment(meeting.at) ?? date(meeting.on)),
    ...row(facts.asOf, date(meeting.asOf)),
  ];
}

function intention(locale: Locale, { pledge }: Told): Fact[] {
  const { facts } = words(locale).reminderMail;
  const { told } = words(locale).heldPledges;
  const intended = pledge.intentions.map(({ item, intention }) => {
    const named = item && told.item(item.number, item.title);
    return {
      item: named && (item.onBallot ? named : facts.offBallot(named)),
      intention: told.intentions[intention],
    };
  });
  const held =
    pledge.kind === "institution" ? facts.heldByInstitution : told.holdingForms[pledge.holdingForm];
  return [
    { label: facts.intend, value: intended.length > 0 ? told.intended(intended) : told.intendNothing },
    { label: facts.held, value: held },
  ];
}
