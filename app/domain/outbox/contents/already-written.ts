import { sql } from "drizzle-orm";
import { nextLetterFrom } from "#app/domain/entries/letters/writing/next-letter.server.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import { findConfirmed, letter } from "#app/domain/outbox/subjects/letter.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";

/** Tells someone who writes again that they have written. */
export const alreadyWritten = content({
  name: "already-written",
  kind: "letter",
  to: "supporter",
  about: letter,
  outdated: sql`${tooOld} or l.state in ('email_pending', 'withdrawn', 'refused')`,
  async write(row, writing) {
    const found = await findConfirmed(row, writing);
    if (!found) return null;
    const { props, confirmedAt } = found;
    const { handedOverAt: at, state } = found.letter;
    const handedOver = at && { at, nextFrom: nextLetterFrom(at), filed: state === "filed" };
    return { props: { ...props, confirmedAt, handedOver } };
  },
});
