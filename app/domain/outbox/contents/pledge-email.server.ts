import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { meetingIn, sayingIn } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { findStanding } from "#app/domain/entries/pledges/find-standing.server.ts";
import { fundLetterParagraphs } from "#app/domain/entries/pledges/fund-letter.ts";
import { listReminders } from "#app/domain/entries/pledges/list-reminders.server.ts";
import { pledgePath, votedPath } from "#app/domain/entries/pledges/personal-links.server.ts";
import { isTold } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { findPledge, type PledgeShown } from "#app/domain/entries/pledges/queries.server.ts";
import { toldPledge } from "#app/domain/entries/pledges/told-pledge.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { listConsentsInForce } from "#app/domain/supporters/queries.server.ts";
import { type Locale, localizedPath } from "#app/i18n/index.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import type { Db } from "#db/index.ts";
import type { Email } from "#emails/index.ts";

type PledgeRow = NonNullable<Awaited<ReturnType<typeof findDelivery>>> & { pledgeId: string };

/** Days for which a link to what belongs to one person works. */
const personalLinkDays = 7;
const inDays = (time: Date, days: number) => new Date(time.getTime() + days * 86_400_000);

/**
 * What a mail about a pledge says, read now and told of the moment it was queued: the same rows make the same
 * mail. Null when the pledge is gone or no longer what the mail would say. No holding is opened for it.
 */
export async function emailAboutPledge(db: Db, mailing: Mailing, row: PledgeRow): Promise<Email | null> {
  const found = await findPledge(db, row.pledgeId);
  if (!found) return null;
  const locale = localeOf(row.locale);
  const meeting = meetingIn(await sayingIn(db, found.campaignId, locale), found.meeting);
  const pledge = { ...found, meeting };
  const url = (path: string) => mailing.appUrl + localizedPath(locale, path);
  const link = (purpose: TokenPurpose, subject: string, issuedAt: Date, days: number) =>
    createToken(mailing.keys, purpose, { subject, issuedAt, expiresAt: inDays(issuedAt, days) });
  const queuedAt = new Date(row.createdAt);
  const told = {
    ...{ ...commonProps(mailing, locale, row), name: pledge.name },
    ...pledgedOf(pledge, await agreedOf(db, pledge), queuedAt),
  };

  if (row.template === "confirm-pledge" || row.template === "confirm-pledge-reminder") {
    const pledgedAt = pledge.createdAt;
    const token = link("confirm-pledge", pledge.publicId, pledgedAt, confirmWithinDays);
    const deletedAt = inDays(pledgedAt, confirmWithinDays);
    const replaces = (await findStanding(db, pledge.publicId)) !== null;
    return {
      name: row.template,
      props: { ...told, pledgedAt, deletedAt, replaces, confirmUrl: url(`/confirm/${token}`) },
    };
  }
  if (!pledge.confirmedAt) return null;
  const confirmed = {
    ...told,
    confirmedAt: pledge.confirmedAt,
    inReview: pledge.status === "flagged",
    manageUrl: url("/manage"),
  };
  if (row.template === "already-pledged") return { name: row.template, props: confirmed };
  if (row.template !== "pledge-receipt") return null;

  const over = pledgeStage(pledge.meeting, queuedAt) === "outcome";
  const form = pledgePath(mailing.keys, pledge, queuedAt, personalLinkDays * 24);
  const personal = link("manage", pledge.supporterPublicId, queuedAt, personalLinkDays);
  const coFiles = pledge.willing.includes("cofile") && pledge.kind !== "fund";
  return {
    name: row.template,
    props: {
      ...{ ...confirmed, version: pledge.version },
      fundLetter: fundLetterOf(locale, pledge, url(votedPath(mailing.keys, votedOf(pledge), queuedAt))),
      reminders: over ? "over" : await remindersOf(db, pledge),
      notHeld: pledge.heldOnRecordDate === "no",
      personalUrl: url(`/manage/${personal}`),
      personalUntil: inDays(queuedAt, personalLinkDays),
      changeUrl: over || isTold(pledge) ? null : url(form),
      coFileUrl: coFiles ? url(`/c/${pledge.campaign}/co-file`) : null,
    },
  };
}

const votedOf = ({ publicId, meeting }: PledgeShown) => ({
  publicId,
  meeting: { on: meeting.meetingOn, year: meeting.year },
});

/** The letter of a fund's holder to the manager, with the page it is on; null of other holdings. */
function fundLetterOf(
  locale: Locale,
  { kind, company, fundManager: manager, name }: PledgeShown,
  url: string,
) {
  if (kind !== "fund") return null;
  return { paragraphs: fundLetterParagraphs(locale, { company, manager, name }), url };
}

/** An unconfirmed pledge has asked for its consents and given none. */
async function agreedOf(db: Db, pledge: PledgeShown) {
  const agreed: readonly string[] =
    pledge.status === "email_pending"
      ? pledge.agreed
      : await listConsentsInForce(db, pledge.supporterId, pledge.campaignId);
  return { updates: agreed.includes("updates"), contactCofile: agreed.includes("contact_cofile") };
}

/** What is scheduled, or why nothing is. */
async function remindersOf(db: Db, { series, status, reminders }: PledgeShown) {
  if (!reminders) return "stopped" as const;
  if (status === "flagged") return "in-review" as const;
  return (await listReminders(db, series))
    .filter(({ state }) => state === "scheduled")
    .map(({ reminder, dueOn }) => ({ kind: reminder, dueOn }));
}

function pledgedOf(pledge: PledgeShown, consents: { updates: boolean; contactCofile: boolean }, at: Date) {
  const told = toldPledge(pledge, at);
  const { kind, holdingForm, meeting, intentions, heldOnRecordDate, willing, display, comment } = told;
  return {
    consents,
    pledge: {
      ...{ kind, holdingForm, meeting, intentions, heldOnRecordDate, willing, display },
      hasComment: comment !== null,
    },
  };
}
