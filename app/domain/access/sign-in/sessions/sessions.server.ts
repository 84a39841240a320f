import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { sessionEnds } from "#app/domain/access/organizer.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { organizerSessions } from "#db/schema/index.ts";
import { forgetBrowsersOf } from "./known-browser.server.ts";
import type { Session } from "./session.server.ts";

/** Lists an organizer's live sessions, last seen first. */
export async function listSessions(db: Db, organizerId: string) {
  const s = organizerSessions;
  const since = (minutes: number) => sql`now() - make_interval(mins => ${minutes})`;
  return db
    .select({
      id: s.id,
      userAgent: s.userAgent,
      createdAt: s.createdAt,
      seenAt: s.seenAt,
      strongBy: s.strongBy,
    })
    .from(s)
    .where(
      and(
        eq(s.organizerId, organizerId),
        gt(s.seenAt, since(sessionEnds.idleMinutes)),
        gt(s.createdAt, since(sessionEnds.absoluteHours * 60)),
      ),
    )
    .orderBy(desc(s.seenAt), desc(s.id));
}

/** Ends one of an organizer's sessions, or with null all but this. Returns how many ended. */
export async function endSessions(
  db: Db,
  { organizerId, id: ownId }: Pick<Session, "id" | "organizerId">,
  id: number | null,
  now = new Date(),
): Promise<number> {
  const s = organizerSessions;
  return db.transaction(async (tx) => {
    const which = id === null ? ne(s.id, ownId) : eq(s.id, id);
    const ended = await tx
      .delete(s)
      .where(and(eq(s.organizerId, organizerId), which))
      .returning({ id: s.id });
    if (ended.length > 0) {
      const entry = { actor: `organizer:${organizerId}`, action: "sessions-revoked" } as const;
      const detail = { sessions: ended.length };
      await recordAudit(tx, { ...entry, campaignId: null, subject: null, detail }, now);
    }
    return ended.length;
  });
}

/** Ends an organizer's sessions and forgets their browsers. Returns how many sessions ended. */
export async function endSessionsOf(db: Db, organizerId: string, now = new Date()): Promise<number> {
  return db.transaction(async (tx) => {
    const s = organizerSessions;
    const ended = await tx.delete(s).where(eq(s.organizerId, organizerId)).returning({ id: s.id });
    await forgetBrowsersOf(tx, organizerId);
    if (ended.length > 0) {
      const entry = { actor: "operator", action: "sessions-revoked", campaignId: null } as const;
      await recordAudit(tx, { ...entry, subject: organizerId, detail: { sessions: ended.length } }, now);
    }
    return ended.length;
  });
}
