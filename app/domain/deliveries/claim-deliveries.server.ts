import { and, eq, gt, inArray, or, sql } from "drizzle-orm";
import { hmacsByEveryKey } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { deliveries, suppressions } from "#db/schema/index.ts";
import { confirmWithinDays } from "../signatures/signature.ts";
import { canonicalAddress } from "../supporters/address.ts";
import { backOffSeconds, bounceRestsDays, type DeliveryTemplate, repeatableHours } from "./delivery.ts";
import type { Mailing } from "./mailing.ts";

/** One mail that this worker alone may send until its lease ends. */
export type ClaimedDelivery = { id: number; publicId: string; template: DeliveryTemplate; attempts: number };

/** How long a claim holds: longer than any try can take. */
export const leaseSeconds = 180;

type Ending = { state: "unknown" | "suppressed" | "skipped" | "failed"; problem: string | null };
type Due = ClaimedDelivery & {
  address: string;
  /** True when a try may have been accepted without our having seen the answer. */
  unanswered: boolean;
  tooOldToRepeat: boolean;
  /** By which transport a try was made whose lease ran out; null for a mail that waited in the queue. */
  lostBy: Mailing["transport"]["name"] | null;
  lastBy: Mailing["transport"]["name"] | null;
  outdated: boolean;
};

/**
 * Takes up to `limit` due mails that somebody waits for; mails of updates wait in batches. At this last moment it looks again whether each may
 * go: suppressed addresses, signatures and updates that are no longer what the mail says, and tries lost in a crash
 * that cannot be repeated safely end here instead. While sending is paused only sign-in codes go.
 *
 * All times are the database's: workers' clocks may differ.
 */
export async function claimDeliveries(
  db: Db,
  { transport, keys }: Pick<Mailing, "transport" | "keys">,
  limit = 50,
): Promise<ClaimedDelivery[]> {
  return db.transaction(async (tx) => {
    const due = await lockDue(tx, limit);
    if (due.length === 0) return [];

    const suppressed = await findSuppressed(tx, keys, due);
    const mayGo: Due[] = [];
    for (const mail of due) {
      const ending = endingOf(mail, transport.name, suppressed.has(mail.id));
      if (ending) await end(tx, mail, ending);
      else mayGo.push(mail);
    }
    return mayGo.length === 0 ? [] : claim(tx, mayGo, transport.name);
  });
}

async function lockDue(tx: Tx, limit: number): Promise<Due[]> {
  const rows = await tx.execute<Due>(sql`
    select d.id::int, d.public_id as "publicId", d.template, d.attempts,
      coalesce(s.email_canonical, o.email) as address,
      ${unansweredSince} is not null as unanswered,
      coalesce(${unansweredSince} < now() - make_interval(hours => ${repeatableHours}), false) as "tooOldToRepeat",
      case when d.state = 'claimed' then d.transport end as "lostBy",
      d.transport as "lastBy",
      case
        when d.template in ('confirm-signature', 'confirm-reminder')
          then g.state <> 'pending' or g.signed_at < now() - make_interval(days => ${confirmWithinDays})
        when d.template in ('already-signed', 'receipt') then g.state <> 'confirmed'
        when d.template = 'organizer-code'
          then c.used_at is not null or c.expires_at < now() or o.disabled_at is not null
        when d.template = 'update-paused' and (u.state <> 'paused' or o.disabled_at is not null) then true
        else d.created_at < now() - make_interval(days => ${confirmWithinDays})
      end as outdated
    from deliveries d
    left join supporters s on s.id = d.supporter_id
    left join signatures g on g.id = d.signature_id
    left join organizers o on o.id = d.organizer_id
    left join organizer_ceremonies c on c.id = d.ceremony_id
    left join updates u on u.id = d.update_id
    where d.state in ('queued', 'claimed') and d.template <> 'update' and d.due_at <= now()
      and (d.template = 'organizer-code' or not exists (select from switches where name = 'sending-paused'))
    order by d.due_at, d.id
    limit ${limit}
    for update of d skip locked`);
  return [...rows];
}

/** A Resend try whose lease ran out may have been accepted; it began when the lease did. */
const unansweredSince = sql`coalesce(d.unanswered_since, case when d.state = 'claimed' and d.transport = 'resend'
  then d.lease_until - make_interval(secs => ${leaseSeconds}) end)`;

function endingOf(mail: Due, transport: Mailing["transport"]["name"], suppressed: boolean): Ending | null {
  const repeatable = mail.lastBy === "file" || (mail.lastBy === "resend" && transport === "resend");
  const mayHaveGone = mail.unanswered || mail.lostBy === "smtp";
  if (mayHaveGone && !repeatable) return { state: "unknown", problem: "interrupted" };
  if (mail.tooOldToRepeat) return { state: "unknown", problem: "too-old-to-repeat" };
  if (mayHaveGone && (suppressed || mail.outdated)) return { state: "unknown", problem: "not-repeated" };
  if (suppressed) return { state: "suppressed", problem: null };
  if (mail.outdated) return { state: "skipped", problem: null };
  if (mail.attempts > backOffSeconds.length) {
    return { state: mayHaveGone ? "unknown" : "failed", problem: "interrupted" };
  }
  return null;
}

async function findSuppressed(tx: Tx, keys: Mailing["keys"], due: Due[]): Promise<Set<number>> {
  const hashes = due.flatMap(({ id, address }) =>
    hmacsByEveryKey(keys, "address", canonicalAddress(address)).map((hash) => ({ id, hash })),
  );
  const found = await tx
    .select({ hash: suppressions.addressHmac })
    .from(suppressions)
    .where(
      and(
        inArray(
          suppressions.addressHmac,
          hashes.map(({ hash }) => hash),
        ),
        or(
          eq(suppressions.reason, "never"),
          and(
            eq(suppressions.reason, "hard_bounce"),
            gt(suppressions.createdAt, sql`now() - make_interval(days => ${bounceRestsDays})`),
          ),
        ),
      ),
    );
  return new Set(hashes.filter(({ hash }) => found.some((row) => row.hash.equals(hash))).map(({ id }) => id));
}

async function end(tx: Tx, { id }: Due, { state, problem }: Ending): Promise<void> {
  await tx
    .update(deliveries)
    .set({ state, problem, leaseUntil: null, settledAt: sql`now()` })
    .where(eq(deliveries.id, id));
}

async function claim(
  tx: Tx,
  mails: Due[],
  transport: Mailing["transport"]["name"],
): Promise<ClaimedDelivery[]> {
  const ids = mails.map(({ id }) => id);
  const rows = await tx.execute<ClaimedDelivery>(sql`
    update deliveries d set state = 'claimed', attempts = attempts + 1, transport = ${transport},
      unanswered_since = ${unansweredSince},
      lease_until = now() + make_interval(secs => ${leaseSeconds}),
      due_at = now() + make_interval(secs => ${leaseSeconds})
    where id in ${ids}
    returning d.id::int, d.public_id as "publicId", d.template, d.attempts`);
  return [...rows];
}
