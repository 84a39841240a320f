import type { MetaDescriptor } from "@remix-run/react";
import { type Locale, words } from "#app/i18n/index.ts";

type Shared = {
  title: string;
  description: string;
  /** The page's one address, with its origin. */
  url: string;
  type: "website" | "article";
};

/** What a page says of itself to search engines and where its link is shared, with the picture of all pages. */
export function shareMeta({ title, description, url, type }: Shared, locale: Locale): MetaDescriptor[] {
  const { product, shareImage } = words(locale).common;
  return [
    { title: `${title} · ${product}` },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: url },
    { property: "og:type", content: type },
    { property: "og:site_name", content: product },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: url },
    { property: "og:image", content: new URL("/share.png", url).href },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { property: "og:image:alt", content: shareImage },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

/** Names the feed of a campaign's updates, for readers that look for one. */
export const feedLink = (title: string, href: string): MetaDescriptor => ({
  ...{ tagName: "link", rel: "alternate", type: "application/atom+xml" },
  ...{ title, href },
});
