import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { at, bytea, identity } from "./columns.ts";
import { updates } from "./updates.ts";

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
    /** Set when the first mailed code was given back: the address is theirs. */
    activatedAt: at("activated_at"),
    disabledAt: at("disabled_at"),
  },
  (t) => [check("organizers_email_lower", sql`${t.email} = lower(${t.email})`)],
);

export const campaignOrganizers = pgTable(
  "campaign_organizers",
  {
    campaignId: integer("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    organizerId: uuid("organizer_id")
      .notNull()
      .references(() => organizers.id, { onDelete: "cascade" }),
    role: organizerRole("role").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.organizerId] })],
);

/** A link that makes one organizer. Only its hash is stored; it is spent when the mailed code comes back. */
export const organizerInvitations = pgTable("organizer_invitations", {
  id: uuid("id").primaryKey().defaultRandom(),
  tokenHash: bytea("token_hash").notNull().unique(),
  campaignId: integer("campaign_id")
    .notNull()
    .references(() => campaigns.id),
  /** When set, only this address can accept. */
  email: text("email"),
  role: organizerRole("role").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  expiresAt: at("expires_at").notNull(),
  usedAt: at("used_at"),
});

/** A mailed code on its way back, bound to one browser by `tokenHash` (its cookie holds the token). */
export const organizerCeremonies = pgTable(
  "organizer_ceremonies",
  {
    id: identity(),
    tokenHash: bytea("token_hash").notNull().unique(),
    emailHmac: bytea("email_hmac").notNull(),
    /** Null where the address is unknown: the browser sees no difference. */
    organizerId: uuid("organizer_id").references(() => organizers.id, { onDelete: "cascade" }),
    invitationId: uuid("invitation_id").references(() => organizerInvitations.id, { onDelete: "cascade" }),
    /** The update that the code approves; null: it signs in. */
    updateId: bigint("update_id", { mode: "number" }).references(() => updates.id, { onDelete: "cascade" }),
    tries: smallint("tries").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [index("organizer_ceremonies_by_address").on(t.emailHmac, t.createdAt)],
);

/** Hashes of session tokens. 30 minutes idle and 12 hours in all are conditions of every look-up. */
export const organizerSessions = pgTable(
  "organizer_sessions",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    tokenHash: bytea("token_hash").notNull().unique(),
    organizerId: uuid("organizer_id")
      .notNull()
      .references(() => organizers.id, { onDelete: "cascade" }),
    userAgent: text("user_agent"),
    createdAt: at("created_at").notNull().defaultNow(),
    seenAt: at("seen_at").notNull().defaultNow(),
  },
  (t) => [index("organizer_sessions_organizer").on(t.organizerId)],
);
