import { splitLanguage } from "./language.ts";

type Routes = Record<string, { id: string; parentId?: string; path?: string; index?: boolean } | undefined>;

export type FoundRoute = {
  /** The pattern of its address, safe to log: paths hold tokens and what people typed. */
  pattern: string;
  /** Ids of the route, its parents, and the routes at the addresses above it. */
  ids: ReadonlySet<string>;
};

/**
 * Finds the route of a path, with the same result as Remix's router but without ranking and compiling all
 * routes for every request. Null if there is none.
 */
export function createRouteTable(routes: Routes): (path: string) => FoundRoute | null {
  const chainOf = (id: string | undefined): string[] => {
    const route = id === undefined ? undefined : routes[id];
    return route ? [...chainOf(route.parentId), route.id] : [];
  };
  const leaves = Object.values(routes).flatMap((route) => {
    // A layout without an address answers nothing.
    if (!route || (route.path === undefined && !route.index)) return [];
    const chain = chainOf(route.id);
    const segments = chain.flatMap((id) => (routes[id]?.path ?? "").split("/").filter(Boolean));
    return [{ chain, segments, rank: rank(segments, route.index === true) }];
  });
  leaves.sort((a, b) => b.rank - a.rank);
  const found = leaves.map(({ segments }) => ({
    segments,
    pattern: `/${segments.join("/")}`,
    ids: new Set(
      leaves.filter((other) => startsWith(segments, other.segments)).flatMap((leaf) => leaf.chain),
    ),
  }));

  return (path) => {
    const asked = path.split("/").filter(Boolean).map(decode);
    return found.find(({ segments }) => takes(segments, asked)) ?? null;
  };
}

/** Names the route of a path for the log, in the language of its address: `/es/manage/:token`. */
export function createRoutePattern(find: ReturnType<typeof createRouteTable>): (path: string) => string {
  return (path) => {
    const { locale, path: plain } = splitLanguage(path.toLowerCase());
    return `${locale === "en" ? "" : `/${locale}`}${find(plain)?.pattern ?? "/*"}`;
  };
}

/** Scores a route as Remix's router does (`computeScore` in @remix-run/router). */
function rank(segments: string[], isIndex: boolean): number {
  const worth = (segment: string) => (segment === "*" ? -1 : segment.startsWith(":") ? 4 : 11);
  return segments.reduce((sum, segment) => sum + worth(segment), isIndex ? 2 : 0);
}

const startsWith = (segments: string[], front: string[]) =>
  front.every((segment, at) => segment === segments[at]);

function takes(segments: string[], asked: string[]): boolean {
  if (segments.at(-1) === "*") return takes(segments.slice(0, -1), asked.slice(0, segments.length - 1));
  return (
    segments.length === asked.length &&
    segments.every(
      (segment, at) => segment.startsWith(":") || segment.toLowerCase() === asked[at]?.toLowerCase(),
    )
  );
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
