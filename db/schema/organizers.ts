import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea, erasedWith } from "./columns.ts";

export const organizerRole = pgEnum("organizer_role", [
  "owner",
  "organizer",
  "reviewer",
  "exporter",
  "viewer",
]);

export const organizers = pgTable(
  "organizers",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    /** When the first emailed code was entered, which proved the address. */
    activatedAt: at("activated_at"),
    disabledAt: at("disabled_at"),
    /** Secret of the authenticator app, sealed with the organizer's id; in force after its first code. */
    totpSecretEnc: bytea("totp_secret_enc"),
    totpKeyId: text("totp_key_id"),
    totpSince: at("totp_since"),
    /** The newest 30-second step whose code was accepted: no code works twice. */
    totpLastStep: bigint("totp_last_step", { mode: "number" }),
    /** Wrong second factors in a row, and until when all are refused. */
    secondFailures: smallint("second_failures").notNull().default(0),
    secondLockedUntil: at("second_locked_until"),
    /** Time zone of their figures. Null: UTC. */
    timeZone: text("time_zone"),
  },
  (t) => [
    check("organizers_time_zone_shape", sql`${t.timeZone} ~ '^[A-Za-z0-9_+/-]{1,64}$'`),
    check("organizers_email_lower", sql`${t.email} = lower(${t.email})`),
    check(
      "organizers_totp_whole",
      sql`num_nulls(${t.totpSecretEnc}, ${t.totpKeyId}, ${t.totpSince}, ${t.totpLastStep}) in (0, 4)`,
    ),
  ],
);

/** Refers to an organizer; null once they are gone, or where the operator acted. */
export const organizer = (name: string) =>
  uuid(name).references(() => organizers.id, { onDelete: "set null" });

/** Makes the columns of what a second person approves; `approvedAlone`: there was nobody else who could. */
export const approval = () => ({
  approvedById: organizer("approved_by_id"),
  approvedAt: at("approved_at"),
  approvedAlone: boolean("approved_alone").notNull().default(false),
});

/** Names the organizer that a row is erased with. */
export const ofOrganizer = () =>
  uuid("organizer_id")
    .notNull()
    .references(() => organizers.id, { onDelete: "cascade" });

export const campaignOrganizers = pgTable(
  "campaign_organizers",
  {
    campaignId: campaignId(),
    organizerId: ofOrganizer(),
    /** The set of rights it began with. An `owner` has every right, listed or not. */
    role: organizerRole("role").notNull(),
    /** Rights in this campaign, see `organizerRights`. */
    rights: text("rights").array().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.organizerId] }),
    index("campaign_organizers_of").on(t.organizerId),
  ],
);

/**
 * When an organizer had a right that needs two holders, or was in the campaign (`view`, which every member
 * has). A trigger of db/functions/organizers.sql writes it, however `campaign_organizers` changes. Rights
 * given or taken by the operator count at once.
 */
export const rightPeriods = pgTable(
  "right_periods",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    campaignId: campaignId(),
    organizerId: ofOrganizer(),
    right: text("right", { enum: ["view", "approve", "manage"] }).notNull(),
    since: at("since").notNull(),
    until: at("until"),
    /** The transaction in which it began. */
    notedAt: at("noted_at").notNull().default(sql`now()`),
    /** The organizers who gave and took it. */
    givenById: organizer("given_by_id"),
    takenById: organizer("taken_by_id"),
    givenByOperator: boolean("given_by_operator").notNull().default(false),
    takenByOperator: boolean("taken_by_operator").notNull().default(false),
  },
  (t) => [
    check("right_periods_known", sql`${t.right} in ('view', 'approve', 'manage')`),
    uniqueIndex("right_periods_now").on(t.campaignId, t.organizerId, t.right).where(sql`${t.until} is null`),
    index("right_periods_of_campaign").on(t.campaignId, t.right),
    index("right_periods_of_organizer").on(t.organizerId),
  ],
);

/**
 * An invitation link for one organizer. Only its hash is stored; it is used up when the emailed code is
 * entered.
 */
