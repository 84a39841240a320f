import { eq, sql } from "drizzle-orm";
import type { ReservedSql } from "postgres";
import { type EmailState, leaseSeconds } from "#app/domain/queue/email.ts";
import { suppressAddress } from "#app/domain/queue/suppress-address.server.ts";
import { settleTry } from "#app/domain/queue/tries.server.ts";
import { createGroupCommitOf } from "#app/lib/group-commit.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { outbox } from "#db/schema/index.ts";

export type Settled =
  | { outcome: "settled"; state: EmailState }
  /** The row was deleted while the email was being sent: its person was erased. */
  | { outcome: "gone" }
  /** The lease expired and another worker took the email; that worker's answer counts. */
  | { outcome: "not-ours" };

type Claimed = { id: number; attempts: number };

/** When the try of a claimed email `d` began: with its lease. */
export const beganWithLease = sql`d.lease_until - make_interval(secs => ${leaseSeconds})`;

/** Stores the outcome of one try of an email sent alone. */
export async function recordEmailOutcome(
  db: Db,
  keys: Keys,
  email: Claimed,
  outcome: SendOutcome,
): Promise<Settled> {
  if (outcome.outcome === "refused" && outcome.deadAddress) {
    return (await bounce(db, keys, email)) ? { outcome: "settled", state: "bounced" } : missed(db, email);
  }
  if (outcome.outcome === "accepted" && (await accept(db, { ...email, providerId: outcome.providerId })))
    return { outcome: "settled", state: "accepted" };
  const change = await db.transaction((tx) => settleTry(tx, { ...email, began: beganWithLease }, outcome));
  return change ? { outcome: "settled", state: change.state } : missed(db, email);
}

type Accepted = Claimed & { providerId: string | null };

/**
 * Marks an email as accepted, together with all others of that moment: nearly every try ends so. False if
 * another worker has its row or it was not ours.
 */
const accept = createGroupCommitOf(acceptAll, { atOnce: 1, atMost: 100, gathers: true });

async function acceptAll(client: ReservedSql, emails: readonly Accepted[]): Promise<boolean[]> {
  const ids = emails.map(({ id }) => id);
  // Skips locked rows: it waits for nobody while it holds rows, so it cannot deadlock.
  const moved = await client<{ id: number }[]>`
    with free as materialized (
      select id from outbox where id = any (${ids}::bigint[]) order by id for update skip locked)
    update outbox d set state = 'accepted', problem = null, provider_id = a.provider_id, lease_until = null,
      settled_at = now()
    from free join unnest(${ids}::bigint[], ${emails.map(({ attempts }) => attempts)}::int[],
      ${emails.map(({ providerId }) => providerId)}::text[]) as a (id, attempts, provider_id) using (id)
    where d.id = free.id and d.state = 'claimed' and d.attempts = a.attempts
    returning d.id::int`;
  const accepted = new Set(moved.map(({ id }) => id));
  return ids.map((id) => accepted.has(id));
}

/** Settles an email to a nonexistent address as its webhook would, and suppresses the address. */
async function bounce(db: Db, keys: Keys, { id, attempts }: Claimed): Promise<boolean> {
  return db.$client.begin(async (sql) => {
    const [moved] = await sql<{ address: string }[]>`
      update outbox d set state = 'bounced', problem = 'hard-bounce', lease_until = null, settled_at = now()
      where id = ${id} and state = 'claimed' and attempts = ${attempts}
      returning coalesce((select email_canonical from supporters where id = d.supporter_id),
        (select email from organizers where id = d.organizer_id)) as address`;
    if (moved?.address) await suppressAddress(sql, keys, { address: moved.address, reason: "hard_bounce" });
    return moved !== undefined;
  });
}

/** Why a claimed email did not change. */
async function missed(db: Db, { id }: Claimed): Promise<Settled> {
  const [known] = await db.select({ id: outbox.id }).from(outbox).where(eq(outbox.id, id));
  return { outcome: known ? "not-ours" : "gone" };
}
