import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { approvalRequests } from "./approval-requests.ts";
import { campaigns } from "./campaigns.ts";
import { at, identity, publicId } from "./columns.ts";
import { letterDispatches, letterParts, letterRecipients } from "./letter-dispatches.ts";
import { letters } from "./letters.ts";
import { organizerCeremonies } from "./organizer-ceremonies.ts";
import { organizerInvitations, organizers, rightPeriods } from "./organizers.ts";
import { petitionNotices } from "./petition-notices.ts";
import { reminderKind } from "./pledge-reminders.ts";
import { pledges } from "./pledges.ts";
import { refusalWarnings } from "./refusals.ts";
import { signatures } from "./signatures.ts";
import { supporters } from "./supporters.ts";
import { updates } from "./updates.ts";

export const emailState = pgEnum("email_state", [
  "queued",
  "claimed",
  "accepted",
  "delivered",
  "delayed",
  "bounced",
  "complained",
  "suppressed",
  "skipped",
  "failed",
  "unknown",
]);
/**
 * How an email goes. `asked`: a stranger may have typed the address of its person, so it counts against the
 * emails of a day. `free`: it counts against none. `bulk`: nobody waits for it; it comes due for many at once
 * and goes after all others.
 */
export const emailLane = pgEnum("email_lane", ["asked", "free", "bulk"]);

/** The name of an email. `migrate` adds those that the outbox knows. */
const emailName = customType<{ data: string }>({ dataType: () => "email_template" });

/**
 * One row a mail and person: ids only. Names are read and tokens derived when the mail is rendered.
 * The table is the queue (docs/decisions/0008-the-outbox-is-the-queue.md).
 */
