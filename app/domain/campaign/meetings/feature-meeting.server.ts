import { sql } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { Db } from "#db/index.ts";
import { type CompanyEditorScope, canEditCompany, recordKeeping } from "./company-editor.server.ts";

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
