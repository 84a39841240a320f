import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { erasesOn, readDue } from "./close-campaign.server.ts";

export type Closing = {
  status: "draft" | "open" | "closed";
  /** The request that waits for approval. */
  asked: Asked | null;
  closed: Closed | null;
};

/** `by`: null for the operator or a removed account. `due`: what would be erased, `counted`: what stays. */
type Asked = {
  subject: string;
  by: { id: string; name: string } | null;
  at: string;
  months: number;
  due: Record<string, number>;
};

type Closed = {
  at: string;
  erasesOn: string;
  months: number;
  askedBy: string | null;
  approvedBy: string | null;
  alone: boolean;
  erasingSince: string | null;
  erasedAt: string | null;
  counts: Record<string, number>;
};

type Row = {
  status: Closing["status"];
  closedAt: string | null;
  retentionMonths: number;
  erasingSince: string | null;
  personalErasedAt: string | null;
  finalCounts: Record<string, number> | string | null;
};

type ClosingRow = {
  subject: string;
  byId: string | null;
  byName: string | null;
  approvedBy: string | null;
  askedAt: string;
  approvedAt: string | null;
  approvedAlone: boolean;
  retentionMonths: number;
  due: Record<string, number> | string;
};

const parsed = (value: Record<string, number> | string): Record<string, number> =>
  typeof value === "string" ? JSON.parse(value) : value;
const time = (text: string) => new Date(text).toISOString();

/** Reads how far a campaign is toward being closed and emptied. */
export async function readClosing(db: Db, campaignId: number): Promise<Closing> {
  const [campaign] = await db.execute<Row>(sql`
    select status, closed_at as "closedAt", retention_months as "retentionMonths",
      erasing_since as "erasingSince", personal_erased_at as "personalErasedAt", final_counts as "finalCounts"
    from campaigns where id = ${campaignId}`);
  if (!campaign) throw new Error("there is no such campaign");
  const [row] = await db.execute<ClosingRow>(sql`
    select c.public_id as subject, c.asked_by_id as "byId", a.name as "byName", b.name as "approvedBy",
      c.asked_at as "askedAt", c.approved_at as "approvedAt", c.approved_alone as "approvedAlone",
      c.retention_months as "retentionMonths", c.due
    from campaign_closings c left join organizers a on a.id = c.asked_by_id
    left join organizers b on b.id = c.approved_by_id
    where c.campaign_id = ${campaignId} and c.withdrawn_at is null order by c.id desc limit 1`);
  const { status, closedAt, retentionMonths: months } = campaign;
  const asked = row && row.approvedAt === null ? row : null;
  return {
    status,
    asked: asked && {
      subject: asked.subject,
      by: asked.byId ? { id: asked.byId, name: asked.byName ?? "" } : null,
      at: time(asked.askedAt),
      months: asked.retentionMonths,
      due: parsed(asked.due),
    },
    closed:
      closedAt === null
        ? null
        : {
            at: time(closedAt),
            erasesOn: erasesOn(new Date(closedAt), months).toISOString(),
            months,
            askedBy: row?.byName ?? null,
            approvedBy: row?.approvedBy ?? null,
            alone: row?.approvedAlone ?? true,
            erasingSince: campaign.erasingSince && time(campaign.erasingSince),
            erasedAt: campaign.personalErasedAt && time(campaign.personalErasedAt),
            counts: campaign.finalCounts ? parsed(campaign.finalCounts) : {},
          },
  };
}

/** Tells what would go, how much and when, if the campaign closed now. Changes nothing. */
export const previewClosing = (db: Db, campaignId: number, months: number, now = new Date()) =>
  db.transaction(async (tx) => ({
    months,
    erasesOn: erasesOn(now, months).toISOString(),
    due: await readDue(tx, campaignId),
  }));

type Noted = { id: number; closedAt: Date | null; retentionMonths: number; personalErasedAt: Date | null };

/** Finds the note on every console page: closed until when, erased, or asked to be closed. Null: none. */
export async function findClosingNote(
  db: Db,
  { id, closedAt, retentionMonths, personalErasedAt }: Noted,
): Promise<{ erases: string } | "erased" | "asked" | null> {
  if (personalErasedAt) return "erased";
  if (closedAt) return { erases: erasesOn(closedAt, retentionMonths).toISOString() };
  const [row] = await db.execute(sql`
    select id from campaign_closings
    where campaign_id = ${id} and approved_at is null and withdrawn_at is null`);
  return row ? "asked" : null;
}
