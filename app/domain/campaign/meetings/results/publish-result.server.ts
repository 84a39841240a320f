import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import {
  type CompanyEditorScope,
  recordKeeping,
} from "#app/domain/campaign/meetings/company-editor.server.ts";
import {
  findPublishedVotes,
  logCorrectedVotes,
  readPublicVotes,
} from "#app/domain/campaign/meetings/log-corrected-votes.server.ts";
import { changedInEmail } from "#app/domain/campaign/meetings/public-votes.ts";
import { replanReminders } from "#app/domain/campaign/meetings/replan-reminders.server.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { ballotItems, meetings, organizers, resultProposals } from "#db/schema/index.ts";
import { lockResult, waitingBy, waitingOf } from "./propose-result.server.ts";
import { resultApproval } from "./result-approval.ts";
import { FiledResult } from "./result-form.ts";

export type ResultPublished =
  | { outcome: "published"; emails: number }
  | { outcome: "not-waiting" | "shared" | "gone" }
  | NotApproving;

/**
 * Publishes a result that another person read in the filing: votes of each item, the meeting's status and
 * emails to its pledgers, all at once. The caller has reauthenticated the approver.
 */
export async function publishResult(
  db: Db,
  { scope, subject, alone = false }: { scope: CompanyEditorScope; subject: string; alone?: boolean },
  now = new Date(),
): Promise<ResultPublished> {
  const { campaignId, organizerId } = scope;
  const actor = actorOf(organizerId);
  const approver = { campaignId, actor, alone };
  return db.transaction(async (tx): Promise<ResultPublished> => {
    const locked = await lockResult(tx, scope, subject);
    if (locked.outcome === "gone") return (await whyNot(tx, approver, subject)) ?? locked;
    if (locked.outcome !== "locked") return locked;
    const { row, keeper } = locked;
    const decided = await decideApproval(tx, resultApproval, approver, row);
    if ("outcome" in decided) return decided;
    const results = z.array(FiledResult).parse(row.results);
    const source = { sourceUrl: row.sourceUrl, asOf: row.asOf };
    const checked = { ...source, verifiedAt: now, verifiedBy: keeper.name };
    const before = await readPublicVotes(tx, row.meetingId);
    for (const result of results) await storeVotes(tx, row.meetingId, result, checked);
    const after = await readPublicVotes(tx, row.meetingId);
    const earlier = await findPublishedVotes(tx, row.meetingId);
    const [meeting] = await tx
      .update(meetings)
      .set({ status: "results" })
      .where(eq(meetings.id, row.meetingId))
      .returning({ year: meetings.year });
    if (!meeting) throw new Error("a result of no meeting");
    const { year } = meeting;
    await tx
      .update(resultProposals)
      .set({ approvedAt: now, approvedById: organizerId, approvedAlone: decided.alone, published: after })
      .where(eq(resultProposals.id, row.id));
    const detail = { meeting: year, items: results.length, alone: decided.alone };
    await recordAudit(tx, { actor, action: "result-published", campaignId, subject, detail }, now);
    const campaignIds = keeper.campaignIds.filter((id) => id !== campaignId);
    await recordKeeping(tx, { campaignIds, organizerId }, "result-published", detail, now);
    await replanReminders(tx, { meetingId: row.meetingId });
    await logCorrectedVotes(tx, keeper, { year, before, after }, now);
    const isNews = !earlier || changedInEmail(earlier, after).length > 0;
    const emails = isNews ? await tellPledgers(tx, row.meetingId, now) : 0;
    if (emails > 0) await enqueue(tx, "send-mail");
    return { outcome: "published", emails };
  });
}

type Approver = Parameters<typeof decideApproval>[2];

/** Returns why somebody who may not edit the company cannot approve a result. */
async function whyNot(tx: Tx, approver: Approver, subject: string): Promise<NotApproving | null> {
  const [row] = await tx.select().from(resultProposals).where(waitingBy(approver.campaignId, subject));
  const decided = row && (await decideApproval(tx, resultApproval, approver, row));
  return decided && "outcome" in decided ? decided : null;
}

type Checked = { sourceUrl: string; asOf: string; verifiedAt: Date; verifiedBy: string };

async function storeVotes(tx: Tx, meetingId: number, result: FiledResult, checked: Checked): Promise<void> {
  const { number, title, proposedBy, abstain, brokerNonVotes } = result;
  const votes = {
    status: "voted" as const,
    votesFor: BigInt(result.for),
    votesAgainst: BigInt(result.against),
    votesAbstain: abstain === null ? null : BigInt(abstain),
    brokerNonVotes: brokerNonVotes === null ? null : BigInt(brokerNonVotes),
    ...(proposedBy && { proposedBy }),
    ...checked,
  };
  const known = await tx
    .update(ballotItems)
    .set(votes)
    .where(and(eq(ballotItems.meetingId, meetingId), eq(ballotItems.number, number)))
    .returning({ id: ballotItems.id });
  if (known.length === 0)
    await tx.insert(ballotItems).values({ meetingId, number, title, proposedBy: "company", ...votes });
}

/**
 * Emails everybody, in any campaign, whose pledge for the meeting is in force and who gets its reminders; who
 * pledged in several, once. A pledge to vote goes before one for a fund.
 */
const tellPledgers = (tx: Tx, meetingId: number, now: Date): Promise<number> =>
  queueEmails(
    tx,
    "meeting-result",
    {
      supporterId: sql`supporter_id`,
      campaignId: sql`campaign_id`,
      pledgeId: sql`id`,
      lane: "free",
      createdAt: now,
    },
    sql`from (select distinct on (supporter_id) id, supporter_id, campaign_id from pledges
      where meeting_id = ${meetingId} and status = 'active' and reminders
        order by supporter_id, kind = 'fund', id) once
      order by id`,
  );

/** Finds the result of a meeting that waits for a second person; null: none. */
export async function readResultProposal(db: DbOrTx, campaignId: number, meetingId: number) {
  const [row] = await db
    .select({
      subject: resultProposals.publicId,
      byId: resultProposals.askedById,
      by: organizers.name,
      at: resultProposals.askedAt,
      results: resultProposals.results,
      sourceUrl: resultProposals.sourceUrl,
      asOf: resultProposals.asOf,
    })
    .from(resultProposals)
    .leftJoin(organizers, eq(organizers.id, resultProposals.askedById))
    .where(waitingOf(campaignId, meetingId));
  return row ? { ...row, at: row.at.toISOString(), results: z.array(FiledResult).parse(row.results) } : null;
}
