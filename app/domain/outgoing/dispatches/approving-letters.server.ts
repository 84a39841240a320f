import { sql } from "drizzle-orm";
import { type Approver, type Approving, approvingOf, othersWhoCan } from "#app/domain/access/approving.ts";
import { holds } from "#app/domain/access/holds.server.ts";
import type { DbOrTx } from "#db/index.ts";

/** Lists the ids of those in the campaign who may read letters. */
export async function listReaders(db: DbOrTx, campaignId: number): Promise<ReadonlySet<string>> {
  const rows = await db.execute<{ id: string }>(sql`
    select m.organizer_id as id from campaign_organizers m
    where m.campaign_id = ${campaignId} and ${holds("view-names", "m")}`);
  return new Set([...rows].map(({ id }) => id));
}

/**
 * What an organizer can do about a dispatch. `no-names`: they may approve, but not read its letters.
 * `unread`: no other approver may read them.
 */
type ApprovingLetters = Approving | "no-names" | "unread";

/**
 * Tells whether somebody may approve a dispatch: that takes the right to read its letters as well. An
 * approver without it still counts as a second person, so that nobody becomes the only one by taking it from
 * the others.
 */
export function approvingLetters(
  approvers: readonly Approver[],
  readers: ReadonlySet<string>,
  organizerId: string,
  hands: readonly (string | null | undefined)[],
): ApprovingLetters {
  const approving = approvingOf(approvers, organizerId, hands);
  if (approving === "own" || approving === "no-right") {
    const others = othersWhoCan(approvers, organizerId);
    return others.length > 0 && !others.some(({ id }) => readers.has(id)) ? "unread" : approving;
  }
  return approving === "lost" || readers.has(organizerId) ? approving : "no-names";
}
