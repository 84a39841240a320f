import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea } from "./columns.ts";

/**
 * Acts of organizers, operators and erasures. No personal text and no key to a person: the subject of an
 * erasure is a random uuid. UPDATE, DELETE and TRUNCATE are refused (db/functions/immutable-rows.sql).
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: at("at").notNull().defaultNow(),
    /** `organizer:<uuid>`, `operator`, `supporter` (a person acting on their own data) or `system`. */
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    campaignId: integer("campaign_id"),
    subject: uuid("subject"),
    detail: jsonb("detail").notNull().default({}),
    /** Keyed hash of the organizer's address block, with the day's key; null without a browser. */
    fromHash: bytea("from_hash"),
  },
  (t) => [
    check("audit_entries_from_hash_length", sql`octet_length(${t.fromHash}) = 8`),
    index("audit_entries_page").on(t.campaignId, t.id.desc()),
    // A kind of events is a few actions: the newest of each are read from here.
    index("audit_entries_of_action").on(t.campaignId, t.action, t.id.desc()),
    index("audit_entries_of_actor").on(t.actor, t.id.desc()),
    check(
      "audit_entries_actor_shape",
      sql`${t.actor} ~ '^(organizer:[0-9a-f-]{36}|operator|supporter|system)$'`,
    ),
    check("audit_entries_action_shape", sql`${t.action} ~ '^[a-z]+(-[a-z]+)*$'`),
    // For people who ask who saw their holding: views by mark, exports by id.
    index("audit_entries_views")
      .on(sql`(${t.detail} ->> 'pledge')`)
      .where(sql`${t.action} = 'holding-viewed'`),
    index("audit_entries_of_export")
      .on(t.subject)
      .where(
        sql`${t.action} in ('export-started', 'export-completed', 'export-aborted', 'holdings-exported')`,
      ),
  ],
);

/** Each seal covers the entries from `fromId` to `toId` and the seal before it. */
export const auditSeals = pgTable("audit_seals", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  fromId: bigint("from_id", { mode: "number" }).notNull().unique(),
  toId: bigint("to_id", { mode: "number" }).notNull().unique(),
  /** 1: over entries' texts. 2: over their digests, so that readers of some entries can check the seal. */
  form: smallint("form").notNull().default(2),
  sha256: bytea("sha256").notNull(),
  previous: bytea("previous").notNull(),
  sealedAt: at("sealed_at").notNull().defaultNow(),
});

/** One export: who requested what, and what was sent. `filter` holds states and dates, never a name. */
export const listExports = pgTable(
  "exports",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    campaignId: campaignId(),
    /** Null: the operator, by command line. */
    organizerId: uuid("organizer_id"),
    preset: text("preset").notNull(),
    filter: jsonb("filter").notNull().default({}),
    createdAt: at("created_at").notNull().defaultNow(),
    /** When the last transfer began. */
    startedAt: at("started_at"),
    completedAt: at("completed_at"),
    /** When the transfer broke off: the file that was sent is incomplete. */
    abortedAt: at("aborted_at"),
    rows: bigint("rows", { mode: "number" }),
    bytes: bigint("bytes", { mode: "number" }),
    sha256: bytea("sha256"),
    /** Made by a job into `file_pieces`, to be fetched in any number of parts until it expires. */
    kept: boolean("kept").notNull().default(false),
    /** Who makes or sends it until then; in the past or null: nobody. */
    leaseId: uuid("lease_id"),
    leaseUntil: at("lease_until"),
    /** While being made: progress (`Progress`) for a worker that continues it. Row keys, no names. */
    progress: jsonb("progress"),
    /** While being made: rows so far, and about how many there will be. */
    rowsSoFar: bigint("rows_so_far", { mode: "number" }).notNull().default(0),
    rowsExpected: bigint("rows_expected", { mode: "number" }),
    expiresAt: at("expires_at"),
    /** When the kept file was removed, and why: `expired`, `erasure` or `organizer`. */
    wipedAt: at("wiped_at"),
    wipedFor: text("wiped_for"),
  },
  (t) => [
    check("exports_wiped_for", sql`${t.wipedFor} in ('expired', 'erasure', 'organizer')`),
    check("exports_wiped_says_why", sql`(${t.wipedAt} is null) = (${t.wipedFor} is null)`),
    index("exports_to_make").on(t.id).where(sql`${t.kept} and ${t.completedAt} is null`),
    index("exports_of_campaign").on(t.campaignId, t.createdAt.desc()),
  ],
);

/** Switches set by an operator, with the reason: `sending-paused` after a restore. No row: off. */
export const switches = pgTable("switches", {
  name: text("name").primaryKey(),
  reason: text("reason").notNull(),
  since: at("since").notNull().defaultNow(),
});
