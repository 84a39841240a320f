import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { NoticeAnswer } from "./notice.ts";

type Text = { version: number; summary: string; body: string; publishedAt: Date };

/** Somebody notified of a new petition: what they signed, what is in force, and their answer. */
export type Notified = {
  noticeId: number;
  /** The public id of the signature. */
  signature: string;
  supporterPublicId: string;
  campaignId: number;
  campaign: string;
  /** What the new text changes. */
  change: string;
  /** What the email said when it was approved. */
  approvedFrame: unknown;
  signed: Text;
  inForce: Text;
  answer: NoticeAnswer | null;
  /** Whether the signer sees that their signature counts. One on hold sees the same. */
  counts: boolean;
  /**
   * False once the signature stopped counting or was replaced, the text changed its meaning again, or the
   * campaign closed.
   */
  stands: boolean;
};

type Row = {
  noticeId: string;
  signature: string;
  supporterPublicId: string;
  campaignId: number;
  campaign: string;
  change: string;
  approvedFrame: unknown;
  answer: NoticeAnswer | null;
  counts: boolean;
  stands: boolean;
} & Record<"signed" | "inForce", Omit<Text, "publishedAt"> & { publishedAt: string }>;

/** Finds who was notified of what, by the email's public id. Null when email or person are gone. */
export async function findNotified(db: DbOrTx, email: string): Promise<Notified | null> {
  const text = (alias: string) =>
    sql.raw(`jsonb_build_object('version', ${alias}.version, 'summary', ${alias}.summary,
      'body', ${alias}.body, 'publishedAt', ${alias}.published_at)`);
  const [row] = await db.execute<Row>(sql`
    select n.id as "noticeId", g.public_id as signature,
      s.public_id as "supporterPublicId", c.id as "campaignId", c.slug as campaign, n.change,
      n.approved_frame as "approvedFrame", a.answer, ${text("was")} as signed, ${text("now")} as "inForce",
      g.state in ('confirmed', 'quarantined') as counts,
      g.state in ('confirmed', 'quarantined')
        and (a.answer in ('kept', 'moved') or a.answer is null and g.petition_version < n.version)
        and c.status = 'open' and coalesce(now.same_meaning_as, now.version) = n.version as stands
    from outbox d
    join petition_notices n on n.id = d.notice_id
    join signatures g on g.id = d.signature_id
    join supporters s on s.id = g.supporter_id
    join campaigns c on c.id = n.campaign_id
    left join petition_answers a on a.notice_id = n.id and a.signature_id = g.id
    join petition_versions was on was.campaign_id = n.campaign_id
      and was.version = coalesce(a.from_version, g.petition_version)
    join petition_versions now on now.campaign_id = n.campaign_id and now.version = c.petition_version
    where d.public_id = ${email} and d.template = 'petition-changed'`);
  if (!row) return null;
  const dated = (one: Row["signed"]) => ({ ...one, publishedAt: new Date(one.publishedAt) });
  return { ...row, noticeId: Number(row.noticeId), signed: dated(row.signed), inForce: dated(row.inForce) };
}

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
