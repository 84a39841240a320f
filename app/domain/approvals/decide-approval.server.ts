import { type Approving, approvingOf } from "#app/domain/access/approving.ts";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { listApprovers } from "#app/domain/access/list-approvers.server.ts";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";

/** Why an approver cannot approve: see `Approving`. `frozen`: the campaign is frozen. */
export type NotApproving = { outcome: Extract<Approving, "own" | "new" | "newcomer" | "lost"> | "frozen" };

/** `alone`: the operator approves their own work and states that nobody else needs to see it. */
type Approver = { campaignId: number; actor: Actor; alone?: boolean };

/**
 * Decides whether an approval about to be recorded counts. The caller has checked the right and
 * reauthenticated the approver. `hands`: who requested it or last changed it; null is the operator, a second
 * person to every organizer. Returns whether the approver approves alone, which is recorded. Nothing is
 * approved in a frozen campaign: it would start on its own once the freeze ends.
 */
export async function decideApproval(
  tx: Tx,
  { campaignId, actor, alone = false }: Approver,
  hands: readonly (string | null)[],
): Promise<{ alone: boolean } | NotApproving> {
  if (await holdFreeze(tx, campaignId)) return { outcome: "frozen" };
  const organizerId = organizerOf(actor);
  if (organizerId === null) {
    const isOwn = hands.includes(null);
    return isOwn && !alone ? { outcome: "own" } : { alone: isOwn };
  }
  const approving = approvingOf(await listApprovers(tx, campaignId), organizerId, hands);
  if (approving === "yes" || approving === "alone") return { alone: approving === "alone" };
  return { outcome: approving === "no-right" ? "own" : approving };
}

/**
 * Returns true where an organizer with the right is the only one who could approve what they do: it takes
 * effect at once, and that they did it alone is recorded. The operator says so by `alone`.
 */
export async function actsAlone(tx: Tx, { campaignId, actor, alone = false }: Approver): Promise<boolean> {
  const id = organizerOf(actor);
  return id === null ? alone : approvingOf(await listApprovers(tx, campaignId), id, [id]) === "alone";
}
