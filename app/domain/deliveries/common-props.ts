import { type Locale, locales, localizedPath, words } from "#app/i18n/index.ts";
import type { Mailing } from "./mailing.ts";
import type { MailingCampaign } from "./queries.server.ts";

export const localeOf = (text: string | null): Locale => locales.find((known) => known === text) ?? "en";

/** What every mail of a campaign is told. In local mode a marked example stands in for what is not set. */
export function commonProps(
  { appUrl, localMode }: Pick<Mailing, "appUrl" | "localMode">,
  locale: Locale,
  campaign: MailingCampaign,
) {
  const url = (path: string) => appUrl + localizedPath(locale, path);
  const { example, footer } = words(locale).common;
  const marked = (text: string) => (localMode ? `${text} (${footer.exampleMark})` : null);
  return {
    locale,
    campaign: {
      title: campaign.title,
      url: url(`/c/${campaign.slug}`),
      company: campaign.company,
      operator: campaign.operator ?? marked(example.operator),
      postalAddress: campaign.postalAddress ?? marked(example.postalAddress),
      fundingLine: campaign.fundingLine ?? marked(example.fundingLine),
    },
    privacyUrl: url(`/c/${campaign.slug}/privacy`),
  };
}
