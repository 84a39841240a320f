import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { codeTries } from "#app/domain/access/organizer.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { organizerCeremonies } from "#db/schema/index.ts";
import { isOrganizerCode } from "./code.server.ts";

export type Tried =
  | { outcome: "right"; ceremony: { id: number; organizerId: string; invitationId: string | null } }
  | { outcome: "wrong"; triesLeft: number; organizerId: string | null }
  /** Expired, used, out of tries, or started in another browser. */
  | { outcome: "over" };

/**
 * Tries a code. Each try is counted by one UPDATE before anything is compared, so that no number of requests
 * at once gets a fourth. An address that is no organizer's is always wrong, and says so alike.
 */
export async function tryCode(
  db: Db,
  keys: Keys,
  { tokenHash, code }: { tokenHash: Buffer; code: string },
): Promise<Tried> {
  const [ceremony] = await db
    .update(organizerCeremonies)
    .set({ tries: sql`${organizerCeremonies.tries} + 1` })
    .where(
      and(
        eq(organizerCeremonies.tokenHash, tokenHash),
        lt(organizerCeremonies.tries, codeTries),
        isNull(organizerCeremonies.usedAt),
        gt(organizerCeremonies.expiresAt, sql`now()`),
      ),
    )
    .returning();
  if (!ceremony) return { outcome: "over" };

  const { id, organizerId, invitationId, tries } = ceremony;
  const right = isOrganizerCode(keys, tokenHash, code);
  if (!right || organizerId === null) return { outcome: "wrong", triesLeft: codeTries - tries, organizerId };
  return { outcome: "right", ceremony: { id, organizerId, invitationId } };
}

/** Uses a ceremony up; false when it was used already. */
export async function spendCeremony(tx: Tx, id: number, now: Date): Promise<boolean> {
  const rows = await tx
    .update(organizerCeremonies)
    .set({ usedAt: now })
    .where(and(eq(organizerCeremonies.id, id), isNull(organizerCeremonies.usedAt)))
    .returning({ id: organizerCeremonies.id });
  return rows.length === 1;
}
