import { locales } from "#app/i18n/index.ts";
import { countryCodes } from "#app/lib/countries.ts";

/** Names common in lists that the catalogues of country names lack. */
const more: Record<string, string> = {
  usa: "US",
  "u s a": "US",
  "u s": "US",
  america: "US",
  "united states of america": "US",
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  holland: "NL",
  "the netherlands": "NL",
  "czech republic": "CZ",
  "republic of korea": "KR",
  korea: "KR",
  "russian federation": "RU",
  "viet nam": "VN",
  eeuu: "US",
  "ee uu": "US",
};

const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

let known: Map<string, string> | undefined;

/** Every known name of a country: its code, and its name in each language of the site. */
function knownNames(): Map<string, string> {
  if (known) return known;
  known = new Map(Object.entries(more));
  for (const locale of locales) {
    const names = new Intl.DisplayNames([locale], { type: "region" });
    for (const code of countryCodes) known.set(plain(names.of(code) ?? code), code);
  }
  for (const code of countryCodes) known.set(code.toLowerCase(), code);
  return known;
}

/** Reads a country, as lists write it, to its code (ISO 3166-1 alpha-2); else null. */
export const readCountry = (text: string): string | null =>
  text.length > 100 ? null : (knownNames().get(plain(text)) ?? null);
