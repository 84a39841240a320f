import { sql } from "drizzle-orm";
import { bigint, check, date, index, pgTable, text } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, identity, publicId } from "./columns.ts";
import { letterDispatches } from "./letter-dispatches.ts";
import { approval, organizer } from "./organizers.ts";

/** A reply of the company, as recorded by an organizer; published with the letters it answers. */
export const letterReplies = pgTable(
  "letter_replies",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** The dispatch that it answers, with all its letters. */
    dispatchId: bigint("dispatch_id", { mode: "number" })
      .notNull()
      .references(() => letterDispatches.id),
    receivedOn: date("received_on", { mode: "string" }).notNull(),
    /** Who replied, as printed: an office rather than a person. */
    fromWhom: text("from_whom").notNull(),
    text: text("text").notNull(),
    recordedAt: at("recorded_at").notNull().defaultNow(),
    recordedById: organizer("recorded_by_id"),
    /**
     * When a second person approved it for publication, and for emails to the writers. Null: only organizers
     * see it.
     */
    ...approval(),
    /** Removed by an organizer: no page shows it any more. */
    removedAt: at("removed_at"),
  },
  (t) => [
    check("letter_replies_text_length", sql`char_length(${t.text}) between 1 and 20000`),
    check("letter_replies_from_length", sql`char_length(${t.fromWhom}) between 1 and 200`),
    check(
      "letter_replies_never_approved_by_who_recorded",
      sql`${t.approvedAlone} or ${t.approvedById} is distinct from ${t.recordedById}
        or ${t.approvedById} is null`,
    ),
    index("letter_replies_dispatch").on(t.dispatchId),
    index("letter_replies_campaign").on(t.campaignId, t.receivedOn),
  ],
);
