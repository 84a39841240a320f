import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { type Locale, words } from "#app/i18n/index.ts";
import type { MetaDescriptor } from "#app/ui/remix.ts";
import { feedLink, shareMeta } from "#app/ui/share-meta.ts";
import { caseData } from "#app/ui/structured-data.ts";

/** Describes a case on every page that shows it: title, text, picture and its one address. */
export function caseMeta(page: CasePageData, locale: Locale): MetaDescriptor[] {
  const { campaign, latestUpdate, url } = page;
  const { archive } = words(locale);
  const { title, standfirst: description } = campaign;
  const meta = [
    ...shareMeta({ title, description, url, type: "website", campaign }, locale),
    caseData(page, locale),
  ];
  if (!latestUpdate) return meta;
  return [...meta, feedLink(archive.titleOf(campaign.title), `${url}/updates.atom`)];
}
