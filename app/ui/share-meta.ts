import type { Campaign, ShareImage } from "#app/domain/campaign/campaign.ts";
import { pictureSize } from "#app/domain/pages/share-image.ts";
import { type Locale, spoken, words } from "#app/i18n/index.ts";
import type { MetaDescriptor } from "./remix.ts";

type Shared = {
  title: string;
  description: string;
  /** The page's canonical address, with its origin. */
  url: string;
  type: "website" | "article";
  campaign: Pick<Campaign, "slug" | "shareImage" | "offered">;
  /** The page's own picture, if it is not its campaign's. */
  image?: ShareImage | null;
};

/** A language as Open Graph writes it: `en_US`. */
const ogLocale = (locale: Locale) => spoken[locale].replace("-", "_");

/**
 * Describes a page to search engines and for shared links, with its own or its campaign's picture; until one
 * is drawn, the platform's.
 */
export function shareMeta(
  { title, description, url, type, campaign, image = campaign.shareImage }: Shared,
  locale: Locale,
): MetaDescriptor[] {
  const { product, shareImage } = words(locale).common;
  const drawn = image ?? campaign.shareImage;
  const picture = drawn ? `/c/${campaign.slug}/share/${drawn.file}` : "/share.png";
  const others = campaign.offered.filter((other) => other !== locale);
  return [
    { title: `${title} · ${product}` },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: url },
    { property: "og:type", content: type },
    { property: "og:site_name", content: product },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: url },
    { property: "og:locale", content: ogLocale(locale) },
    ...others.map((other) => ({ property: "og:locale:alternate", content: ogLocale(other) })),
    { property: "og:image", content: new URL(picture, url).href },
    { property: "og:image:type", content: "image/png" },
    { property: "og:image:width", content: String(pictureSize.width) },
    { property: "og:image:height", content: String(pictureSize.height) },
    { property: "og:image:alt", content: drawn?.alt ?? shareImage },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

/** Names the feed of a campaign's updates, for readers that look for one. */
export const feedLink = (title: string, href: string): MetaDescriptor => ({
  tagName: "link",
  rel: "alternate",
  type: "application/atom+xml",
  title,
  href,
});
