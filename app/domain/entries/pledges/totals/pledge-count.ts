import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import type { PublishedTotals } from "./published-totals.ts";

/** What of the pledges for a meeting is said in a line: the holders, live, and what is published of them. */
export type PledgeCount = {
  meeting: Meeting;
  holders: number;
  /** Null under five holders. */
  published: PublishedTotals | null;
};
