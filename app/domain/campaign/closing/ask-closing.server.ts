import { and, eq, isNull, sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { campaignClosings } from "#db/schema/index.ts";
import { readDue, startClock } from "./close-campaign.server.ts";
import { closingApproval } from "./closing-approval.ts";

type OnCampaign = { campaignId: number; actor: Actor };
type Ended<T extends string> = Promise<{ outcome: T | "gone" }>;

/** Locks the campaign and returns its state; null if the actor may not act. */
async function lock(tx: Tx, { campaignId, actor }: OnCampaign): Promise<string | null> {
  const [row] = await tx.execute<{ status: string }>(sql`
    select status from campaigns where id = ${campaignId} and ${mayAct(actor, campaignId, "manage")}
    for update`);
  return row?.status ?? null;
}

const waiting = (campaignId: number) =>
  and(
    eq(campaignClosings.campaignId, campaignId),
    isNull(campaignClosings.approvedAt),
    isNull(campaignClosings.withdrawnAt),
  );

/** Asks that a campaign be closed, with what would go then. Nothing else changes before it is approved. */
export async function askClosing(
  db: Db,
  { campaignId, actor, months }: OnCampaign & { months: number },
  now = new Date(),
): Ended<"asked" | "already-asked" | "not-open"> {
  return db.transaction(async (tx) => {
    const status = await lock(tx, { campaignId, actor });
    if (status === null) return { outcome: "gone" };
    if (status !== "open") return { outcome: "not-open" };
    if ((await tx.$count(campaignClosings, waiting(campaignId))) > 0) return { outcome: "already-asked" };
    const [row] = await tx
      .insert(campaignClosings)
      .values({
        campaignId,
        retentionMonths: months,
        due: await readDue(tx, campaignId),
        askedById: organizerOf(actor),
        askedAt: now,
      })
      .returning({ subject: campaignClosings.publicId });
    if (!row) throw new Error("a closing was not stored");
    const entry = { actor, action: "closing-asked", campaignId, ...row, detail: { months } } as const;
    await recordAudit(tx, entry, now);
    await askApproval(tx, closingApproval, entry, now);
    return { outcome: "asked" };
  });
}

/** Withdraws a request to close a campaign. Open to everybody who manages it. */
export async function withdrawClosing(db: Db, on: OnCampaign, now = new Date()): Ended<"withdrawn" | "none"> {
  return db.transaction(async (tx) => {
    if ((await lock(tx, on)) === null) return { outcome: "gone" };
    const [row] = await tx
      .update(campaignClosings)
      .set({ withdrawnAt: now })
      .where(waiting(on.campaignId))
      .returning({ subject: campaignClosings.publicId });
    if (!row) return { outcome: "none" };
    await recordAudit(tx, { ...on, action: "closing-withdrawn", ...row, detail: {} }, now);
    return { outcome: "withdrawn" };
  });
}

/** Leaves a campaign open that somebody wants to close. */
export const returnClosing: ReturnThing = async (tx, { publicId, ...on }, now) => {
  if ((await lock(tx, on)) === null) return null;
  const [row] = await tx
    .update(campaignClosings)
    .set({ withdrawnAt: now })
    .where(and(waiting(on.campaignId), eq(campaignClosings.publicId, publicId)))
    .returning({ askedById: campaignClosings.askedById });
  return row ? { number: null, askedById: row.askedById, authorIds: [], hands: [row.askedById] } : null;
};

/**
 * Closes a campaign once a second manager approves. The one who asked may approve only if nobody else can,
 * which is recorded. The caller has reauthenticated the approver. `months`: as displayed to the approver; a
 * new request with other months is not approved.
 */
export async function approveClosing(
  db: Db,
  { campaignId, actor, months }: OnCampaign & { months: number },
  now = new Date(),
): Promise<NotApproving | { outcome: "closed" | "none" | "other" | "not-open" | "gone" }> {
  return db.transaction(async (tx) => {
    const status = await lock(tx, { campaignId, actor });
    if (status === null) return { outcome: "gone" };
    const [row] = await tx.select().from(campaignClosings).where(waiting(campaignId));
    if (!row) return { outcome: "none" };
    if (row.retentionMonths !== months) return { outcome: "other" };
    if (status !== "open") return { outcome: "not-open" };
    const decided = await decideApproval(tx, closingApproval, { campaignId, actor }, row);
    if ("outcome" in decided) return decided;
    const { alone } = decided;
    await tx
      .update(campaignClosings)
      .set({ approvedAt: now, approvedById: organizerOf(actor), approvedAlone: alone })
      .where(eq(campaignClosings.id, row.id));
    const due = await readDue(tx, campaignId);
    await startClock(tx, { campaignId, months: row.retentionMonths, due, actor, alone }, now);
    return { outcome: "closed" };
  });
}
