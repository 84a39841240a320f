import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { Audience, everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { hashOfContent } from "#app/domain/outgoing/updates/update-content.server.ts";
import { readFrameOf } from "#app/domain/outgoing/updates/words/read-update.server.ts";
import type { Db } from "#db/index.ts";
import { updates, updateTexts } from "#db/schema/index.ts";
import { storeRow } from "./builders.ts";

type Values = Partial<typeof updates.$inferInsert> & {
  subject?: string;
  body?: string;
  greeting?: string | null;
  /** Its texts in other languages. */
  others?: { locale: string; subject: string; body: string; greeting?: string | null }[];
};

/**
 * Makes an update in English, a draft unless `values` say more; its words are there before it is approved,
 * and the approval is of what it says.
 */
export async function anUpdate(db: Db, campaign: { id: number }, values: Values = {}) {
  const { subject = "What happened this month", body = "Two things happened.", ...own } = values;
  const { greeting = null, others = [], ...row } = own;
  const { state, approvedAt, pausedAt, pauseReason, approvedSha256, ...rest } = row;
  return db.transaction(async (tx) => {
    // Concurrent tests on one site request the next number at once.
    await tx.execute(sql`select 1 from campaigns where id = ${campaign.id} for update`);
    const draft = await storeRow(tx, updates, {
      campaignId: campaign.id,
      number: sql`(select coalesce(max(number), 0) + 1 from updates where campaign_id = ${campaign.id})`,
      audience: everyone,
      ...rest,
    });
    const words = [
      { locale: "en", subject, body, greeting },
      ...others.map((text) => ({ greeting: null, ...text })),
    ];
    await tx.insert(updateTexts).values(words.map((text) => ({ updateId: draft.id, ...text })));
    if (!state && !approvedAt && !draft.submittedAt) return draft;
    const { audience, inArchive } = draft;
    const ofContent = hashOfContent({ audience: Audience.parse(audience), inArchive, texts: words });
    const frame = await readFrameOf(tx, draft.id);
    const [update] = await tx
      .update(updates)
      .set({
        state,
        approvedAt,
        pausedAt,
        pauseReason,
        approvedSha256: approvedSha256 && ofContent,
        ...(draft.submittedAt && { submittedFrame: frame }),
        ...(approvedSha256 && { submittedFrame: frame, approvedFrame: frame }),
      })
      .where(eq(updates.id, draft.id))
      .returning();
    return update ?? draft;
  });
}

/** Columns an approval sets on an update, for tests that start after it; `anUpdate` adds the hash. */
export const approved = {
  submittedAt: new Date("2026-03-02T00:00:00Z"),
  approvedAt: new Date("2026-03-02T01:00:00Z"),
  approvedAlone: true,
  approvedSha256: createHash("sha256").update("approved").digest(),
};
