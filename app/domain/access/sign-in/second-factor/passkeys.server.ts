import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { createSecretToken, hashOfToken } from "#app/domain/access/secret-token.server.ts";
import type { Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { organizerChallenges, organizerPasskeys } from "#db/schema/index.ts";

/** Takes 12 MB of memory, so it is loaded on first use. */
const loadWebauthn = () => import("@simplewebauthn/server");

/** The site that passkeys belong to. */
export type Party = { appUrl: string };

const livesMinutes = 5;
const partyOf = ({ appUrl }: Party) => {
  const { hostname, origin } = new URL(appUrl);
  return { rpID: hostname, origin };
};

type Challenge = { token: string; organizerId: string | null; challenge: string; purpose: string };

async function keep(db: Db, { token, organizerId, challenge, purpose }: Challenge, now: Date) {
  await db
    .insert(organizerChallenges)
    .values({
      tokenHash: hashOfToken(token, purpose),
      organizerId,
      challenge,
      createdAt: now,
      expiresAt: sql`now() + make_interval(mins => ${livesMinutes})`,
    });
}

/** Uses a challenge up; null if it expired or belongs to another browser, purpose or person. */
async function spend(
  tx: DbOrTx,
  { token, organizerId, purpose }: Omit<Challenge, "challenge">,
): Promise<string | null> {
  const c = organizerChallenges;
  const whose = organizerId === null ? isNull(c.organizerId) : eq(c.organizerId, organizerId);
  const [row] = await tx
    .delete(c)
    .where(and(eq(c.tokenHash, hashOfToken(token, purpose)), whose, gt(c.expiresAt, sql`now()`)))
    .returning({ challenge: c.challenge });
  return row?.challenge ?? null;
}

/** Returns what a browser needs to make this organizer's passkey, and a token binding it to the browser. */
export async function beginPasskey(
  db: Db,
  party: Party,
  { organizerId, email, name }: Pick<Session, "organizerId" | "email" | "name">,
  now = new Date(),
) {
  const known = await listPasskeys(db, organizerId);
  const { generateRegistrationOptions } = await loadWebauthn();
  const options = await generateRegistrationOptions({
    rpName: "Undersigned",
    rpID: partyOf(party).rpID,
    userID: new TextEncoder().encode(organizerId),
    userName: email,
    userDisplayName: name,
    attestationType: "none",
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const token = createSecretToken();
  await keep(db, { token, organizerId, challenge: options.challenge, purpose: "register" }, now);
  return { token, options };
}

type NewPasskey = { organizerId: string; token: string; response: unknown; name: string };

/** A new passkey that verified its holder (finger, face, PIN) and answered its challenge. */
export type CheckedNewPasskey = {
  organizerId: string;
  name: string;
  credential: { id: string; publicKey: Uint8Array; counter: number; transports?: string[] };
};

/** Checks a new passkey and spends its challenge. Call it before the transaction: it awaits cryptography. */
export async function checkNewPasskey(
  db: Db,
  party: Party,
  { organizerId, token, response, name }: NewPasskey,
): Promise<CheckedNewPasskey | null> {
  const challenge = await spend(db, { token, organizerId, purpose: "register" });
  if (challenge === null) return null;
  const { rpID, origin } = partyOf(party);
  const { verifyRegistrationResponse } = await loadWebauthn();
  const checked = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => null);
  return checked?.verified ? { organizerId, name, credential: checked.registrationInfo.credential } : null;
}

/** Keeps a passkey that was checked. False when it is known already. */
export async function addPasskey(
  tx: Tx,
  { organizerId, name, credential }: CheckedNewPasskey,
  now: Date,
): Promise<boolean> {
  const { id, publicKey, counter, transports } = credential;
  const rows = await tx
    .insert(organizerPasskeys)
    .values({
      organizerId,
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: transports ?? [],
      name,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: organizerPasskeys.id });
  if (rows.length === 0) return false;
  const entry = { actor: `organizer:${organizerId}`, action: "second-factor-added" } as const;
  await recordAudit(tx, { ...entry, campaignId: null, subject: null, detail: { kind: "passkey" } }, now);
  return true;
}

/** Lets a browser ask for a passkey. `organizerId` null: of the person who signs in. */
export async function askForPasskey(
  db: Db,
  party: Party,
  { organizerId, purpose }: { organizerId: string | null; purpose: string },
  now = new Date(),
) {
  const known = organizerId === null ? [] : await listPasskeys(db, organizerId);
  const { generateAuthenticationOptions } = await loadWebauthn();
  const options = await generateAuthenticationOptions({
    rpID: partyOf(party).rpID,
    userVerification: "required",
    allowCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
  });
  const token = createSecretToken();
  await keep(db, { token, organizerId, challenge: options.challenge, purpose }, now);
  return { token, options };
}

type Answer = { organizerId: string | null; token: string; purpose: string; response: unknown };

/** A passkey that verified its holder and answered its challenge. */
export type CheckedPasskey = { id: string; organizerId: string; counter: number; newCounter: number };

/**
 * Checks a passkey against its challenge, which is spent. Null for every failure alike. Before the
 * transaction that uses it: it awaits cryptography.
 */
export async function checkPasskey(db: Db, party: Party, answer: Answer): Promise<CheckedPasskey | null> {
  const challenge = await spend(db, answer);
  const response = answer.response as AuthenticationResponseJSON;
  if (challenge === null || typeof response?.id !== "string") return null;
  const k = organizerPasskeys;
  const [known] = await db.select().from(k).where(eq(k.credentialId, response.id));
  if (!known || (answer.organizerId !== null && known.organizerId !== answer.organizerId)) return null;
  const { rpID, origin } = partyOf(party);
  const { verifyAuthenticationResponse } = await loadWebauthn();
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: known.credentialId,
      publicKey: new Uint8Array(known.publicKey),
      counter: known.counter,
    },
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { id, organizerId, counter } = known;
  return { id, organizerId, counter, newCounter: checked.authenticationInfo.newCounter };
}

/** Records a use of a checked passkey. False if it is gone or another use has moved its counter since. */
export async function usePasskey(
  tx: Tx,
  { id, counter, newCounter }: CheckedPasskey,
  now: Date,
): Promise<boolean> {
  const k = organizerPasskeys;
  const used = await tx
    .update(k)
    .set({ counter: newCounter, usedAt: now })
    .where(and(eq(k.id, id), eq(k.counter, counter)))
    .returning({ id: k.id });
  return used.length > 0;
}

/** Lists an organizer's passkeys, oldest first. */
export const listPasskeys = (db: DbOrTx, organizerId: string) =>
  db
    .select({
      id: organizerPasskeys.id,
      credentialId: organizerPasskeys.credentialId,
      name: organizerPasskeys.name,
      createdAt: organizerPasskeys.createdAt,
      usedAt: organizerPasskeys.usedAt,
    })
    .from(organizerPasskeys)
    .where(eq(organizerPasskeys.organizerId, organizerId))
    .orderBy(asc(organizerPasskeys.createdAt));
