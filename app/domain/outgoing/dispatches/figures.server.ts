import { sql } from "drizzle-orm";
import { companyOf, type OfCompany } from "#app/domain/campaign/company-of.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { letterIsFor } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import { readPledgeCount } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import type { DbOrTx } from "#db/index.ts";
import type { DispatchFigures } from "./dispatch.ts";
import { letterMayGo, lettersFor, nameGoesWith, waitingNames } from "./eligible.server.ts";

/**
 * Reads a dispatch's current counts: its letters and names (for a draft, those it would have), the campaign's
 * signatures, and the featured meeting's holders as published.
 */
export async function readFigures(db: DbOrTx, dispatchId: number): Promise<DispatchFigures> {
  const [row] = await db.execute<{
    campaignId: number;
    companyId: number;
    isSubmitted: boolean;
    isConsolidated: boolean;
    withNames: boolean;
    letters: number;
    names: number;
  }>(sql`
    select x.campaign_id as "campaignId", x.company_id as "companyId", x.submitted_at is not null
      as "isSubmitted",
      x.kind = 'consolidated' as "isConsolidated", x.with_names as "withNames",
      (select count(*)::int from letters
        where dispatch_id = x.id and state in ('confirmed', 'queued')) as letters,
      (select count(*)::int from letter_names t join signatures g on g.id = t.signature_id
        join supporters s on s.id = g.supporter_id
        where t.dispatch_id = x.id and ${nameGoesWith(sql`x.id`)}) as names
    from letter_dispatches x where x.id = ${dispatchId}`);
  if (!row) throw new Error("no such dispatch");
  const { campaignId, companyId, isSubmitted, isConsolidated, withNames } = row;
  const { signatures } = await readCounts(db, campaignId);
  const pledges = await readPledgeCount(db, campaignId, companyId);
  const waits =
    !isSubmitted && isConsolidated
      ? await countDraft(db, { campaignId, companyId, id: dispatchId, withNames })
      : row;
  return {
    letters: waits.letters,
    names: waits.names,
    signatures,
    holders: pledges?.published?.all?.holders ?? null,
  };
}

async function countDraft(
  db: DbOrTx,
  { id, withNames, ...of }: { id: number; campaignId: number; companyId: number; withNames: boolean },
) {
  const letters = lettersFor({ id, ...of, kind: "consolidated" });
  const [row] = await db.execute<{ letters: number; names: number }>(sql`
    select (select count(*)::int from letters l where ${letters}) as letters,
      (select count(*)::int from signatures g where ${withNames} and ${waitingNames(of)}) as names`);
  return row ?? { letters: 0, names: 0 };
}

export type WaitingFor = { publicId: string; name: string; letters: number };

/** Counts the letters that wait for each open recipient at a company; none where fewer than two are open. */
export async function countByRecipient(db: DbOrTx, of: OfCompany): Promise<WaitingFor[]> {
  const rows = await db.execute<WaitingFor>(sql`
    select r.public_id as "publicId", r.name, (select count(*)::int from letters l
      where l.campaign_id = r.campaign_id and l.company_id = r.company_id and l.state = 'confirmed'
        and l.dispatch_id is null and ${letterMayGo} and ${letterIsFor}) as letters
    from letter_recipients r where r.campaign_id = ${of.campaignId} and r.company_id = ${companyOf(of)}
      and r.opened_at is not null order by r.opened_at, r.id`);
  return rows.length < 2 ? [] : [...rows];
}
