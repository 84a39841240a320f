import { and, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { codeTries } from "#app/domain/access/organizer.ts";
import { hashOfToken } from "#app/domain/access/secret-token.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { organizerCeremonies, organizers } from "#db/schema/index.ts";
import { beginCeremony, lockSignInAddress } from "./begin-ceremony.server.ts";
import { type ProofFor, purposeOf } from "./proof-for.ts";

type Purpose = {
  organizerId: string;
  /** The only thing the code will be valid for. */
  purpose: string;
};

export type CodeAskedAgain =
  /** `token` binds the code to the browser that asked for it. */
  | { outcome: "mailed"; token: string }
  /** This session has had its codes of the hour or day. */
  | { outcome: "too-many"; until: Date }
  /** They are not an organizer any more. */
  | { outcome: "gone" };

/**
 * Emails a code for reauthentication to an organizer who is signed in, and says what it is for. Each session
 * has its own budget of codes; the page says when it is used up.
 */
export async function askAgain(
  db: Db,
  keys: Keys,
  { organizerId, sessionId, purpose }: { organizerId: string; sessionId: number; purpose: ProofFor },
  now = new Date(),
): Promise<CodeAskedAgain> {
  return db.transaction(async (tx) => {
    const [organizer] = await tx
      .select({ email: organizers.email })
      .from(organizers)
      .where(
        and(eq(organizers.id, organizerId), isNotNull(organizers.activatedAt), isNull(organizers.disabledAt)),
      );
    if (!organizer) return { outcome: "gone" };
    const { email } = organizer;
    await lockSignInAddress(tx, email);
    const proves = { kind: purpose.kind, campaignId: purpose.campaignId };
    const budget = `session ${sessionId}` as const;
    const ceremony = { email, organizerId, invitationId: null, budget, purpose: purposeOf(purpose), proves };
    const { token, cappedUntil } = await beginCeremony(tx, keys, ceremony, now);
    return cappedUntil ? { outcome: "too-many", until: cappedUntil } : { outcome: "mailed", token };
  });
}

/** True while a code that was asked for in this browser can still be given back. */
export async function awaitsCode(
  db: DbOrTx,
  { organizerId, purpose, ceremony }: Purpose & { ceremony: string },
): Promise<boolean> {
  const c = organizerCeremonies;
  const open = and(isNull(c.usedAt), gt(c.expiresAt, sql`now()`), lt(c.tries, codeTries));
  const ours = and(eq(c.tokenHash, hashOfToken(ceremony, purpose)), eq(c.organizerId, organizerId));
  return (await db.$count(c, and(ours, open))) > 0;
}
