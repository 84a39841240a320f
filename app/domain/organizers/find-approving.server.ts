import type { Tx } from "#db/index.ts";
import type { Actor } from "../audit/record.server.ts";
import { organizerOf } from "../updates/lock-update.server.ts";
import { type Approving, approvingOf } from "./approving.ts";
import { listApprovers } from "./list-approvers.server.ts";

/** Why somebody with the right cannot approve: see `Approving`. */
export type NotApproving = { outcome: Extract<Approving, "own" | "new" | "newcomer" | "lost"> };

/**
 * How an approval counts that is about to be recorded: with the right looked at, and whoever approves having proved who they
 * are. The operator is a second person to every organizer.
 */
export async function findApproving(
  tx: Tx,
  { campaignId, actor }: { campaignId: number; actor: Actor },
  hands: readonly (string | null)[],
): Promise<"yes" | "alone" | NotApproving> {
  const organizerId = organizerOf(actor);
  if (organizerId === null) return "yes";
  const approving = approvingOf(await listApprovers(tx, campaignId), organizerId, hands);
  if (approving === "yes" || approving === "alone") return approving;
  return { outcome: approving === "no-right" ? "own" : approving };
}
