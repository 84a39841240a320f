import { sql } from "drizzle-orm";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { readPledgeCount } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import type { DbOrTx } from "#db/index.ts";
import type { DispatchFigures } from "./dispatch.ts";
import { lettersFor, nameGoesWith, waitingNames } from "./eligible.server.ts";

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
