import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import type { DispatchPauseReason } from "#app/domain/outgoing/dispatches/dispatch.ts";
import { type DispatchFramePart, differsNow } from "#app/domain/outgoing/dispatches/dispatch-frame.server.ts";
import { type OfficeNow, recipientMayGetIt } from "#app/domain/outgoing/dispatches/recipient-now.ts";
import { isSuppressed } from "#app/domain/queue/find-suppressed.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import {
  endEmail,
  endingOf,
  type LastTry,
  lastTry,
  unansweredSince,
} from "#app/domain/queue/tries.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { lettersInPart } from "./gather-part.server.ts";
import { type ClaimedPart, partLeaseSeconds } from "./part.ts";

export type PartClaim =
  | { outcome: "claimed"; part: ClaimedPart }
  /** It ended, or waits for its recipient's next free slot, without a call. */
  | { outcome: "settled"; partId: number }
  /** The dispatch must be paused before any of it is sent. Nothing was changed. */
  | { outcome: "pause"; dispatchId: number; reason: DispatchPauseReason }
  | { outcome: "nothing" };

type Due = Omit<ClaimedPart, "isRepeat"> & LastTry;

/**
 * Claims the next due email of a dispatch being sent, preferring one with an unknown outcome. Checks once
 * more that the recipient is the approved one, verified and not suppressed, that the email says of recipient
 * and campaign what was approved, and the recipient's emails in 24 hours. If a worker died before freezing an
 * email, it was not sent. All times are the database's: workers' clocks may differ.
 */
export async function claimPart(db: Db, mailing: Mailing): Promise<PartClaim> {
  return db.transaction(async (tx): Promise<PartClaim> => {
    const due = await lockPart(tx);
    if (!due || !(await lockSending(tx, due.dispatchId))) return { outcome: "nothing" };
    const ending = endingOf(due, mailing.transport.name);
    if (ending) {
      await endEmail(tx, due.id, ending);
      return { outcome: "settled", partId: due.partId };
    }
    const reason = await whyNot(tx, mailing, due);
    if (reason) return { outcome: "pause", dispatchId: due.dispatchId, reason };
    if (!due.unanswered && (await isCapped(tx, due))) return { outcome: "settled", partId: due.partId };
    return { outcome: "claimed", part: await take(tx, due, mailing.transport.name) };
  });
}

/** When the try of an email `d` began: its part `p` is frozen right before. */
const frozenAt = sql`p.frozen_at`;

async function lockPart(tx: Tx): Promise<Due | null> {
  const [due] = await tx.execute<Due>(sql`
    with sending as materialized (select id from letter_dispatches where state = 'sending'
      and campaign_id not in ${frozenCampaigns}
      and not exists (select from switches where name = 'sending-paused'))
    select d.id::float8 as id, d.public_id as "publicId", p.id::float8 as "partId",
      p.dispatch_id::float8 as "dispatchId", d.letter_recipient_id::float8 as "recipientId",
      ${lastTry(frozenAt)}
    from sending x join letter_parts p on p.dispatch_id = x.id join outbox d on d.letter_part_id = p.id
    where d.state in ('queued', 'claimed') and d.due_at <= now()
    order by (${unansweredSince(frozenAt)} is null), d.due_at, d.id
    limit 1 for update of d skip locked`);
  return due ?? null;
}

/**
 * Keeps a dispatch in the state `sending` until the transaction ends; false when it is not, or when somebody
 * is changing it: a transaction that holds an email waits for no dispatch.
 */
export async function lockSending(tx: Tx, dispatchId: number): Promise<boolean> {
  const claimed = await tx.execute(sql`
    select from letter_dispatches where id = ${dispatchId} and state = 'sending'
      and campaign_id not in ${frozenCampaigns}
      and not exists (select from switches where name = 'sending-paused')
    for share skip locked`);
  return claimed.length === 1;
}

/** Why a dispatch must be paused before any of it is sent. */
async function whyNot(tx: Tx, mailing: Mailing, { dispatchId }: Due): Promise<DispatchPauseReason | null> {
  const [office] = await tx.execute<OfficeNow & { campaignId: number; differs: DispatchFramePart[] }>(sql`
    select r.name, r.email, r.verified_at is not null as "isVerified",
      r.retired_at is not null as "isRetired", x.recipient_name as "submittedName",
      x.recipient_email as "submittedEmail", c.id as "campaignId", ${differsNow} as differs
    from letter_dispatches x join letter_recipients r on r.id = x.recipient_id
    join campaigns c on c.id = x.campaign_id
    where x.id = ${dispatchId}`);
  if (!office || !recipientMayGetIt(office, mailing.transport.name)) return "recipient";
  if (await isSuppressed(tx, mailing.keys, office.email)) return "recipient";
  if (office.differs.length > 0) return "differs";
  const details = await readSendingDetails(tx, office.campaignId, { dispatchId });
  return missingForSending(details, mailing).length > 0 ? "not-ready" : null;
}

/** Caps emails to a recipient per 24 hours: above it, this one is due when the oldest is a day old. */
async function isCapped(tx: Tx, { id, recipientId }: Due): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('letter-recipient', ${recipientId}))`);
  const put = await tx.execute(sql`
    with handed as (
      select coalesce(p.frozen_at, now()) as at from outbox d join letter_parts p on p.id = d.letter_part_id
      where d.letter_recipient_id = ${recipientId} and d.id <> ${id}
        and (d.state = 'claimed' or (p.frozen_at > now() - interval '24 hours'
          and (d.state not in ('queued', 'skipped') or d.unanswered_since is not null))))
    update outbox set lease_until = null, state = 'queued',
      due_at = (select min(at) from handed) + interval '24 hours'
    where id = ${id} and (select count(*) from handed) >=
      (select per_day from letter_recipients where id = ${recipientId})
    returning id`);
  return put.length > 0;
}

async function take(tx: Tx, due: Due, transport: Mailing["transport"]["name"]): Promise<ClaimedPart> {
  const { id, publicId, partId, dispatchId, recipientId, unanswered: isRepeat } = due;
  await tx.execute(sql`
    update outbox d set state = 'claimed', attempts = d.attempts + 1, transport = ${transport},
      unanswered_since = ${unansweredSince(frozenAt)}, lease_until = now() + make_interval(secs => ${partLeaseSeconds}),
      due_at = now() + make_interval(secs => ${partLeaseSeconds})
    from letter_parts p where d.id = ${id} and p.id = d.letter_part_id`);
  if (!isRepeat) await thaw(tx, partId);
  return { id, publicId, partId, dispatchId, recipientId, attempts: due.attempts + 1, isRepeat };
}

/** Thaws an email never handed over: its letters may be withdrawn, and it is written again. */
export async function thaw(tx: Tx, partId: number): Promise<void> {
  await tx.execute(sql`
    update letter_parts set frozen_at = null, letters = null, names = null, mail_sha256 = null,
      text_sha256 = null, file_sha256s = null
    where id = ${partId}`);
  const frozen = sql`${lettersInPart(partId)} and l.handed_over_at is not null`;
  await lockLetters(tx, frozen);
  await tx.execute(sql`update letters l set handed_over_at = null, sent_sha256 = null where ${frozen}`);
}
