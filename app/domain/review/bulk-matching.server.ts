import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { type BulkConditions, sampleOf } from "./bulk.ts";

/** Signatures `s` of persons `p` that count or are held back and meet the conditions. */
export function matching(
  campaignId: number,
  { reason, domain, country, source, from, to }: BulkConditions,
): SQL {
  const conditions = [sql`s.campaign_id = ${campaignId}`, sql`s.state in ('confirmed', 'quarantined')`];
  if (reason)
    conditions.push(sql`exists (select from signature_reviews r where r.signature_id = s.id and ${reason} = any (r.reasons)
      and r.state <> 'kept')`);
  if (domain) conditions.push(sql`split_part(p.email_canonical, '@', 2) = ${domain}`);
  if (country) conditions.push(sql`p.country = ${country}`);
  if (source) conditions.push(sql`s.source = ${source}`);
  if (from) conditions.push(sql`s.signed_at >= ${from}::timestamp at time zone 'UTC'`);
  if (to) conditions.push(sql`s.signed_at < (${to}::timestamp + interval '1 day') at time zone 'UTC'`);
  return sql`from signatures s join supporters p on p.id = s.supporter_id where ${sql.join(conditions, sql` and `)}`;
}

/** How many meet the conditions, and the newest of them. */
export async function previewBulk(db: DbOrTx, campaignId: number, conditions: BulkConditions) {
  const which = matching(campaignId, conditions);
  const [counted] = await db.execute<{ matched: number; up_to: string }>(sql`
    select count(*)::int as matched, coalesce(max(s.id), 0) as up_to ${which}`);
  const rows = await db.execute<{ name: string; email: string; country: string; state: string }>(sql`
    select p.name, p.email, p.country, s.state::text as state ${which} order by s.id desc limit ${sampleOf}`);
  return { matched: counted?.matched ?? 0, upToId: Number(counted?.up_to ?? 0), sample: [...rows] };
}
