import { sql } from "drizzle-orm";
import { findSettings } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import { describeLetter, findConfirmed, letter } from "#app/domain/outbox/subjects/letter.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";

/** Tells a writer that a letter that was on hold goes to the company. */
export const letterReleased = content({
  name: "letter-released",
  kind: "letter",
  to: "supporter",
  about: letter,
  outdated: sql`${tooOld} or l.state not in ('confirmed', 'queued') or l.handed_over_at is not null`,
  async write(row, writing) {
    const found = await findConfirmed(row, writing);
    if (!found) return null;
    const { db, personal, undo } = writing;
    const { letter, props } = found;
    const rhythm = await findSettings(db, letter.campaignId);
    const undone = undo("letter", row.letterId);
    return { props: { ...props, ...(await describeLetter(db, letter)), ...personal(), ...undone, rhythm } };
  },
});
