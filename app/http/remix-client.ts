import { pageClass } from "./page-classes.ts";
import type { ServerBuild } from "./remix.server.ts";
import type { createRouteTable } from "./route-table.ts";

const ofData = ".data";

/**
 * Tells whether only Remix would answer a request that no page of ours sends. `?_data=` is of its first
 * version, and logs an error each time; `.data` is requested by a page's script, and only pages of the class
 * `organizer` run one. `path` is without its language.
 */
export function isOnlyRemix(method: string, path: string, query: URLSearchParams): boolean {
  if (query.has("_data") || path === "/__manifest") return true;
  if (!path.endsWith(ofData)) return false;
  return method === "HEAD" || pageClass(path.slice(0, -ofData.length)) !== "organizer";
}

/** More links than any page of the console has. */
const linksAtMost = 200;

/**
 * Answers `/__manifest`, where Remix's client asks for the routes behind a page's links (`p`). Remix's own
 * answer matches every prefix of each path against all routes: one request could take twelve seconds.
 */
export function createManifest(
  { assets }: ServerBuild,
  find: ReturnType<typeof createRouteTable>,
): (query: URLSearchParams) => Response {
  return (query) => {
    if (query.get("version") !== assets.version)
      return new Response(null, { status: 204, headers: { "X-Remix-Reload-Document": "true" } });
    const links = query.getAll("p").slice(0, linksAtMost);
    const known = links.filter((link) => pageClass(link) === "organizer");
    const ids = new Set(known.flatMap((link) => [...(find(link)?.ids ?? [])]));
    return Response.json(Object.fromEntries([...ids].map((id) => [id, assets.routes[id]])), {
      headers: { "Cache-Control": "public, max-age=31536000, immutable" },
    });
  };
}
