import type { MetaDescriptor } from "@remix-run/react";
import type { CasePageData } from "#app/domain/campaigns/campaign.ts";
import { type Locale, words } from "#app/i18n/index.ts";

/** Title, description and the one address of a case, wherever it is shown. */
export function caseMeta({ campaign, url }: CasePageData, locale: Locale): MetaDescriptor[] {
  const description = words(locale).case.description(campaign.company);
  return [
    { title: `${campaign.title} · ${words(locale).common.product}` },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: url },
    { property: "og:type", content: "website" },
    { property: "og:title", content: campaign.title },
    { property: "og:url", content: url },
  ];
}
