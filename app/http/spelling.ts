import { renamedAddresses } from "#app/routes.ts";
import { splitLanguage } from "./language.ts";
import { isCacheable, traitsOf } from "./page-classes.ts";

/** Programs that post here follow no redirect; one-click unsubscribing must not redirect (RFC 8058). */
const takenAsWritten = new Set(["webhook", "one-click"]);

/**
 * Returns the canonical form of a path: no slash at its end, none doubled; for a cached page in lower case
 * with nothing encoded, as the page cache knows it; for a renamed page its new name. Always a path of this
 * site. Null if it cannot be decoded, has a NUL, which PostgreSQL takes in no text, or begins with a
 * backslash, which URL parsers read as the start of a host.
 */
export function properPath(method: string, path: string): string | null {
  const decoded = decode(path);
  if (decoded === null || decoded.includes("\0")) return null;
  if (splitLanguage(decoded).path.startsWith("/\\")) return null;
  if (method === "POST" && takenAsWritten.has(traitsOf(splitLanguage(path).path).machine ?? "")) return path;
  const small = `/${segmentsOf(decoded.toLowerCase())}`;
  return isCacheable(splitLanguage(small).path) ? small : nameNow(`/${segmentsOf(path)}`);
}

/** Replaces an old address by its new one, with the same parameters. */
function nameNow(path: string): string {
  const inOneLanguage = splitLanguage(path).path;
  const given = inOneLanguage.split("/");
  const isParameter = (part: string) => part.startsWith(":");
  for (const [before, after] of Object.entries(renamedAddresses)) {
    const parts = before.split("/");
    if (parts.length !== given.length) continue;
    if (!parts.every((part, at) => isParameter(part) || part === given[at])) continue;
    const named = after.split("/").map((part, at) => (isParameter(part) ? given[at] : part));
    return path.slice(0, path.length - inOneLanguage.length) + named.join("/");
  }
  return path;
}

const segmentsOf = (path: string) => path.split("/").filter(Boolean).join("/");

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
