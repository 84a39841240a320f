import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, erasedWith, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";
import { petitionVersions } from "./petitions.ts";
import { signatures } from "./signatures.ts";

/** Notifies signers of an earlier text with another meaning of the new one. Never edited. */
export const petitionNotices = pgTable(
  "petition_notices",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** The new text. */
    version: integer("version").notNull(),
    /** What it changes, as the email says it. */
    change: text("change").notNull(),
    askedById: organizer("asked_by_id"),
    askedAt: at("asked_at").notNull().defaultNow(),
    askedFrame: jsonb("asked_frame"),
    ...approval(),
    /** What the email said when it was approved; nothing else is sent. */
    approvedFrame: jsonb("approved_frame"),
    /** Paused since, because the email would differ from what was approved. */
    pausedAt: at("paused_at"),
    cancelledById: organizer("cancelled_by_id"),
    cancelledAt: at("cancelled_at"),
    /** `signatures.id` up to which emails are queued. */
    queuedThrough: bigint("queued_through", { mode: "number" }).notNull().default(0),
    /** When everyone who had confirmed by then was queued. */
    queuedAt: at("queued_at"),
  },
  (t) => [
    foreignKey({
      name: "petition_notices_of_a_version",
      columns: [t.campaignId, t.version],
      foreignColumns: [petitionVersions.campaignId, petitionVersions.version],
    }),
    // One at a time: nobody is notified of one text twice.
    uniqueIndex("petition_notices_one_a_version")
      .on(t.campaignId, t.version)
      .where(sql`${t.cancelledAt} is null or ${t.approvedAt} is not null`),
    check(
      "petition_notices_never_approved_by_who_asked",
      sql`${t.approvedAlone} or ${t.approvedById} is null
        or ${t.approvedById} is distinct from ${t.askedById}`,
    ),
    check(
      "petition_notices_queued_once_approved",
      sql`${t.queuedThrough} = 0 or ${t.approvedAt} is not null`,
    ),
    check("petition_notices_change_length", sql`char_length(${t.change}) between 1 and 500`),
  ],
);

/** An answer to a notice. People may answer again while the text is in force. */
export const petitionAnswers = pgTable(
  "petition_answers",
  {
    noticeId: bigint("notice_id", { mode: "number" })
      .notNull()
      .references(() => petitionNotices.id),
    signatureId: erasedWith("signature_id", () => signatures.id),
    answer: text("answer", { enum: ["kept", "moved", "withdrawn"] }).notNull(),
    /** The text that was signed before. */
    fromVersion: integer("from_version").notNull(),
    answeredAt: at("answered_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.noticeId, t.signatureId] }),
    check("petition_answers_known", sql`${t.answer} in ('kept', 'moved', 'withdrawn')`),
    index("petition_answers_signature").on(t.signatureId),
  ],
);

/** Emails of a notice by state, and answers, in slots, kept by triggers. */
export const noticeCounts = pgTable(
  "notice_counts",
  {
    noticeId: bigint("notice_id", { mode: "number" })
      .notNull()
      .references(() => petitionNotices.id),
    slot: smallint("slot").notNull(),
    /** A state of emails, or an answer: their names never clash. */
    what: text("what").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [primaryKey({ columns: [t.noticeId, t.slot, t.what] })],
);

/** Milestones in signatures that a campaign has reached and still has. */
export const campaignMilestones = pgTable(
  "campaign_milestones",
  {
    campaignId: campaignId(),
    signatures: integer("signatures").notNull(),
    /** The hour since which there are as many. */
    reachedAt: at("reached_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.signatures] }),
    check("campaign_milestones_positive", sql`${t.signatures} > 0`),
  ],
);
