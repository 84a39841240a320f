import { and, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { letterTemplates } from "#db/schema/index.ts";

/** Finds what the campaign asks, for a writer to adopt; null where it is unwritten in their language. */
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
