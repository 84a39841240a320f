import { content } from "#app/domain/outbox/content.server.ts";
import { signature, waitsNoLonger } from "#app/domain/outbox/subjects/signature.ts";
import { confirmationOf } from "./confirm-signature.ts";

/** Asks a signer once more to confirm. */
export const confirmReminder = content({
  name: "confirm-reminder",
  kind: "signature",
  to: "supporter",
  about: signature,
  outdated: waitsNoLonger,
  write: (row, writing) => ({ props: confirmationOf(row, writing) }),
});
