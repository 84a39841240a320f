import { asc, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { claims } from "#db/schema/index.ts";
import type { CitableClaim } from "./markdown.ts";

/**
 * Lists the claims an update may cite, by their place in the argument, which stays when others are published.
 * Gives a source's title and address only once an organizer has opened the page.
 */
export async function listClaimsForUpdates(db: DbOrTx, campaignId: number): Promise<CitableClaim[]> {
  const rows = await db
    .select()
    .from(claims)
    .where(eq(claims.campaignId, campaignId))
    .orderBy(asc(claims.position));
  return rows.map(({ position, published, kind, text, quotation, attribution, limits, ...row }) => {
    const { publishedOn: on, publishedPrecision: precision, sourceTitle: title, sourceUrl: url } = row;
    return {
      number: position,
      isPublic: published,
      kind,
      text,
      quotation,
      attribution,
      limits,
      published: on && precision ? { on, precision } : null,
      source: row.urlVerifiedAt && url ? { title, url } : null,
    };
  });
}
