import type { MetaDescriptor } from "@remix-run/react";
import type { CasePageData } from "#app/domain/campaigns/campaign.ts";
import { type Locale, words } from "#app/i18n/index.ts";
import { feedLink, shareMeta } from "../share-meta.ts";

/** Title, description, picture and the one address of a case, wherever it is shown. */
export function caseMeta({ campaign, latestUpdate, url }: CasePageData, locale: Locale): MetaDescriptor[] {
  const { archive } = words(locale);
  const { title, standfirst: description } = campaign;
  const meta = shareMeta({ title, description, url, type: "website" }, locale);
  if (!latestUpdate) return meta;
  return [...meta, feedLink(archive.titleOf(campaign.title), `${url}/updates.atom`)];
}
