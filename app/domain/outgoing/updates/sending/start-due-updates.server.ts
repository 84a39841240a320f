import { eq, sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { readContent } from "#app/domain/outgoing/updates/lock-update.server.ts";
import { pauseUpdate } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { revertUpdateToDraft } from "#app/domain/outgoing/updates/revert-to-draft.server.ts";
import { unreadable } from "#app/domain/outgoing/updates/update.ts";
import { hashOfContent } from "#app/domain/outgoing/updates/update-content.server.ts";
import { readFrameOf } from "#app/domain/outgoing/updates/words/read-update.server.ts";
import { differencesOf, frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";

type Due = {
  id: number;
  publicId: string;
  campaignId: number;
  version: number;
  audience: unknown;
  inArchive: boolean;
  approvedSha256: Buffer;
  approvedFrame: unknown;
  isStillApproved: boolean;
};

/** The approver may still approve; null is the operator, who always may. */
const isStillApproved = sql`(u.approved_by_id is null or exists (select from campaign_organizers m
  join organizers o on o.id = m.organizer_id
  where m.campaign_id = u.campaign_id and m.organizer_id = u.approved_by_id
    and ${hasRight("approve", "m")} and o.activated_at is not null and o.disabled_at is null))`;

/**
 * Starts updates scheduled for now or earlier: from now on their audience is fixed. If something every update
 * must include is missing, or its emails would differ from what was approved, it is paused instead and
 * organizers are emailed. If its words changed, or its approver lost the right, it is a draft again.
 */
export async function startDueUpdates(
  db: Db,
  mailing: Pick<Mailing, "from" | "localMode" | "rehearsal">,
  now = new Date(),
): Promise<number> {
  for (let started = 0; ; started += 1) {
    const found = await db.transaction(async (tx) => {
      const [due] = await tx.execute<Due>(sql`
        select u.id::float8 as id, u.public_id as "publicId", u.campaign_id as "campaignId",
          u.version, u.audience, u.in_archive as "inArchive",
          u.approved_sha256 as "approvedSha256", u.approved_frame as "approvedFrame",
          ${isStillApproved} as "isStillApproved"
        from updates u join campaigns c on c.id = u.campaign_id
        where u.state = 'scheduled' and u.send_at <= now() and c.frozen_at is null
        order by u.send_at, u.id limit 1
        for update of u skip locked`);
      if (!due) return false;
      const isAsApproved = hashOfContent(await readContent(tx, due)).equals(due.approvedSha256);
      if (!due.isStillApproved || !isAsApproved) {
        const scheduled = { isSubmitted: true, isApproved: true, hasBegun: false } as const;
        await revertUpdateToDraft(
          tx,
          { ...due, ...scheduled, state: "scheduled" },
          { ...due, actor: "system" },
          now,
        );
        return true;
      }
      const details = await readSendingDetails(tx, due.campaignId, { updateId: due.id });
      if (missingForSending(details, mailing).length > 0) {
        await pauseUpdate(tx, { updateId: due.id, reason: "not-ready", problem: null, actor: "system" }, now);
        return true;
      }
      const frame = await readFrameOf(tx, due.id);
      if (differencesOf(frame, frameFrom(due.approvedFrame)).length > 0) {
        const why = Object.values(frame).includes(null)
          ? ({ reason: "not-ready", problem: unreadable } as const)
          : ({ reason: "differs", problem: null } as const);
        await pauseUpdate(tx, { updateId: due.id, ...why, actor: "system" }, now);
        return true;
      }
      // What an import's slice adds is seen whole, or has newer consents.
      await tx.execute(sql`
        select from imports where campaign_id = ${due.campaignId} and state = 'importing' order by id
        for share`);
      const consentsThrough = sql`(select coalesce(max(id), 0) from consents)`;
      await tx
        .update(updates)
        .set({ state: "sending", startedAt: sql`now()`, consentsThrough })
        .where(eq(updates.id, due.id));
      const { campaignId, publicId: subject } = due;
      await recordAudit(
        tx,
        { actor: "system", action: "update-started", campaignId, subject, detail: {} },
        now,
      );
      return true;
    });
    if (!found) return started;
  }
}

/** Ends updates with nothing waiting or open. Returns how many. */
export async function finishUpdates(db: Db): Promise<number> {
  const finished = await db.execute(sql`
    update updates u set state = 'sent', finished_at = now()
    where u.state = 'sending' and u.prepared_at is not null
      and not exists (select from email_batches b
        where b.update_id = u.id and b.state in ('queued', 'frozen'))
    returning id`);
  return finished.length;
}

/**
 * Skips waiting emails of cancelled updates, a hundred batches at a time. A batch with an unknown outcome is
 * not retried any more, so its emails become unknown. Returns how many batches ended.
 */
export async function windDownCancelled(db: Db): Promise<number> {
  return db.transaction(async (tx) => {
    const taken = await tx.execute<{ id: number; emailIds: number[] }>(sql`
      select b.id::float8 as id, b.email_ids::float8[] as "emailIds" from email_batches b
      where b.state in ('queued', 'frozen') and (b.lease_until is null or b.lease_until <= now())
        and b.update_id = any (array(select id from updates where state = 'cancelled'
          and started_at is not null and finished_at > now() - interval '90 days'))
      order by b.update_id, b.id limit 100 for update skip locked`);
    if (taken.length === 0) return 0;

    const mails = taken.flatMap(({ emailIds }) => emailIds);
    await tx.execute(sql`
      update outbox set lease_until = null, settled_at = now(), problem = 'cancelled',
        state = (case when state = 'queued' then 'skipped' else 'unknown' end)::email_state
      where id = any (${sql.param(mails)}::bigint[]) and state in ('queued', 'claimed')`);
    await tx.execute(sql`
      update email_batches set lease_until = null, settled_at = now(), problem = 'cancelled',
        state = (case when state = 'queued' then 'skipped' else 'unknown' end)::email_batch_state
      where id = any (${sql.param(taken.map(({ id }) => id))}::bigint[])`);
    return taken.length;
  });
}
