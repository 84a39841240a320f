import { sql } from "drizzle-orm";
import { content } from "#app/domain/outbox/content.server.ts";
import { dispatch, dispatchOf } from "#app/domain/outbox/subjects/dispatch.ts";

/** Tells a dispatch's approvers why it is paused. */
export const dispatchPaused = content({
  name: "dispatch-paused",
  kind: "organizer",
  to: "organizer",
  about: dispatch,
  outdated: sql`x.state <> 'paused' or o.disabled_at is not null`,
  write(row, writing) {
    const { pauseReason: reason } = row;
    return reason && { props: { ...dispatchOf(row, writing), reason } };
  },
});
