import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea, erasedWith, identity, publicId } from "./columns.ts";
import { organizer } from "./organizers.ts";
import { signatureDisplay } from "./signatures.ts";
import { supporters } from "./supporters.ts";
import { meetings } from "./targets.ts";

export const pledgeKind = pgEnum("pledge_kind", ["direct", "fund", "institution"]);
export const holdingForm = pgEnum("holding_form", [
  "registered",
  "broker",
  "foreign_broker",
  "employee_plan",
  "ira_brokerage",
  "unsure",
]);
/** From the years that count for co-filing (Rule 14a-8): one, two and three. */
export const tenureBucket = pgEnum("tenure_bucket", [
  "under_1_year",
  "1_to_2_years",
  "2_to_3_years",
  "3_years_or_more",
  "unsure",
]);
export const recordDateHolding = pgEnum("record_date_holding", ["yes", "no", "unsure", "not_applicable"]);
export const standingInstruction = pgEnum("standing_instruction", ["yes", "no", "unsure"]);
export const pledgeVerification = pgEnum("pledge_verification", [
  "self_reported",
  "email_confirmed",
  "document_checked",
  "broker_letter",
]);
export const pledgeStatus = pgEnum("pledge_status", [
  "email_pending",
  "active",
  "withdrawn",
  "expired",
  "superseded",
  "flagged",
]);
export const pledgeOutcome = pgEnum("pledge_outcome", [
  "voted_as_pledged",
  "voted_otherwise",
  "did_not_vote",
  "unknown",
  "voted",
]);

/** What a fund's holder reports about their letter to its manager. */
export const fundOutcome = pgEnum("fund_outcome", [
  "supports",
  "declines",
  "no_position",
  "no_answer",
  "policy",
  "not_yet",
  "not_sent",
  "unknown",
]);

/**
 * How a holder says they will vote at one meeting. An edit is a new row with the next version; only an
 * `active` one counts. The holding is encrypted, and wiped when a pledge ends; a fund pledge has none, since
 * a fund's holder has no vote.
 */
