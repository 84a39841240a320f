import { localizedPath } from "#app/i18n/index.ts";
import { type AppLoadContext, redirect } from "./remix.server.ts";

/** Redirects (303) to `path` in the request's language. */
export const seeOther = (context: AppLoadContext, path: string) =>
  redirect(localizedPath(context.locale, path), 303);

export const notFound = () => new Response("Not found", { status: 404 });

/** Returns what was found; throws 404 for null, undefined and an empty text. */
export function orNotFound<Found>(found: Found): Exclude<Found, null | undefined | false | ""> {
  if (!found) throw notFound();
  return found as Exclude<Found, null | undefined | false | "">;
}

/** Returns how a verb ended; throws 404 if what it acts on is gone, or the right to it. */
export function unlessGone<End extends { outcome: string }>(end: End) {
  if (end.outcome === "gone") throw notFound();
  return end as End & { outcome: Exclude<End["outcome"], "gone"> };
}

/** Returns the answer with which a console file was refused, for the error page; else undefined. */
export const refusedAs = ({ refused }: AppLoadContext) =>
  refused && new Response(refused.status === 403 ? "Forbidden" : "Not found", { status: refused.status });

/** Throws 429 with `Retry-After` when this client did a thing too often. */
export async function limitRate(
  context: Pick<AppLoadContext, "limits" | "clientAddress">,
  limit: Parameters<AppLoadContext["limits"]["spend"]>[0],
) {
  const seconds = await context.limits.spend(limit, context.clientAddress);
  if (seconds > 0)
    throw new Response("Too many requests", { status: 429, headers: { "Retry-After": String(seconds) } });
}

/**
 * Tells whether the answer to a post is being rendered: after an action, Remix runs the loader with the
 * post's headers, and only a post has a content type.
 */
export const afterPost = (request: Request) => request.headers.has("content-type");

/** Headers of a page that is the same for everyone: a CDN may cache it for a second. */
export const publicPage = { "Cache-Control": "public, max-age=0, s-maxage=1" };

/** Headers of a public page with people's names or words: what is withdrawn is gone within a minute. */
export const peoplesPage = { "Cache-Control": "public, max-age=0, s-maxage=60", "X-Robots-Tag": "noindex" };

/** Headers of a widget. Search engines index the campaign's own page instead. */
export const widgetPage = { ...publicPage, "X-Robots-Tag": "noindex" };

export const openToAll = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** Answers with open JSON, cached like a public page. */
export const publicJson = (body: unknown) =>
  Response.json(body, { headers: { ...openToAll, ...publicPage } });

/** Answers with an open file, cached like a public page. */
export const openFile = (text: string, type: string) =>
  new Response(text, { headers: { "Content-Type": `${type}; charset=utf-8`, ...openToAll, ...publicPage } });

/** Counts one use and tells if it is too many, for forms that come back with what was typed. */
export const isTooMuch = async (
  context: AppLoadContext,
  limit: Parameters<AppLoadContext["limits"]["spend"]>[0],
) => (await context.limits.spend(limit, context.clientAddress)) > 0;

/** An email may use its own styles, but not load, run, send or navigate anything. */
const mayDoNothing = [
  "sandbox",
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
].join("; ");

/** Shows an email as its reader gets it, at its own address: the HTML or the text part. */
export const mailPreview = (body: string, type: "html" | "plain") =>
  new Response(body, {
    headers: {
      "Content-Type": `text/${type}; charset=utf-8`,
      "Content-Security-Policy": mayDoNothing,
      "X-Frame-Options": "SAMEORIGIN",
      "Cache-Control": "no-store",
    },
  });
