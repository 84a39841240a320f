import { type SQL, sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import {
  type ApprovalKind,
  type ApprovalThing,
  approvalPage,
  type OpenSentBack,
  type SentBack,
} from "#app/domain/approvals/approval.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { allWaiting, approvalPorts } from "./ports.server.ts";

/**
 * Kinds that become drafts again when sent back, with the subjects still in draft. Other kinds get a new
 * request instead.
 */
const draftsOf = approvalPorts.flatMap(({ kind, drafts }) => (drafts ? [{ kind, drafts }] : []));
const kindIn = (kinds: readonly ApprovalKind[]): SQL => sql`q.kind = any (${sql.param([...kinds])}::text[])`;
const isDraft = sql.join(
  draftsOf.map(({ kind, drafts }) => sql`(q.kind = ${sql.raw(`'${kind}'`)} and q.subject in (${drafts}))`),
  sql` or `,
);

/** True while `q`, a request that was sent back, is open: not dealt with and not asked for again. */
const isOpen = sql`q.sent_back_at is not null and q.dealt_at is null
  and not exists (select from approval_requests n where n.subject = q.subject and n.kind = q.kind
    and n.id > q.id)
  and (${isDraft} or (not ${kindIn(draftsOf.map(({ kind }) => kind))}
    and not exists (select from approval_requests n where n.campaign_id = q.campaign_id and n.kind = q.kind
      and n.id > q.id and n.asked_by_id = any (q.sent_back_to))))`;

type Row = Pick<ApprovalThing, "kind" | "subject"> & SentBack & { request: number; isMine: boolean };
type Asked = {
  campaign: { id: number; slug: string };
  organizerId: string;
  /** Only these kinds; by default those of the reader. */
  kinds?: readonly ApprovalKind[];
};

/**
 * Lists what was sent back and nobody has dealt with yet, newest first: on the page of its kinds everything,
 * on the overview what the reader wrote or asked for.
 */
export async function listSentBack(
  db: DbOrTx,
  { campaign, organizerId, kinds }: Asked,
): Promise<OpenSentBack[]> {
  const mine = sql`${organizerId}::uuid = any (q.sent_back_to)`;
  const rows = await readOpen(db, campaign.id, mine, kinds ? kindIn(kinds) : mine);
  return rows.map((row) => ({ ...row, page: approvalPage(campaign.slug, row) }));
}

async function readOpen(db: DbOrTx, campaignId: number, mine: SQL, which: SQL): Promise<Row[]> {
  const rows = await db.execute<Row>(sql`
    select q.id::float8 as request, q.kind, q.subject, q.number, q.sent_back_at as at, q.reason, o.name as by,
      ${mine} as "isMine"
    from approval_requests q left join organizers o on o.id = q.sent_back_by_id
    where q.campaign_id = ${campaignId} and ${isOpen} and ${which}
    order by q.sent_back_at desc limit 20`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** Lists for the operator what waits for approval in a campaign, and what was sent back and is still open. */
export async function listAllSentBack(db: DbOrTx, campaignId: number) {
  const waiting = await db.execute<ApprovalThing>(sql`
    select w.kind, w.subject, w.number from (${allWaiting}) w where w.campaign_id = ${campaignId}
    order by w.asked_at`);
  const sentBack = await readOpen(db, campaignId, sql`false`, sql`true`);
  return { waiting: [...waiting], sentBack: sentBack.map(({ isMine: _isMine, ...one }) => one) };
}

type Settling = { campaignId: number; actor: Actor; request: number };

/**
 * Records that somebody has dealt with what was sent back, so that it no longer asks for its authors. Each of
 * them may, and the operator.
 */
export async function resolveSentBack(
  db: Db,
  { campaignId, actor, request }: Settling,
  now = new Date(),
): Promise<{ outcome: "settled" | "gone" }> {
  const by = organizerOf(actor);
  const isTheirs = actor === "operator" ? sql`true` : sql`${by}::uuid = any (sent_back_to)`;
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ kind: ApprovalKind; subject: string; number: number | null }>(sql`
      update approval_requests set dealt_at = ${now.toISOString()}
      where id = ${request} and campaign_id = ${campaignId} and sent_back_at is not null and dealt_at is null
        and ${isTheirs} and ${mayAct(actor, campaignId, "view")}
      returning kind, subject, number`);
    if (!row) return { outcome: "gone" };
    const { subject, ...detail } = row;
    await recordAudit(tx, { actor, action: "sent-back-settled", campaignId, subject, detail }, now);
    return { outcome: "settled" };
  });
}
