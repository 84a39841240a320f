import { and, eq, isNull, sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { campaignClosings, campaigns } from "#db/schema/index.ts";

export type CampaignClosed =
  | { outcome: "closed"; erasesOn: Date; due: DueCount[] }
  /** A dry run: nothing was changed. */
  | { outcome: "would-close"; erasesOn: Date; due: DueCount[] }
  | { outcome: "already-closed"; erasesOn: Date }
  | { outcome: "not-open" }
  | { outcome: "unknown-campaign" };

type Closing = { campaignSlug: string; months: number; actor: Actor; dryRun: boolean };

/** Returns when personal data is erased: `months` calendar months (UTC) after closing. */
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
 * Closes a campaign: nobody signs, pledges or writes from now on, and the clock starts after which names,
 * addresses, comments, letters and holdings are erased. What was signed before can be confirmed within its
 * seven days.
 */
export async function closeCampaign(
  db: Db,
  { campaignSlug, months, actor, dryRun }: Closing,
  now = new Date(),
): Promise<CampaignClosed> {
  return db.transaction(async (tx): Promise<CampaignClosed> => {
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

    const waits = and(eq(campaignClosings.campaignId, row.id), isNull(campaignClosings.approvedAt));
    await tx
      .update(campaignClosings)
      .set({ withdrawnAt: now })
      .where(and(waits, isNull(campaignClosings.withdrawnAt)));
    const dueNow = await readDue(tx, row.id);
    const alone = { approvedAt: now, approvedAlone: true };
    await tx
      .insert(campaignClosings)
      .values({ campaignId: row.id, retentionMonths: months, due: dueNow, askedAt: now, ...alone });
    await startClock(tx, { campaignId: row.id, months, due: dueNow, actor, alone: true }, now);
    return { outcome: "closed", erasesOn: on, due };
  });
}

/** Counts the rows to go, by sort; `counted` are signatures that stay as a number. */
export async function readDue(tx: Tx, campaignId: number): Promise<Record<string, number>> {
  const { signatures } = await readCounts(tx, campaignId);
  const due = await countDue(tx, campaignId);
  return { ...Object.fromEntries(due.map(({ what, rows }) => [what, rows])), counted: signatures };
}

type Clock = {
  campaignId: number;
  months: number;
  due: Record<string, number>;
  actor: Actor;
  /** Nobody but the actor approved it. */
  alone: boolean;
};

/** Closes a campaign that is locked and open. */
export async function startClock(
  tx: Tx,
  { campaignId, months, due, actor, alone }: Clock,
  now: Date,
): Promise<void> {
  const closed = { status: "closed", closedAt: now, retentionMonths: months, finalCounts: due } as const;
  await tx.update(campaigns).set(closed).where(eq(campaigns.id, campaignId));
  const entry = { actor, action: "campaign-closed", campaignId, subject: null } as const;
  await recordAudit(tx, { ...entry, detail: { months, signatures: due.counted ?? 0, alone } }, now);
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
      .where(and(eq(campaigns.slug, campaignSlug), mayAct(actor, sql`${campaigns.id}`, "manage")))
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

/** Number of rows of a kind that will be erased. */
type DueCount = {
  what: "signatures" | "pledges" | "letters" | "consents" | "mails" | "paper" | "files";
  rows: number;
};

/**
 * Counts rows that a campaign holds of people, by sort, with forms that wait sealed: for a dry run and
 * closing, not for a page.
 */
async function countDue(db: DbOrTx, campaignId: number): Promise<DueCount[]> {
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
