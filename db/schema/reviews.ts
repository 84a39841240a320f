import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { corrections } from "./claims.ts";
import { at, bytea, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";
import { signatureState, signatures } from "./signatures.ts";

const ofSignature = (name: string) =>
  bigint(name, { mode: "number" }).references((): AnyPgColumn => signatures.id, { onDelete: "cascade" });

export const signatureProof = pgEnum("signature_proof", ["not-asked", "solved", "went-on"]);

/**
 * Traces of a request to sign, to tell people from programs: only derived marks, for 7 days. Not in backups,
 * like the keys of its hashes.
 */
export const signatureTraces = pgTable(
  "signature_traces",
  {
    signatureId: ofSignature("signature_id").primaryKey(),
    seenAt: at("seen_at").notNull().defaultNow(),
    /** Keyed hash of the address block, with the key of the day; null if no address was known. */
    block: bytea("block"),
    /** The hidden field was filled in. */
    honeypot: boolean("honeypot").notNull().default(false),
    /** The browser speaks none of the country's languages. The header itself is not kept. */
    foreignLanguage: boolean("foreign_language").notNull().default(false),
    proof: signatureProof("proof").notNull().default("not-asked"),
    /** More than one form named this address: the marks are the best of each, times and network unknown. */
    repeated: boolean("repeated").notNull().default(false),
    /** Null: to be scored, for the first time or because something changed. */
    scoredAt: at("scored_at"),
    /** How often it was scored again because its group grew. */
    rescores: smallint("rescores").notNull().default(0),
  },
  (t) => [
    check("signature_traces_block_length", sql`octet_length(${t.block}) = 16`),
    index("signature_traces_new_first")
      .on(sql`(${t.rescores} > 0)`, t.signatureId)
      .where(sql`${t.scoredAt} is null`)
      .concurrently(),
    index("signature_traces_age").using("brin", t.seenAt),
  ],
);

/** `relay`: a forwarding service, which hides whose mailbox it is. Only shown to organizers, never scored. */
export const traceGroupKind = pgEnum("trace_group_kind", [
  "block",
  "domain",
  "series",
  "alias",
  "name",
  "relay",
]);

/**
 * Confirmed signatures of a day that share something, by a hash with the day's key. Filled by the job, for 7
 * days.
 */
export const traceGroups = pgTable(
  "trace_groups",
  {
    campaignId: campaignId(),
    kind: traceGroupKind("kind").notNull(),
    hash: bytea("hash").notNull(),
    signatureId: ofSignature("signature_id").notNull(),
    seenAt: at("seen_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.signatureId, t.kind] }),
    check("trace_groups_hash_length", sql`octet_length(${t.hash}) = 16`),
    index("trace_groups_members").on(t.campaignId, t.kind, t.hash, t.seenAt),
    index("trace_groups_age").using("brin", t.seenAt),
  ],
);

export const signatureReviewState = pgEnum("signature_review_state", ["queued", "kept", "invalidated"]);

/** A suspicious signature: why, and the organizer's decision. Until then it does not count. */
export const signatureReviews = pgTable(
  "signature_reviews",
  {
    id: identity(),
    publicId: publicId(),
    signatureId: ofSignature("signature_id").notNull(),
    campaignId: campaignId(),
    /** Codes of app/domain/review/scoring/signal.ts, the weightiest first. */
    reasons: text("reasons").array().notNull(),
    /** Their total weight. */
    score: smallint("score").notNull(),
    state: signatureReviewState("state").notNull().default("queued"),
    foundAt: at("found_at").notNull().defaultNow(),
    decidedAt: at("decided_at"),
    decidedById: organizer("decided_by_id"),
    /** The signature's state before the decision: an undo restores it. */
    wasState: signatureState("was_state"),
    /** Set by a trigger: the signature is on hold. */
    waiting: boolean("waiting").notNull().default(false),
    /** The weightiest reason, for the queue's filter. */
    main: text("main").generatedAlwaysAs(sql`reasons[1]`),
  },
  (t) => [
    uniqueIndex("signature_reviews_one_a_signature").on(t.signatureId),
    index("signature_reviews_waiting").on(t.campaignId, t.id).where(sql`${t.waiting}`),
    index("signature_reviews_waiting_main").on(t.campaignId, t.main, t.id).where(sql`${t.waiting}`),
    check("signature_reviews_say_why", sql`cardinality(${t.reasons}) > 0`),
    check("signature_reviews_decided_has_time", sql`(${t.state} = 'queued') = (${t.decidedAt} is null)`),
    index("signature_reviews_page").on(t.campaignId, t.state, t.id),
    index("signature_reviews_newest").on(t.campaignId, t.id),
  ],
);

/** Proofs of work that were used: none works twice. */
export const spentProofs = pgTable(
  "spent_proofs",
  { sha256: bytea("sha256").primaryKey(), expiresAt: at("expires_at").notNull() },
  (t) => [
    check("spent_proofs_sha256_length", sql`octet_length(${t.sha256}) = 32`),
    index("spent_proofs_age").on(t.expiresAt),
  ],
);

/** A bulk invalidation, approved by two organizers; `invalidated` of `matched` are done. */
export const bulkInvalidations = pgTable(
  "bulk_invalidations",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    number: integer("number").notNull(),
    /** `BulkConditions` of app/domain/review/bulk/bulk.ts. */
    conditions: jsonb("conditions").notNull(),
    /** The newest signature at the time of the request: later ones are not affected. */
    upToId: bigint("up_to_id", { mode: "number" }).notNull(),
    /** How many matched at the time of the request; null until the worker has counted them. */
    matched: integer("matched"),
    /** The public note on the petition's page once it is done; null: none. */
    note: text("note"),
    /** Where the note is published. */
    correctionId: bigint("correction_id", { mode: "number" }).references(() => corrections.id, {
      onDelete: "set null",
    }),
    askedById: organizer("asked_by_id"),
    askedAt: at("asked_at").notNull().defaultNow(),
    ...approval(),
    /** Signatures up to this id are done. */
    doneToId: bigint("done_to_id", { mode: "number" }).notNull().default(0),
    invalidated: integer("invalidated").notNull().default(0),
    finishedAt: at("finished_at"),
    cancelledAt: at("cancelled_at"),
    undoAskedAt: at("undo_asked_at"),
    undoAskedById: organizer("undo_asked_by_id"),
    undoneAt: at("undone_at"),
  },
  (t) => [
    unique("bulk_invalidations_number").on(t.campaignId, t.number),
    check(
      "bulk_invalidations_never_approved_by_who_asked",
      sql`${t.approvedAlone} or ${t.approvedById} is distinct from ${t.askedById}
        or ${t.approvedById} is null`,
    ),
    check(
      "bulk_invalidations_approved_before_done",
      sql`${t.approvedAt} is not null or (${t.invalidated} = 0 and ${t.finishedAt} is null)`,
    ),
    check(
      "bulk_invalidations_counted_before_approved",
      sql`${t.approvedAt} is null or ${t.matched} is not null`,
    ),
    index("bulk_invalidations_to_count")
      .on(t.id)
      .where(sql`${t.matched} is null and ${t.cancelledAt} is null`),
    check("bulk_invalidations_note_length", sql`char_length(${t.note}) between 1 and 1000`),
    index("bulk_invalidations_open")
      .on(t.id)
      .where(sql`${t.approvedAt} is not null and ${t.finishedAt} is null`),
    index("bulk_invalidations_to_undo")
      .on(t.id)
      .where(sql`${t.undoAskedAt} is not null and ${t.undoneAt} is null`),
    check(
      "bulk_invalidations_undone_once_over",
      sql`${t.undoAskedAt} is null or ${t.finishedAt} is not null or ${t.cancelledAt} is not null`,
    ),
  ],
);

/** What a bulk invalidation changed, with each signature's state before. */
export const bulkInvalidated = pgTable(
  "bulk_invalidated",
  {
    bulkId: bigint("bulk_id", { mode: "number" })
      .notNull()
      .references(() => bulkInvalidations.id),
    signatureId: ofSignature("signature_id").notNull(),
    wasState: signatureState("was_state").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bulkId, t.signatureId] }),
    index("bulk_invalidated_signature").on(t.signatureId),
  ],
);

