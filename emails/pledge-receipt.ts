import { describeFundAsks } from "#app/i18n/describe-fund-asks.ts";
import { formatNumber, type Locale, type Words, words } from "#app/i18n/index.ts";
import { disclosures } from "./parts/disclosures.ts";
import { letterBlock } from "./parts/fund-letter.ts";
import type { Block, Letter, MailProps } from "./parts/letter.ts";
import { ownersBlock } from "./parts/owners.ts";
import { type Pledged, pledgedFacts } from "./parts/pledged.ts";
import { actBlocks, type Share } from "./parts/share.ts";
import { day, emailOf, type Next, ownPageLink, type Undo, undoBlock } from "./parts/words.ts";

export type PledgeReceiptProps = MailProps &
  Pledged &
  Undo &
  Next &
  Share & {
    name: string;
    version: number;
    /** How many had pledged when it was queued; null if too few, for a fund and under review. */
    holders: number | null;
    confirmedAt: Date;
    /** True while it waits for review. */
    inReview: boolean;
    /** Planned reminders, by day in the holder's time zone (`YYYY-MM-DD`); or why there are none. */
    reminders:
      | { kind: keyof Words["pledgeSummary"]["reminders"]["kinds"]; dueOn: string }[]
      | "stopped"
      | "in-review"
      | "over";
    /** True if they said they did not hold on the record date: then no reminder to vote is planned. */
    notHeldOnRecordDate: boolean;
    /** Paragraphs of a fund holder's letter, and the page to copy, print and report on it. */
    fundLetter: { paragraphs: string[]; url: string } | null;
    /** This person's own page, and when its link expires. */
    personalUrl: string;
    personalUntil: Date;
    /** The page that emails a new link. */
    manageUrl: string;
    /** The form with the current answers. Null once nobody can pledge for this meeting. */
    changeUrl: string | null;
    /** The vote of this year may be open, for shares of theirs. */
    mayBeOpen: boolean;
    /** The verified day on which that vote ends. */
    voteEndsOn: string | null;
    /** Where they say that they voted or ask for a reminder; null where they are not asked. */
    votedUrl: string | null;
    /** The calculator, for those who would co-file. */
    coFileUrl: string | null;
  };

/** Goes to the owner of a pledge once a version, when it is confirmed. */
export function pledgeReceipt(props: PledgeReceiptProps): Letter {
  const { locale, campaign, pledge, inReview, changeUrl, coFileUrl } = props;
  const { pledgeSummary, pledgeMail, personal } = words(locale);
  const { thanks } = personal;
  const w = pledgeMail.receipt;
  const meeting = pledgeSummary.told.meetingOf(campaign.company, pledge.meeting.year);
  const intro = inReview ? w.introInReview : w.intro;
  const version = { label: w.version, value: w.versionOf(props.version) };
  const countLine = props.holders === null ? [] : [thanks.pledged(formatNumber(locale, props.holders))];
  const subject = inReview ? w.subjectInReview : w.subject;
  return emailOf(props, { ...w, subject, heading: w.heading(props.name) }, [
    { kind: "paragraph", text: [intro(meeting, day(locale, props.confirmedAt)), ...countLine].join(" ") },
    ...ownersBlocks(props),
    ...actBlocks(props, pledge.kind === "fund" ? "wished" : "pledged"),
    ...(props.fundLetter
      ? [
          letterBlock(locale, props.fundLetter.paragraphs),
          { kind: "link" as const, text: w.letter, url: props.fundLetter.url, label: w.letterLink },
        ]
      : []),
    { kind: "line" },
    {
      kind: "facts",
      rows: [
        ...pledgedFacts(locale, props, campaign.company),
        ...(props.version > 1 ? [version] : []),
        ...reminderRow(props),
      ],
    },
    ...reminderWords(locale, props),
    ownPageLink(locale, w, props),
    undoBlock(locale, props),
    ...(changeUrl ? [{ kind: "link" as const, text: w.change, url: changeUrl, label: w.changeLink }] : []),
    ...(coFileUrl ? [{ kind: "link" as const, text: w.coFile, url: coFileUrl }] : []),
    disclosures(props),
  ]);
}

function ownersBlocks({ locale, campaign, mayBeOpen, voteEndsOn, votedUrl }: PledgeReceiptProps): Block[] {
  if (!mayBeOpen) return [];
  const { voted, tomorrow } = words(locale).pledge.owners;
  const line = ownersBlock(locale, { company: campaign.company, endsOn: voteEndsOn }, false);
  return votedUrl ? [line, { kind: "link", text: `${voted} · ${tomorrow}`, url: votedUrl }] : [line];
}

function reminderWords(
  locale: Locale,
  { pledge, reminders, notHeldOnRecordDate }: PledgeReceiptProps,
): Block[] {
  const w = words(locale).pledgeMail.receipt;
  const say = (...texts: (string | null)[]): Block[] =>
    texts.flatMap((text) => (text ? [{ kind: "paragraph", text }] : []));
  if (pledge.kind === "fund") {
    const kinds = typeof reminders === "string" ? [] : reminders.map(({ kind }) => kind);
    return say(w.remindersFund, describeFundAsks(locale, kinds));
  }
  if (reminders === "stopped") return say(w.remindersStopped);
  if (reminders === "over") return say(w.remindersOver);
  if (reminders === "in-review") return say(w.remindersInReview);
  const without = notHeldOnRecordDate ? say(w.remindersNotHeld) : [];
  if (reminders.length === 0) return notHeldOnRecordDate ? without : say(w.remindersUndated);
  return [...without, ...say(w.reminders)];
}

function reminderRow({ locale, reminders }: PledgeReceiptProps) {
  if (typeof reminders === "string" || reminders.length === 0) return [];
  const { pledgeMail, pledgeSummary } = words(locale);
  const { kinds, line } = pledgeSummary.reminders;
  const value = reminders.map(({ kind, dueOn }) => line(kinds[kind], day(locale, new Date(dueOn))));
  return [{ label: pledgeMail.receipt.remindersHeading, value }];
}
