import { sql } from "drizzle-orm";
import { erasesOn } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { findNewestSeal, type NewestSeal } from "#app/domain/record/list-entries.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { monthsAfterClosing, retention } from "./retention.ts";

export type Transparency = {
  kept: { what: string; period: number; unit: "hours" | "days" | "months" }[];
  /** Null while it is open. */
  closed: { on: Date; erasesOn: Date; erasedOn: Date | null } | null;
  /** Erased people whose confirmed signatures still count; null once everything is erased. */
  erasures: number | null;
  /** Requests for personal data that the organizers noted. */
  requests: { received: number; open: number };
  /** Exports by month (`2026-11`), newest first, for at most two years. */
  exports: { month: string; files: number }[];
  /** Bulk invalidations, with the organizers' public notes. */
  invalidations: { on: Date; signatures: number; note: string }[];
  seal: NewestSeal | null;
};

/** Reads all that a campaign's transparency page shows. Counts and dates, nothing of a person. */
export async function readTransparency(db: DbOrTx, campaignId: number): Promise<Transparency> {
  const [campaign] = await db.execute<{
    closedAt: string | null;
    retentionMonths: number;
    personalErasedAt: string | null;
    erasingSince: string | null;
  }>(sql`
    select closed_at as "closedAt", retention_months as "retentionMonths",
      personal_erased_at as "personalErasedAt", erasing_since as "erasingSince" from campaigns
      where id = ${campaignId}`);
  const [erased] = await db.execute<{ n: number }>(
    sql`select coalesce(sum(erased), 0)::int as n from campaign_counts where campaign_id = ${campaignId}`,
  );
  const [requests] = await db.execute<Transparency["requests"]>(sql`
    select count(*)::int as received, count(*) filter (where done_on is null)::int as open from data_requests
    where campaign_id = ${campaignId}`);
  const exports = await db.execute<{ month: string; files: number }>(sql`
    select to_char(created_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::int as files from exports
    where campaign_id = ${campaignId} and started_at is not null group by 1 order by 1 desc limit 24`);
  const invalidations = await db.execute<{ on: string; signatures: number; note: string }>(sql`
    select finished_at as on, invalidated as signatures, note from bulk_invalidations
    where campaign_id = ${campaignId} and finished_at is not null and undone_at is null and note is not null
    order by finished_at desc limit 100`);
  const months = Number(campaign?.retentionMonths ?? monthsAfterClosing.usual);
  const at = (text: string | null | undefined) => (text ? new Date(text) : null);
  const closedAt = at(campaign?.closedAt);
  return {
    kept: retention.map((one) => (one.what === "closed" ? { ...one, period: months } : one)),
    closed: closedAt && {
      on: closedAt,
      erasesOn: erasesOn(closedAt, months),
      erasedOn: at(campaign?.personalErasedAt),
    },
    erasures: campaign?.erasingSince ? null : (erased?.n ?? 0),
    requests: requests ?? { received: 0, open: 0 },
    exports: [...exports],
    invalidations: invalidations.map((one) => ({ ...one, on: new Date(one.on) })),
    seal: await findNewestSeal(db),
  };
}