export const pledges = pgTable(
  "pledges",
  {
    id: identity(),
    publicId: publicId(),
    /** Shared by all versions of one person's pledge, by campaign, meeting and kind. */
    series: uuid("series").notNull(),
    campaignId: campaignId(),
    supporterId: erasedWith("supporter_id", () => supporters.id),
    meetingId: integer("meeting_id")
      .notNull()
      .references(() => meetings.id),
    kind: pledgeKind("kind").notNull(),
    version: integer("version").notNull().default(1),
    holdingForm: holdingForm("holding_form").notNull(),
    /** A decimal or range in AES-256-GCM: nonce (12 bytes), ciphertext, tag (16). `publicId` is the AAD. */
    sharesEnc: bytea("shares_enc"),
    bucketEnc: bytea("bucket_enc"),
    keyId: text("key_id"),
    /** The first day of the month. */
    heldSinceMonth: date("held_since_month", { mode: "string" }),
    tenureBucket: tenureBucket("tenure_bucket"),
    accountFlags: text("account_flags").array().notNull().default([]),
    heldOnRecordDate: recordDateHolding("held_on_record_date").notNull().default("not_applicable"),
    standingInstruction: standingInstruction("standing_instruction").notNull().default("unsure"),
    verification: pledgeVerification("verification").notNull().default("self_reported"),
    /** When papers were checked, and by whom; the papers are not kept. */
    verifiedAt: at("verified_at"),
    verifiedBy: organizer("verified_by"),
    comment: text("comment"),
    /** The fund's manager as its holder typed it, for their letter. Never a plan's name. */
    fundManager: text("fund_manager"),
    /** Purposes that the form agreed to: they become consents once its person confirms. */
    agreed: text("agreed").array().notNull().default([]),
    /** Name and country in the form of an unconfirmed person: theirs once they confirm this pledge. */
    typedName: text("typed_name"),
    typedCountry: text("typed_country"),
    display: signatureDisplay("display").notNull().default("anonymous"),
    /** Never `expired`: unconfirmed ones are deleted. */
    status: pledgeStatus("status")
      .$type<Exclude<(typeof pledgeStatus.enumValues)[number], "expired">>()
      .notNull()
      .default("email_pending"),
    disclosureVersion: text("disclosure_version").notNull(),
    attestedAt: at("attested_at").notNull(),
    outcome: pledgeOutcome("outcome").notNull().default("unknown"),
    outcomeAt: at("outcome_at"),
    /** For a fund, whose holder has no vote and so no `outcome`. */
    fundOutcome: fundOutcome("fund_outcome").notNull().default("unknown"),
    fundOutcomeAt: at("fund_outcome_at"),
    /** False once the holder stopped reminders. */
    reminders: boolean("reminders").notNull().default(true),
    remindedAt: at("reminded_at"),
    /** When its review ended. If still `flagged`, it was refused. */
    reviewedAt: at("reviewed_at"),
    reviewedBy: organizer("reviewed_by"),
    createdAt: at("created_at").notNull().defaultNow(),
    confirmedAt: at("confirmed_at"),
    withdrawnAt: at("withdrawn_at"),
    /** What was wiped from a replaced version, sealed, until the undo of its replacement ends. */
    keptEnc: bytea("kept_enc"),
    keptKeyId: text("kept_key_id"),
    keptUntil: at("kept_until"),
    /** The version that an undo restored as this one. */
    putsBackId: bigint("puts_back_id", { mode: "number" }).references((): AnyPgColumn => pledges.id, {
      onDelete: "set null",
    }),
  },
  (t) => [
    unique("pledges_one_row_a_version").on(t.campaignId, t.supporterId, t.meetingId, t.kind, t.version),
    uniqueIndex("pledges_one_active")
      .on(t.campaignId, t.supporterId, t.meetingId, t.kind)
      .where(sql`${t.status} in ('active', 'flagged')`),
    check("pledges_typed_while_unconfirmed", sql`${t.status} = 'email_pending' or ${t.typedName} is null`),
    check("pledges_typed_whole", sql`num_nonnulls(${t.typedName}, ${t.typedCountry}) in (0, 2)`),
    check(
      "pledges_typed_shape",
      sql`char_length(${t.typedName}) between 1 and 120 and ${t.typedName} !~ '[[:cntrl:]]'
        and ${t.typedCountry} ~ '^[A-Z]{2}$'`,
    ),
    index("pledges_page").on(t.campaignId, t.meetingId, t.createdAt, t.id),
    index("pledges_public")
      .on(t.campaignId, t.meetingId, t.confirmedAt, t.id)
      .where(sql`${t.status} = 'active' and ${t.display} <> 'anonymous'`),
    index("pledges_confirmed").on(t.campaignId, t.confirmedAt).where(sql`${t.confirmedAt} is not null`),
    index("pledges_outcome").on(t.campaignId, t.outcomeAt).where(sql`${t.outcomeAt} is not null`),
    index("pledges_supporter").on(t.supporterId),
    index("pledges_series").on(t.series),
    // For the counts on the list's tabs.
    index("pledges_by_status").on(t.campaignId, t.status, t.meetingId),
    index("pledges_edited")
      .on(t.campaignId, t.meetingId, t.series, t.version)
      .where(sql`${t.version} > 1 and ${t.status} <> 'email_pending'`),
    index("pledges_pending_by_age").on(t.createdAt).where(sql`${t.status} = 'email_pending'`),
    index("pledges_by_key").on(t.keyId).where(sql`${t.keyId} is not null`),
    // For the counts on the overview.
    index("pledges_fund_outcomes")
      .on(t.campaignId, t.meetingId, t.fundOutcome)
      .where(sql`${t.status} = 'active' and ${t.fundOutcome} <> 'unknown'`),
    // Lets references include meeting and kind, so that constraints can compare them.
    unique("pledges_meeting_and_kind").on(t.id, t.meetingId, t.kind),
    check("pledges_versions_count_up", sql`${t.version} >= 1`),
    check(
      "pledges_one_holding_unless_fund",
      sql`num_nonnulls(${t.sharesEnc}, ${t.bucketEnc}) = case when ${t.kind} = 'fund' then 0
        when ${t.status} in ('withdrawn', 'superseded', 'expired') then least(1,
          num_nonnulls(${t.sharesEnc}, ${t.bucketEnc})) else 1 end`,
    ),
    check(
      "pledges_holding_has_key",
      sql`(${t.keyId} is not null) = (num_nonnulls(${t.sharesEnc}, ${t.bucketEnc}) > 0)`,
    ),
    check(
      "pledges_holding_is_ciphertext",
      sql`octet_length(coalesce(${t.sharesEnc}, ${t.bucketEnc})) between 29 and 128`,
    ),
    check("pledges_tenure_given_once", sql`num_nonnulls(${t.heldSinceMonth}, ${t.tenureBucket}) <= 1`),
    // The shares were first sold on 1986-03-13.
    check(
      "pledges_held_since_possible",
      sql`${t.heldSinceMonth} between date '1986-03-01' and (${t.createdAt} at time zone 'UTC')::date`,
    ),
    check("pledges_held_since_is_a_month", sql`extract(day from ${t.heldSinceMonth}) = 1`),
    check(
      "pledges_account_flags_known",
      sql`cardinality(${t.accountFlags}) = (${t.accountFlags} @> '{cash}')::int
        + (${t.accountFlags} @> '{margin}')::int + (${t.accountFlags} @> '{lending}')::int
          + (${t.accountFlags} @> '{unsure}')::int`,
    ),
    check("pledges_disclosure_version_given", sql`${t.disclosureVersion} ~ '^[A-Za-z0-9._-]{1,64}$'`),
    check(
      "pledges_active_is_confirmed",
      sql`${t.status} not in ('active', 'flagged') or ${t.confirmedAt} is not null`,
    ),
    check("pledges_pending_is_unconfirmed", sql`${t.status} <> 'email_pending' or ${t.confirmedAt} is null`),
    check("pledges_withdrawn_has_time", sql`(${t.status} = 'withdrawn') = (${t.withdrawnAt} is not null)`),
    check(
      "pledges_verified_is_confirmed",
      sql`${t.verification} <> 'email_confirmed' or ${t.confirmedAt} is not null`,
    ),
    check(
      "pledges_papers_checked",
      sql`(${t.verification} in ('document_checked', 'broker_letter')) = (${t.verifiedAt} is not null)`,
    ),
    check("pledges_comment_length", sql`char_length(${t.comment}) between 1 and 1000`),
    check(
      "pledges_fund_manager_of_a_fund",
      sql`${t.fundManager} is null
        or (${t.kind} = 'fund' and char_length(${t.fundManager}) between 1 and 100)`,
    ),
    check("pledges_outcome_has_time", sql`(${t.outcome} = 'unknown') = (${t.outcomeAt} is null)`),
    check(
      "pledges_fund_outcome_of_a_fund",
      sql`${t.fundOutcome} = 'unknown' or (${t.kind} = 'fund' and ${t.confirmedAt} is not null)`,
    ),
    check(
      "pledges_fund_outcome_has_time",
      sql`(${t.fundOutcome} = 'unknown') = (${t.fundOutcomeAt} is null)`,
    ),
    check(
      "pledges_kept_whole",
      sql`num_nonnulls(${t.keptEnc}, ${t.keptKeyId}, ${t.keptUntil}) in (0, 3)
        and (${t.keptEnc} is null or ${t.status} = 'superseded')`,
    ),
    index("pledges_kept_until").on(t.keptUntil).where(sql`${t.keptUntil} is not null`),
    index("pledges_puts_back").on(t.putsBackId).where(sql`${t.putsBackId} is not null`),
    check("pledges_outcome_of_confirmed", sql`${t.outcome} = 'unknown' or ${t.confirmedAt} is not null`),
  ],
);
