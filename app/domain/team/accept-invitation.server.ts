import { and, eq, isNull, sql } from "drizzle-orm";
import { hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { beginCeremony, lockSignInAddress } from "#app/domain/access/sign-in/begin-ceremony.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { organizerInvitations, organizers } from "#db/schema/index.ts";

export type AcceptInput = { invitation: string; name: string; email: string };

export type Accepted =
  | { outcome: "code-requested"; token: string }
  | { outcome: "unknown" }
  | { outcome: "expired" }
  | { outcome: "used" }
  | { outcome: "revoked" }
  | { outcome: "wrong-address" };

/**
 * Takes the name and address of an invited person and emails a code to that address. The invitation is only
 * used up when the code is entered, so a mistyped address costs just one of its codes.
 */
export async function acceptInvitation(
  db: Db,
  keys: Keys,
  input: AcceptInput,
  now = new Date(),
): Promise<Accepted> {
  return db.transaction(async (tx) => {
    const [invitation] = await tx
      .select()
      .from(organizerInvitations)
      .where(eq(organizerInvitations.tokenHash, hashOfToken(input.invitation)));
    if (!invitation) return { outcome: "unknown" };
    if (invitation.revokedAt) return { outcome: "revoked" };
    if (invitation.usedAt) return { outcome: "used" };
    if (invitation.expiresAt <= now) return { outcome: "expired" };
    if (invitation.email !== null && invitation.email !== input.email) return { outcome: "wrong-address" };

    await lockSignInAddress(tx, input.email);
    const organizerId = await rememberInvited(tx, input, now);
    const budget = `invitation ${invitation.id}` as const;
    const ceremony = { email: input.email, organizerId, invitationId: invitation.id, budget };
    const { token } = await beginCeremony(tx, keys, ceremony, now);
    return { outcome: "code-requested", token };
  });
}

/**
 * Finds the organizer of this address, or inserts one that is inactive. An active one keeps their name, since
 * typing it here proves nothing. Null for one who was disabled.
 */
async function rememberInvited(tx: Tx, { name, email }: AcceptInput, now: Date): Promise<string | null> {
  await tx
    .insert(organizers)
    .values({ name, email, createdAt: now })
    .onConflictDoUpdate({
      target: organizers.email,
      set: { name: sql`excluded.name` },
      setWhere: isNull(organizers.activatedAt),
    });
  const [organizer] = await tx
    .select({ id: organizers.id })
    .from(organizers)
    .where(and(eq(organizers.email, email), isNull(organizers.disabledAt)));
  return organizer?.id ?? null;
}