export const outbox = pgTable(
  "outbox",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: integer("campaign_id").references(() => campaigns.id),
    supporterId: bigint("supporter_id", { mode: "number" }).references(() => supporters.id, {
      onDelete: "cascade",
    }),
    signatureId: bigint("signature_id", { mode: "number" }).references(() => signatures.id, {
      onDelete: "cascade",
    }),
    pledgeId: bigint("pledge_id", { mode: "number" }).references(() => pledges.id, { onDelete: "cascade" }),
    /** Of a reminder to a holder: which. */
    reminder: reminderKind("reminder"),
    organizerId: uuid("organizer_id").references(() => organizers.id, { onDelete: "cascade" }),
    ceremonyId: bigint("ceremony_id", { mode: "number" }).references(() => organizerCeremonies.id, {
      onDelete: "cascade",
    }),
    invitationId: uuid("invitation_id").references(() => organizerInvitations.id, { onDelete: "cascade" }),
    updateId: bigint("update_id", { mode: "number" }).references(() => updates.id, { onDelete: "cascade" }),
    letterId: bigint("letter_id", { mode: "number" }).references(() => letters.id, { onDelete: "cascade" }),
    dispatchId: bigint("dispatch_id", { mode: "number" }).references(() => letterDispatches.id),
    /** Of a mail to the company: what it carries, and to which of its offices. */
    letterPartId: bigint("letter_part_id", { mode: "number" }).references(() => letterParts.id),
    letterRecipientId: bigint("letter_recipient_id", { mode: "number" }).references(
      () => letterRecipients.id,
    ),
    /** Of a mail that tells an earlier signer of a new petition, or organizers that it is on hold. */
    noticeId: bigint("notice_id", { mode: "number" }).references(() => petitionNotices.id),
    /** Of a mail that tells a team who may approve, or may no more. */
    rightPeriodId: bigint("right_period_id", { mode: "number" }).references(() => rightPeriods.id, {
      onDelete: "cascade",
    }),
    /** Of a warning to the owners of a campaign that many were refused. */
    refusalWarningId: bigint("refusal_warning_id", { mode: "number" }).references(() => refusalWarnings.id),
    /** Of an email that asks for an approval, or says that it was sent back or is not needed anymore. */
    approvalRequestId: bigint("approval_request_id", { mode: "number" }).references(
      () => approvalRequests.id,
    ),
    /** Of a test: the language it is asked for. All other mails speak the language of their person. */
    locale: text("locale"),
    /** For a receipt: how many had signed, pledged or written when it was queued. Its bytes never change. */
    countThen: integer("count_then"),
    template: emailName("template").notNull(),
    lane: emailLane("lane").notNull().default("free"),
    state: emailState("state").notNull().default("queued"),
    attempts: smallint("attempts").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Not before this moment: now for a new row, later after a failure; the lease's end while claimed. */
    dueAt: at("due_at").notNull().defaultNow(),
    leaseUntil: at("lease_until"),
    /** By which transport it was last tried: what may be done after a crash depends on it. */
    transport: text("transport"),
    /** Since when a try may have been accepted without our having seen the answer. Null: no such try. */
    unansweredSince: at("unanswered_since"),
    settledAt: at("settled_at"),
    providerId: text("provider_id"),
    /** A short code of what went wrong, never the provider's words (they can hold an address). */
    problem: text("problem"),
  },
  (t) => [
    check(
      "outbox_one_recipient",
      sql`num_nonnulls(${t.supporterId}, ${t.organizerId}, ${t.letterRecipientId}) = 1`,
    ),
    check("outbox_claimed_has_lease", sql`(${t.state} = 'claimed') = (${t.leaseUntil} is not null)`),
    check("outbox_transport_known", sql`${t.transport} in ('resend', 'smtp', 'file')`),
    check("outbox_problem_is_a_code", sql`${t.problem} ~ '^[a-z0-9_-]{1,64}$'`),
    // What an email is about is one thing; a notice to an earlier signer is about their signature as well.
    check(
      "outbox_about_one_thing",
      sql`num_nonnulls(coalesce(${t.noticeId}, ${t.signatureId}), ${t.pledgeId}, ${t.letterId}, ${t.updateId},
          ${t.dispatchId}, ${t.letterPartId}, ${t.ceremonyId}, ${t.invitationId}, ${t.rightPeriodId},
          ${t.refusalWarningId}, ${t.approvalRequestId}) <= 1`,
    ),
    check("outbox_reminder_of_pledge", sql`${t.reminder} is null or ${t.pledgeId} is not null`),
    check("outbox_part_to_office", sql`(${t.letterPartId} is null) = (${t.letterRecipientId} is null)`),
    // Mails of updates wait in `email_batches`: a million of them keep no confirmation waiting, and what
    // comes due for many at once goes after all that somebody waits for.
    index("outbox_due_by_lane")
      .on(sql`(${t.lane} = 'bulk')`, t.dueAt, t.id)
      .where(
        sql`${t.state} in ('queued', 'claimed') and (${t.updateId} is null or ${t.supporterId} is null)`,
      ),
    index("outbox_supporter").on(t.supporterId, t.createdAt.desc()),
    index("outbox_signature").on(t.signatureId).where(sql`${t.signatureId} is not null`),
    index("outbox_pledge").on(t.pledgeId).where(sql`${t.pledgeId} is not null`),
    index("outbox_letter").on(t.letterId).where(sql`${t.letterId} is not null`),
    // One email a part.
    uniqueIndex("outbox_one_a_letter_part").on(t.letterPartId).where(sql`${t.letterPartId} is not null`),
    index("outbox_letter_recipient")
      .on(t.letterRecipientId, t.createdAt)
      .where(sql`${t.letterRecipientId} is not null`),
    index("outbox_organizer").on(t.organizerId).where(sql`${t.organizerId} is not null`),
    index("outbox_ceremony").on(t.ceremonyId).where(sql`${t.ceremonyId} is not null`),
    index("outbox_invitation").on(t.invitationId).where(sql`${t.invitationId} is not null`),
    index("outbox_problems")
      .on(t.updateId, t.state, t.problem)
      .where(sql`${t.template} = 'update' and ${t.problem} is not null`),
    // The list of what came back, was reported, refused or lost from sight, newest first.
    index("outbox_troubled")
      .on(t.campaignId, t.id)
      .where(sql`${t.state} in ('bounced', 'complained', 'failed', 'unknown')`),
    // One email a notice and signature.
    uniqueIndex("outbox_one_a_notice").on(t.noticeId, t.signatureId).where(sql`${t.noticeId} is not null`),
    // One email a request and organizer.
    uniqueIndex("outbox_one_a_request")
      .on(t.approvalRequestId, t.template, t.organizerId)
      .where(sql`${t.approvalRequestId} is not null`),
    // One email an update and person.
    uniqueIndex("outbox_one_an_update").on(t.updateId, t.supporterId).where(sql`${t.template} = 'update'`),
  ],
);
