import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { markAddress } from "./scoring/address-marks.ts";

/** A domain or a forwarding service with many signatures of one day that count. */
export type DomainCrowd = { domain: string; relay: boolean; signatures: number };

/** Fewer confirmed signatures of one day are a team or a family; of a service, a smaller part is usual. */
const crowd = { atLeast: 20, shareOfRelays: 0.01 };
const listedAtMost = 10;
/** Counting stops here. */
const countedAtMost = 1000;

/**
 * Lists registered domains that no signature had before, and forwarding services, that brought many confirmed
 * signatures in a day of the last seven, for organizers to review: a union looks like one person with a
 * domain of their own, so no score decides. What an organizer has decided about is left out.
 */
export async function listDomainCrowds(db: Db, campaignId: number): Promise<DomainCrowd[]> {
  const rows = await db.execute<{ email: string; relay: boolean; signatures: number }>(sql`
    with days as (
      select g.kind, g.hash, count(*)::int as signatures, min(g.signature_id) as first,
        min(g.seen_at) as since
      from trace_groups g where g.campaign_id = ${campaignId} and g.kind in ('domain', 'relay')
      group by g.kind, g.hash having count(*) >= ${crowd.atLeast}
      order by 3 desc limit ${10 * listedAtMost}),
    week as (select count(*)::int as all from (select from trace_groups where campaign_id = ${campaignId}
      and kind = 'name' limit 100000) n)
    select p.email_canonical as email, d.kind = 'relay' as relay, c.signatures
    from days d cross join week w
      cross join lateral (select count(*)::int as signatures from (select from trace_groups g
        join signatures m on m.id = g.signature_id and m.state = 'confirmed'
        where g.campaign_id = ${campaignId} and g.kind = d.kind and g.hash = d.hash
        limit ${countedAtMost}) counted) c
      join signatures s on s.id = d.first
      join supporters p on p.id = s.supporter_id
    where c.signatures >= ${crowd.atLeast}
      and case d.kind when 'relay' then c.signatures >= w.all * ${crowd.shareOfRelays}::float8
      else not exists (select from supporters e join signatures b on b.supporter_id = e.id
        where split_part(e.email_canonical, '@', 2) = split_part(p.email_canonical, '@', 2)
          and b.campaign_id = ${campaignId} and b.confirmed_at < d.since - interval '1 day') end
      and not exists (select from bulk_invalidations i where i.campaign_id = ${campaignId}
        and split_part(p.email_canonical, '@', 2) like '%' || ltrim(i.conditions ->> 'domain', '.'))
    order by c.signatures desc`);
  const found = new Map<string, DomainCrowd>();
  for (const { email, relay, signatures } of rows) {
    const marks = markAddress(email);
    const domain = relay ? marks.relay : marks.disposable ? null : marks.domain;
    if (domain && !found.has(domain)) found.set(domain, { domain, relay, signatures });
  }
  return [...found.values()].slice(0, listedAtMost);
}
