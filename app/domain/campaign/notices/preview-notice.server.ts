import { companyIn } from "#app/domain/campaign/company/company-names.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import { commonProps } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { findMailingCampaign } from "#app/domain/queue/mailing-campaign.server.ts";
import { locales, localizedPath } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";
import { noticeLinkDays } from "./notice.ts";
import { listNotices } from "./queries.server.ts";

type PreviewOf = { campaignId: number; publicId: string; locale: string; reader: string };

/** Renders a notice as a reader of one language gets it. The link of a preview leads nowhere. */
export async function previewNotice(
  db: Db,
  mailing: Pick<Mailing, "appUrl" | "localMode" | "render">,
  { campaignId, publicId, locale: asked, reader }: PreviewOf,
): Promise<{ html: string; text: string } | null> {
  const notice = (await listNotices(db, campaignId)).find((one) => one.publicId === publicId);
  const locale = locales.find((known) => known === asked);
  const campaign = await findMailingCampaign(db, campaignId);
  if (!notice || !locale || !campaign) return null;
  const other = await readTranslations(db, campaignId, locale);
  const translated = (text: string) => other?.known.get(text) ?? text;
  const sentAt = notice.approvedAt ?? notice.askedAt;
  const { html, text } = await mailing.render({
    name: "petition-changed",
    props: {
      ...commonProps(mailing, locale, {
        ...campaign,
        company: companyIn(campaign, locale),
        title: translated(campaign.title),
      }),
      name: reader,
      change: translated(notice.change),
      changeIn: locale === campaign.written || other?.known.has(notice.change) ? null : campaign.written,
      signedOn: notice.askedAt,
      version: notice.version - 1,
      answerUrl: mailing.appUrl + localizedPath(locale, "/signed/preview"),
      unsubscribeUrl: mailing.appUrl + localizedPath(locale, "/unsubscribe/preview"),
      until: new Date(sentAt.getTime() + noticeLinkDays * 86_400_000),
    },
  });
  return { html: [html].flat().join(""), text: [text].flat().join("") };
}
