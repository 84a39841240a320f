import { sql } from "drizzle-orm";
import { bigint, check, date, foreignKey, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, bytea, publicId } from "./columns.ts";
import { campaignOrganizers } from "./organizers.ts";

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
