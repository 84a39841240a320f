import { sql } from "drizzle-orm";
import {
  type After,
  actsIn,
  lateAtMost,
  type SeriesAct,
} from "#app/domain/outgoing/updates/audience/acts.ts";
import type { EmailState } from "#app/domain/queue/email.ts";
import { findSuppressed } from "#app/domain/queue/find-suppressed.server.ts";
import { isTooOld } from "#app/domain/queue/tries.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";

/** A batch that waits, or whose outcome is unknown, locked until the transaction ends. */
export type LockedBatch = {
  id: number;
  updateId: number;
  state: "queued" | "frozen";
  attempts: number;
  emailIds: number[];
  /** If frozen: the transport it was frozen for. */
  lastBy: string | null;
  idempotencyKey: string | null;
  bodySha256: Buffer | null;
  /** `StepOf` of its update as JSON, if it goes by itself. */
  step: string | null;
  /** What the approval of its update covers besides the words, as JSON. */
  approvedFrame: string | null;
  /** True when the provider may have forgotten the idempotency key. */
  tooOld: boolean;
};

/** An email of a batch with the current state of its person. */
export type Member = {
  id: number;
  publicId: string;
  state: EmailState;
  attempts: number;
  /** Seconds since 1970: the date of the reader's links. */
  createdAt: number;
  supporterId: number;
  campaignId: number;
  email: string;
  name: string;
  locale: string;
  /** True while the consent to updates is in force. */
  agrees: boolean;
  /** False once an email that goes by itself has no reason any more. */
  isMeant: boolean;
  /** The transport of the last try. */
  transport: string | null;
  /** True when its own next try is due. */
  due: boolean;
};

/** A batch with its locked emails, and those whose address gets no bulk email any more. */
export type LockedMembers = { batch: LockedBatch; members: Member[]; suppressed: ReadonlySet<number> };

/** Batches of one update that may have an unknown outcome at once: beyond that no new one is sent. */
const openAtMost = 4;

/**
 * Locks the next batch of an update being sent that no other worker has, preferring one with an unknown
 * outcome. While a provider leaves calls unanswered, only a few batches of an update are open, because an
 * unsubscribe in between makes the rest of its batch unknown. All times are the database's: workers' clocks
 * may differ.
 */
export async function lockBatch(tx: Tx): Promise<LockedBatch | null> {
  const [batch] = await tx.execute<LockedBatch>(sql`
    with sending as materialized (
      select u.id, (select count(*) from email_batches o where o.update_id = u.id and o.state = 'frozen'
        and o.unanswered_since is not null) as open
      from updates u where u.state = 'sending' and u.prepared_at is not null
        and u.campaign_id not in (select id from campaigns where frozen_at is not null)
        and not exists (select from switches where name = 'sending-paused')),
    open as materialized (
      select * from email_batches
      where state = 'frozen' and due_at <= now() and update_id in (select id from sending)
      order by due_at, id limit 1
      for update skip locked),
    waiting as materialized (
      select * from email_batches
      where state in ('queued', 'frozen') and state = 'queued' and due_at <= now()
        and update_id in (select id from sending where open < ${openAtMost}) and not exists (select from open)
      order by due_at, id limit 1
      for update skip locked)
    select id::float8 as id, update_id::float8 as "updateId", state, attempts,
      email_ids::float8[] as "emailIds", transport as "lastBy", idempotency_key as "idempotencyKey",
      body_sha256 as "bodySha256",
      (select u.approved_frame::text from updates u where u.id = update_id) as "approvedFrame",
      (select ${stepOf} from updates u where u.id = update_id) as step,
      ${isTooOld(sql`coalesce(unanswered_since, frozen_at)`)} as "tooOld"
    from (select * from open union all select * from waiting) as held`);
  return batch ?? null;
}

/** An update that goes by itself: after what, and whether its campaign is closed. */
type StepOf = After & { campaignId: number; isClosed: boolean };

/** Selects `StepOf` of a row `u` of updates as JSON; null if it goes once. */
export const stepOf = sql`(case when u.followed_through is not null then u.audience -> 'after'
  || jsonb_build_object('campaignId', u.campaign_id, 'isClosed',
    (select c.status = 'closed' from campaigns c where c.id = u.campaign_id)) end)::text`;

/** True when a batch is due: asked before taking a turn, which is scarce. */
export async function isBatchDue(db: Db): Promise<boolean> {
  const [due] = await db.execute(sql`
    select from email_batches b
    where b.state in ('queued', 'frozen') and b.due_at <= now()
      and b.update_id = any (array(select id from updates where state = 'sending' and prepared_at is not null
        and campaign_id not in (select c.id from campaigns c where c.frozen_at is not null)))
      and not exists (select from switches where name = 'sending-paused')
      and (b.state = 'frozen' or (select count(*) from email_batches o where o.update_id = b.update_id
        and o.state = 'frozen' and o.unanswered_since is not null) < ${openAtMost})
    limit 1`);
  return due !== undefined;
}

/**
 * Locks the emails of a batch that are still there, in its order, until the transaction ends. Locking them
 * before anything else is written keeps workers, webhooks and erasures from a deadlock.
 */
export async function lockMembers(
  tx: Tx,
  emailIds: readonly number[],
  step: string | null,
): Promise<Member[]> {
  const members = await tx.execute<Omit<Member, "isMeant">>(sql`
    select d.id::float8 as id, d.public_id as "publicId", d.state, d.attempts,
      extract(epoch from d.created_at)::float8 as "createdAt",
      s.id::float8 as "supporterId", d.campaign_id as "campaignId", s.email, s.name, s.locale,
      exists (select from consents a where a.supporter_id = s.id and a.campaign_id = d.campaign_id
        and a.purpose = 'updates' and a.revoked_at is null) as agrees,
      d.transport, d.due_at <= now() as due
    from outbox d join supporters s on s.id = d.supporter_id
    where d.id = any (${sql.param(emailIds)}::bigint[])
    order by d.id
    for update of d`);
  const ended = await findEnded(tx, step, emailIds);
  return members.map((member) => ({ ...member, isMeant: !ended.has(member.id) }));
}

/** Finds emails of a step that come too late, whose reader took the act back or did what it asks for. */
async function findEnded(tx: Tx, step: string | null, emailIds: readonly number[]): Promise<Set<number>> {
  if (step === null) return new Set();
  const { act, days, unless, campaignId, isClosed } = JSON.parse(step) as StepOf;
  if (isClosed) return new Set(emailIds);
  const did = (one: SeriesAct, when = sql`true`) =>
    sql`exists (select from ${sql.raw(actsIn(campaignId, one))} x
      where x.supporter_id = d.supporter_id and ${when})`;
  const inTime = sql`x.at > now() - make_interval(days => ${days + lateAtMost})`;
  const rows = await tx.execute<{ id: number }>(sql`
    select d.id::float8 as id from outbox d where d.id = any (${sql.param(emailIds)}::bigint[])
      and (not ${did(act, inTime)} or ${unless ? did(unless) : sql`false`})`);
  return new Set(rows.map(({ id }) => id));
}

/** Finds ids of members whose address gets no bulk email anymore, for any reason. */
export const findSuppressedMembers = (tx: Tx, keys: Keys, members: readonly Member[]) =>
  findSuppressed(
    tx,
    keys,
    members.map(({ id, email }) => ({ id, address: email, lane: "bulk" })),
  );
