import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, bytea, identity, publicId } from "./columns.ts";
import { campaignOrganizers, organizerInvitations, organizers } from "./organizers.ts";

/** An emailed code waiting to be entered, bound to one browser by `tokenHash` (its cookie has the token). */
export const organizerCeremonies = pgTable(
  "organizer_ceremonies",
  {
    id: identity(),
    tokenHash: bytea("token_hash").notNull().unique(),
    emailHmac: bytea("email_hmac").notNull(),
    /** Null for an unknown address: the browser sees no difference. */
    organizerId: uuid("organizer_id").references(() => organizers.id, { onDelete: "cascade" }),
    invitationId: uuid("invitation_id").references(() => organizerInvitations.id, { onDelete: "cascade" }),
    /** What the code reauthenticates for: a kind of `ProofFor`. Null: it signs in. */
    proves: text("proves"),
    /** The rate limit it counts against (`CodeBudget`). */
    budget: text("budget").notNull().default("anyone"),
    tries: smallint("tries").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [
    index("organizer_ceremonies_by_address").on(t.emailHmac, t.createdAt),
    index("organizer_ceremonies_by_budget").on(t.budget, t.createdAt).where(sql`${t.budget} <> 'anyone'`),
  ],
);

/**
 * The hash of a token for an organizer's program. It may do what both its scopes and its maker's current
 * rights allow, and is deleted when its maker leaves the campaign.
 */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    publicId: publicId(),
    campaignId: integer("campaign_id").notNull(),
    organizerId: uuid("organizer_id").notNull(),
    name: text("name").notNull(),
    tokenHash: bytea("token_hash").notNull().unique(),
    scopes: text("scopes").array().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    revokedAt: at("revoked_at"),
    /** The UTC day of its last use: the hour would reveal when somebody works. */
    lastUsedOn: date("last_used_on", { mode: "string" }),
  },
  (t) => [
    foreignKey({
      name: "api_tokens_maker",
      columns: [t.campaignId, t.organizerId],
      foreignColumns: [campaignOrganizers.campaignId, campaignOrganizers.organizerId],
    }).onDelete("cascade"),
    check("api_tokens_name_length", sql`char_length(${t.name}) between 1 and 80`),
    check("api_tokens_hash_length", sql`octet_length(${t.tokenHash}) = 32`),
    check("api_tokens_scopes_given", sql`cardinality(${t.scopes}) > 0`),
    check("api_tokens_end", sql`${t.expiresAt} > ${t.createdAt}`),
    index("api_tokens_campaign").on(t.campaignId, t.createdAt.desc()),
    index("api_tokens_organizer").on(t.organizerId),
  ],
);
