import { content } from "#app/domain/outbox/content.server.ts";
import { confirmedSignature, countsNoLonger, signature } from "#app/domain/outbox/subjects/signature.ts";

/** Tells someone who signs again that they have signed. */
export const alreadySigned = content({
  name: "already-signed",
  kind: "signature",
  to: "supporter",
  about: signature,
  outdated: countsNoLonger,
  write(row, writing) {
    const confirmed = confirmedSignature(row, writing);
    return confirmed && { props: confirmed };
  },
});
