import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { at, bytea } from "./columns.ts";

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