/**
 * A signer's comment that others may read: on the site once it is `kept`, and with their name in a delivery
 * unless it is `hidden`, or looks wrong and is undecided.
 */
export const commentReviews = pgTable(
  "comment_reviews",
  {
    id: identity(),
    publicId: publicId(),
    signatureId: ofSignature("signature_id").notNull(),
    campaignId: campaignId(),
    /** Codes of app/domain/moderation/comment-review.ts; empty if nothing looks wrong. */
    reasons: text("reasons").array().notNull(),
    state: text("state", { enum: ["queued", "kept", "hidden"] })
      .notNull()
      .default("queued"),
    /** sha256 of the screened comment: a changed comment is screened again. */
    commentSha256: bytea("comment_sha256").notNull(),
    foundAt: at("found_at").notNull().defaultNow(),
    decidedAt: at("decided_at"),
    decidedById: organizer("decided_by_id"),
  },
  (t) => [
    uniqueIndex("comment_reviews_one_a_signature").on(t.signatureId),
    check("comment_reviews_state_known", sql`${t.state} in ('queued', 'kept', 'hidden')`),
    check("comment_reviews_decided_has_time", sql`(${t.state} = 'queued') = (${t.decidedAt} is null)`),
    check("comment_reviews_sha256_length", sql`octet_length(${t.commentSha256}) = 32`),
    index("comment_reviews_page").on(t.campaignId, t.state, t.foundAt, t.signatureId),
    index("comment_reviews_on_hold")
      .on(t.campaignId, t.foundAt, t.signatureId)
      .where(sql`${t.state} = 'queued' and cardinality(${t.reasons}) > 0`),
    index("comment_reviews_newest_kept").on(t.campaignId, t.decidedAt, t.id).where(sql`${t.state} = 'kept'`),
  ],
);
