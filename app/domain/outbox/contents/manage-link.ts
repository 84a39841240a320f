import { content } from "#app/domain/outbox/content.server.ts";

/** Leads a supporter to all that is held about them. */
export const manageLink = content({
  name: "manage-link",
  kind: "signature",
  to: "supporter",
  write: (_row, { common, personal }) => ({ props: { ...common, ...personal() } }),
});
