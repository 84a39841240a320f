import { sql } from "drizzle-orm";
import { type Approving, approvingOf } from "#app/domain/access/approving.ts";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { listSecondPersons } from "#app/domain/access/list-approvers.server.ts";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { type Actor, actorOf } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import type { ApprovalPort } from "./port.ts";

/**
 * Why an approver cannot approve: see `Approving`. `frozen`: the campaign is frozen. `asker`: the person who
 * asked left or lost the right to ask.
 */
export type NotApproving = {
  outcome: Extract<Approving, "own" | "new" | "newcomer" | "lost" | "cannot-open"> | "frozen" | "asker";
};

/** `alone`: the operator approves their own work and states that nobody else needs to see it. */
type Approver = { campaignId: number; actor: Actor; alone?: boolean };

/** `others`: who changed it last. Null is the operator, a second person to every organizer. */
type Hands = { askedById: string | null; others?: readonly (string | null)[] };

/**
 * Decides whether an approval about to be recorded counts. The caller has checked the right and
 * reauthenticated the approver, who must also be able to open it. Returns whether the approver approves
 * alone, which is recorded. Approving takes two who may act now, so the asker must still be able to ask; only
 * the operator can approve without one, alone. Nothing is approved in a frozen campaign: it would start on
 * its own once the freeze ends.
 */
export async function decideApproval(
  tx: Tx,
  port: Pick<ApprovalPort, "asks" | "right" | "opens">,
  { campaignId, actor, alone = false }: Approver,
  { askedById, others = [] }: Hands,
): Promise<{ alone: boolean } | NotApproving> {
  if (await holdFreeze(tx, campaignId)) return { outcome: "frozen" };
  const hands = [askedById, ...others];
  const organizerId = organizerOf(actor);
  if (organizerId === null && alone && hands.includes(null)) return { alone };
  const [asker] = await tx.execute<{ may: boolean }>(
    sql`select ${mayAct(actorOf(askedById), campaignId, port.asks)} as may`,
  );
  if (!asker?.may) return organizerId === null && alone ? { alone } : { outcome: "asker" };
  if (organizerId === null) return hands.includes(null) ? { outcome: "own" } : { alone: false };
  const approving = approvingOf(await listSecondPersons(tx, campaignId, port), organizerId, hands);
  if (approving === "yes" || approving === "alone") return { alone: approving === "alone" };
  return { outcome: approving === "no-right" || approving === "none-opens" ? "own" : approving };
}

/** What every member may open. */
const anything = { right: "approve", opens: "view" } as const;

/**
 * Returns true where an organizer with the right is the only one who could approve what they do: it takes
 * effect at once, and that they did it alone is recorded. The operator says so by `alone`.
 */
export async function actsAlone(tx: Tx, { campaignId, actor, alone = false }: Approver): Promise<boolean> {
  const id = organizerOf(actor);
  return id === null
    ? alone
    : approvingOf(await listSecondPersons(tx, campaignId, anything), id, [id]) === "alone";
}
