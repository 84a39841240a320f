import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/** Fewer signatures with a name are no repeat. */
const repeatsAtLeast = 5;
/** How many times more often than its parts suggest. */
const timesExpected = 10;

/**
 * Queues the signatures of a campaign whose name is there far more often than chance makes it.
 *
 * A number alone would flood the queue: of a million Americans some 140 are John Smith. So it is compared
 * with what the names of all others in the same script let expect: as many bear the first part, as many the
 * last, of all people. Ten times that is more than families and countries explain (Maria Garcia is some five
 * times as frequent as her parts say). "Zork Blort" has parts that nobody else bears, and is found at five.
 * Of a name of one word the missing second part counts as one; of Chinese and Korean names without a space
 * the first character is the family's. A name that was kept once is not asked about again.
 */
export async function queueRepeats(tx: Tx, campaignId: number, now: Date): Promise<void> {
  await tx.execute(sql`
    with people as materialized (
      select s.id, p.name, ${key} as key, ${script} as script, ${firstPart} as first, ${lastPart} as last
      from signatures s join supporters p on p.id = s.supporter_id
      where s.campaign_id = ${campaignId} and s.state = 'confirmed' and exists (select from consents c
        where c.supporter_id = s.supporter_id and c.campaign_id = s.campaign_id
          and c.purpose = 'deliver_to_company' and c.revoked_at is null)),
    many as (select key, min(script) as script, min(first) as first, min(last) as last,
      count(*)::float8 as bearers
      from people group by key having count(*) >= ${repeatsAtLeast}),
    firsts as (select script, first, count(*) as bearers from people
      where first in (select first from many) group by script, first),
    lasts as (select script, last, count(*) as bearers from people
      where last in (select last from many) group by script, last),
    everybody as (select script, count(*) as people from people group by script),
    repeated as (select m.key from many m join firsts f using (script, first) join lasts l
      using (script, last)
      join everybody e using (script)
      where m.bearers > ${timesExpected} * (f.bearers - m.bearers + 1) * (l.bearers - m.bearers
        + 1) / (e.people - m.bearers + 1))
    insert into name_reviews as r (signature_id, campaign_id, reasons, name_sha256, found_at)
    select p.id, ${campaignId}, '{repeat}', sha256(convert_to(p.name, 'UTF8')),
      ${now.toISOString()}::timestamptz
    from people p join repeated using (key)
    where not exists (select from name_reviews k where k.campaign_id = ${campaignId} and k.state = 'kept'
      and 'repeat' = any (k.reasons) and k.name_sha256 = sha256(convert_to(p.name, 'UTF8')))
    order by p.id
    on conflict (signature_id) do update set reasons = r.reasons || '{repeat}'
      where r.state = 'queued' and not 'repeat' = any (r.reasons)`);
}

const key = sql.raw(`lower(btrim(regexp_replace(p.name, '[[:space:]]+', ' ', 'g')))`);
/**
 * Roughly the script of a name's first character: Latin, Chinese and Korean are one each, others by blocks of
 * 256.
 */
const script = sql`case when ascii(${key}) < 880 then 0 when ascii(${key}) between 19968 and 40959 then 1
  when ascii(${key}) between 44032 and 55203 then 2 else ascii(${key}) / 256 end`;
const withoutSpace = sql.raw(String.raw`p.name ~ '^([\u4e00-\u9fff]{2,4}|[\uac00-\ud7a3]{2,4})$'`);
const firstPart = sql`case when ${withoutSpace} then left(p.name, 1) else split_part(${key}, ' ', 1) end`;
const lastPart = sql`case when ${withoutSpace} then substr(p.name, 2)
  when strpos(${key}, ' ') = 0 then '' else split_part(${key}, ' ', -1) end`;
