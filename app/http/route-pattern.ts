import { splitLanguage } from "./language.ts";

type Routes = Record<string, { parentId?: string; path?: string } | undefined>;

/**
 * Makes of a path the pattern of its route, which may be written to a log: paths hold tokens, and whatever somebody typed
 * after a slash.
 */
export function createRoutePattern(routes: Routes): (path: string) => string {
  const full = (id: string | undefined): string[] => {
    const route = id === undefined ? undefined : routes[id];
    return route ? [...full(route.parentId), ...(route.path ?? "").split("/").filter(Boolean)] : [];
  };
  const patterns = Object.keys(routes)
    .map(full)
    .sort((a, b) => rank(b) - rank(a));

  return (path) => {
    const { locale, path: plain } = splitLanguage(path.toLowerCase());
    const asked = plain.split("/").filter(Boolean);
    const found = patterns.find((pattern) => takes(pattern, asked));
    return `${locale === "en" ? "" : `/${locale}`}/${found?.join("/") ?? "*"}`;
  };
}

/** What is fixed at the front decides first: each segment is worth more than all after it. */
const rank = (pattern: string[]) =>
  pattern.reduce((sum, segment) => sum * 4 + (segment === "*" ? 0 : segment.startsWith(":") ? 1 : 3), 0) /
  4 ** pattern.length;

function takes(pattern: string[], asked: string[]): boolean {
  if (pattern.at(-1) === "*") return takes(pattern.slice(0, -1), asked.slice(0, pattern.length - 1));
  return (
    pattern.length === asked.length &&
    pattern.every((segment, at) => segment.startsWith(":") || segment.toLowerCase() === asked[at])
  );
}
