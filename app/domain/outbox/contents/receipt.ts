import { content } from "#app/domain/outbox/content.server.ts";
import { confirmedSignature, countsNoLonger, signature } from "#app/domain/outbox/subjects/signature.ts";

/** Thanks a signer who has confirmed. */
export const receipt = content({
  name: "receipt",
  kind: "signature",
  to: "supporter",
  about: signature,
  outdated: countsNoLonger,
  write(row, writing) {
    const confirmed = confirmedSignature(row, writing);
    return (
      confirmed && {
        props: {
          ...confirmed,
          ...writing.personal(),
          ...writing.undo("signature", row.signatureId),
          signatures: row.signaturesThen,
        },
      }
    );
  },
});
