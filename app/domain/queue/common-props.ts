import { type Locale, locales, localizedPath, words } from "#app/i18n/index.ts";
import { givenOrExample } from "#app/lib/placeholders.ts";
import type { Mailing } from "./mailing.ts";
import type { MailingCampaign } from "./mailing-campaign.server.ts";

export const localeOf = (text: string | null): Locale => locales.find((known) => known === text) ?? "en";

/** Returns what every email says of its campaign. In local mode a marked example fills what is not set. */
export function commonProps(
  { appUrl, localMode }: Pick<Mailing, "appUrl" | "localMode">,
  locale: Locale,
  campaign: MailingCampaign,
) {
  const url = (path: string) => appUrl + localizedPath(locale, path);
  const { example, footer } = words(locale).common;
  const stated = (text: string | null, sample: string) =>
    givenOrExample(text, sample, localMode ? footer.exampleMark : null);
  return {
    locale,
    campaign: {
      title: campaign.title,
      url: url(`/c/${campaign.slug}`),
      company: campaign.company,
      operator: stated(campaign.operator, example.operator),
      postalAddress: stated(campaign.postalAddress, example.postalAddress),
      fundingLine: stated(campaign.fundingLine, example.fundingLine),
    },
    privacyUrl: url(`/c/${campaign.slug}/privacy`),
  };
}
