import type { Actor } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { type Approving, approvingOf } from "./approving.ts";
import { holdFreeze } from "./freeze.server.ts";
import { listApprovers } from "./list-approvers.server.ts";
import { organizerOf } from "./may-act.server.ts";

/** Why somebody with the right cannot approve: see `Approving`. `frozen`: nobody can, until the panic switch is lifted. */
export type NotApproving = { outcome: Extract<Approving, "own" | "new" | "newcomer" | "lost"> | "frozen" };

/**
 * How an approval counts that is about to be recorded: with the right checked, and the approver having proved who they
 * are. The operator is a second person to every organizer. In a
 * frozen campaign nobody approves: it would begin by itself at the moment in which the freeze is lifted.
 */
export async function findApproving(
  tx: Tx,
  { campaignId, actor }: { campaignId: number; actor: Actor },
  hands: readonly (string | null)[],
): Promise<"yes" | "alone" | NotApproving> {
  if (await holdFreeze(tx, campaignId)) return { outcome: "frozen" };
  const organizerId = organizerOf(actor);
  if (organizerId === null) return "yes";
  const approving = approvingOf(await listApprovers(tx, campaignId), organizerId, hands);
  if (approving === "yes" || approving === "alone") return approving;
  return { outcome: approving === "no-right" ? "own" : approving };
}
