import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import type { Scored } from "./score.ts";

type Found = Scored & { id: string; campaign: number };

/**
 * Puts signatures on hold: those that count stop counting; a pending one is on hold once it is confirmed.
 * Decided ones stay as they are. Their persons must be locked. Returns how many are newly on hold.
 */
export async function hold(tx: Tx, found: readonly Found[], now: Date): Promise<number> {
  if (found.length === 0) return 0;
  const ids = sql.param(found.map(({ id }) => id));
  const at = now.toISOString();
  const rows = await tx.execute<{ isNew: boolean }>(sql`
    insert into signature_reviews as r (signature_id, campaign_id, reasons, score, found_at)
    select f.id, f.campaign, string_to_array(f.reasons, ','), f.score, ${at}::timestamptz
    from unnest(${ids}::bigint[], ${sql.param(found.map(({ campaign }) => campaign))}::int[],
      ${sql.param(found.map(({ reasons }) => reasons.join()))}::text[],
      ${sql.param(found.map(({ score }) => score))}::smallint[]) as f (id, campaign, reasons, score)
    on conflict (signature_id) do update set reasons = excluded.reasons, score = excluded.score
      where r.state = 'queued' and r.score < excluded.score
    returning r.found_at = ${at}::timestamptz as "isNew"`);
  await tx.execute(sql`
    update signatures s set state = 'quarantined'
    where s.id = any (${ids}::bigint[]) and s.state = 'confirmed'
      and exists (select from signature_reviews r where r.signature_id = s.id and r.state = 'queued')`);
  return rows.filter(({ isNew }) => isNew).length;
}
