import { pageClass } from "./page-classes.ts";
import type { ServerBuild } from "./remix.server.ts";
import type { createRouteTable } from "./route-table.ts";

const ofData = ".data";

/**
 * Tells whether Remix would answer a request in a form that no page of ours sends. `?_data=` is that of its
 * first version, which it logs as an error each time; `.data` is what a page's script asks, and only pages of
 * the class `organizer` run one. `path` is without its language.
 */
export function isOnlyRemix(method: string, path: string, query: URLSearchParams): boolean {
  if (query.has("_data") || path === "/__manifest") return true;
  if (!path.endsWith(ofData)) return false;
  return method === "HEAD" || pageClass(path.slice(0, -ofData.length)) !== "organizer";
}

/** More links than a page of the console has: what asks for more is no page. */
const linksAtMost = 200;

/**
 * Makes the answer to `/__manifest`, which Remix's client asks for the routes behind the links of a page
 * (`p`). Remix's own answer compares every path above each with all routes again: one request could take
 * twelve seconds.
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
