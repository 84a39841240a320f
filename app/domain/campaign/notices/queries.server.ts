import { sql } from "drizzle-orm";
import { isSentBack } from "#app/domain/approvals/sent-back.ts";
import type { EmailState } from "#app/domain/queue/email.ts";
import { differencesOf, frameFrom, sha256OfFrame } from "#app/domain/queue/frame.server.ts";
import type { FramePart } from "#app/domain/queue/frame-parts.ts";
import type { DbOrTx } from "#db/index.ts";
import { type NoticeAnswer, type NoticeState, noticeAnswers, noticeStateOf } from "./notice.ts";
import { readNoticeFrame } from "./notice-frame.server.ts";

export type Notice = {
  publicId: string;
  version: number;
  change: string;
  askedById: string | null;
  askedBy: string | null;
  askedAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  approvedAlone: boolean;
  cancelledAt: Date | null;
  state: NoticeState;
  /** Approval was requested for the current email. */
  isAsked: boolean;
  /** It was sent back with a reason: somebody asks again, or cancels it. */
  isSentBack: boolean;
  /** `sha256OfFrame` of the current email. */
  frame: string;
  /** Parts that differ from what was approved or, before that, from what approval was requested for. */
  differs: FramePart[];
  /** Number of emails by state. */
  mails: Partial<Record<EmailState, number>>;
  answers: Partial<Record<NoticeAnswer, number>>;
};

type Row = Omit<
  Notice,
  "askedAt" | "approvedAt" | "cancelledAt" | "state" | "isAsked" | "frame" | "differs"
> & { id: string; askedFrame: unknown; approvedFrame: unknown } & Record<"askedAt", string> &
  Record<"approvedAt" | "cancelledAt" | "queuedAt" | "pausedAt", string | null>;

/** Lists a campaign's notices, newest first, each with its progress. */
export async function listNotices(db: DbOrTx, campaignId: number): Promise<Notice[]> {
  const rows = await db.execute<Row>(sql`
    select n.id, ${isSentBack("notice", sql`n.public_id`)} as "isSentBack", n.asked_frame as "askedFrame",
      n.approved_frame as "approvedFrame", n.paused_at as "pausedAt", n.public_id as "publicId", n.version,
      n.change, n.asked_by_id as "askedById", asker.name as "askedBy", n.asked_at as "askedAt",
      approver.name as "approvedBy", n.approved_at as "approvedAt", n.approved_alone as "approvedAlone",
      n.cancelled_at as "cancelledAt", n.queued_at as "queuedAt",
      coalesce(k.counts - ${sql.param([...noticeAnswers])}::text[], '{}') as mails,
      (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(k.counts)
        where key = any (${sql.param([...noticeAnswers])}::text[])) as answers
    from petition_notices n
    cross join lateral (select jsonb_object_agg(what, n) as counts from (
      select what, sum(n)::int as n from notice_counts where notice_id = n.id group by what
      having sum(n) <> 0) s) k
    left join organizers asker on asker.id = n.asked_by_id
    left join organizers approver on approver.id = n.approved_by_id
    where n.campaign_id = ${campaignId} order by n.id desc`);
  const time = (text: string | null) => (text === null ? null : new Date(text));
  const notices: Notice[] = [];
  for (const { queuedAt, pausedAt, id, askedFrame, approvedFrame, ...row } of rows) {
    const times = { approvedAt: time(row.approvedAt), cancelledAt: time(row.cancelledAt) };
    const left = (row.mails.queued ?? 0) + (row.mails.claimed ?? 0);
    const state = noticeStateOf({ ...times, queuedAt: time(queuedAt), pausedAt: time(pausedAt) }, left);
    const isOpen = state === "waiting" || (state === "held" && approvedFrame === null);
    const isAsked = isOpen && !row.isSentBack;
    const now = await readNoticeFrame(db, Number(id));
    const differs = differencesOf(now, frameFrom(isOpen ? askedFrame : approvedFrame));
    notices.push({
      ...row,
      ...times,
      askedAt: new Date(row.askedAt),
      state,
      isAsked,
      isSentBack: isOpen && row.isSentBack,
      frame: sha256OfFrame(now),
      differs,
    });
  }
  return notices;
}
