import { content } from "#app/domain/outbox/content.server.ts";
import { request, requestOf } from "#app/domain/outbox/subjects/approval.ts";

/** Tells those who were asked for an approval that it is no longer needed. */
export const approvalWithdrawn = content({
  name: "approval-withdrawn",
  kind: "organizer",
  to: "organizer",
  about: request,
  write: (row, writing) => ({ props: requestOf(row, writing) }),
});
