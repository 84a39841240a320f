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
import { refusalWarnings } from "./activity.ts";
import { approvalRequests } from "./approval-requests.ts";
import { campaigns } from "./campaigns.ts";
import { at, bytea, identity, publicId } from "./columns.ts";
import { letterDispatches, letterParts, letterRecipients } from "./letter-dispatches.ts";
import { letters } from "./letters.ts";
import { organizerCeremonies } from "./organizer-access.ts";
import { organizerInvitations, organizers, rightPeriods } from "./organizers.ts";
import { petitionNotices } from "./petition-notices.ts";
import { reminderKind } from "./pledge-reminders.ts";
import { pledges } from "./pledges.ts";
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
 * Which daily limit an email counts against. `asked`: that of its address, since a stranger may have typed
 * it. `free`: none. `bulk`: none; nobody waits for it, so it is sent after all others.
 */
export const emailLane = pgEnum("email_lane", ["asked", "free", "bulk"]);

/** Enum whose values `migrate` adds from the known emails. */
const emailName = customType<{ data: string }>({ dataType: () => "email_template" });

/**
 * One email to one person: ids only. Names are read and tokens derived when it is rendered. The table is the
 * queue (docs/decisions/0008-the-outbox-is-the-queue.md).
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
    /** For a reminder to a holder: which one. */
    reminder: reminderKind("reminder"),
    organizerId: uuid("organizer_id").references(() => organizers.id, { onDelete: "cascade" }),
    ceremonyId: bigint("ceremony_id", { mode: "number" }).references(() => organizerCeremonies.id, {
      onDelete: "cascade",
    }),
    invitationId: uuid("invitation_id").references(() => organizerInvitations.id, { onDelete: "cascade" }),
    updateId: bigint("update_id", { mode: "number" }).references(() => updates.id, { onDelete: "cascade" }),
    letterId: bigint("letter_id", { mode: "number" }).references(() => letters.id, { onDelete: "cascade" }),
    dispatchId: bigint("dispatch_id", { mode: "number" }).references(() => letterDispatches.id),
    /** For an email to the company: its part of a dispatch, and the recipient. */
    letterPartId: bigint("letter_part_id", { mode: "number" }).references(() => letterParts.id),
    letterRecipientId: bigint("letter_recipient_id", { mode: "number" }).references(
      () => letterRecipients.id,
    ),
    /** For an email about a new petition: to an earlier signer, or to organizers when it is on hold. */
    noticeId: bigint("notice_id", { mode: "number" }).references(() => petitionNotices.id),
    /** For an email to a team about a gained or lost right to approve. */
    rightPeriodId: bigint("right_period_id", { mode: "number" }).references(() => rightPeriods.id, {
      onDelete: "cascade",
    }),
    /** For a warning to owners about many refusals. */
    refusalWarningId: bigint("refusal_warning_id", { mode: "number" }).references(() => refusalWarnings.id),
    /** For an email that asks for an approval, or says that it was sent back or is no longer needed. */
    approvalRequestId: bigint("approval_request_id", { mode: "number" }).references(
      () => approvalRequests.id,
    ),
    /**
     * For the notice to somebody erased: their address, sealed with the public id, until it was handed over
     * or given up. A trigger of db/functions/outbox.sql forgets it then.
     */
    sealedTo: bytea("sealed_to"),
    sealedKeyId: text("sealed_key_id"),
    /** For a test or the notice to somebody erased: its language. Other emails use their person's. */
    locale: text("locale"),
    /**
     * For a receipt: how many had signed, pledged or written when it was queued. Stored, so that its bytes
     * never change.
     */
    countThen: integer("count_then"),
    template: emailName("template").notNull(),
    lane: emailLane("lane").notNull().default("free"),
    state: emailState("state").notNull().default("queued"),
    attempts: smallint("attempts").notNull().default(0),
    /** Emails in a call with this one at most: fewer after a call that was refused, or ended its worker. */
    together: smallint("together").notNull().default(100),
    createdAt: at("created_at").notNull().defaultNow(),
    /**
     * Not before this time: now for a new row, later after a failure; the lease's end while claimed;
     * 'infinity' in a call to many, which has a time of its own.
     */
    dueAt: at("due_at").notNull().defaultNow(),
    leaseUntil: at("lease_until"),
    /** The transport of the last try: it decides what may be done after a crash. */
    transport: text("transport"),
    /** Since when a try may have been accepted but its answer was lost. Null: no such try. */
    unansweredSince: at("unanswered_since"),
    settledAt: at("settled_at"),
    /**
     * For an email that asks to confirm: the end of the hour in which its last try began; its days run
     * from it. A trigger of db/functions/outbox.sql notes it; a try that may have been accepted keeps it.
     */
    triedAt: at("tried_at"),
    providerId: text("provider_id"),
    /** Code of the problem, never the provider's words (they may contain an address). */
    problem: text("problem"),
  },
  (t) => [
    check(
      "outbox_one_recipient",
      sql`num_nonnulls(${t.supporterId}, ${t.organizerId}, ${t.letterRecipientId})
        = case ${t.template}::text when 'data-erased' then 0 else 1 end`,
    ),
    check(
      "outbox_sealed_until_sent",
      sql`num_nonnulls(${t.sealedTo}, ${t.sealedKeyId})
        = case when ${t.template}::text = 'data-erased' and ${t.state} in ('queued', 'claimed') then 2 else 0 end`,
    ),
    check("outbox_claimed_has_lease", sql`(${t.state} = 'claimed') = (${t.leaseUntil} is not null)`),
    check("outbox_transport_known", sql`${t.transport} ~ '^[a-z]{2,20}$'`),
    check("outbox_problem_is_a_code", sql`${t.problem} ~ '^[a-z0-9_-]{1,64}$'`),
    // An email is about one thing; a notice to an earlier signer is about their signature as well.
    check(
      "outbox_about_one_thing",
      sql`num_nonnulls(coalesce(${t.noticeId}, ${t.signatureId}), ${t.pledgeId}, ${t.letterId}, ${t.updateId},
          ${t.dispatchId}, ${t.letterPartId}, ${t.ceremonyId}, ${t.invitationId}, ${t.rightPeriodId},
          ${t.refusalWarningId}, ${t.approvalRequestId}) <= 1`,
    ),
    check("outbox_reminder_of_pledge", sql`${t.reminder} is null or ${t.pledgeId} is not null`),
    check("outbox_part_to_office", sql`(${t.letterPartId} is null) = (${t.letterRecipientId} is null)`),
    // Emails of updates wait in `email_batches`: a million of them delay no confirmation. Of the others the
    // most urgent go first, and of those the oldest: a retry keeps its place.
    index("outbox_next")
      .on(
        sql`(case when ${t.lane} = 'bulk' or ${t.letterPartId} is not null then 2
          when ${t.lane} = 'asked' or ${t.supporterId} is null or ${t.campaignId} is null then 0 else 1 end)`,
        t.id,
        t.dueAt,
      )
      .where(
        sql`${t.state} in ('queued', 'claimed') and (${t.updateId} is null or ${t.supporterId} is null)`,
      ),
    index("outbox_supporter").on(t.supporterId, t.createdAt.desc()),
    index("outbox_signature").on(t.signatureId).where(sql`${t.signatureId} is not null`),
    index("outbox_pledge").on(t.pledgeId).where(sql`${t.pledgeId} is not null`),
    index("outbox_letter").on(t.letterId).where(sql`${t.letterId} is not null`),
    uniqueIndex("outbox_one_a_letter_part").on(t.letterPartId).where(sql`${t.letterPartId} is not null`),
    index("outbox_letter_recipient")
      .on(t.letterRecipientId, t.createdAt)
      .where(sql`${t.letterRecipientId} is not null`),
    index("outbox_sealed").on(t.createdAt).where(sql`${t.sealedTo} is not null`),
    index("outbox_organizer").on(t.organizerId).where(sql`${t.organizerId} is not null`),
    index("outbox_ceremony").on(t.ceremonyId).where(sql`${t.ceremonyId} is not null`),
    index("outbox_invitation").on(t.invitationId).where(sql`${t.invitationId} is not null`),
    index("outbox_problems")
      .on(t.updateId, t.state, t.problem)
      .where(sql`${t.template} = 'update' and ${t.problem} is not null`),
    // The list of emails that bounced, were reported, refused or lost, newest first.
    index("outbox_troubled")
      .on(t.campaignId, t.id)
      .where(sql`${t.state} in ('bounced', 'complained', 'failed', 'unknown')`),
    uniqueIndex("outbox_one_a_notice").on(t.noticeId, t.signatureId).where(sql`${t.noticeId} is not null`),
    uniqueIndex("outbox_one_a_request")
      .on(t.approvalRequestId, t.template, t.organizerId)
      .where(sql`${t.approvalRequestId} is not null`),
    uniqueIndex("outbox_one_an_update").on(t.updateId, t.supporterId).where(sql`${t.template} = 'update'`),
  ],
);
