import { type Locale, locales } from "#app/i18n/index.ts";
import { splitLanguage } from "./language.ts";

/** Parts of an Accept-Language header that are read; the rest is ignored. */
const partsAtMost = 20;

/** Picks our language from an Accept-Language header (RFC 9110, section 12.5.4); English if none fits. */
export function preferredLocale(header: string | undefined): Locale {
  const asked = (header ?? "")
    .slice(0, 500)
    .split(",", partsAtMost)
    .map((part) => {
      const [tag = "", weight = ""] = part.split(";", 2);
      const [, quality = "1"] = weight.split("=", 2);
      return { language: tag.trim().toLowerCase().split("-", 1)[0], quality: Number(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const known = asked.map(({ language }) => locales.find((locale) => locale === language));
  return known.find((locale) => locale !== undefined) ?? "en";
}

/** Returns the language in an address, else the one that the browser asks for. */
export function readerLocale(path: string, acceptLanguage: string | undefined): Locale {
  const { locale, path: plain } = splitLanguage(path);
  return plain === path ? preferredLocale(acceptLanguage) : locale;
}
