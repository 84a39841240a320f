import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { listCompaniesOf } from "./find-company.server.ts";
import { type CompanyHold, findHolds } from "./holds-company.server.ts";

export type CompaniesSet =
  /** `removed`: slugs. */
  | { outcome: "set"; removed: string[] }
  /** Something depends on one that would be removed. */
  | { outcome: "held"; company: string; holds: CompanyHold[] };

/**
 * Makes a locked campaign one about these companies, in this order. Waits for letters and pledges that are
 * being stored, and keeps those after it waiting: they lock the same rows in the same order. Unconfirmed
 * signatures that meant the first keep the company that it was.
 */
export async function setCompanies(
  tx: Tx,
  campaignId: number,
  ids: readonly number[],
): Promise<CompaniesSet> {
  await tx.execute(sql`select from campaign_companies where campaign_id = ${campaignId}
    order by company_id for update`);
  const now = await listCompaniesOf(tx, campaignId);
  const removed = now.filter((one) => !ids.includes(one.id));
  for (const { id, name } of removed) {
    const holds = await findHolds(tx, campaignId, id);
    if (holds.length > 0) return { outcome: "held", company: name, holds };
  }
  const of = sql`campaign_id = ${campaignId}`;
  const all = sql`${sql.param([...ids])}::int[]`;
  const first = now[0]?.id;
  if (first !== ids[0])
    await tx.execute(sql`
      update signatures s set asked_company_ids = array[${first ?? null}::int]
      from (select id from signatures where ${of} and asked_consents is not null
        and asked_company_ids is null order by id for no key update) waiting
      where waiting.id = s.id`);
  await tx.execute(sql`delete from campaign_companies where ${of} and not company_id = any (${all})`);
  // Places are unique at every moment, so all are moved out of the way first.
  await tx.execute(sql`update campaign_companies set place = place + 10000 where ${of}`);
  await tx.execute(sql`
    insert into campaign_companies (campaign_id, company_id, place)
    select ${campaignId}, c.id, c.place from unnest(${all}) with ordinality c (id, place)
    on conflict (campaign_id, company_id) do update set place = excluded.place`);
  await tx.execute(sql`update campaigns set target_id = ${ids[0]} where id = ${campaignId}`);
  return { outcome: "set", removed: removed.map(({ slug }) => slug) };
}
