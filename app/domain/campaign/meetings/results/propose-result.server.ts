import { and, eq, isNull } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { queueApprovalWithdrawn } from "#app/domain/approvals/queue-approval-withdrawn.server.ts";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { type CompanyEditorScope, lockTarget } from "#app/domain/campaign/meetings/company-editor.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db, Tx } from "#db/index.ts";
import { meetings, resultProposals } from "#db/schema/index.ts";
import { resultApproval } from "./result-approval.ts";
import type { FiledResult } from "./result-form.ts";

export type ProposeResultInput = {
  scope: CompanyEditorScope;
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

/** Locks the company that a result which waits is of, then the result: the order of locks. */
export async function lockResult(tx: Tx, { campaignId, organizerId }: CompanyEditorScope, subject: string) {
  const [of] = await tx
    .select({ companyId: meetings.targetId })
    .from(resultProposals)
    .innerJoin(meetings, eq(meetings.id, resultProposals.meetingId))
    .where(waitingBy(campaignId, subject));
  if (!of) return { outcome: "not-waiting" as const };
  const locked = await lockTarget(tx, { campaignId, organizerId, ...of });
  if (locked.outcome !== "locked") return locked;
  const [row] = await tx.select().from(resultProposals).where(waitingBy(campaignId, subject)).for("update");
  return row ? { ...locked, row } : { outcome: "not-waiting" as const };
}

/** Withdraws a result that waits. Open to everybody who keeps the meetings of the campaign. */
export async function withdrawResult(
  db: Db,
  { scope, subject }: { scope: CompanyEditorScope; subject: string },
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-waiting" | "gone" | "shared" }> {
  return db.transaction(async (tx) => {
    const locked = await lockResult(tx, scope, subject);
    if (locked.outcome !== "locked") return locked;
    const { campaignId } = scope;
    const actor = actorOf(scope.organizerId);
    await end(tx, locked.row.id, now);
    await recordAudit(tx, { actor, action: "result-withdrawn", campaignId, subject, detail: {} }, now);
    await queueApprovalWithdrawn(tx, { campaignId, kind: "result", subject, actor });
    return { outcome: "withdrawn" };
  });
}

const end = (tx: Tx, id: number, now: Date) =>
  tx.update(resultProposals).set({ withdrawnAt: now }).where(eq(resultProposals.id, id));

/** Leaves a meeting without the result that somebody entered. */
export const returnResult: ReturnThing = async (tx, { campaignId, publicId, actor }, now) => {
  const locked = await lockResult(tx, { campaignId, organizerId: organizerOf(actor) }, publicId);
  if (locked.outcome !== "locked") return null;
  const { id, askedById, meetingId } = locked.row;
  await end(tx, id, now);
  const [meeting] = await tx.select({ year: meetings.year }).from(meetings).where(eq(meetings.id, meetingId));
  return { number: meeting?.year ?? null, askedById, authorIds: [], hands: [askedById] };
};
