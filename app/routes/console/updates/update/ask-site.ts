import { decode } from "turbo-stream";

/** Why the site gave no answer of its own to this page. */
export type Trouble = "no-connection" | "signed-out" | "no-right";

/** What the site said, or why it said nothing. */
export type Heard<T> = { received: T } | { trouble: Trouble };

const waitsMs = 15_000;

/**
 * Asks the data of a page, as the router does, and never throws, never goes anywhere: its caller keeps what
 * is on the page. `T`: what the page's loader or action answers with, under the status 200, 409 or 422.
 */
export async function askSite<T>(address: string, init: RequestInit): Promise<Heard<T>> {
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(waitsMs), ...(init.signal ? [init.signal] : [])]);
    const { status, type, body } = await fetch(address, { ...init, signal, redirect: "manual" });
    // The router's data says with 202 that it leads elsewhere; from here that is the way to sign in.
    if (status === 202 || type === "opaqueredirect") return { trouble: "signed-out" };
    if (status === 403 || status === 404) return { trouble: "no-right" };
    if (!body || ![200, 409, 422].includes(status)) return { trouble: "no-connection" };
    const { value } = await decode(body);
    return { received: value as T };
  } catch {
    return { trouble: "no-connection" };
  }
}

/** Classifies what an act threw; undefined for the site's own answers, such as a redirect. */
export function troubleOf(thrown: unknown): Trouble | undefined {
  if (thrown instanceof Response) {
    const leadsTo = thrown.headers.get("Location") ?? "";
    return new URL(leadsTo, "http://site").pathname === "/sign-in" ? "signed-out" : undefined;
  }
  const status = typeof thrown === "object" && thrown !== null && "status" in thrown ? thrown.status : null;
  return status === 403 || status === 404 ? "no-right" : "no-connection";
}
