import { sql } from "drizzle-orm";

/** Days to approve a request, and hours in which an approved one must begin. */
const bulkWaitsDays = 7;
export const bulkBeginsHours = 24;

/** The state of bulk invalidation `b`. */
export const stateOfBulk =
  sql.raw(`case when b.undone_at is not null then 'undone' when b.undo_asked_at is not null then 'undoing'
  when b.cancelled_at is not null then 'cancelled' when b.finished_at is not null then 'done'
  when b.approved_at is not null then 'running' when b.matched is null then 'counting'
  when b.asked_at < now() - interval '${bulkWaitsDays} days' then 'expired' else 'asked' end`);
