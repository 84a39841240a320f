import { and, eq, isNull, sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { queueApprovalWithdrawn } from "#app/domain/approvals/queue-approval-withdrawn.server.ts";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { type KeeperScope, lockTarget } from "#app/domain/campaign/meetings/keeper.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db, Tx } from "#db/index.ts";
import { meetings, resultProposals } from "#db/schema/index.ts";
import { resultApproval } from "./result-approval.ts";
import type { FiledResult } from "./result-form.ts";

export type ProposeResultInput = {
  scope: KeeperScope;
  year: number;
  results: readonly FiledResult[];
  sourceUrl: string;
  asOf: string;
};

export type ResultProposed =
  | { outcome: "asked" }
  /** The meeting's day is not entered, or still to come. */
  | { outcome: "no-day" | "not-held" }
  /** Another result of this meeting waits. */
  | { outcome: "waiting" }
  /** Another campaign uses these facts, and the organizer may not edit them there. */
  | { outcome: "shared" | "gone" };

/** Stores a meeting's result as read in a filing, and asks a second person to compare and publish it. */
export async function proposeResult(
  db: Db,
  { scope, year, results, sourceUrl, asOf }: ProposeResultInput,
  now = new Date(),
): Promise<ResultProposed> {
  return db.transaction(async (tx): Promise<ResultProposed> => {
    const locked = await lockTarget(tx, scope);
    if (locked.outcome !== "locked") return locked;
    const { keeper } = locked;
    const { campaignId, organizerId } = scope;
    const [meeting] = await tx
      .select({ id: meetings.id, meetingOn: meetings.meetingOn })
      .from(meetings)
      .where(and(eq(meetings.targetId, keeper.targetId), eq(meetings.year, year)));
    if (!meeting) return { outcome: "gone" };
    if (meeting.meetingOn === null) return { outcome: "no-day" };
    if (meeting.meetingOn > dayInZone(keeper.zone, now)) return { outcome: "not-held" };
    if ((await tx.$count(resultProposals, waitingOf(campaignId, meeting.id))) > 0)
      return { outcome: "waiting" };
    const [row] = await tx
      .insert(resultProposals)
      .values({
        campaignId,
        meetingId: meeting.id,
        results,
        sourceUrl,
        asOf,
        askedById: organizerId,
        askedAt: now,
      })
      .returning({ subject: resultProposals.publicId });
    if (!row) throw new Error("a result was not stored");
    const detail = { meeting: year, items: results.length };
    const entry = { actor: actorOf(organizerId), campaignId, ...row };
    await recordAudit(tx, { ...entry, action: "result-asked", detail }, now);
    await askApproval(tx, resultApproval, entry, now);
    return { outcome: "asked" };
  });
}

export const waitingOf = (campaignId: number, meetingId: number) =>
  and(waiting(campaignId), eq(resultProposals.meetingId, meetingId));

const waiting = (campaignId: number) =>
  and(
    eq(resultProposals.campaignId, campaignId),
    isNull(resultProposals.approvedAt),
    isNull(resultProposals.withdrawnAt),
  );

const nobody = "00000000-0000-0000-0000-000000000000";

/** Matches the result that waits, by its public id. */
export const waitingBy = (campaignId: number, subject: string) =>
  and(waiting(campaignId), eq(resultProposals.publicId, isUuid(subject) ? subject : nobody));

/** Withdraws a result that waits. Open to everybody who keeps the meetings of the campaign. */
export async function withdrawResult(
  db: Db,
  { scope, subject }: { scope: KeeperScope; subject: string },
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-waiting" | "gone" | "shared" }> {
  return db.transaction(async (tx) => {
    const locked = await lockTarget(tx, scope);
    if (locked.outcome !== "locked") return locked;
    const { campaignId } = scope;
    const actor = actorOf(scope.organizerId);
    if (!(await end(tx, campaignId, subject, now))) return { outcome: "not-waiting" };
    await recordAudit(tx, { actor, action: "result-withdrawn", campaignId, subject, detail: {} }, now);
    await queueApprovalWithdrawn(tx, { campaignId, kind: "result", subject, actor });
    return { outcome: "withdrawn" };
  });
}

async function end(tx: Tx, campaignId: number, subject: string, now: Date) {
  const [row] = await tx
    .update(resultProposals)
    .set({ withdrawnAt: now })
    .where(waitingBy(campaignId, subject))
    .returning({
      askedById: resultProposals.askedById,
      year: sql<number>`(select m.year::int from meetings m where m.id = ${resultProposals.meetingId})`,
    });
  return row ?? null;
}

/** Leaves a meeting without the result that somebody entered. */
export const returnResult: ReturnThing = async (tx, { campaignId, publicId, actor }, now) => {
  const [of] = await tx
    .select({ companyId: meetings.targetId })
    .from(resultProposals)
    .innerJoin(meetings, eq(meetings.id, resultProposals.meetingId))
    .where(waitingBy(campaignId, publicId));
  if (!of) return null;
  const locked = await lockTarget(tx, { campaignId, organizerId: organizerOf(actor), ...of });
  const row = locked.outcome === "locked" ? await end(tx, campaignId, publicId, now) : null;
  return row ? { number: row.year, askedById: row.askedById, authorIds: [], hands: [row.askedById] } : null;
};
