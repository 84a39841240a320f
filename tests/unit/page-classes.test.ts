import { expect, test } from "vitest";
import { isCacheable, isForMachines, pageClass } from "#app/http/page-classes.ts";
import { addresses } from "#app/routes.ts";
import { filled } from "#tests/support/addresses.ts";

test("every address has its route's class, in any spelling and for scripts", () => {
  for (const { address, class: kind } of addresses) {
    const path = filled(address, {}, "X.y%20z");
    for (const spelling of [path, path.toUpperCase(), `${path}/`, `${path}.data`])
      expect([spelling, pageClass(spelling)]).toEqual([spelling, kind]);
  }
});

test("a path that no route takes has the class of the addresses that begin the same", () => {
  const classes = {
    "/nowhere": "public",
    "/c/x/nothing/more": "public",
    "/c/x/pledge/token/more": "personal",
    "/confirm": "personal",
    "/confirm/token/more": "personal",
    "/organize/c/x/nothing": "organizer",
    "/sign-in/token/more": "organizer",
    "/dev": "dev",
    "/api/v1/nothing": "public",
    "/api/v1/organizer": "personal",
    "/api/v1/organizer/nothing": "personal",
    "//organize": "public",
    "/c//pledge/token": "public",
    [`/organize${"/a".repeat(5000)}`]: "organizer",
  };
  for (const [path, kind] of Object.entries(classes)) expect([path, pageClass(path)]).toEqual([path, kind]);
});

test("a page is kept under the addresses alone that it can have", () => {
  const id = "306b982f-dc2c-421c-ad21-fb9ddf9a6bcf";
  const kept = ["/", "/c/x-y", `/c/x-y/letters/page/${id}`, "/c/x-y/updates/12", "/c/x-y/co-file/packet.pdf"];
  const [list, papers] = ["/c/x-y/letters/company/y", "/c/x-y/co-file/company/y"];
  kept.push(list, `${list}/page/${id}`, papers, `${papers}/packet.txt`);
  const not = ["/c/x-y/sign", "/c/x", "/c/X-Y", "/c/x-y/letters/page/x", "/c/x-y/updates/0", "/nowhere"];
  expect(kept.filter((path) => !isCacheable(path))).toEqual([]);
  expect([...not, "/c/x-y/", "/c/x-y/countXjson", "/confirm/token"].filter(isCacheable)).toEqual([]);
});

test("an organizer's program needs no origin, also for a 404", () => {
  expect(isForMachines("/api/v1/organizer/campaigns/x/exports")).toBe(true);
  expect(isForMachines("/api/v1/organizer/nothing")).toBe(true);
  expect(isForMachines("/api/v1/token")).toBe(false);
});
