import { sql } from "drizzle-orm";
import type { Approver } from "#app/domain/access/approving.ts";
import { listSecondPersons } from "#app/domain/access/list-approvers.server.ts";
import type { Db } from "#db/index.ts";
import { erasesOn, readDue } from "./close-campaign.server.ts";

export type Closing = {
  status: "draft" | "open" | "closed";
  /** Who can close it: with one alone, nobody else approves. */
  managers: Approver[];
  /** What waits for a second person. */
  asked: Asked | null;
  closed: Closed | null;
};

/** `by`: null for the operator, or somebody who is gone. `due`: what was to go when it was asked for, `counted` what stays. */
type Asked = {
  /** Its public id. */
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
  closed_at: string | null;
  retention_months: number;
  erasing_since: string | null;
  personal_erased_at: string | null;
  final_counts: Record<string, number> | string | null;
};

type ClosingRow = {
  subject: string;
  by_id: string | null;
  by_name: string | null;
  approved_by: string | null;
  asked_at: string;
  approved_at: string | null;
  approved_alone: boolean;
  retention_months: number;
  due: Record<string, number> | string;
};

const parsed = (value: Record<string, number> | string): Record<string, number> =>
  typeof value === "string" ? JSON.parse(value) : value;
const time = (text: string) => new Date(text).toISOString();

/** Where a campaign stands on its way to being closed and emptied. */
export async function readClosing(db: Db, campaignId: number): Promise<Closing> {
  const [campaign] = await db.execute<Row>(sql`
    select status, closed_at, retention_months, erasing_since, personal_erased_at, final_counts
    from campaigns where id = ${campaignId}`);
  if (!campaign) throw new Error("there is no such campaign");
  const [row] = await db.execute<ClosingRow>(sql`
    select c.public_id as subject, c.asked_by_id as by_id, a.name as by_name, b.name as approved_by, c.asked_at, c.approved_at, c.approved_alone,
      c.retention_months, c.due
    from campaign_closings c left join organizers a on a.id = c.asked_by_id left join organizers b on b.id = c.approved_by_id
    where c.campaign_id = ${campaignId} and c.withdrawn_at is null order by c.id desc limit 1`);
  const { status, closed_at: closedAt, retention_months: months } = campaign;
  const asked = row && row.approved_at === null ? row : null;
  return {
    status,
    managers: await listSecondPersons(db, campaignId, "manage"),
    asked: asked && {
      subject: asked.subject,
      by: asked.by_id ? { id: asked.by_id, name: asked.by_name ?? "" } : null,
      at: time(asked.asked_at),
      months: asked.retention_months,
      due: parsed(asked.due),
    },
    closed:
      closedAt === null
        ? null
        : {
            at: time(closedAt),
            erasesOn: erasesOn(new Date(closedAt), months).toISOString(),
            months,
            askedBy: row?.by_name ?? null,
            approvedBy: row?.approved_by ?? null,
            alone: row?.approved_alone ?? true,
            erasingSince: campaign.erasing_since && time(campaign.erasing_since),
            erasedAt: campaign.personal_erased_at && time(campaign.personal_erased_at),
            counts: campaign.final_counts ? parsed(campaign.final_counts) : {},
          },
  };
}

/** What would go, how much of it, and when, if the campaign were closed now. Changes nothing. */
export const tryClosing = (db: Db, campaignId: number, months: number, now = new Date()) =>
  db.transaction(async (tx) => ({
    months,
    erasesOn: erasesOn(now, months).toISOString(),
    due: await readDue(tx, campaignId),
  }));

type Noted = { id: number; closedAt: Date | null; retentionMonths: number; personalErasedAt: Date | null };

/** What every page of its console says of it: closed until when, erased, or asked to be closed. Null: nothing. */
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
