import { eq } from "drizzle-orm";
import { words } from "#app/i18n/index.ts";
import { type JustDone, shareWays } from "#app/i18n/share-texts.ts";
import { campaigns } from "#db/schema/index.ts";
import type { Writing } from "./writing.server.ts";

/**
 * Builds the share sheet of the thank-you page for a receipt: the four networks used most in the language,
 * and an email. Each link opens a message that can be edited before it is sent. The device's own sheet opens
 * from no email, so the address is there to copy.
 */
export async function shareOf(
  { db, locale, common }: Writing,
  { campaignId }: { campaignId: number },
  just: JustDone,
) {
  const [own] = await db
    .select({ shareTexts: campaigns.shareTexts })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  const { title, url } = common.campaign;
  const shared = { title, standfirst: "", shareTexts: own?.shareTexts ?? {} };
  const ways = shareWays(shared, locale, (source) => `${url}?source=${source}`, just);
  const share = [...words(locale).common.share.usedMost, "mail"].flatMap((way) => {
    const found = ways[way];
    return found ? [{ label: found.label, url: found.href }] : [];
  });
  return { share };
}