export const organizerInvitations = pgTable(
  "organizer_invitations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tokenHash: bytea("token_hash").notNull().unique(),
    campaignId: campaignId(),
    /** When set, only this address can accept. */
    email: text("email"),
    role: organizerRole("role").notNull(),
    rights: text("rights").array().notNull(),
    /** Null: the operator, by command line. */
    invitedById: organizer("invited_by_id"),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
    revokedAt: at("revoked_at"),
  },
  (t) => [
    index("organizer_invitations_open").on(t.campaignId, t.createdAt.desc()).where(sql`${t.usedAt} is null`),
  ],
);

/** Hashes of session tokens. 30 minutes idle and 12 hours in all are conditions of every query. */
export const organizerSessions = pgTable(
  "organizer_sessions",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    tokenHash: bytea("token_hash").notNull().unique(),
    organizerId: ofOrganizer(),
    userAgent: text("user_agent"),
    createdAt: at("created_at").notNull().defaultNow(),
    seenAt: at("seen_at").notNull().defaultNow(),
    /** When a second factor was used in it; null: only an emailed code. */
    strongAt: at("strong_at"),
    /** `totp`, `passkey` or `recovery`. */
    strongBy: text("strong_by"),
  },
  (t) => [
    index("organizer_sessions_organizer").on(t.organizerId),
    check("organizer_sessions_strong_by_something", sql`(${t.strongAt} is null) = (${t.strongBy} is null)`),
  ],
);

/**
 * A known browser: it may ask for codes when strangers have used up an organizer's, and nothing else.
 * Organizers who share a browser share its token. Only its hash is stored.
 */
export const organizerBrowsers = pgTable(
  "organizer_browsers",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    tokenHash: bytea("token_hash").notNull(),
    organizerId: ofOrganizer(),
    userAgent: text("user_agent"),
    createdAt: at("created_at").notNull(),
    /** Their last sign-in there: 180 days later it is deleted. */
    usedAt: at("used_at").notNull(),
  },
  (t) => [
    uniqueIndex("organizer_browsers_one_each").on(t.tokenHash, t.organizerId),
    index("organizer_browsers_of").on(t.organizerId, t.usedAt.desc()),
  ],
);

/** A reauthentication, for one purpose and a short time. Ends with the session. */
export const organizerProofs = pgTable(
  "organizer_proofs",
  {
    sessionId: erasedWith("session_id", () => organizerSessions.id),
    purpose: text("purpose").notNull(),
    /** `code`, `totp`, `passkey` or `recovery`. */
    by: text("by").notNull(),
    provedAt: at("proved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.purpose] })],
);

/** Recovery codes for a lost phone, ten at a time, each valid once. Only hashes are stored. */
export const organizerRecoveryCodes = pgTable(
  "organizer_recovery_codes",
  {
    codeHash: bytea("code_hash").primaryKey(),
    organizerId: ofOrganizer(),
    createdAt: at("created_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [index("organizer_recovery_codes_of").on(t.organizerId)],
);

export const organizerPasskeys = pgTable(
  "organizer_passkeys",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    organizerId: ofOrganizer(),
    credentialId: text("credential_id").notNull().unique(),
    publicKey: bytea("public_key").notNull(),
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports").array().notNull(),
    /** Its owner's name for it. */
    name: text("name").notNull(),
    createdAt: at("created_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [index("organizer_passkeys_of").on(t.organizerId)],
);

/** A passkey challenge, or an app's secret before its first code. Bound to one browser. */
export const organizerChallenges = pgTable("organizer_challenges", {
  tokenHash: bytea("token_hash").primaryKey(),
  /** Null: the person who answers it signs in. */
  organizerId: uuid("organizer_id").references(() => organizers.id, { onDelete: "cascade" }),
  challenge: text("challenge"),
  totpSecretEnc: bytea("totp_secret_enc"),
  totpKeyId: text("totp_key_id"),
  tries: smallint("tries").notNull().default(0),
  createdAt: at("created_at").notNull(),
  expiresAt: at("expires_at").notNull(),
});
