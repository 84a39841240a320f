import { namedSource } from "./named-source.ts";

/**
 * Tells where a signer came from: the form's field, else `source` or `utm_source` of the page they signed on
 * (its address is the post's Referer). Null if neither is a plain word.
 */
export function readSource(field: string | undefined, referer: string | null, appUrl: string): string | null {
  const page = referer && URL.canParse(referer) ? new URL(referer) : null;
  const query = page && page.origin === new URL(appUrl).origin ? page.searchParams : null;
  return namedSource(field?.trim() || query?.get("source") || query?.get("utm_source"));
}
