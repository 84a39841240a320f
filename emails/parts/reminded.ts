import { forJurisdiction } from "#app/i18n/by-jurisdiction.ts";
import { type Locale, type Words, words } from "#app/i18n/index.ts";
import type { Fact, MailProps } from "./letter.ts";
import { civilDay, momentIn } from "./moments.ts";
import type { Pledged } from "./pledged.ts";
import { day, type Proposal, proposalIn } from "./words.ts";

export type ReminderKind = keyof Words["reminderMail"]["kinds"];

/** The kind of email for each reminder. */
export const sorts = {
  "record-date-21": "record-date",
  "record-date-5": "record-date",
  "ballot-open": "ballot-open",
  "vote-by-14": "vote-by",
  "vote-by-3": "vote-by",
  "vote-by-1": "vote-by",
  "vote-tomorrow": "vote-by",
  "meeting-day": "meeting-day",
  outcome: "outcome",
  "tier-unlocks": "tier",
  "proposal-deadline-60": "deadline",
  "proposal-deadline-30": "deadline",
  "fund-letter-14": "fund",
  "fund-letter-outcome": "fund",
} as const satisfies Record<ReminderKind, string>;
export type ReminderSort = (typeof sorts)[ReminderKind];

export type RemindedPledge = {
  /** When the email was queued: "past" and "days left" refer to this time. */
  at: Date;
  pledge: Pick<Pledged["pledge"], "kind" | "holdingForm"> & {
    accountFlags: ("cash" | "margin" | "lending" | "unsure")[];
    intentions: {
      /** Null: in general. */
      item: (Proposal & { onBallot: boolean }) | null;
      intention: "for" | "against" | "abstain" | "undecided";
    }[];
  };
  /** Reliable dates. Days are `YYYY-MM-DD` in its zone. */
  meeting: {
    year: number;
    zone: string;
    on: string | null;
    at: Date | null;
    recordDate: string | null;
    ballotOpenOn: string | null;
    /** When this holder's vote is last accepted; `ofPlan`: by the trustee of their plan. */
    lastVote: Date | null;
    ofPlan: boolean;
    proposalDeadline: string | null;
    asOf: string | null;
    portalUrl: string | null;
    /** Shares, ballots and prices work as in the United States. */
    unitedStates: boolean;
  };
  /** The day a tier of Rule 14a-8 unlocks. */
  unlocksOn: string | null;
  /** The reader's; times are given in it as well. */
  zone: string;
};

type ReminderProps = MailProps & RemindedPledge;

/**
 * What is due, in sentences, and the most important date in them. Sentences start in lower case, for a name
 * before the first.
 */
export type Due = { sentences: string[]; date: string | null };

export function remindedOf(sort: ReminderSort, props: ReminderProps): Due {
  const { locale, meeting, unlocksOn } = props;
  const { said } = words(locale).reminderMail;
  const ofMeeting = meetingOf(props);
  const about = (day: string | null, ...say: ((date: string) => string)[]): Due => {
    const date = day && civilDay(locale, day);
    return { sentences: date ? say.map((sentence) => sentence(date)) : [], date };
  };
  switch (sort) {
    case "record-date":
      return about(meeting.recordDate, (date) => said.recordDate(ofMeeting, date));
    case "ballot-open": {
      const open = about(meeting.ballotOpenOn, said.ballotOpen);
      const { sentences, date } = lastVote(props);
      return { sentences: [...sentences, ...open.sentences], date: date ?? open.date };
    }
    case "vote-by":
      return lastVote(props);
    case "meeting-day": {
      const [starts, ends] = [begins(props), lastVote(props)];
      const isAhead = meeting.lastVote !== null && meeting.lastVote > props.at;
      const [first, then] = isAhead ? [ends, starts] : [starts, ends];
      return { sentences: [...first.sentences, ...then.sentences], date: first.date ?? then.date };
    }
    case "outcome":
      return about(meeting.on, (date) => said.wasOn(ofMeeting, date));
    // A fund's holder is asked about their letter, without a date.
    case "fund":
      return about(null);
    case "tier":
      return about(unlocksOn, said.tier, () => said.afterwards);
    case "deadline": {
      return about(
        meeting.proposalDeadline,
        (date) => said.deadline(ofMeeting, date),
        () => said.afterwards,
      );
    }
  }
}

