/**
 * Where a signer came from: the form's field, else `source` or `utm_source` of the page they signed on
 * (its address is the Referer of the post). Null when none is a plain word.
 */
export function readSource(field: string | undefined, request: Request, appUrl: string): string | null {
  const referer = request.headers.get("referer");
  const page = referer && URL.canParse(referer) ? new URL(referer) : null;
  const query = page?.origin === new URL(appUrl).origin ? page.searchParams : null;
  const named = field?.trim() || query?.get("source") || query?.get("utm_source");
  return named && /^[A-Za-z0-9._-]{1,64}$/.test(named) ? named : null;
}
