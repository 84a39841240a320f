import { and, eq, gt, isNotNull, lt, sql } from "drizzle-orm";
import { enrolTries, unlocked } from "#app/domain/access/organizer.ts";
import { createSecretToken, hashOfToken } from "#app/domain/access/secret-token.server.ts";
import type { Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { strengthenSession } from "#app/domain/access/sign-in/sessions/strengthen-session.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { organizerChallenges, organizers } from "#db/schema/index.ts";
import { firstRecoveryCodes } from "./pass-by-passkey.server.ts";
import { createTotp, openTotp, sealTotp, stepOfTotp, type TotpSecret, totpUri } from "./totp.server.ts";

const purpose = "enrol";
const livesMinutes = 15;
type Who = Pick<Session, "id" | "organizerId" | "email">;

/**
 * Makes a secret for an authenticator app. It waits for its first code, in this browser: an app that was
 * never set up leaves the one before it in force.
 */
export async function beginTotp(
  db: Db,
  keys: Keys,
  { organizerId, email }: Who,
  now = new Date(),
): Promise<string> {
  const { secret } = createTotp(email);
  const token = createSecretToken();
  await db
    .insert(organizerChallenges)
    .values({
      tokenHash: hashOfToken(token, purpose),
      organizerId,
      ...sealTotp(keys, organizerId, secret),
      createdAt: now,
      expiresAt: sql`now() + make_interval(mins => ${livesMinutes})`,
    });
  return token;
}

/** Finds the secret awaiting its first code in this browser; null when none does. */
export async function findTotpBegun(
  db: Db,
  keys: Keys,
  { organizerId, email, token }: Pick<Who, "organizerId" | "email"> & { token: string },
): Promise<TotpSecret | null> {
  const c = organizerChallenges;
  const [row] = await db
    .select()
    .from(c)
    .where(
      and(
        eq(c.tokenHash, hashOfToken(token, purpose)),
        eq(c.organizerId, organizerId),
        lt(c.tries, enrolTries),
        gt(c.expiresAt, sql`now()`),
      ),
    );
  if (!row?.totpKeyId || !row.totpSecretEnc) return null;
  const { totpKeyId, totpSecretEnc } = row;
  const secret = openTotp(keys, organizerId, { totpKeyId, totpSecretEnc });
  return { secret, uri: totpUri(secret, email) };
}

export type Enrolled =
  /** `codes`: recovery codes, displayed only now; null if they had some. `session`: the new token. */
  | { outcome: "enrolled"; codes: string[] | null; session: string }
  | { outcome: "wrong" }
  /** It was started over 15 minutes ago or in another browser, or had five wrong codes. */
  | { outcome: "over" };

/**
 * Puts an authenticator app in force with its first code. Its session is a strong one from then on; that
 * first code is used up.
 */
export async function confirmTotp(
  db: Db,
  keys: Keys,
  { session, token, code }: { session: Who; token: string; code: string },
  now = new Date(),
): Promise<Enrolled> {
  const { organizerId } = session;
  const c = organizerChallenges;
  const tokenHash = hashOfToken(token, purpose);
  const [row] = await db
    .update(c)
    .set({ tries: sql`${c.tries} + 1` })
    .where(
      and(
        eq(c.tokenHash, tokenHash),
        eq(c.organizerId, organizerId),
        lt(c.tries, enrolTries),
        gt(c.expiresAt, sql`now()`),
        isNotNull(c.totpSecretEnc),
      ),
    )
    .returning();
  if (!row?.totpKeyId || !row.totpSecretEnc) return { outcome: "over" };
  const { totpKeyId, totpSecretEnc } = row;
  const secret = openTotp(keys, organizerId, { totpKeyId, totpSecretEnc });
  const step = stepOfTotp(secret, code.replace(/[\s-]/g, ""), null, now);
  if (step === null) return { outcome: "wrong" };

  return db.transaction(async (tx): Promise<Enrolled> => {
    const spent = await tx.delete(c).where(eq(c.tokenHash, tokenHash)).returning({ at: c.createdAt });
    if (spent.length === 0) return { outcome: "over" };
    await tx
      .update(organizers)
      .set({ totpKeyId, totpSecretEnc, totpSince: now, totpLastStep: step, ...unlocked })
      .where(eq(organizers.id, organizerId));
    const entry = { actor: `organizer:${organizerId}`, action: "second-factor-added" } as const;
    await recordAudit(tx, { ...entry, campaignId: null, subject: null, detail: { kind: "totp" } }, now);
    const codes = await firstRecoveryCodes(tx, organizerId, now);
    const strong = await strengthenSession(tx, { sessionId: session.id, by: "totp" }, now);
    if (strong === null) throw new Error("the session ended while its second factor was set up");
    return { outcome: "enrolled", codes, session: strong };
  });
}
