import { forJurisdiction } from "#app/i18n/by-jurisdiction.ts";
import { words } from "#app/i18n/index.ts";
import { capitalized } from "#app/i18n/sentence.ts";
import { bind } from "./parts/bind.ts";
import { disclosures } from "./parts/disclosures.ts";
import { letterBlock } from "./parts/fund-letter.ts";
import type { Block, Letter, MailProps } from "./parts/letter.ts";
import { civilDay } from "./parts/moments.ts";
import {
  type RemindedPledge,
  type ReminderKind,
  type ReminderSort,
  remindedFacts,
  remindedOf,
  sorts,
} from "./parts/reminded.ts";
import { headingOf, type Inline, listOf, paragraphOf } from "./parts/rich-text.ts";
import { day, emailOf, freshLink } from "./parts/words.ts";

export type PledgeReminderProps = MailProps &
  RemindedPledge & {
    reminder: ReminderKind;
    name: string;
    pledgedOn: Date;
    /** True if a calendar file is attached. */
    calendar: boolean;
    /** A fund holder's letter to the manager, in paragraphs. */
    fundLetter: string[] | null;
    /** The page the button opens, for the outcome or their own, and when its link expires. */
    act: "outcome" | "personal";
    actUrl: string;
    actUntil: Date;
    /** The page that emails a new link. */
    manageUrl: string;
    coFileUrl: string;
    unsubscribeUrl: string;
  };

/**
 * Tells a holder what is due, when, and how it works with their kind of holding. Never how much they hold.
 */
export function pledgeReminder(props: PledgeReminderProps): Letter {
  const { locale, campaign } = props;
  const w = words(locale).reminderMail;
  const sort = sorts[props.reminder];
  if (props.fundLetter) return fundQuestion(props, props.fundLetter);
  const { subject, preview } = w.kinds[props.reminder];
  const heading = (sort === "vote-by" && headingByDays(props)) || subject;
  const meeting = words(locale).pledgeSummary.told.meetingOf(campaign.company, props.meeting.year);
  const due = remindedOf(sort, props);
  const rows = remindedFacts(sort, props);
  const why =
    sort === "tier" || sort === "deadline"
      ? w.whyOfCoFiler(campaign.company)
      : w.why(day(locale, props.pledgedOn), meeting);
  const [first = why, ...rest] = due.sentences;
  const lead = bind([w.lead(props.name, first), ...rest.map(capitalized)].join(" "));
  return emailOf(
    props,
    { ...w, subject: heading, preview, heading },
    [
      { kind: "rich", of: [{ kind: "paragraph", of: emphasized(lead, due.date && bind(due.date)) }] },
      ...steps(sort, props),
      ...links(sort, props),
      button(sort, props),
      { kind: "line" },
      ...(due.sentences.length > 0 ? [{ kind: "paragraph" as const, text: capitalized(why) }] : []),
      ...(rows.length > 0 ? [{ kind: "facts" as const, rows }] : []),
      ...(props.calendar ? [{ kind: "paragraph" as const, text: w.attached }] : []),
      disclosures(props),
    ],
    stops(props),
  );
}

/** Asks a fund's holder about the outcome of their letter, and repeats the letter. */
function fundQuestion(props: PledgeReminderProps, letter: readonly string[]): Letter {
  const { locale, campaign, reminder, name, meeting } = props;
  const w = words(locale).reminderMail;
  const { subject, preview } = w.kinds[reminder];
  const about = words(locale).pledgeSummary.told.meetingOf(campaign.company, meeting.year);
  const after = reminder === "fund-letter-outcome";
  const asked =
    after && meeting.on !== null
      ? w.fund.afterMeeting(name, about, civilDay(locale, meeting.on))
      : w.fund.afterTwoWeeks(name, day(locale, props.pledgedOn), about);
  return emailOf(
    props,
    { ...w, subject, preview, heading: subject },
    [
      { kind: "paragraph", text: asked },
      { kind: "button", label: w.answer, url: props.actUrl, note: w.fund.note(day(locale, props.actUntil)) },
      { kind: "paragraph", text: `${w.fund.use} ${after ? w.fund.last : w.fund.again}` },
      letterBlock(locale, letter),
      disclosures(props),
    ],
    stops(props),
  );
}

/** Links to stop the reminders, and to change the pledge. */
function stops({ locale, unsubscribeUrl, manageUrl }: PledgeReminderProps) {
  const w = words(locale).reminderMail;
  return [
    { label: w.stop, url: unsubscribeUrl },
    { label: w.change, url: manageUrl },
  ];
}

function emphasized(text: string, part: string | null): Inline[] {
  const at = part ? text.indexOf(part) : -1;
  if (part === null || at < 0) return [{ kind: "text", text }];
  return [
    { kind: "text", text: text.slice(0, at) },
    { kind: "strong", of: [{ kind: "text", text: part }] },
    { kind: "text", text: text.slice(at + part.length) },
  ];
}

/** Whole days left, with two hours' tolerance; null if two weeks or more. */
function headingByDays({ locale, at, meeting }: PledgeReminderProps): string | null {
  if (meeting.lastVote === null || meeting.lastVote <= at) return null;
  const hours = (meeting.lastVote.getTime() - at.getTime()) / 3_600_000;
  const days = Math.floor((hours + 2) / 24);
  return days > 13 ? null : words(locale).reminderMail.daysLeft(days);
}

/** What to do; nothing once it is too late. */
function steps(sort: ReminderSort, { locale, pledge, meeting, at }: PledgeReminderProps): Block[] {
  const w = words(locale).reminderMail;
  if (sort === "outcome" || sort === "tier" || sort === "deadline" || sort === "fund") return [];
  if (sort === "record-date") {
    const { accountFlags, holdingForm, kind } = pledge;
    const lent = accountFlags.includes("lending") || accountFlags.includes("margin");
    const notLent = kind === "direct" && (holdingForm === "registered" || accountFlags.join() === "cash");
    const text = lent ? w.lending.told : notLent ? w.lending.none : w.lending.maybe;
    return [{ kind: "rich", of: [headingOf(w.lending.heading), paragraphOf(bind(text))] }];
  }
  if (meeting.lastVote !== null && meeting.lastVote <= at) return [];
  const list = w.steps[pledge.kind === "institution" ? "institution" : pledge.holdingForm];
  return [
    {
      kind: "rich",
      of: [
        headingOf(w.steps.heading),
        listOf(
          list.map((step) => bind(forJurisdiction(step, meeting))),
          true,
        ),
      ],
    },
  ];
}

function button(sort: ReminderSort, props: PledgeReminderProps): Block {
  const { locale, act, actUrl, actUntil, manageUrl } = props;
  const w = words(locale).reminderMail;
  const until = day(locale, actUntil);
  if (act === "outcome") {
    // Until voting ends, nobody has not voted.
    const over = sort === "outcome";
    const note = over ? `${w.otherAnswers} ${w.votedNote(until)}` : w.votedNote(until);
    return { kind: "button", label: over ? w.answer : w.voted, url: actUrl, note };
  }
  const fresh = freshLink(locale, manageUrl);
  return { kind: "button", label: w.personal, url: actUrl, note: w.personalNote(until), fresh };
}

function links(sort: ReminderSort, { locale, meeting, coFileUrl }: PledgeReminderProps): Block[] {
  const w = words(locale).reminderMail;
  if (sort === "tier" || sort === "deadline") return [{ kind: "link", text: w.coFile, url: coFileUrl }];
  const portal = sort === "meeting-day" || sort === "ballot-open" ? meeting.portalUrl : null;
  return portal ? [{ kind: "link", text: w.portal, url: portal }] : [];
}
