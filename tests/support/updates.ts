import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { everyone } from "#app/domain/updates/audience.ts";
import type { Db } from "#db/index.ts";
import { updates, updateTexts } from "#db/schema/index.ts";

type Values = Partial<typeof updates.$inferInsert> & { subject?: string; body?: string };

/** A draft of an update in English. */
export async function anUpdate(db: Db, campaign: { id: number }, values: Values = {}) {
  const { subject = "What happened this month", body = "Two things happened.", ...rest } = values;
  const [update] = await db
    .insert(updates)
    .values({
      campaignId: campaign.id,
      number: sql`(select coalesce(max(number), 0) + 1 from updates where campaign_id = ${campaign.id})`,
      audience: everyone,
      ...rest,
    })
    .returning();
  if (!update) throw new Error("no update was stored");
  await db.insert(updateTexts).values({ updateId: update.id, locale: "en", subject, body });
  return update;
}

/** What an approval leaves on an update, for tests that begin after it. */
export const approved = {
  submittedAt: new Date("2026-03-02T00:00:00Z"),
  approvedAt: new Date("2026-03-02T01:00:00Z"),
  approvedAlone: true,
  approvedSha256: createHash("sha256").update("approved").digest(),
};
