import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import {
  campaignOrganizers,
  organizerCeremonies,
  organizerInvitations,
  organizers,
} from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { isOrganizerCode } from "./code.server.ts";
import { codeTries } from "./organizer.ts";
import { hashOfToken } from "./secret-token.server.ts";
import { startSession } from "./session.server.ts";

export type RedeemInput = {
  /** What the browser's ceremony cookie holds. */
  ceremony: string;
  code: string;
  userAgent: string | null;
  /** The session the browser came with; it ends here. */
  oldSession: string | null;
};

export type Redeemed =
  | { outcome: "signed-in"; session: string }
  | { outcome: "wrong"; triesLeft: number }
  /** Expired, used, out of tries, or never begun in this browser. */
  | { outcome: "over" }
  /** The code was right, and the invitation ran out or was used by someone else meanwhile. */
  | { outcome: "invitation-over" };

class InvitationOver extends Error {}

/**
 * Gives a code back. Each try is counted by one UPDATE before anything is compared, so that no number
 * of requests at once gets a fourth. An address that is no organizer's is always wrong, and says so alike.
 */
export async function redeemCode(
  db: Db,
  keys: Keys,
  input: RedeemInput,
  now = new Date(),
): Promise<Redeemed> {
  const tokenHash = hashOfToken(input.ceremony);
  const [ceremony] = await db
    .update(organizerCeremonies)
    .set({ tries: sql`${organizerCeremonies.tries} + 1` })
    .where(
      and(
        eq(organizerCeremonies.tokenHash, tokenHash),
        lt(organizerCeremonies.tries, codeTries),
        isNull(organizerCeremonies.usedAt),
        gt(organizerCeremonies.expiresAt, now),
      ),
    )
    .returning();
  if (!ceremony) return { outcome: "over" };

  const right = isOrganizerCode(keys, tokenHash, input.code);
  if (!right || ceremony.organizerId === null) {
    return { outcome: "wrong", triesLeft: codeTries - ceremony.tries };
  }
  const { organizerId, invitationId } = ceremony;
  try {
    return await db.transaction(async (tx) => {
      const [spent] = await tx
        .update(organizerCeremonies)
        .set({ usedAt: now })
        .where(and(eq(organizerCeremonies.id, ceremony.id), isNull(organizerCeremonies.usedAt)))
        .returning({ id: organizerCeremonies.id });
      if (!spent) return { outcome: "over" };
      if (!(await activate(tx, organizerId, now))) return { outcome: "over" };
      if (invitationId !== null) await join(tx, organizerId, invitationId, now);

      const session = await startSession(tx, { organizerId, ...input }, now);
      await recordAudit(
        tx,
        {
          actor: `organizer:${organizerId}`,
          action: "organizer-signed-in",
          campaignId: null,
          subject: null,
          detail: {},
        },
        now,
      );
      return { outcome: "signed-in", session };
    });
  } catch (error) {
    if (error instanceof InvitationOver) return { outcome: "invitation-over" };
    throw error;
  }
}

async function activate(tx: Tx, organizerId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(organizers)
    .set({ activatedAt: sql`coalesce(${organizers.activatedAt}, ${now.toISOString()})` })
    .where(and(eq(organizers.id, organizerId), isNull(organizers.disabledAt)))
    .returning({ id: organizers.id });
  return rows.length === 1;
}

/** Spends the invitation and gives its role; nothing of this transaction stands when it cannot be spent. */
async function join(tx: Tx, organizerId: string, invitationId: string, now: Date): Promise<void> {
  const [invitation] = await tx
    .update(organizerInvitations)
    .set({ usedAt: now })
    .where(
      and(
        eq(organizerInvitations.id, invitationId),
        isNull(organizerInvitations.usedAt),
        gt(organizerInvitations.expiresAt, now),
      ),
    )
    .returning();
  if (!invitation) throw new InvitationOver();

  const { campaignId, role } = invitation;
  await tx
    .insert(campaignOrganizers)
    .values({ campaignId, organizerId, role, createdAt: now })
    .onConflictDoUpdate({
      target: [campaignOrganizers.campaignId, campaignOrganizers.organizerId],
      set: { role },
    });
  await recordAudit(
    tx,
    {
      actor: `organizer:${organizerId}`,
      action: "organizer-joined",
      campaignId,
      subject: invitationId,
      detail: { role },
    },
    now,
  );
}
