/** Languages of countries that have several. English is never a signal. */
const more: Record<string, readonly string[]> = {
  BE: ["fr", "nl", "de"],
  CH: ["de", "fr", "it"],
  CA: ["fr"],
  US: ["es"],
  LU: ["fr", "de", "lb"],
  ES: ["ca", "gl", "eu"],
  FI: ["sv"],
  IE: ["ga"],
  IL: ["ar", "ru"],
  IN: ["hi"],
  SG: ["zh", "ms", "ta"],
  UA: ["ru"],
  KZ: ["ru"],
  BY: ["ru"],
  LV: ["ru"],
  EE: ["ru"],
  MA: ["fr"],
  DZ: ["fr"],
  TN: ["fr"],
  ZA: ["af", "zu"],
  PY: ["gn"],
  HK: ["zh"],
  MO: ["zh", "pt"],
  NO: ["no", "nn", "nb"],
  AT: ["de"],
};

const mostSpokenIn = new Map<string, string>();

function mostSpoken(country: string): string {
  const known = mostSpokenIn.get(country) ?? new Intl.Locale(`und-${country}`).maximize().language;
  mostSpokenIn.set(country, known);
  return known;
}

/**
 * True where the languages a browser asks for are none of a country's, or it asks for none. A weak sign:
 * people live everywhere. English belongs to every country, and a language that names the country itself
 * (`pt-US`) to that one.
 */
export function speaksForeign(acceptLanguage: string | null, country: string): boolean {
  const asked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => (part.split(";")[0] ?? "").trim())
    .filter((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/i.test(tag))
    .map((tag) => tag.toLowerCase().split("-"));
  const spoken = new Set(["en", mostSpoken(country), ...(more[country] ?? [])]);
  return !asked.some(
    ([language = "", ...rest]) => spoken.has(language) || rest.includes(country.toLowerCase()),
  );
}
