import { isKnownBrowser } from "#app/domain/access/sign-in/sessions/known-browser.server.ts";
import { readCookie } from "./organizer-cookies.server.ts";
import type { AppLoadContext } from "./remix.server.ts";
import { limitRate } from "./respond.server.ts";

/**
 * Throws 429 when this client tried to sign in too often. A browser that has signed in before has an
 * allowance of its own, so that nobody else in the same network can lock it out.
 */
export async function limitSignIn({ request, context }: { request: Request; context: AppLoadContext }) {
  try {
    await limitRate(context, "signIn");
  } catch (refusal) {
    const browser = readCookie(context.env, request, "browser");
    if (browser === null || !(await isKnownBrowser(context.db, browser))) throw refusal;
    if ((await context.limits.spend("knownBrowser", "", browser)) > 0) throw refusal;
  }
}
