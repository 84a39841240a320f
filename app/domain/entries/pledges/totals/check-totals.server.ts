import { and, eq, isNull, sql } from "drizzle-orm";
import { toMicro } from "#app/domain/base/micro.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaignCompanies, campaigns, meetings, pledgeTotals, targets } from "#db/schema/index.ts";
import { asColumns, cellKey, recountTotals } from "./recount.server.ts";

/** A total of pledges that differs from a recount, or pledges that cannot be decrypted (`unreadable`). */
export type TotalDrift = { campaign: string; counter: string; stored: string; counted: string };

/**
 * Decrypts and adds up the pledges of every meeting again and lists the totals that differ. Call it in one
 * REPEATABLE READ transaction. What a drift says is a sum of shares: it belongs to the operator.
 */
export async function listTotalDrift(db: DbOrTx, keys: Keys): Promise<TotalDrift[]> {
  const counted = await db
    .selectDistinct({
      campaignId: campaigns.id,
      campaign: campaigns.slug,
      meetingId: meetings.id,
      year: meetings.year,
      company: targets.slug,
      several: sql<boolean>`(select count(*) from campaign_companies o
        where o.campaign_id = ${campaigns.id}) > 1`,
    })
    .from(meetings)
    .innerJoin(campaignCompanies, eq(campaignCompanies.companyId, meetings.targetId))
    .innerJoin(campaigns, eq(campaigns.id, campaignCompanies.campaignId))
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    // When a closed campaign's pledges are erased, their totals stay.
    .where(isNull(campaigns.erasingSince))
    .orderBy(campaigns.slug, meetings.year, targets.slug);
  const drift: TotalDrift[] = [];
  for (const { campaign, year, company, several, ...meeting } of counted) {
    const of = several ? `${company} ${year}` : year;
    for (const one of await listDriftOf(db, keys, meeting))
      drift.push({ campaign, ...one, counter: `pledges ${of} ${one.counter}` });
  }
  return drift;
}

async function listDriftOf(db: DbOrTx, keys: Keys, meeting: { campaignId: number; meetingId: number }) {
  const { cells, unreadable } = await recountTotals(db, keys, meeting);
  const stored = await db
    .select()
    .from(pledgeTotals)
    .where(
      and(eq(pledgeTotals.campaignId, meeting.campaignId), eq(pledgeTotals.meetingId, meeting.meetingId)),
    );
  const drift = unreadable
    ? [{ counter: "unreadable", stored: "0", counted: `${unreadable}` }]
    : ([] as Omit<TotalDrift, "campaign">[]);
  const seen = new Set<string>();
  const compare = (key: string, kept: Columns, found: Columns) => {
    for (const [column, value] of Object.entries(found)) {
      const was = kept[column as keyof Columns];
      if (toMicro(`${was}`) !== toMicro(`${value}`))
        drift.push({ counter: `${key} ${column}`, stored: `${was}`, counted: `${value}` });
    }
  };
  for (const row of stored) {
    const key = cellKey(row);
    seen.add(key);
    const sum = cells.get(key);
    compare(key, row, sum ? asColumns(sum) : none);
  }
  for (const [key, sum] of cells) if (!seen.has(key)) compare(key, none, asColumns(sum));
  return drift;
}

type Columns = ReturnType<typeof asColumns>;
const none: Columns = {
  holders: 0,
  shares: "0",
  wholeShares: "0",
  bucketHolders: 0,
  bucketMin: "0",
  bucketMax: "0",
};
