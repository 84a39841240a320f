import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, integer, pgEnum, pgTable, primaryKey, unique } from "drizzle-orm/pg-core";
import { erasedWith, identity } from "./columns.ts";
import { pledgeKind, pledges } from "./pledges.ts";
import { ballotItems } from "./targets.ts";

export const voteIntention = pgEnum("vote_intention", ["for", "against", "abstain", "undecided"]);
export const willingness = pgEnum("willingness", ["cofile", "attend", "ask_question", "write_ir", "media"]);

/** An intention for one ballot item, or in general (for a fund: only in general). */
export const pledgeIntentions = pgTable(
  "pledge_intentions",
  {
    id: identity(),
    pledgeId: bigint("pledge_id", { mode: "number" }).notNull(),
    meetingId: integer("meeting_id").notNull(),
    kind: pledgeKind("kind").notNull(),
    /** Null: in general. */
    ballotItemId: integer("ballot_item_id"),
    intention: voteIntention("intention").notNull(),
  },
  (t) => [
    unique("pledge_intentions_one_an_item").on(t.pledgeId, t.ballotItemId).nullsNotDistinct(),
    foreignKey({
      name: "pledge_intentions_pledge",
      columns: [t.pledgeId, t.meetingId, t.kind],
      foreignColumns: [pledges.id, pledges.meetingId, pledges.kind],
    }).onDelete("cascade"),
    foreignKey({
      name: "pledge_intentions_item_of_meeting",
      columns: [t.ballotItemId, t.meetingId],
      foreignColumns: [ballotItems.id, ballotItems.meetingId],
    }),
    check("pledge_intentions_fund_in_general", sql`${t.kind} <> 'fund' or ${t.ballotItemId} is null`),
  ],
);

/** What else a holder would do. */
export const pledgeWilling = pgTable(
  "pledge_willing",
  { pledgeId: erasedWith("pledge_id", () => pledges.id), willing: willingness("willing").notNull() },
  (t) => [primaryKey({ columns: [t.pledgeId, t.willing] })],
);
