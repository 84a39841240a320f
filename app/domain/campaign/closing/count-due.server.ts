import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

/** Number of rows of a kind that will be erased. */
export type DueCount = {
  what: "signatures" | "pledges" | "letters" | "consents" | "mails" | "paper" | "files";
  rows: number;
};

/**
 * Counts rows that a campaign holds of people, by sort, with forms that wait sealed: for a dry run and
 * closing, not for a page.
 */
export async function countDue(db: DbOrTx, campaignId: number): Promise<DueCount[]> {
  const sealed = (kind: string) =>
    sql`(select count(*) from waiting_forms where campaign_id = ${campaignId} and kind = ${kind})`;
  const rows = await db.execute<{ what: DueCount["what"]; rows: string }>(sql`
    select 'signatures' as what, count(*) + ${sealed("signature")} as rows from signatures
    where campaign_id = ${campaignId}
    union all select 'pledges', count(*) + ${sealed("pledge")} from pledges where campaign_id = ${campaignId}
    union all select 'letters', count(*) + ${sealed("letter")} from letters where campaign_id = ${campaignId}
    union all select 'consents', count(*) from consents where campaign_id = ${campaignId}
    union all select 'mails', count(*) from outbox
    where campaign_id = ${campaignId} and supporter_id is not null
    union all select 'paper', count(*) from paper_signatures where campaign_id = ${campaignId}
    union all select 'files', (select count(*) from exports where campaign_id = ${campaignId} and kept
      and wiped_at is null)
      + (select count(*) from imports where campaign_id = ${campaignId} and sha256 is not null
        and wiped_at is null)`);
  return rows.map(({ what, rows: many }) => ({ what, rows: Number(many) }));
}
