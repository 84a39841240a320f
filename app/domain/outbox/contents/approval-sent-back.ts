import { content } from "#app/domain/outbox/content.server.ts";
import { request, requestOf } from "#app/domain/outbox/subjects/approval.ts";

/** Tells those who wrote something or asked for its approval that it was sent back, and why. */
export const approvalSentBack = content({
  name: "approval-sent-back",
  kind: "organizer",
  to: "organizer",
  about: request,
  write: (row, writing) => ({ props: { ...requestOf(row, writing), by: row.sentBackBy, why: row.reason } }),
});
