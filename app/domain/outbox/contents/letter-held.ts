import { sql } from "drizzle-orm";
import { content } from "#app/domain/outbox/content.server.ts";
import { describeLetter, findConfirmed, letter } from "#app/domain/outbox/subjects/letter.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";

/** Tells a writer that a letter is on hold until an organizer reviews it. */
export const letterHeld = content({
  name: "letter-held",
  kind: "letter",
  to: "supporter",
  about: letter,
  outdated: sql`${tooOld} or l.state not in ('confirmed', 'queued') or l.moderated_at is not null`,
  async write(row, writing) {
    const found = await findConfirmed(row, writing);
    if (!found) return null;
    const { letter, props, confirmedAt } = found;
    const about = await describeLetter(writing.db, letter);
    const holdReason = letter.heldReason ?? "";
    const undone = writing.undo("letter", row.letterId);
    return { props: { ...props, ...about, ...writing.personal(), ...undone, confirmedAt, holdReason } };
  },
});
