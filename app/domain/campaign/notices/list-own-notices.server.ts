import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { NoticeAnswer } from "./notice.ts";

/** A new petition somebody was notified of, with their answer. Times in UTC as ISO 8601. */
export type OwnNotice = {
  campaign: string;
  /** The text they were notified of, and what it changed, as the email said. */
  version: number;
  change: string;
  /** When the email was queued, and its state. */
  toldAt: string;
  mail: string;
  answer: NoticeAnswer | null;
  answeredAt: string | null;
  /** The text they had signed when they answered. */
  fromVersion: number | null;
};

/** Lists the new texts of petitions that a person was notified of. */
export async function listOwnNotices(db: DbOrTx, supporterId: number): Promise<OwnNotice[]> {
  const rows = await db.execute<OwnNotice>(sql`
    select c.slug as campaign, n.version, n.change, d.created_at as "toldAt", d.state as mail,
      a.answer, a.answered_at as "answeredAt", a.from_version as "fromVersion"
    from outbox d
    join petition_notices n on n.id = d.notice_id
    join campaigns c on c.id = n.campaign_id
    left join petition_answers a on a.notice_id = n.id and a.signature_id = d.signature_id
    where d.supporter_id = ${supporterId} and d.template = 'petition-changed' order by d.id`);
  const iso = (time: string) => new Date(time).toISOString();
  return [...rows].map((row) => ({
    ...row,
    toldAt: iso(row.toldAt),
    answeredAt: row.answeredAt && iso(row.answeredAt),
  }));
}
