import { eq, sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { readAudience } from "#app/domain/outgoing/updates/audience/audience.ts";
import { readContent } from "#app/domain/outgoing/updates/lock-update.server.ts";
import { pauseUpdate } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { revertUpdateToDraft } from "#app/domain/outgoing/updates/revert-to-draft.server.ts";
import { breaker, unreadable } from "#app/domain/outgoing/updates/update.ts";
import { hashOfContent } from "#app/domain/outgoing/updates/update-content.server.ts";
import { readFrameOf } from "#app/domain/outgoing/updates/words/read-update.server.ts";
import { differencesOf, frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
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
      // One that goes by itself has no list to prepare: it begins with who acts from now on.
      const byItself = readAudience(due.audience).after && {
        preparedAt: sql`now()`,
        followedThrough: sql`now()`,
      };
      await tx
        .update(updates)
        .set({ state: "sending", startedAt: sql`now()`, consentsThrough, ...byItself })
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

/**
 * Ends updates with nothing waiting or open; one that goes by itself once its campaign is closed. Returns how
 * many.
 */
export async function finishUpdates(db: Db): Promise<number> {
  const finished = await db.execute(sql`
    update updates u set state = 'sent', finished_at = now()
    where u.state = 'sending' and u.prepared_at is not null
      and (u.followed_through is null
        or u.campaign_id in (select id from campaigns where status = 'closed'))
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

type Counted = { accepted: number; hardBounced: number; complained: number };

/**
 * Pauses an update with too many bounces or complaints since it was last resumed: after 200 accepted emails,
 * 5 % hard bounces or 0.3 % complaints. Reads the counts without a lock. True when it paused.
 */
export async function tripBreaker(tx: Tx, updateId: number, now: Date): Promise<boolean> {
  const [counted] = await tx.execute<Counted>(sql`
    select coalesce(sum(c.accepted + c.delivered + c.delayed + c.bounced + c.complained), 0)::int
        - u.breaker_base[1] as accepted,
      coalesce(sum(c.hard_bounced), 0)::int - u.breaker_base[2] as "hardBounced",
      coalesce(sum(c.complained), 0)::int - u.breaker_base[3] as complained
    from updates u left join update_counts c on c.update_id = u.id
    where u.id = ${updateId} and u.state = 'sending'
    group by u.id`);
  if (!counted || counted.accepted < breaker.after) return false;

  const { accepted, hardBounced, complained } = counted;
  const reason =
    hardBounced >= accepted * breaker.hardBounces
      ? "bounces"
      : complained >= accepted * breaker.complaints
        ? "complaints"
        : null;
  if (reason === null) return false;
  return pauseUpdate(tx, { updateId, reason, problem: null, actor: "system" }, now);
}

/** Checks the breaker after emails were accepted, since that may reach its minimum. */
export async function watchBreaker(db: Db, updateId: number, now = new Date()): Promise<void> {
  const [some] = await db.$client`
    select from update_counts where update_id = ${updateId} and (hard_bounced > 0 or complained > 0) limit 1`;
  if (some) await db.transaction((tx) => tripBreaker(tx, updateId, now));
}
