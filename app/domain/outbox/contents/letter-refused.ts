import { sql } from "drizzle-orm";
import { content } from "#app/domain/outbox/content.server.ts";
import { findConfirmed, letter } from "#app/domain/outbox/subjects/letter.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";

/** Tells a writer that a letter is not sent to the company, and why. */
export const letterRefused = content({
  name: "letter-refused",
  kind: "letter",
  to: "supporter",
  about: letter,
  outdated: sql`${tooOld} or l.state <> 'refused'`,
  async write(row, writing) {
    const found = await findConfirmed(row, writing);
    if (!found) return null;
    const refusedReason = found.letter.moderationReason ?? "";
    const answered = row.replyTo !== null;
    return { props: { ...found.props, ...writing.personal(), refusedReason, answered } };
  },
});
