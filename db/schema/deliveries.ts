import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgEnum, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { at, identity, publicId } from "./columns.ts";
import { organizerCeremonies, organizers } from "./organizers.ts";
import { signatures } from "./signatures.ts";
import { supporters } from "./supporters.ts";

export const deliveryState = pgEnum("delivery_state", [
  "queued",
  "claimed",
  "accepted",
  "delivered",
  "delayed",
  "bounced",
  "complained",
  "suppressed",
  "skipped",
  "failed",
  "unknown",
]);
export const deliveryTemplate = pgEnum("delivery_template", [
  "confirm-signature",
  "confirm-reminder",
  "already-signed",
  "receipt",
  "manage-link",
  "organizer-code",
]);

/**
 * One row a mail and person: ids only. Names are read and tokens derived when the mail is rendered.
 * The table is the queue (docs/decisions/0008-deliveries-are-the-queue.md).
 */
export const deliveries = pgTable(
  "deliveries",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: integer("campaign_id").references(() => campaigns.id),
    supporterId: bigint("supporter_id", { mode: "number" }).references(() => supporters.id, {
      onDelete: "cascade",
    }),
    signatureId: bigint("signature_id", { mode: "number" }).references(() => signatures.id, {
      onDelete: "cascade",
    }),
    organizerId: uuid("organizer_id").references(() => organizers.id, { onDelete: "cascade" }),
    ceremonyId: bigint("ceremony_id", { mode: "number" }).references(() => organizerCeremonies.id, {
      onDelete: "cascade",
    }),
    template: deliveryTemplate("template").notNull(),
    state: deliveryState("state").notNull().default("queued"),
    attempts: smallint("attempts").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Not before this moment: now for a new row, later after a failure, the end of its lease while claimed. */
    dueAt: at("due_at").notNull().defaultNow(),
    leaseUntil: at("lease_until"),
    /** By which transport it was last tried: what may be done after a crash depends on it. */
    transport: text("transport"),
    /** Since when a try may have been accepted without our having seen the answer. Null: no such try. */
    unansweredSince: at("unanswered_since"),
    settledAt: at("settled_at"),
    providerId: text("provider_id"),
    /** A short code of what went wrong, never the provider's words (they can hold an address). */
    problem: text("problem"),
  },
  (t) => [
    check("deliveries_one_recipient", sql`(${t.supporterId} is null) <> (${t.organizerId} is null)`),
    check("deliveries_claimed_has_lease", sql`(${t.state} = 'claimed') = (${t.leaseUntil} is not null)`),
    check("deliveries_transport_known", sql`${t.transport} in ('resend', 'smtp', 'file')`),
    check("deliveries_problem_is_a_code", sql`${t.problem} ~ '^[a-z0-9_-]{1,64}$'`),
    index("deliveries_due").on(t.dueAt, t.id).where(sql`${t.state} in ('queued', 'claimed')`),
    index("deliveries_supporter").on(t.supporterId, t.createdAt.desc()),
    index("deliveries_signature").on(t.signatureId),
    index("deliveries_organizer").on(t.organizerId),
    index("deliveries_ceremony").on(t.ceremonyId),
  ],
);