const meetingOf = ({ locale, campaign, meeting }: ReminderProps) =>
  words(locale).pledgeSummary.told.meetingOf(campaign.company, meeting.year);

function begins({ locale, meeting, zone }: ReminderProps): Due {
  const { said } = words(locale).reminderMail;
  const date = meeting.at
    ? momentIn(locale, meeting.at, { company: meeting.zone, reader: zone })
    : meeting.on && civilDay(locale, meeting.on);
  if (!date) return { sentences: [], date: null };
  return { sentences: [meeting.at ? said.meetingAt(date) : said.meetingOn(date)], date };
}

/** Until when this holder's vote is accepted, and whose own deadline is earlier. */
function lastVote(props: ReminderProps): Due {
  const { locale, meeting, pledge, zone, at } = props;
  const { said } = words(locale).reminderMail;
  const of = meetingOf(props);
  if (meeting.lastVote === null) return { sentences: [], date: null };
  const date = momentIn(locale, meeting.lastVote, { company: meeting.zone, reader: zone });
  if (meeting.lastVote <= at) {
    return {
      sentences: [meeting.ofPlan ? said.planClosed(of, date) : said.closed(of, date), said.lateVote],
      date,
    };
  }
  if (meeting.ofPlan) return { sentences: [said.planCloses(of, date)], date };
  const earlier = {
    employee_plan: said.planEarlier,
    foreign_broker: said.abroadEarlier(meeting.unitedStates),
  };
  const own = Object.entries(earlier).flatMap(([form, text]) => (form === pledge.holdingForm ? [text] : []));
  return { sentences: [said.closes(of, date), ...own], date };
}

/** Lists the dates that the sentences leave out, as rows. */
export function remindedFacts(sort: ReminderSort, props: ReminderProps): Fact[] {
  const { locale, meeting, zone, at } = props;
  const { facts } = words(locale).reminderMail;
  const row = (label: string, value: string | null) => (value ? [{ label, value }] : []);
  const date = (of: string | null) => of && civilDay(locale, of);
  const moment = (of: Date | null) => of && momentIn(locale, of, { company: meeting.zone, reader: zone });
  const deadline = meeting.proposalDeadline;
  const toCome = deadline !== null && new Date(deadline) > at ? deadline : null;
  return [
    ...(sort === "tier" ? row(facts.proposals, date(toCome)) : []),
    ...(sort === "tier" || sort === "deadline" ? [] : intention(locale, props)),
    ...(sort === "record-date"
      ? row(meeting.ofPlan ? facts.planEnds : facts.votingEnds, moment(meeting.lastVote))
      : []),
    ...(sort === "meeting-day" || sort === "outcome"
      ? []
      : row(facts.meeting, moment(meeting.at) ?? date(meeting.on))),
    ...row(facts.asOf, meeting.asOf && day(locale, new Date(meeting.asOf))),
  ];
}

function intention(locale: Locale, { pledge, meeting }: ReminderProps): Fact[] {
  const { facts } = words(locale).reminderMail;
  const { told } = words(locale).pledgeSummary;
  const intended = pledge.intentions.map(({ item, intention }) => {
    const named = item && proposalIn(locale, item);
    const title = named && (item.onBallot ? named : facts.offBallot(named));
    return told.intends({ item: title, intention: told.intentions[intention] });
  });
  const shares =
    pledge.kind === "institution"
      ? facts.heldByInstitution
      : forJurisdiction(told.holdingForms[pledge.holdingForm], meeting);
  return [
    { label: facts.intend, value: intended.length ? intended : told.intendNothing },
    { label: facts.held, value: shares },
  ];
}
