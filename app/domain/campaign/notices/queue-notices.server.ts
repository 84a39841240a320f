import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { periods } from "#app/domain/base/periods.ts";
import { differencesOf, frameFrom } from "#app/domain/queue/frame.server.ts";
import { insertEmails, queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { readNoticeFrame } from "./notice-frame.server.ts";
import { pauseNotice } from "./pause-or-end-notice.server.ts";

/** Everybody who confirmed is notified. Signers on hold too, or the silence would reveal it. */
const answering = sql`('confirmed', 'quarantined')`;

/** Signatures processed in one transaction. */
const atOnce = 500;

/**
 * Queues an email for everybody to be notified of a new petition, in pieces: each transaction also stores how
 * far it is. People who signed the earlier text and confirm it later are notified then. Nobody is notified
 * twice, or against their wish: a unique index enforces this, even after a crash. After `stop` aborts, it
 * ends with the piece under way. Safe with other workers: it skips notices that one of them has locked.
 */
export async function queueNotices(db: Db, now = new Date(), stop?: AbortSignal): Promise<number> {
  let queued = 0;
  while (!stop?.aborted) {
    const piece = await db.transaction((tx) => queuePiece(tx, now));
    if (piece === null) break;
    queued += piece;
  }
  return queued + (stop?.aborted ? 0 : await queueLate(db, now));
}

async function queuePiece(tx: Tx, now: Date): Promise<number | null> {
  const [notice] = await tx.execute<{
    id: string;
    campaign: number;
    version: number;
    through: string;
    approved: unknown;
  }>(sql`
    select id, campaign_id as campaign, version, queued_through as through, approved_frame as approved
    from petition_notices
    where approved_at is not null and cancelled_at is null and queued_at is null and paused_at is null
      and campaign_id not in ${frozenCampaigns}
    order by id limit 1 for update skip locked`);
  if (!notice) return null;
  const id = Number(notice.id);
  if (differencesOf(await readNoticeFrame(tx, id), frameFrom(notice.approved)).length > 0) {
    await pauseNotice(tx, id, now);
    return 0;
  }
  const emails = insertEmails(
    "petition-changed",
    {
      campaignId: notice.campaign,
      supporterId: sql`supporter_id`,
      signatureId: sql`id`,
      noticeId: notice.id,
      lane: "bulk",
      createdAt: now,
    },
    sql`from piece order by id on conflict do nothing returning id`,
  );
  const [piece] = await tx.execute<{ queued: number; through: string | null }>(sql`
    with piece as (
      select id, supporter_id from signatures
      where campaign_id = ${notice.campaign} and id > ${notice.through} and state in ${answering}
        and petition_version < ${notice.version} and notices_stopped_at is null
      order by id limit ${atOnce}),
    queued as (${emails})
    select (select count(*) from queued)::int as queued, (select max(id) from piece) as through`);
  const through = piece?.through ?? null;
  await tx.execute(
    through === null
      ? sql`update petition_notices set queued_at = ${now.toISOString()} where id = ${notice.id}`
      : sql`update petition_notices set queued_through = ${through} where id = ${notice.id}`,
  );
  if (piece?.queued) await enqueue(tx, "send-mail");
  return piece?.queued ?? 0;
}

/**
 * Queues for people who signed before the text was published and confirmed after their turn: also while the
 * notice was on hold, and before it was approved again.
 */
async function queueLate(db: Db, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const email = {
      campaignId: sql`g.campaign_id`,
      supporterId: sql`g.supporter_id`,
      signatureId: sql`g.id`,
      noticeId: sql`n.id`,
      lane: "bulk",
      createdAt: now,
    } as const;
    const from = sql`from petition_notices n
      join petition_versions v on v.campaign_id = n.campaign_id and v.version = n.version
      join signatures g on g.campaign_id = n.campaign_id and g.state in ${answering}
        and g.petition_version < n.version
        and g.signed_at between v.published_at - make_interval(days => ${2 * periods.unconfirmedDays})
        and v.published_at
          + interval '1 minute'
        and g.notices_stopped_at is null
        -- People who confirmed before a restore may have been notified since the archive was made.
        and g.confirmed_at > coalesce((select since from switches where name = 'restored'), '-infinity')
      where n.queued_at is not null and n.cancelled_at is null and n.paused_at is null
        and n.campaign_id not in ${frozenCampaigns}
        and v.published_at > ${now.toISOString()}::timestamptz
          - make_interval(days => ${2 * periods.unconfirmedDays + 2})
        and not exists (select from outbox d where d.notice_id = n.id and d.signature_id = g.id)
      on conflict do nothing`;
    const queued = await queueEmails(tx, "petition-changed", email, from);
    if (queued > 0) await enqueue(tx, "send-mail");
    return queued;
  });
}
