import { and, eq } from "drizzle-orm";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import type { ClaimSource, ClaimWords } from "#app/domain/campaign/wording.ts";
import { claimWordsOf, columnsOfClaim } from "#app/domain/campaign/words-of.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { claims } from "#db/schema/index.ts";

export type SourceVerified = { outcome: "verified" | "stale" | "no-such-source" | "gone" };

type VerifyInput = OnCampaign & {
  id: number;
  version: number;
  /** Names the source: the one of this publisher that has no link. */
  publisher: string;
  title: string | null;
  url: string;
};

/**
 * Links a source of a statement to the page that an organizer has just opened and compared with it. The link
 * is public at once where the statement is; a draft of the statement takes it too.
 */
export async function verifySource(db: Db, input: VerifyInput, now = new Date()): Promise<SourceVerified> {
  return db.transaction(async (tx): Promise<SourceVerified> => {
    if (!(await lockCampaign(tx, input, "manage"))) return { outcome: "gone" };
    const own = and(eq(claims.id, input.id), eq(claims.campaignId, input.campaignId));
    const [row] = await tx.select().from(claims).where(own);
    if (!row) return { outcome: "gone" };
    if (row.version !== input.version) return { outcome: "stale" };
    const before = claimWordsOf(row);
    const after = linked(before, input, now);
    const drafted = row.draft ? { ...before, ...(row.draft as Partial<ClaimWords>) } : null;
    const draft = drafted && (linked(drafted, input, now) ?? drafted);
    if (!after) return { outcome: "no-such-source" };
    const candidates = row.candidates.filter(({ publisher }) => publisher !== input.publisher);
    await tx
      .update(claims)
      .set({ ...columnsOfClaim(after), draft, candidates, version: row.version + 1 })
      .where(own);
    const { campaignId, actor, id } = input;
    const stage = row.published ? "public" : "draft";
    await recordChanges(
      tx,
      { campaignId, actor, thing: "claim", thingId: id, stage },
      { before, after },
      now,
    );
    const detail = { verified: 1 };
    if (row.published)
      await recordAudit(tx, { actor, action: "words-published", campaignId, subject: null, detail }, now);
    return { outcome: "verified" };
  });
}

/** The statement with a link to that source; null if that publisher has none without a link. */
function linked(words: ClaimWords, { publisher, title, url }: VerifyInput, now: Date): ClaimWords | null {
  const isIt = (one: ClaimSource) => one.publisher === publisher && one.sourceUrl === null;
  const link = { sourceTitle: title, sourceUrl: url, urlVerifiedAt: now.toISOString() };
  if (isIt(words)) return { ...words, ...link };
  const at = words.moreSources.findIndex(isIt);
  if (at < 0) return null;
  return { ...words, moreSources: words.moreSources.map((one, n) => (n === at ? { ...one, ...link } : one)) };
}
