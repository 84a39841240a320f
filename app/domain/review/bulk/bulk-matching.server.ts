import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { type BulkConditions, maxCountedSignatures, sampleOf } from "./bulk.ts";

/** Matches signatures `s` of persons `p`, counted or on hold, that meet the conditions. */
export function matching(
  campaignId: number,
  { reason, domain, country, source, block, from, to }: BulkConditions,
): SQL {
  const conditions = [sql`s.campaign_id = ${campaignId}`, sql`s.state in ('confirmed', 'quarantined')`];
  if (reason)
    conditions.push(sql`exists (select from signature_reviews r
        where r.signature_id = s.id and ${reason} = any (r.reasons)
      and r.state <> 'kept')`);
  if (domain?.startsWith("."))
    conditions.push(
      sql`'.' || split_part(p.email_canonical, '@', 2) like ${`%${domain.replace(/[\\%_]/g, "\\$&")}`}`,
    );
  else if (domain) conditions.push(sql`split_part(p.email_canonical, '@', 2) = ${domain}`);
  if (country) conditions.push(sql`p.country = ${country}`);
  if (source) conditions.push(sql`s.source = ${source}`);
  if (block === "gone") conditions.push(sql`false`);
  else if (block)
    conditions.push(sql`s.id in (select g.signature_id from trace_groups g where g.campaign_id = ${campaignId}
      and g.kind = 'block' and g.hash = decode(${block}, 'hex'))`);
  if (from) conditions.push(sql`s.signed_at >= ${from}::timestamp at time zone 'UTC'`);
  if (to) conditions.push(sql`s.signed_at < (${to}::timestamp + interval '1 day') at time zone 'UTC'`);
  return sql`from signatures s join supporters p on p.id = s.supporter_id
    where ${sql.join(conditions, sql` and `)}`;
}

/** Seconds a page waits. */
const patience = 1;

/** What a query finds within a second; null if it takes longer. */
async function inTime<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T | null> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local statement_timeout = '${patience}s'`));
      return read(tx);
    });
  } catch (error) {
    const { code } = ((error as Error).cause ?? error) as { code?: string };
    if (code === "57014") return null;
    throw error;
  }
}

/** Counts matches; null where there are too many to count while somebody waits, or they are hard to find. */
export async function countInTime(
  db: Db,
  campaignId: number,
  conditions: BulkConditions,
  atMost = maxCountedSignatures,
): Promise<number | null> {
  const counted = await inTime(db, (tx) =>
    tx.execute<{ matched: number }>(sql`
      select count(*)::int as matched
      from (select ${matching(campaignId, conditions)} limit ${atMost + 1}) counted`),
  );
  const matched = counted?.[0]?.matched ?? atMost + 1;
  return matched > atMost ? null : matched;
}

export type BulkPreview = {
  /** Null: more than are counted while a page waits. */
  matched: number | null;
  /** The newest; null if finding them takes too long. */
  sample: { name: string; email: string; country: string; state: string }[] | null;
};

/** Counts matches and lists the newest, within two seconds for any number of signatures. */
export async function previewBulk(
  db: Db,
  campaignId: number,
  conditions: BulkConditions,
): Promise<BulkPreview> {
  const matched = await countInTime(db, campaignId, conditions);
  const rows = await inTime(db, (tx) =>
    tx.execute<NonNullable<BulkPreview["sample"]>[number]>(sql`
      select p.name, p.email, p.country, s.state::text as state ${matching(campaignId, conditions)}
      order by s.id desc limit ${sampleOf}`),
  );
  return { matched, sample: rows && [...rows] };
}
