import { sql } from "drizzle-orm";
import type { Sql, TransactionSql } from "postgres";
import { periods } from "#app/domain/base/periods.ts";
import { pauseAfterBounce } from "#app/domain/outgoing/dispatches/parts/pause-after-bounce.server.ts";
import { tripBreaker } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import type { EmailState } from "#app/domain/queue/email.ts";
import { fates } from "#app/domain/queue/mail-event.ts";
import { suppressAddress } from "#app/domain/queue/suppress-address.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Fate, MailEvent } from "#app/mail/mail-event.ts";
import type { Db } from "#db/index.ts";

export type Applied =
  /** `paused`: too many emails of its update, or to its recipient, bounced, so it is paused now. */
  | { outcome: "stored"; paused: boolean }
  /** The event was stored before. */
  | { outcome: "repeated" };

type Stored = { updateId: number | null; officeId: number | null; address: string | null };

const suppressed: Partial<Record<Fate, "hard_bounce" | "complaint">> = {
  "hard-bounce": "hard_bounce",
  complained: "complaint",
};

/**
 * Stores a provider's report, each event once, and updates its email. Events come late, twice and in any
 * order, some before the answer to the call that sent the email: the final state depends only on which events
 * there were. A hard bounce or complaint suppresses the address.
 */
export async function applyMailEvent(
  db: Db,
  keys: Keys,
  event: MailEvent,
  now = new Date(),
): Promise<Applied> {
  const reason = suppressed[event.fate];
  if (!reason) {
    const stored = await store(db.$client, event, now);
    if (!stored) return { outcome: "repeated" };
    return { outcome: "stored", paused: await watch(db, stored, event.fate, now) };
  }
  const stored = await db.$client.begin(async (sql) => {
    const mail = await store(sql, event, now);
    if (mail?.address)
      await suppressAddress(sql, keys, { address: mail.address, reason, since: event.occurredAt });
    return mail;
  });
  if (!stored) return { outcome: "repeated" };
  const { updateId } = stored;
  if (await watch(db, stored, event.fate, now)) return { outcome: "stored", paused: true };
  // In its own transaction: it reads committed rows and locks no email while it may wait.
  const paused = updateId !== null && (await db.transaction((tx) => tripBreaker(tx, updateId, now)));
  return { outcome: "stored", paused };
}

/** Pauses sending to a recipient whose email with letters failed, in its own transaction, as below. */
async function watch(db: Db, { officeId }: Stored, fate: Fate, now: Date): Promise<boolean> {
  return officeId !== null && (await db.transaction((tx) => pauseAfterBounce(tx, officeId, fate, now)));
}

const stateOf = (fate: Fate): EmailState =>
  fate === "soft-bounce" || fate === "hard-bounce" ? "bounced" : fate;

/**
 * One statement, locking one email. An email changes when an event is stronger than its state (0 while
 * nothing was reported); of equally strong events the later wins. Null when the event is known.
 */
async function store(sql: Sql | TransactionSql, event: MailEvent, now: Date): Promise<Stored | null> {
  const { svixId, type, fate, problem, email, providerId } = event;
  const at = event.occurredAt.toISOString();
  const [row] = await sql<Stored[]>`
    with stored as (
      insert into email_events (svix_id, type, occurred_at, received_at, email_id)
      values (${svixId}, ${type}, ${at}, ${now.toISOString()},
        (select id from outbox where public_id = ${email}::uuid))
      on conflict (svix_id) do nothing
      returning email_id
    ), moved as (
      update outbox d set state = ${stateOf(fate)}, problem = ${problem}, settled_at = ${at},
        lease_until = null, provider_id = coalesce(d.provider_id, ${providerId})
      from stored
      where d.id = stored.email_id
        and (${fates.indexOf(fate) + 1}::int, ${at}::timestamptz, coalesce(${problem}::text, ''))
          > (coalesce(array_position(${[...fates]}::text[],
              case d.state when 'bounced' then coalesce(d.problem, 'soft-bounce') else d.state::text end), 0),
            coalesce(d.settled_at, '-infinity'), coalesce(d.problem, ''))
    )
    select case when d.supporter_id is not null then d.update_id::float8 end as "updateId",
      d.letter_recipient_id::float8 as "officeId",
      coalesce(s.email_canonical, o.email) as address
    from stored
    left join outbox d on d.id = stored.email_id
    left join supporters s on s.id = d.supporter_id
    left join organizers o on o.id = d.organizer_id`;
  return row ?? null;
}

/** Longer than any provider retries. */
const keptDays = periods.mailEventDays;

const chunk = 10_000;

/**
 * Deletes old events, oldest first, and old calls of no update; their emails keep their states. Returns how
 * many events were deleted.
 */
export async function sweepMailEvents(db: Db, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  let swept = 0;
  await db.execute(
    sql`delete from email_batches where update_id is null and settled_at < ${before}::timestamptz`,
  );
  for (;;) {
    const { count } = await db.execute(sql`
      delete from email_events where received_at < ${before}::timestamptz
        and id in (select id from email_events order by id limit ${chunk})`);
    swept += count;
    if (count < chunk) return swept;
  }
}
