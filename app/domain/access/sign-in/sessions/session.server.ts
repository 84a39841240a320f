import { eq, sql } from "drizzle-orm";
import { rightsThatNeedSecond, sessionEnds } from "#app/domain/access/organizer.ts";
import { createSecretToken, hashOfToken } from "#app/domain/access/secret-token.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { organizerSessions } from "#db/schema/index.ts";
import type { StrongBy } from "./strengthen-session.server.ts";

export type Session = {
  id: number;
  organizerId: string;
  name: string;
  email: string;
  /** `strong`: a second factor was used. `ask`: there is one, not used yet. `enrol`: one must be added. */
  second: "strong" | "ask" | "enrol" | "none";
};

type NewSession = {
  organizerId: string;
  userAgent: string | null;
  oldSession: string | null;
  /** The second factor used to sign in. */
  strongBy?: StrongBy;
};

/** Starts a session and ends the browser's old one. Returns the token for the cookie; its hash is stored. */
export async function startSession(tx: Tx, session: NewSession, now: Date): Promise<string> {
  if (session.oldSession !== null) await endSession(tx, session.oldSession);
  const token = createSecretToken();
  await tx
    .insert(organizerSessions)
    .values({
      tokenHash: hashOfToken(token),
      organizerId: session.organizerId,
      userAgent: session.userAgent?.slice(0, 200) ?? null,
      ...(session.strongBy ? { strongAt: now, strongBy: session.strongBy } : {}),
    });
  return token;
}

/**
 * Finds the organizer of a session; null when it is unknown, idle for 30 minutes, older than 12 hours, or its
 * organizer is gone. Uses the database's clock: another web process may have started it. Writes when it was
 * last seen, at most once a minute and not if `unattended` (a page refreshing itself).
 */
export async function findSession(
  db: Db,
  token: string,
  { unattended = false } = {},
): Promise<Session | null> {
  const [row] = await db.execute<{
    id: string;
    organizerId: string;
    name: string;
    email: string;
    touch: boolean;
    second: Session["second"];
  }>(sql`
    select s.id, s.organizer_id as "organizerId", o.name, o.email,
      s.seen_at < now() - interval '1 minute' as touch,
      case when s.strong_at is not null then 'strong'
        when o.totp_secret_enc is not null
          or exists (select from organizer_passkeys k where k.organizer_id = o.id)
          then 'ask'
        when exists (select from campaign_organizers m where m.organizer_id = o.id
            and (m.role = 'owner' or m.rights && ${sql.param([...rightsThatNeedSecond])}::text[]))
          then 'enrol'
        else 'none' end as second
    from organizer_sessions s
    join organizers o on o.id = s.organizer_id and o.activated_at is not null and o.disabled_at is null
    where s.token_hash = ${hashOfToken(token)}
      and s.seen_at > now() - make_interval(mins => ${sessionEnds.idleMinutes})
      and s.created_at > now() - make_interval(hours => ${sessionEnds.absoluteHours})`);
  if (!row) return null;

  const id = Number(row.id);
  if (row.touch && !unattended)
    await db.update(organizerSessions).set({ seenAt: sql`now()` }).where(eq(organizerSessions.id, id));
  return { id, organizerId: row.organizerId, name: row.name, email: row.email, second: row.second };
}

/** Signs out: the token opens nothing from now on. */
export async function endSession(db: DbOrTx, token: string): Promise<void> {
  await db.delete(organizerSessions).where(eq(organizerSessions.tokenHash, hashOfToken(token)));
}
