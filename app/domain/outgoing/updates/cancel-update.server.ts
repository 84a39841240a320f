import { and, eq, inArray } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { updates } from "#db/schema/index.ts";
import type { OnUpdate } from "./lock-update.server.ts";
import type { UpdateState } from "./update.ts";

const open = ["draft", "scheduled", "sending", "paused"] as const satisfies readonly UpdateState[];
export type OpenState = (typeof open)[number];

export type Cancelled =
  | { outcome: "cancelled" }
  /** It cannot be cancelled from any of these states, and is in this one. */
  | { outcome: "elsewhere"; state: OpenState }
  /** It has ended, does not exist, or the actor lacks the right. */
  | { outcome: "over" };

/**
 * Ends an update before all of it went. The worker skips emails that wait; those handed over cannot be
 * recalled. `from`: the states in which the person who cancels has seen it; by default all that are no end.
 */
export async function cancelUpdate(
  db: Db,
  { campaignId, publicId, actor, from = open }: OnUpdate & { from?: readonly OpenState[] },
  now = new Date(),
): Promise<Cancelled> {
  return db.transaction(async (tx) => {
    const named = and(
      eq(updates.campaignId, campaignId),
      eq(updates.publicId, publicId),
      mayAct(actor, campaignId, "write"),
    );
    const [cancelled] = await tx
      .update(updates)
      .set({ state: "cancelled", finishedAt: now, pausedAt: null, pauseReason: null, pauseProblem: null })
      .where(and(named, inArray(updates.state, [...from])))
      .returning({ id: updates.id });
    if (!cancelled) {
      const [found] = await tx.select({ state: updates.state }).from(updates).where(named);
      const state = open.find((one) => one === found?.state);
      return state ? { outcome: "elsewhere", state } : { outcome: "over" };
    }
    await recordAudit(
      tx,
      { actor, action: "update-cancelled", campaignId, subject: publicId, detail: {} },
      now,
    );
    await enqueue(tx, "send-updates");
    return { outcome: "cancelled" };
  });
}
