import { desc, eq, sql } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { meetings } from "#db/schema/index.ts";
import { type CompanyEditorScope, canEditCompany, recordKeeping } from "./company-editor.server.ts";
import { findPledgeMeeting } from "./queries.server.ts";

export type ChosenMeeting = { id: number; year: number };

/**
 * Finds that year's meeting, else the one the campaign takes pledges for; null when none is known. Adds the
 * years that have meetings, the latest first.
 */
export async function chooseMeeting(
  db: DbOrTx,
  campaignId: number,
  year: number | null,
  companyId?: number,
): Promise<{ meeting: ChosenMeeting | null; years: number[] }> {
  const known = await db
    .select({ id: meetings.id, year: meetings.year })
    .from(meetings)
    .where(eq(meetings.targetId, companyOf({ campaignId, companyId })))
    .orderBy(desc(meetings.year));
  const asked = known.find((meeting) => meeting.year === year);
  const usual = asked ? null : await findPledgeMeeting(db, campaignId, companyId);
  return {
    meeting: asked ?? (usual ? { id: usual.id, year: usual.year } : null),
    years: known.map((meeting) => meeting.year),
  };
}

export type FeatureMeetingInput = { scope: CompanyEditorScope; year: number };

export type MeetingFeatured = { outcome: "featured" | "already-featured" } | { outcome: "gone" };

/**
 * Chooses the meeting that the campaign takes pledges for at a company. Pledges made for another stay with
 * that one.
 */
export async function featureMeeting(
  db: Db,
  { scope, year }: FeatureMeetingInput,
  now = new Date(),
): Promise<MeetingFeatured> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ meetingId: number; before: number | null; year: number | null }>(sql`
      select m.id as "meetingId", c.meeting_id as before, was.year
      from campaign_companies c
        join meetings m on m.target_id = c.company_id and m.year = ${year}
        left join meetings was on was.id = c.meeting_id
      where c.campaign_id = ${scope.campaignId} and c.company_id = ${companyOf(scope)}
        and ${canEditCompany(scope.organizerId, scope.campaignId)}
      for update of c`);
    if (!row) return { outcome: "gone" };
    if (row.before === row.meetingId) return { outcome: "already-featured" };
    await tx.execute(sql`
      update campaign_companies set meeting_id = ${row.meetingId}
      where campaign_id = ${scope.campaignId} and company_id = ${companyOf(scope)}`);
    const featuring = { organizerId: scope.organizerId, campaignIds: [scope.campaignId] };
    await recordKeeping(tx, featuring, "featured-meeting-changed", { from: row.year, to: year }, now);
    return { outcome: "featured" };
  });
}

export type OwnersLineInput = { scope: CompanyEditorScope; until: string | null };

/**
 * Lets pages tell owners of a company's shares that this year's vote may be open, until the end of a day in
 * its zone; null: takes that line down.
 */
export async function setOwnersLine(
  db: Db,
  { scope, until }: OwnersLineInput,
  now = new Date(),
): Promise<{ outcome: "set" | "unchanged" | "gone" }> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ before: string | null }>(sql`
      select c.owners_line_until::text as before from campaign_companies c
      where c.campaign_id = ${scope.campaignId} and c.company_id = ${companyOf(scope)}
        and ${canEditCompany(scope.organizerId, scope.campaignId)}
      for update of c`);
    if (!row) return { outcome: "gone" };
    if (row.before === until) return { outcome: "unchanged" };
    await tx.execute(sql`
      update campaign_companies set owners_line_until = ${until}::date
      where campaign_id = ${scope.campaignId} and company_id = ${companyOf(scope)}`);
    const own = { organizerId: scope.organizerId, campaignIds: [scope.campaignId] };
    await recordKeeping(tx, own, "owners-line-changed", { from: row.before, to: until }, now);
    return { outcome: "set" };
  });
}

/** Finds the last day of that line; null: it is off. */
export async function findOwnersLine(db: DbOrTx, scope: CompanyEditorScope): Promise<string | null> {
  const [row] = await db.execute<{ until: string | null }>(sql`
    select owners_line_until::text as until from campaign_companies
    where campaign_id = ${scope.campaignId} and company_id = ${companyOf(scope)}`);
  return row?.until ?? null;
}
