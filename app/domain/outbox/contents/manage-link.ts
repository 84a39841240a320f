import { content } from "#app/domain/outbox/content.server.ts";

/** Links a supporter to everything stored about them. */
export const manageLink = content({
  name: "manage-link",
  kind: "signature",
  to: "supporter",
  write: (_row, { common, personal }) => ({ props: { ...common, ...personal() } }),
});
