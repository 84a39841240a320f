import { and, desc, eq, gt, sql } from "drizzle-orm";
import { createSecretToken, hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { periods } from "#app/domain/base/periods.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { organizerBrowsers } from "#db/schema/index.ts";

/** Known browsers of one organizer at most; the least recently used is dropped. */
const browsersAtMost = 20;
const hashOfBrowser = (token: string) => hashOfToken(token, "known-browser");
const since = (now: Date) => new Date(now.getTime() - periods.knownBrowserDays * 86_400_000);
const b = organizerBrowsers;

/** Finds the id of the browser that holds this token, if the organizer is known in it; else null. */
export async function findKnownBrowser(
  db: DbOrTx,
  { organizerId, token }: { organizerId: string; token: string },
  now: Date,
): Promise<number | null> {
  const ours = and(eq(b.tokenHash, hashOfBrowser(token)), eq(b.organizerId, organizerId));
  const [row] = await db
    .select({ id: b.id })
    .from(b)
    .where(and(ours, gt(b.usedAt, since(now))));
  return row?.id ?? null;
}

/** Returns true where any organizer has signed in with the browser that holds this token. */
export const isKnownBrowser = async (db: Db, token: string, now = new Date()) =>
  (await db.$count(b, and(eq(b.tokenHash, hashOfBrowser(token)), gt(b.usedAt, since(now))))) > 0;

type SignedIn = { organizerId: string; browser: string | null; userAgent: string | null };

/**
 * Remembers the browser of a sign-in, and returns its new token. Its old token is invalidated for every
 * organizer who uses it, so that a copy of it is worthless.
 */
export async function rememberBrowser(
  tx: Tx,
  { organizerId, browser, userAgent }: SignedIn,
  now: Date,
): Promise<string> {
  const token = createSecretToken();
  const tokenHash = hashOfBrowser(token);
  if (browser !== null)
    await tx
      .update(b)
      .set({ tokenHash })
      .where(eq(b.tokenHash, hashOfBrowser(browser)));
  const used = { userAgent: userAgent?.slice(0, 200) ?? null, usedAt: now };
  await tx
    .insert(b)
    .values({ tokenHash, organizerId, userAgent: used.userAgent, createdAt: now, usedAt: now })
    .onConflictDoUpdate({ target: [b.tokenHash, b.organizerId], set: used });
  await tx.execute(sql`
    delete from organizer_browsers where id in (
      select id from organizer_browsers where organizer_id = ${organizerId}
      order by used_at desc, id desc offset ${browsersAtMost})`);
  return token;
}

/** Lists the browsers in which an organizer is known, the one used last first. */
export async function listKnownBrowsers(db: Db, organizerId: string, now = new Date()) {
  return db
    .select({ id: b.id, userAgent: b.userAgent, createdAt: b.createdAt, usedAt: b.usedAt })
    .from(b)
    .where(and(eq(b.organizerId, organizerId), gt(b.usedAt, since(now))))
    .orderBy(desc(b.usedAt), desc(b.id));
}

/** Forgets one of the organizer's own browsers, which ends its extra codes. False if it is already gone. */
export async function forgetBrowser(
  db: Db,
  { organizerId, id }: { organizerId: string; id: number },
  now = new Date(),
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(b)
      .where(and(eq(b.organizerId, organizerId), eq(b.id, id)))
      .returning({ id: b.id });
    if (gone.length === 0) return false;
    const entry = { actor: `organizer:${organizerId}`, action: "browser-forgotten" } as const;
    await recordAudit(tx, { ...entry, campaignId: null, subject: null, detail: {} }, now);
    return true;
  });
}

/** Forgets every browser of an organizer, with what else lets them in. */
export const forgetBrowsersOf = (tx: Tx, organizerId: string) =>
  tx.delete(b).where(eq(b.organizerId, organizerId));
