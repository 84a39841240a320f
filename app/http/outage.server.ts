import { type Locale, locales, words } from "#app/i18n/index.ts";
import { problem } from "./api.server.ts";
import { splitLanguage } from "./language.ts";
import { openToAll } from "./respond.server.ts";

/** What was requested during the outage: an address, and for a form, what was typed into it. */
export type Retry = { address: string; values: Record<string, string | string[]> | null };

/** Seconds until a retry: enough to restart the database or to fail over. */
const retryAfter = 30;

type Asked = {
  request: Request;
  /** The path without its language. */
  path: string;
  isPublic: boolean;
  /** The raw body of a form. */
  body: Buffer | undefined;
  /** A browser expects a page. */
  wantsPage: boolean;
};

type Ports = {
  /** Renders the page of the outage. */
  page: (locale: ReturnType<typeof readerLocale>, retry: Retry) => Promise<Response>;
};

/**
 * Answers a request that failed because the database is away: 503 with `Retry-After`, as a page with what was
 * typed (browsers), as JSON (if it was asked for) or as a line of text. `failed` is what Remix answered: its
 * client in the console reads from it how its request failed, so it gets that answer with another status.
 */
export async function answerOutage(
  asked: Asked,
  { page }: Ports,
  failed: Response | null,
): Promise<Response> {
  const { request, path, isPublic, body, wantsPage } = asked;
  const { pathname, search, searchParams } = new URL(request.url);
  const locale = readerLocale(pathname, request.headers.get("accept-language") ?? undefined);
  const { unavailable } = words(locale).errors.plain;
  const headers = { "Retry-After": String(retryAfter), "Cache-Control": "no-store" };
  if (failed && (searchParams.has("_data") || pathname.endsWith(".data")))
    return withStatus(failed, 503, headers);
  if (path.endsWith(".json") && !path.startsWith("/api/"))
    return problem(503, "unavailable", unavailable, {
      headers: { ...headers, ...(isPublic ? openToAll : {}) },
    });
  if (!wantsPage) return new Response(unavailable, { status: 503, headers });
  const values = request.method === "POST" ? valuesOf(request, body) : null;
  return withStatus(await page(locale, { address: pathname + search, values }), 503, headers);
}

function valuesOf(request: Request, body: Buffer | undefined): Retry["values"] {
  const type = request.headers.get("content-type") ?? "";
  if (!body || !type.startsWith("application/x-www-form-urlencoded")) return null;
  const fields = new URLSearchParams(body.toString());
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const [first = "", ...more] = fields.getAll(name);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}

function withStatus(answer: Response, status: number, more: Record<string, string>): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(answer.body, { status, headers });
}

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
