import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import {
  type Signed,
  signature,
  signedPetition,
  waitsNoLonger,
} from "#app/domain/outbox/subjects/signature.ts";
import { inDays, type Row, type Writing } from "#app/domain/outbox/writing.server.ts";

/** Asks a signer to confirm. */
export const confirmSignatureEmail = content({
  name: "confirm-signature",
  kind: "signature",
  to: "supporter",
  about: signature,
  outdated: waitsNoLonger,
  write: (row, writing) => ({ props: confirmationOf(row, writing) }),
});

/** Writes the email that asks to confirm. */
export function confirmationOf(row: Row & Signed, { common, token, url }: Writing) {
  const signedAt = new Date(row.signedAt);
  const deletedAt = inDays(new Date(row.askedSince), confirmWithinDays);
  const confirmUrl = url(`/confirm/${token("confirm", row.signatureId, signedAt, deletedAt)}`);
  return { ...common, ...signedPetition(row), signedAt, deletedAt, confirmUrl };
}
