import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";

/** The company of a campaign's entry, or of a meeting. */
type About = { campaignId: number; companyId?: number; meetingId?: number };

/**
 * Keeps the companies of entries in their campaigns until the transaction ends: a removal waits, and then
 * finds the entries. A company removed while a form waited is added again as the campaign's last, and logged,
 * so that no entry is lost. One that the campaign never had is not added.
 */
export async function keepCompanies(tx: Tx, entries: readonly About[], now: Date): Promise<void> {
  const named = sql`(select distinct n.campaign_id, coalesce(n.company_id, m.target_id) as company_id
    from unnest(${sql.param(entries.map(({ campaignId }) => campaignId))}::int[],
      ${sql.param(entries.map(({ companyId }) => companyId ?? null))}::int[],
      ${sql.param(entries.map(({ meetingId }) => meetingId ?? null))}::int[])
      n (campaign_id, company_id, meeting_id) left join meetings m on m.id = n.meeting_id)`;
  const [found] = await tx.execute<{ all: boolean }>(sql`
    with kept as (select from campaign_companies o
      where (o.campaign_id, o.company_id) in (select campaign_id, company_id from ${named} e)
      order by o.campaign_id, o.company_id for key share of o)
    select (select count(*) from kept) = (select count(*) from ${named} e) as all`);
  if (found?.all) return;
  const back = await tx.execute<{ campaignId: number; company: string }>(sql`
    insert into campaign_companies (campaign_id, company_id, place)
    select e.campaign_id, e.company_id, (select max(place) from campaign_companies o
      where o.campaign_id = e.campaign_id) + row_number() over (partition by e.campaign_id order by e.company_id)
    from ${named} e where not exists (select from campaign_companies o
      where o.campaign_id = e.campaign_id and o.company_id = e.company_id)
      and exists (select from audit_entries a join targets t on t.id = e.company_id
        where a.campaign_id = e.campaign_id and a.action = 'companies-changed'
          and jsonb_exists(a.detail -> 'removed', t.slug))
    on conflict (campaign_id, company_id) do nothing
    returning campaign_id as "campaignId",
      (select t.name from targets t where t.id = campaign_companies.company_id) as company`);
  for (const { campaignId, company } of back) {
    const entry = { actor: "system", action: "companies-changed", campaignId, subject: null } as const;
    await recordAudit(tx, { ...entry, detail: { company, cause: "entry" } }, now);
  }
}
