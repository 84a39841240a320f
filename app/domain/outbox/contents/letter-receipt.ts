import { sql } from "drizzle-orm";
import { findSettings } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { groupOf } from "#app/domain/entries/pledges/pledge.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import { nextStepOf } from "#app/domain/outbox/next-step.server.ts";
import { shareOf } from "#app/domain/outbox/share-of.server.ts";
import { describeLetter, findConfirmed, letter } from "#app/domain/outbox/subjects/letter.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";

/** Thanks a writer who has confirmed a letter. */
export const letterReceipt = content({
  name: "letter-receipt",
  kind: "letter",
  to: "supporter",
  about: letter,
  outdated: sql`${tooOld} or l.state in ('email_pending', 'withdrawn', 'refused')`,
  async write(row, writing) {
    const found = await findConfirmed(row, writing);
    if (!found) return null;
    const { db, personal, undo } = writing;
    const { letter, props, confirmedAt } = found;
    const rhythm = await findSettings(db, letter.campaignId);
    return {
      props: {
        ...props,
        ...(await describeLetter(db, letter)),
        ...personal(),
        ...undo("letter", row.letterId),
        ...(await shareOf(writing, letter, "written")),
        ...(await nextStepOf(writing, letter)),
        letters: groupOf(row.countThen),
        confirmedAt,
        rhythm,
      },
    };
  },
});
