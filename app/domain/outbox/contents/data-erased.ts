import { content } from "#app/domain/outbox/content.server.ts";

/** Tells someone that they were erased. */
export const dataErased = content({
  name: "data-erased",
  kind: "signature",
  to: "erased",
  write: (_row, { common, queuedAt }) => ({ props: { ...common, erasedAt: queuedAt } }),
});
