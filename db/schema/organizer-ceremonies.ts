import { sql } from "drizzle-orm";
import { index, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { at, bytea, identity } from "./columns.ts";
import { organizerInvitations, organizers } from "./organizers.ts";

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
