import { sessionEnds } from "#app/domain/access/organizer.ts";
import { periods } from "#app/domain/base/periods.ts";
import type { Env } from "#app/lib/env.server.ts";

/**
 * `ceremony` while signing in, `approval` while an emailed code is awaited, `enrol` while an app is set up,
 * `passkey` while a passkey is asked for. `browser`: somebody has signed in here before.
 */
type CookieName = "session" | "ceremony" | "approval" | "enrol" | "passkey" | "browser";

const lives: Record<CookieName, number> = {
  session: sessionEnds.absoluteHours * 3600,
  ceremony: 600,
  approval: 600,
  enrol: 900,
  passkey: 300,
  browser: periods.knownBrowserDays * 86_400,
};
const isHttps = (env: Env) => env.appUrl.startsWith("https:");

/** `__Host-` ties a cookie to this host over https. Browsers refuse it over http on a local machine. */
const nameOf = (env: Env, name: CookieName) => (isHttps(env) ? `__Host-${name}` : name);

/** Returns the token in a cookie; null without one in the shape of a token. */
export function readCookie(
  env: Env,
  request: { headers: Pick<Headers, "get"> },
  name: CookieName,
): string | null {
  const wanted = nameOf(env, name);
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = pair.trim().split("=", 2);
    if (key === wanted && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

/** Writes the `Set-Cookie` that keeps a token; null ends it. */
export function writeCookie(env: Env, name: CookieName, token: string | null): string {
  const life = token === null ? 0 : lives[name];
  const secure = isHttps(env) ? "; Secure" : "";
  return `${nameOf(env, name)}=${token ?? ""}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}${secure}`;
}
