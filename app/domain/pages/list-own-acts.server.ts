import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { OwnAct } from "./case-page.ts";

/**
 * Lists what a campaign did, and what came back, for its timeline, oldest first: only what the company's
 * server accepted counts as letters. Days are the company's; those of letters are UTC, as in the ledger.
 */
export async function listOwnActs(db: DbOrTx, campaignId: number): Promise<OwnAct[]> {
  const acts = await db.execute<OwnAct>(sql`
    with acts as (
      select 'opened' as what, (k.opened_at at time zone t.zone)::date as on_day, null::int as company_id,
        0 as letters, 0 as names, null::int as year
      from campaigns k join targets t on t.id = k.target_id
      where k.id = ${campaignId} and k.opened_at is not null
      union all
      select 'letters', (d.started_at at time zone 'UTC')::date, d.company_id, sum(p.letters)::int,
        sum(p.names)::int, null
      from letter_dispatches d join letter_parts p on p.dispatch_id = d.id
        join outbox m on m.letter_part_id = p.id
      where d.campaign_id = ${campaignId} and d.started_at is not null
        and m.state in ('delivered', 'complained')
      group by d.id
      union all
      select 'reply', y.received_on, d.company_id, 0, 0, null
      from letter_replies y join letter_dispatches d on d.id = y.dispatch_id
      where d.campaign_id = ${campaignId} and y.approved_at is not null and y.removed_at is null
      union all
      select 'result', (min(r.approved_at) at time zone t.zone)::date, t.id, 0, 0, m.year::int
      from campaign_companies c join targets t on t.id = c.company_id join meetings m on m.target_id = t.id
        join result_proposals r on r.meeting_id = m.id
      where c.campaign_id = ${campaignId} and r.approved_at is not null
      group by m.id, t.id
    )
    select what, on_day::text as on, company_id as "companyId", letters, names, year
    from acts order by on_day, what`);
  return [...acts];
}
