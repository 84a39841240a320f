import { decode } from "turbo-stream";

/** Why a request of this page failed. */
export type Trouble = "no-connection" | "signed-out" | "no-right";

/** The site's answer, or why there was none. */
export type Heard<T> = { received: T } | { trouble: Trouble };

const waitsMs = 15_000;

/**
 * Requests a page's data, as the router does, but never throws and never navigates: its caller keeps the
 * page. `T`: what the loader or action answers with status 200, 409 or 422.
 */
export async function askSite<T>(address: string, init: RequestInit): Promise<Heard<T>> {
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(waitsMs), ...(init.signal ? [init.signal] : [])]);
    const { status, type, body } = await fetch(address, { ...init, signal, redirect: "manual" });
    // Router data with status 202 is a redirect; from this page it leads to the sign-in.
    if (status === 202 || type === "opaqueredirect") return { trouble: "signed-out" };
    if (status === 403 || status === 404) return { trouble: "no-right" };
    if (!body || ![200, 409, 422].includes(status)) return { trouble: "no-connection" };
    const { value } = await decode(body);
    return { received: value as T };
  } catch {
    return { trouble: "no-connection" };
  }
}

/** Classifies what an action threw; undefined for the site's own answers, such as a redirect. */
export function troubleOf(thrown: unknown): Trouble | undefined {
  if (thrown instanceof Response) {
    const leadsTo = thrown.headers.get("Location") ?? "";
    return new URL(leadsTo, "http://site").pathname === "/sign-in" ? "signed-out" : undefined;
  }
  const status = typeof thrown === "object" && thrown !== null && "status" in thrown ? thrown.status : null;
  return status === 403 || status === 404 ? "no-right" : "no-connection";
}
