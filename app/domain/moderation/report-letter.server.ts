import { sql } from "drizzle-orm";
import { isPublic } from "#app/domain/entries/letters/published/list-published.server.ts";
import type { Db } from "#db/index.ts";
import { hiddenByReports, type ReportReason } from "./moderation.ts";

type Report = {
  campaignId: number;
  publicId: string;
  reason: ReportReason;
  /** Whether readers in several networks have reported it. */
  bySeveral?: boolean;
};

/**
 * Records a reader's report of a public letter; nothing about the reader is stored. What an organizer
 * published stays public: its reports only queue it for review. Three open reports by several readers hide a
 * letter that no organizer has decided about. False for a letter that is not public.
 */
export async function reportLetter(
  db: Db,
  { campaignId, publicId, reason, bySeveral = true }: Report,
  now = new Date(),
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [letter] = await tx.execute<{ id: number }>(sql`
      select l.id::float8 as id from letters l
      where l.campaign_id = ${campaignId} and l.public_id = ${publicId} and ${isPublic} for no key update`);
    if (!letter) return false;
    await tx.execute(sql`
      insert into letter_reports (letter_id, reason, created_at)
      values (${letter.id}, ${reason}, ${now.toISOString()})`);
    await tx.execute(sql`
      update letters set publication = 'hidden', moderation_reason = 'reports'
      where id = ${letter.id} and moderated_at is null and ${bySeveral}
        and (select count(*) filter (where settled_at is null) >= ${hiddenByReports} and count(settled_at) = 0
          from letter_reports where letter_id = ${letter.id})`);
    return true;
  });
}
