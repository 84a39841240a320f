import { eq } from "drizzle-orm";
import { companyIn } from "#app/domain/campaign/company/company-names.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import { type Frame, type FrameIn, frameOfCampaign } from "#app/domain/queue/frame.server.ts";
import { namesOfCompanies } from "#app/domain/queue/mailing-campaign.server.ts";
import { locales } from "#app/i18n/index.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, petitionNotices } from "#db/schema/index.ts";

type Campaign = Parameters<typeof frameOfCampaign>[0] & { slug: string };

/** Returns what the email says in one language; `title` and `change` are in it. */
export const noticeFrameIn = (campaign: Campaign, change: string): FrameIn => ({
  ...frameOfCampaign(campaign),
  change,
  page: campaign.slug,
});

/** Reads what a notice's email would say now, in each language of a reader: approval is bound to it. */
export async function readNoticeFrame(db: DbOrTx, noticeId: number): Promise<Frame> {
  const [found] = await db
    .select({ campaign: campaigns, change: petitionNotices.change, companies: namesOfCompanies })
    .from(petitionNotices)
    .innerJoin(campaigns, eq(campaigns.id, petitionNotices.campaignId))
    .where(eq(petitionNotices.id, noticeId));
  if (!found) throw new Error("no such notice");
  const { campaign, change } = found;
  const frame: Frame = {};
  for (const locale of locales) {
    const other = await readTranslations(db, campaign.id, locale);
    const translated = (text: string) => other?.known.get(text) ?? text;
    frame[locale] = noticeFrameIn(
      { ...campaign, company: companyIn(found, locale), title: translated(campaign.title) },
      translated(change),
    );
  }
  return frame;
}
