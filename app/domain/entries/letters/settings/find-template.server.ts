import { and, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { letterTemplates } from "#db/schema/index.ts";

/** What the campaign asks, as a writer may take it over in their language; null where it has no words for it. */
export async function findAsk(
  db: DbOrTx,
  { campaignId, locale }: { campaignId: number; locale: string },
): Promise<string | null> {
  const [template] = await db
    .select({ ask: letterTemplates.ask })
    .from(letterTemplates)
    .where(and(eq(letterTemplates.campaignId, campaignId), eq(letterTemplates.locale, locale)));
  return template?.ask ?? null;
}
