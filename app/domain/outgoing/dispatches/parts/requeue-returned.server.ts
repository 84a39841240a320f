import { sql } from "drizzle-orm";
import { hasUnderWay } from "#app/domain/entries/letters/lock-letter.server.ts";
import { letterMayGo } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import type { Tx } from "#db/index.ts";

type Returned = {
  dispatchId: number;
  partId: number;
  /** `outbox.id` of the email. */
  mailId: number;
  /** The code in the ledger for why it waits again. */
  why: string;
};

/**
 * Requeues the letters of an email that did not arrive; the caller has locked dispatch and email. Leaves out
 * letters whose writers revoked consent, have another under way, or are being changed right now. Which they
 * were is stored, in case the email turns out to have arrived. Returns how many wait.
 */
export async function requeueReturned(
  tx: Tx,
  { dispatchId, partId, mailId, why }: Returned,
  now: Date,
): Promise<number> {
  await tx.execute(sql`
    select set_config('undersigned.email', ${String(mailId)}, true),
      set_config('undersigned.problem', ${why}, true)`);
  const again = await tx.execute(sql`
    with free as (
      select p.id from supporters p where p.id in (select supporter_id from letters
        where dispatch_id = ${dispatchId} and state = 'bounced'
          and id = any ((select letter_ids from letter_parts where id = ${partId})::bigint[]))
      order by p.id for no key update skip locked),
    going as (
      select l.id, l.sent_sha256, l.handed_over_at from letters l
      where l.dispatch_id = ${dispatchId} and l.state = 'bounced' and l.supporter_id in (select id from free)
        and l.id = any ((select letter_ids from letter_parts where id = ${partId})::bigint[])
        and ${letterMayGo} and not ${hasUnderWay}
      order by l.id for no key update),
    kept as (
      insert into returned_letters (letter_id, part_id, sent_sha256, handed_over_at, returned_at)
      select id, ${partId}, sent_sha256, handed_over_at, ${now.toISOString()}::timestamptz from going
      on conflict (letter_id, part_id) do nothing)
    update letters l set state = 'confirmed', dispatch_id = null, approved_sha256 = null, sent_sha256 = null,
      handed_over_at = null
    from going where l.id = going.id returning l.id`);
  await tx.execute(sql`
    select set_config('undersigned.email', '', true), set_config('undersigned.problem', '', true)`);
  return again.length;
}
