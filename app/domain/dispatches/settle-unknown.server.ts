import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { isUuid, type LockedDispatch, lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";

export type SettleInput = OnDispatch & {
  partPublicId: string;
  /** What the organizer found out: the company has the mail, or it has not. */
  arrived: boolean;
};

export type UnknownSettled =
  /** `waiting`: letters that wait again for a dispatch, because they did not arrive. */
  | { outcome: "settled"; waiting: number }
  /** There is no such mail, or what became of it is known. */
  | { outcome: "not-unknown" };

/**
 * Records what an organizer found out about a mail of which nobody knew whether it was taken. One that arrived counts
 * as accepted. Of one that did not, the letters wait again, unless their writer has written another one meanwhile.
 */
export async function settleUnknown(db: Db, input: SettleInput, now = new Date()): Promise<UnknownSettled> {
  const { campaignId, publicId: subject, actor, partPublicId, arrived } = input;
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "approve");
    if (!dispatch || !isUuid(partPublicId)) return { outcome: "not-unknown" };
    const [part] = await tx.execute<{ id: number }>(sql`
      update deliveries d set state = ${arrived ? "delivered" : "failed"}, settled_at = ${now.toISOString()},
        problem = ${arrived ? null : "not-arrived"}
      from letter_parts p
      where p.dispatch_id = ${dispatch.id} and p.public_id = ${partPublicId}::uuid and d.letter_part_id = p.id
        and d.state = 'unknown'
      returning p.id::float8 as id`);
    if (!part) return { outcome: "not-unknown" };
    const waiting = arrived ? 0 : await waitAgain(tx, dispatch, part.id);
    const detail = { part: partPublicId, arrived, waiting };
    await recordAudit(tx, { actor, action: "dispatch-unknown-settled", campaignId, subject, detail }, now);
    return { outcome: "settled", waiting };
  });
}

async function waitAgain(tx: Tx, { id }: LockedDispatch, partId: number): Promise<number> {
  await tx.execute(sql`
    delete from letter_names where dispatch_id = ${id} and signature_id in (
      select unnest(signature_ids) from letter_parts where id = ${partId})`);
  const again = await tx.execute(sql`
    update letters l set state = 'confirmed', dispatch_id = null, sent_sha256 = null, handed_over_at = null
    where l.dispatch_id = ${id} and l.state = 'bounced'
      and l.id = any ((select letter_ids from letter_parts where id = ${partId})::bigint[])
      and not exists (select from letters o where o.campaign_id = l.campaign_id and o.supporter_id = l.supporter_id
        and o.state in ('email_pending', 'confirmed', 'queued'))
    returning l.id`);
  return again.length;
}
