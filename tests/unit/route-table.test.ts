import { configRoutesToRouteManifest } from "@remix-run/dev/dist/config/routes.js";
import { matchRoutes } from "@remix-run/router";
import { expect, test } from "vitest";
import { createRoutePattern, createRouteTable } from "#app/http/route-table.ts";
import routesOfSite from "#app/routes.ts";

const table = createRouteTable({
  root: { id: "root", path: "" },
  manage: { id: "manage", parentId: "root", path: "manage" },
  held: { id: "held", parentId: "root", path: "manage/:token" },
  file: { id: "file", parentId: "root", path: "manage/:token/export" },
  campaign: { id: "campaign", parentId: "root", path: "c/:campaign" },
  letters: { id: "letters", parentId: "campaign", path: "letters" },
  pledge: { id: "pledge", parentId: "campaign", path: "pledge/:token" },
  any: { id: "any", parentId: "root", path: "*" },
});

test("the log names a path by its route's pattern, and unknown ones not at all", () => {
  const pattern = createRoutePattern(table);
  const patterns = {
    "/": "/",
    "/manage": "/manage",
    "/manage/SECRET": "/manage/:token",
    "/Manage/SECRET/Export": "/manage/:token/export",
    "/es/manage/SECRET": "/es/manage/:token",
    "/c/SECRET/letters": "/c/:campaign/letters",
    "/c/SECRET/pledge/SECRET": "/c/:campaign/pledge/:token",
    "/c/SECRET/SECRET": "/*",
    "/SECRET": "/*",
    "/manage/SECRET%": "/manage/:token",
    "//SECRET": "/*",
  };
  for (const [path, found] of Object.entries(patterns)) expect([path, pattern(path)]).toEqual([path, found]);
});

type Manifest = ReturnType<typeof configRoutesToRouteManifest>;
type Node = { id: string; path?: string | undefined; index?: boolean | undefined; children?: Node[] };

/** The routes as Remix passes them to its router. */
const treeOf = (routes: Manifest, parentId?: string): Node[] =>
  Object.values(routes)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: treeOf(routes, id) }));

test("every path is given to the route that Remix's own router would choose", () => {
  const routes = {
    root: { id: "root", path: "", file: "root.tsx" },
    ...configRoutesToRouteManifest(routesOfSite),
  } as Manifest;
  const find = createRouteTable(routes);
  const whole = treeOf(routes);

  const patterns = Object.keys(routes).flatMap((id) => {
    const chain = chainOf(routes, id).flatMap((route) =>
      (routes[route]?.path ?? "").split("/").filter(Boolean),
    );
    return chain.length ? [chain] : [];
  });
  const words = [...new Set(patterns.flat())].filter((word) => !word.startsWith(":"));
  const any = createRandom(7);
  const odd = ["x", "a b", "%2F", "%E2%82%AC", "Sign", "%73ign", "1", "-", "."];
  const each = process.env.FULL ? 8 : 2;
  const paths = patterns.flatMap((pattern) =>
    Array.from({ length: each }, () => {
      const filled = pattern.map((segment) =>
        segment.startsWith(":") || any(6) === 0
          ? [...odd, ...words][any(odd.length + words.length)]
          : segment,
      );
      return `/${[...filled, ...(any(8) === 0 ? ["more"] : [])].join("/")}`;
    }),
  );
  expect(paths.length).toBeGreaterThan(100 * each);

  for (const path of ["/", "/nowhere", ...paths]) {
    const chosen = matchRoutes(whole as never, encodeURI(path).replaceAll("%25", "%"))?.map(
      (match) => match.route.id,
    );
    const found = find(path);
    expect([path, found === null]).toEqual([path, chosen === undefined]);
    for (const id of chosen ?? []) expect([path, found?.ids.has(id as string)]).toEqual([path, true]);
    // With only these routes, the router chooses the same.
    const few = treeOf(Object.fromEntries(Object.entries(routes).filter(([id]) => found?.ids.has(id))));
    const again = matchRoutes(few as never, encodeURI(path).replaceAll("%25", "%"))?.map(
      (match) => match.route.id,
    );
    expect([path, again]).toEqual([path, chosen]);
  }
});

/** Whole numbers below a limit, the same in every run (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function chainOf(routes: Manifest, id: string | undefined): string[] {
  const route = id === undefined ? undefined : routes[id];
  return route ? [...chainOf(routes, route.parentId), route.id] : [];
}
