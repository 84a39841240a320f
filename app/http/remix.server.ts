import { redirect as remixRedirect } from "@remix-run/node";

/** Everything the server's code uses of Remix (docs/decisions/0001-remix-2.md). */
export type {
  ActionFunctionArgs,
  AppLoadContext,
  HeadersFunction,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
  ServerBuild,
} from "@remix-run/node";
export { createReadableStreamFromReadable, data } from "@remix-run/node";

/**
 * Redirects within this site. Throws for any other address: an open redirect would lend our name to another
 * host.
 */
export function redirect(path: string, init: number | ResponseInit): ReturnType<typeof remixRedirect> {
  if (!isWithinSite(path)) throw new Error("a redirect must stay within the site");
  return remixRedirect(path, init);
}

const anyOrigin = "http://site.invalid";

/** Checks that every browser resolves a path or query against our host. */
export const isWithinSite = (path: string): boolean =>
  /^(\/(?![/\\])|\?)/.test(path) && !/[\0-\x20]/.test(path) && new URL(path, anyOrigin).origin === anyOrigin;
