import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { campaignClosings, campaigns } from "#db/schema/index.ts";
import { type Actor, recordAudit } from "../audit/record.server.ts";
import { readCounts } from "../campaigns/queries.server.ts";
import { countDue, type DueCount } from "./count-due.server.ts";

export type Closed =
  | { outcome: "closed"; erasesOn: Date; due: DueCount[] }
  /** A dry run: nothing was changed. */
  | { outcome: "would-close"; erasesOn: Date; due: DueCount[] }
  | { outcome: "already-closed"; erasesOn: Date }
  | { outcome: "not-open" }
  | { outcome: "unknown-campaign" };

type Closing = { campaignSlug: string; months: number; actor: Actor; dryRun: boolean };

/** The moment from which what is personal is erased: so many months after closing, by the calendar in UTC. */
export function erasesOn(closedAt: Date, months: number): Date {
  const on = new Date(closedAt);
  const day = on.getUTCDate();
  on.setUTCDate(1);
  on.setUTCMonth(on.getUTCMonth() + months);
  const last = new Date(Date.UTC(on.getUTCFullYear(), on.getUTCMonth() + 1, 0)).getUTCDate();
  on.setUTCDate(Math.min(day, last));
  return on;
}

/**
 * Closes a campaign: nobody signs, pledges or writes from now on, and the clock starts after which names, addresses,
 * comments, letters and holdings are erased. What was signed before can be confirmed within its seven days.
 */
export async function closeCampaign(
  db: Db,
  { campaignSlug, months, actor, dryRun }: Closing,
  now = new Date(),
): Promise<Closed> {
  return db.transaction(async (tx): Promise<Closed> => {
    const [row] = await tx
      .select({
        id: campaigns.id,
        status: campaigns.status,
        closedAt: campaigns.closedAt,
        months: campaigns.retentionMonths,
      })
      .from(campaigns)
      .where(eq(campaigns.slug, campaignSlug))
      .for("update");
    if (!row) return { outcome: "unknown-campaign" };
    if (row.closedAt) return { outcome: "already-closed", erasesOn: erasesOn(row.closedAt, row.months) };
    if (row.status !== "open") return { outcome: "not-open" };

    const due = await countDue(tx, row.id);
    const on = erasesOn(now, months);
    if (dryRun) return { outcome: "would-close", erasesOn: on, due };

    const { signatures } = await readCounts(tx, row.id);
    const counted = Object.fromEntries(due.map(({ what, rows }) => [what, rows]));
    await tx
      .update(campaigns)
      .set({
        status: "closed",
        closedAt: now,
        retentionMonths: months,
        finalCounts: { ...counted, counted: signatures },
      })
      .where(eq(campaigns.id, row.id));
    await tx
      .update(campaignClosings)
      .set({ withdrawnAt: now })
      .where(
        and(
          eq(campaignClosings.campaignId, row.id),
          isNull(campaignClosings.approvedAt),
          isNull(campaignClosings.withdrawnAt),
        ),
      );
    const entry = { actor, action: "campaign-closed", campaignId: row.id, subject: null } as const;
    await recordAudit(tx, { ...entry, detail: { months, signatures } }, now);
    return { outcome: "closed", erasesOn: on, due };
  });
}

export type Reopened = { outcome: "reopened" | "not-closed" | "erasing" | "unknown-campaign" };

/** Opens a closed campaign again, as long as nothing of it was erased. */
export async function reopenCampaign(
  db: Db,
  { campaignSlug, actor }: { campaignSlug: string; actor: Actor },
  now = new Date(),
): Promise<Reopened> {
  return db.transaction(async (tx): Promise<Reopened> => {
    const { id, status, erasingSince } = campaigns;
    const [row] = await tx
      .select({ id, status, erasingSince })
      .from(campaigns)
      .where(eq(campaigns.slug, campaignSlug))
      .for("update");
    if (!row) return { outcome: "unknown-campaign" };
    if (row.status !== "closed") return { outcome: "not-closed" };
    if (row.erasingSince) return { outcome: "erasing" };
    await tx
      .update(campaigns)
      .set({ status: "open", closedAt: null, finalCounts: null })
      .where(eq(id, row.id));
    const entry = { actor, action: "campaign-reopened", campaignId: row.id, subject: null } as const;
    await recordAudit(tx, { ...entry, detail: {} }, now);
    return { outcome: "reopened" };
  });
}
