import { sql } from "drizzle-orm";
import type { ApprovalKind, AskedApproval, SentBack } from "#app/domain/approvals/approval.ts";
import type { DbOrTx } from "#db/index.ts";

type Row = AskedApproval["asked"][number] & { subject: string };
type SentBackRow = SentBack & { subject: string; isSentBack: boolean };

const nobodyAsked: AskedApproval = { asked: [], sentBack: null, isSentBack: false };

/**
 * Reads, of things of one kind by their public ids, who was asked in the newest request, and how the newest
 * of those that were sent back was. Of what nobody asked for it holds nothing.
 */
export async function readApprovals(
  db: DbOrTx,
  { campaignId, kind, subjects }: { campaignId: number; kind: ApprovalKind; subjects: readonly string[] },
): Promise<Map<string, AskedApproval>> {
  const which = sql`q.campaign_id = ${campaignId} and q.kind = ${kind}
    and q.subject = any (${sql.param([...subjects])}::uuid[])`;
  const asked = await db.execute<Row>(sql`
    select q.subject, o.name, coalesce(d.settled_at, nullif(d.due_at, 'infinity'), now()) as at,
      d.state in ('bounced', 'failed', 'suppressed', 'complained') as "isLost"
    from approval_requests q join outbox d on d.approval_request_id = q.id and d.template = 'approval-asked'
    join organizers o on o.id = d.organizer_id
    where ${which} and not exists (select from approval_requests n
      where n.subject = q.subject and n.kind = q.kind and n.id > q.id)
    order by o.name, o.id`);
  const sentBack = await db.execute<SentBackRow>(sql`
    select distinct on (q.subject) q.subject, o.name as by, q.sent_back_at as at, q.reason, q.number,
      not exists (select from approval_requests n where n.subject = q.subject and n.kind = q.kind
        and n.id > q.id) as "isSentBack"
    from approval_requests q left join organizers o on o.id = q.sent_back_by_id
    where ${which} and q.sent_back_at is not null order by q.subject, q.id desc`);
  const iso = (time: string) => new Date(time).toISOString();
  const found = new Map(
    subjects.map((subject): [string, AskedApproval] => [subject, { ...nobodyAsked, asked: [] }]),
  );
  for (const { subject, at, ...one } of asked) found.get(subject)?.asked.push({ ...one, at: iso(at) });
  for (const { subject, at, isSentBack, ...one } of sentBack)
    found.set(subject, { asked: [], ...found.get(subject), isSentBack, sentBack: { ...one, at: iso(at) } });
  return found;
}

/** Reads a single approval, see `readApprovals`. */
export const readApproval = async (
  db: DbOrTx,
  { campaignId, kind, subject }: { campaignId: number; kind: ApprovalKind; subject: string },
): Promise<AskedApproval> =>
  (await readApprovals(db, { campaignId, kind, subjects: [subject] })).get(subject) ?? nobodyAsked;
