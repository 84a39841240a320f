import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { createRouteTable } from "./route-table.ts";

type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * Answers requests by Remix, each with only the routes it needs. Remix ranks and compiles all its routes
 * twice for every request: with all of ours that took 40 percent of the time of a signature
 * (docs/decisions/0030-routes-matched-once.md).
 */
export function createRemixHandlers(
  build: ServerBuild,
  mode: "development" | "production",
  find: ReturnType<typeof createRouteTable>,
): Handler {
  const handlers = new Map<ReadonlySet<string>, Handler>();

  return (request, context) => {
    const { pathname } = new URL(request.url);
    const ids = find(pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/"))?.ids ?? rootAlone;
    const handler = handlers.get(ids) ?? createRequestHandler(withRoutes(build, ids), mode);
    handlers.set(ids, handler);
    return handler(request, context);
  };
}

/** For a path without a route: the root renders the 404. */
const rootAlone: ReadonlySet<string> = new Set(["root"]);

const withRoutes = (build: ServerBuild, ids: ReadonlySet<string>): ServerBuild => ({
  ...build,
  routes: pick(build.routes, ids),
  assets: { ...build.assets, routes: pick(build.assets.routes, ids) },
});

const pick = <T>(all: Record<string, T>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
