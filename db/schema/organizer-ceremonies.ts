import { bigint, index, pgTable, smallint, uuid } from "drizzle-orm/pg-core";
import { at, bytea, identity } from "./columns.ts";
import { letterDispatches } from "./letter-dispatches.ts";
import { organizerInvitations, organizers } from "./organizers.ts";
import { packs } from "./packs.ts";
import { bulkInvalidations } from "./reviews.ts";
import { updates } from "./updates.ts";

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
    /** The update that the code approves. */
    updateId: bigint("update_id", { mode: "number" }).references(() => updates.id, { onDelete: "cascade" }),
    /** The dispatch of letters that it approves. */
    dispatchId: bigint("dispatch_id", { mode: "number" }).references(() => letterDispatches.id),
    /** The pack that it approves. */
    packId: bigint("pack_id", { mode: "number" }).references(() => packs.id),
    /** The bulk invalidation that it approves. */
    bulkId: bigint("bulk_id", { mode: "number" }).references(() => bulkInvalidations.id),
    tries: smallint("tries").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [index("organizer_ceremonies_by_address").on(t.emailHmac, t.createdAt)],
);
