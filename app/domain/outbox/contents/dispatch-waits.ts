import { sql } from "drizzle-orm";
import { content } from "#app/domain/outbox/content.server.ts";
import { dispatch, dispatchOf } from "#app/domain/outbox/subjects/dispatch.ts";

/** Tells a dispatch's approvers that it is due to be sent. */
export const dispatchWaits = content({
  name: "dispatch-waits",
  kind: "organizer",
  to: "organizer",
  about: dispatch,
  outdated: sql`x.state <> 'draft' or o.disabled_at is not null`,
  write: (row, writing) => ({ props: dispatchOf(row, writing) }),
});
