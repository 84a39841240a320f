import { and, eq, gt, sql } from "drizzle-orm";
import { proofLivesMinutes } from "#app/domain/access/organizer.ts";
import { hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { organizerProofs } from "#db/schema/index.ts";
import { awaitsCode } from "./ask-again.server.ts";
import { type ProofFor, purposeOf } from "./proof-for.ts";
import { checkPasskey, type Party, usePasskey } from "./second-factor/passkeys.server.ts";
import { hasSecondFactor, mayProveByMail } from "./second-factor/second-factors.server.ts";
import { trySecondFactor } from "./second-factor/try-second-factor.server.ts";
import type { Session } from "./sessions/session.server.ts";
import { spendCeremony, tryCode } from "./try-code.server.ts";

export type ProofBy = "code" | "totp" | "recovery" | "passkey";
type Who = Pick<Session, "id" | "organizerId">;

/** True while a proof for this purpose holds in this session: five minutes. */
export async function hasProof(
  db: DbOrTx,
  session: Pick<Session, "id">,
  purpose: ProofFor,
): Promise<boolean> {
  const p = organizerProofs;
  const since = sql`now() - make_interval(mins => ${proofLivesMinutes})`;
  const ours = and(eq(p.sessionId, session.id), eq(p.purpose, purposeOf(purpose)), gt(p.provedAt, since));
  return (await db.$count(p, ours)) > 0;
}

/** Records a reauthentication, and logs what it was for and how it was done. */
async function recordProof(
  tx: Tx,
  { session, purpose, by }: { session: Who; purpose: ProofFor; by: ProofBy },
  now: Date,
): Promise<void> {
  await tx
    .insert(organizerProofs)
    .values({ sessionId: session.id, purpose: purposeOf(purpose), by, provedAt: sql`now()` })
    .onConflictDoUpdate({
      target: [organizerProofs.sessionId, organizerProofs.purpose],
      set: { by, provedAt: sql`now()` },
    });
  const { kind, campaignId } = purpose;
  const entry = { actor: `organizer:${session.organizerId}`, action: "identity-proved" } as const;
  await recordAudit(tx, { ...entry, campaignId, subject: null, detail: { for: kind, by } }, now);
}

export type ProofTried =
  | { outcome: "proved"; by: ProofBy }
  | { outcome: "wrong" }
  | { outcome: "locked"; until: Date };

type CodeProof = {
  session: Who;
  purpose: ProofFor;
  /** What binds an emailed code to this browser, if one was asked for. */
  ceremony: string | null;
  code: string;
};

/**
 * Reauthenticates with a code: of the app or a recovery code if the organizer has a second factor; if they
 * have none and need none, a code emailed for this purpose. Tries are limited: three for an emailed code, ten
 * for a second factor.
 */
export async function proveByCode(
  db: Db,
  keys: Keys,
  { session, purpose, ceremony, code }: CodeProof,
  now = new Date(),
): Promise<ProofTried> {
  const { organizerId } = session;
  const mailed = { organizerId, purpose: purposeOf(purpose), ceremony: ceremony ?? "" };
  if (ceremony !== null && (await mayProveByMail(db, organizerId)) && (await awaitsCode(db, mailed))) {
    const tokenHash = hashOfToken(ceremony, mailed.purpose);
    const tried = await tryCode(db, keys, { tokenHash, code: code.replace(/[\s-]/g, "") });
    if (tried.outcome === "right" && tried.ceremony.organizerId === organizerId) {
      const { id } = tried.ceremony;
      const spent = await db.transaction(async (tx) => {
        if (!(await spendCeremony(tx, id, now))) return false;
        await recordProof(tx, { session, purpose, by: "code" }, now);
        return true;
      });
      return spent ? { outcome: "proved", by: "code" } : { outcome: "wrong" };
    }
  }
  return db.transaction(async (tx): Promise<ProofTried> => {
    if (!(await hasSecondFactor(tx, organizerId))) return { outcome: "wrong" };
    const tried = await trySecondFactor(tx, keys, { organizerId, code }, now);
    if (tried.outcome !== "right") return tried;
    await recordProof(tx, { session, purpose, by: tried.by }, now);
    return { outcome: "proved", by: tried.by };
  });
}

/** Does the same by a passkey that answers the challenge for this purpose. */
export async function proveByPasskey(
  db: Db,
  party: Party,
  {
    session,
    purpose,
    token,
    response,
  }: { session: Who; purpose: ProofFor; token: string; response: unknown },
  now = new Date(),
): Promise<ProofTried> {
  const { organizerId } = session;
  const answer = { organizerId, token, purpose: purposeOf(purpose), response };
  const passkey = await checkPasskey(db, party, answer);
  if (passkey === null) return { outcome: "wrong" };
  return db.transaction(async (tx): Promise<ProofTried> => {
    if (!(await usePasskey(tx, passkey, now))) return { outcome: "wrong" };
    await recordProof(tx, { session, purpose, by: "passkey" }, now);
    return { outcome: "proved", by: "passkey" };
  });
}
