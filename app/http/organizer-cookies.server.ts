import { sessionEnds } from "#app/domain/access/organizer.ts";
import { periods } from "#app/domain/base/periods.ts";
import type { Env } from "#app/lib/env.server.ts";

/**
 * `ceremony` while signing in, `approval` while an emailed code is awaited, `enrol` while an app is set up,
 * `passkey` while a passkey is asked for. `browser`: somebody has signed in here before. `back`: the page to
 * open after signing in.
 */
type CookieName = TokenCookie | "back";
type TokenCookie = "session" | "ceremony" | "approval" | "enrol" | "passkey" | "browser";

const lives: Record<CookieName, number> = {
  session: sessionEnds.absoluteHours * 3600,
  ceremony: 600,
  approval: 600,
  enrol: 900,
  passkey: 300,
  browser: periods.knownBrowserDays * 86_400,
  back: 1800,
};
const isHttps = (env: Env) => env.appUrl.startsWith("https:");

/** `__Host-` ties a cookie to this host over https. Browsers refuse it over http on a local machine. */
const nameOf = (env: Env, name: CookieName) => (isHttps(env) ? `__Host-${name}` : name);

/** Returns the token in a cookie; null without one in the shape of a token. */
export function readCookie(env: Env, request: Cookies, name: TokenCookie): string | null {
  const value = findCookie(env, request, name);
  return value && /^[\w-]{43}$/.test(value) ? value : null;
}

type Cookies = { headers: Pick<Headers, "get"> };

function findCookie(env: Env, request: Cookies, name: CookieName): string | undefined {
  const wanted = nameOf(env, name);
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("=", 2));
  return pairs.find(([key, value]) => key === wanted && value)?.[1];
}

/** Writes the `Set-Cookie` that keeps a token; null ends it. */
export const writeCookie = (env: Env, name: TokenCookie, token: string | null): string =>
  cookieOf(env, name, token);

function cookieOf(env: Env, name: CookieName, value: string | null): string {
  const life = value === null ? 0 : lives[name];
  const secure = isHttps(env) ? "; Secure" : "";
  return `${nameOf(env, name)}=${value ?? ""}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}${secure}`;
}

const returnPath = /^\/organize(\/[\w-]+)+$/;

/** Writes the cookie with the page to open after signing in: without its query, which may hold a name. */
export function writeReturnPath(env: Env, { url }: Request): string {
  const { pathname } = new URL(url);
  const path = pathname.replace(/\.data$/, "");
  return cookieOf(env, "back", returnPath.test(path) ? path : null);
}

/** Returns the page to open after signing in, and the header that ends its cookie; null if there is none. */
export function takeReturnPath(env: Env, request: Request) {
  const path = findCookie(env, request, "back");
  return path && returnPath.test(path) ? { path, spent: cookieOf(env, "back", null) } : null;
}
