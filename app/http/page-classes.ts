/**
 * Who a page is for decides its headers: `public` pages are one for all and cached, `personal` pages
 * belong to whoever holds the link, `organizer` pages to a session, `dev` pages to this machine.
 */
export type PageClass = "public" | "personal" | "organizer" | "dev";

const slug = "[a-z0-9-]{3,64}";
const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const cacheable = new RegExp(
  `^/(?:|privacy|accessibility|sitemap\\.xml|robots\\.txt|api/v1/(?:openapi\\.json|campaigns/${slug}(?:/(?:counts|claims))?)|c/${slug}(?:/(?:sources|petition|privacy|transparency|check-your-inbox|count\\.json|widget(?:/counter)?|embed|series\\.(?:json|csv)|pledge|letter|pledges(?:/page/${uuid})?|pledges\\.json|signers(?:/page/${uuid})?|pack-key\\.json|co-file|co-file/packet\\.(?:pdf|txt)|updates(?:\\.atom|/[1-9]\\d{0,8})?|letters(?:\\.json|/reported|/(?:page/)?${uuid})?))?)$`,
);

/** The class of a path without its language prefix. */
export function pageClass(path: string): PageClass {
  if (/^\/(confirm|thanks|manage|unsubscribe|voted|signed)(\/|\.data$|$)/i.test(path)) return "personal";
  if (/^\/api\/v1\/(token|organizer)(\/|\.data$|$)/i.test(path)) return "personal";
  if (/^\/c\/[^/]+\/pledge\/./i.test(path)) return "personal";
  if (/^\/(organize|sign-in|sign-out|invite)(\/|\.data$|$)/i.test(path)) return "organizer";
  if (/^\/dev(\/|\.data$|$)/i.test(path)) return "dev";
  return "public";
}

/** True for pages that are the same for everyone, so that one rendering answers all. */
export const isCacheable = (path: string) => cacheable.test(path);

const embeddable = new RegExp(`^/c/${slug}/widget(?:/counter)?$`);

/** True for what other sites may show in a frame: the widgets, and nothing else. */
export const isEmbeddable = (path: string) => embeddable.test(path);
