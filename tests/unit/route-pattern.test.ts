import { expect, test } from "vitest";
import { createRoutePattern } from "#app/http/route-pattern.ts";

const pattern = createRoutePattern({
  root: { path: "" },
  manage: { parentId: "root", path: "manage" },
  held: { parentId: "root", path: "manage/:token" },
  file: { parentId: "root", path: "manage/:token/export" },
  campaign: { parentId: "root", path: "c/:campaign" },
  letters: { parentId: "campaign", path: "letters" },
  pledge: { parentId: "campaign", path: "pledge/:token" },
  any: { parentId: "root", path: "*" },
});

test("a path is told by the pattern of its route, and one of no route by nothing of itself", () => {
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
