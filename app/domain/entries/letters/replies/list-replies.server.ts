import { sql } from "drizzle-orm";
import { isSentBack } from "#app/domain/approvals/sent-back.ts";
import type { DbOrTx } from "#db/index.ts";

/** A reply as listed in the console. `recordedAt` is ISO 8601. */
export type RecordedReply = {
  publicId: string;
  dispatch: number;
  dispatchPublicId: string;
  receivedOn: string;
  fromWhom: string;
  text: string;
  recordedAt: string;
  recordedById: string | null;
  recordedBy: string | null;
  /** When it was approved; null: it waits for a second person, and only organizers see it. */
  approvedAt: string | null;
  approvedBy: string | null;
  approvedAlone: boolean;
  /** It was sent back with a reason: record it again, or remove it. */
  isSentBack: boolean;
};

/** Lists answers that are public or await approval, newest first. */
export async function listReplies(db: DbOrTx, campaignId: number): Promise<RecordedReply[]> {
  const rows = await db.execute<RecordedReply>(sql`
    select y.public_id as "publicId", d.number as dispatch, d.public_id as "dispatchPublicId",
      y.received_on::text as "receivedOn", y.from_whom as "fromWhom", y.text, y.recorded_at as "recordedAt",
      o.id as "recordedById", o.name as "recordedBy", y.approved_at as "approvedAt", v.name as "approvedBy",
      y.approved_alone as "approvedAlone", y.approved_at is null
        and ${isSentBack("reply", sql`y.public_id`)} as "isSentBack"
    from letter_replies y join letter_dispatches d on d.id = y.dispatch_id
    left join organizers o on o.id = y.recorded_by_id
    left join organizers v on v.id = y.approved_by_id
    where y.campaign_id = ${campaignId} and y.removed_at is null
    order by y.received_on desc, y.id desc`);
  const iso = (time: string) => new Date(time).toISOString();
  return rows.map((row) => ({
    ...row,
    recordedAt: iso(row.recordedAt),
    approvedAt: row.approvedAt && iso(row.approvedAt),
  }));
}

export type AnswerableDispatch = { publicId: string; number: number; recipient: string; startedOn: string };

/** Lists begun dispatches, which an answer can be to; newest first. */
export async function listAnswerable(db: DbOrTx, campaignId: number): Promise<AnswerableDispatch[]> {
  const rows = await db.execute<AnswerableDispatch>(sql`
    select d.public_id as "publicId", d.number, coalesce(d.recipient_name, r.name) as recipient,
      (d.started_at at time zone 'UTC')::date::text as "startedOn"
    from letter_dispatches d join letter_recipients r on r.id = d.recipient_id
    where d.campaign_id = ${campaignId} and d.started_at is not null order by d.number desc`);
  return [...rows];
}
