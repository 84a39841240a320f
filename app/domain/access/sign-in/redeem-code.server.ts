import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { noteApprovers } from "#app/domain/access/note-approvers.server.ts";
import { mayDo } from "#app/domain/access/organizer.ts";
import { hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { campaignOrganizers, organizerInvitations, organizers } from "#db/schema/index.ts";
import { rememberBrowser } from "./sessions/known-browser.server.ts";
import { startSession } from "./sessions/session.server.ts";
import { spendCeremony, tryCode } from "./try-code.server.ts";

export type RedeemInput = {
  /** The browser's ceremony cookie. */
  ceremony: string;
  code: string;
  userAgent: string | null;
  /** The session the browser came with, which ends here. */
  oldSession: string | null;
  /** The browser's old token as a known browser; it gets a new one here. */
  browser?: string | null;
};

export type Redeemed =
  /** `browser` is for the cookie that gives this browser its own rate limit for codes. */
  | { outcome: "signed-in"; session: string; browser: string }
  /** `organizerId`: whose code it was, for the log only. */
  | { outcome: "wrong"; triesLeft: number; organizerId: string | null }
  /** Expired, used, out of tries, or started in another browser. */
  | { outcome: "over" }
  /** The code was right, but the invitation expired or was used in the meantime. */
  | { outcome: "invitation-over" };

class InvitationOver extends Error {}

/** Redeems a code: its holder is signed in, in this browser, and joins where they were invited. */
export async function redeemCode(
  db: Db,
  keys: Keys,
  input: RedeemInput,
  now = new Date(),
): Promise<Redeemed> {
  const tried = await tryCode(db, keys, { tokenHash: hashOfToken(input.ceremony), code: input.code });
  if (tried.outcome !== "right") return tried;
  const { id, organizerId, invitationId } = tried.ceremony;
  try {
    return await db.transaction(async (tx) => {
      if (!(await spendCeremony(tx, id, now))) return { outcome: "over" };
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
      const { browser = null, userAgent } = input;
      const known = await rememberBrowser(tx, { organizerId, browser, userAgent }, now);
      return { outcome: "signed-in", session, browser: known };
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

/**
 * Spends the invitation and gives its role; rolls everything back when it cannot be spent. An existing member
 * keeps their rights and gets those that are new.
 */
async function join(tx: Tx, organizerId: string, invitationId: string, now: Date): Promise<void> {
  const [invitation] = await tx
    .update(organizerInvitations)
    .set({ usedAt: now })
    .where(
      and(
        eq(organizerInvitations.id, invitationId),
        isNull(organizerInvitations.usedAt),
        isNull(organizerInvitations.revokedAt),
        gt(organizerInvitations.expiresAt, now),
      ),
    )
    .returning();
  if (!invitation) throw new InvitationOver();

  const { campaignId, role, rights } = invitation;
  const [known] = await tx
    .select()
    .from(campaignOrganizers)
    .where(
      and(eq(campaignOrganizers.campaignId, campaignId), eq(campaignOrganizers.organizerId, organizerId)),
    );
  const before = known !== undefined && mayDo(known, "approve");
  await tx
    .insert(campaignOrganizers)
    .values({ campaignId, organizerId, role, rights, createdAt: now })
    .onConflictDoUpdate({
      target: [campaignOrganizers.campaignId, campaignOrganizers.organizerId],
      set: {
        role: sql`case when ${campaignOrganizers.role} = 'owner' then 'owner' else excluded.role end`,
        rights: sql`array(select distinct unnest(${campaignOrganizers.rights} || excluded.rights))`,
      },
    });
  const by = invitation.invitedById === null ? "operator" : (`organizer:${invitation.invitedById}` as const);
  const gained = !before && mayDo(invitation, "approve");
  await noteApprovers(tx, { campaignId, organizerId, gained }, by, now);
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
