import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { addresses, renamedAddresses } from "#app/routes.ts";

const routes = join(import.meta.dirname, "../../app/routes");

/** Addresses that one with a parameter answers now. */
const answeredBy: Record<string, string> = { "/webhooks/resend": "/webhooks/:vendor" };

/** Each address with the layouts around its page. */
const lines = addresses.map(({ address, index, layouts }) => {
  const within = layouts.map((id) => addresses.find((route) => route.id === id)?.address);
  return [address, ...(index ? ["index"] : []), ...within.map((each) => `in ${each}`)].join(" ");
});

test("every address of 0.2.0 is still there, or leads to its new name", () => {
  const released = readFileSync(join(import.meta.dirname, "../fixtures/addresses-0.2.0.txt"), "utf8");
  const known = released.trim().split("\n");
  const nameNow = (line: string) =>
    line.replace(/^\S+/, (address) => renamedAddresses[address] ?? answeredBy[address] ?? address);
  expect(known.map(nameNow).filter((line) => !lines.includes(line))).toEqual([]);
});

test("every folder of a route is in the map, and no file lies outside of one", () => {
  const files = readdirSync(routes, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const found = files.map(({ parentPath, name }) => join(parentPath, name).slice(routes.length + 1));
  const mapped = [...new Set(addresses.map(({ file }) => file.slice("routes/".length)))];
  const own = found.filter((file) => /(?:^|\/)route\.tsx?$/.test(file));
  expect(own.sort(), "files of app/routes, compared with the rows of app/routes.ts").toEqual(mapped.sort());
  const stray = found.filter((file) => !mapped.some((route) => file.startsWith(`${dirname(route)}/`)));
  expect(stray, "a route's own file lies in its folder").toEqual([]);
});

test("the folder of a route is in the area of those it is for", () => {
  const areas: Record<string, string[]> = {
    public: ["public"],
    personal: ["personal"],
    console: ["organizer"],
    api: ["public", "personal"],
    dev: ["dev"],
  };
  const astray = addresses.filter((route) => !areas[route.id.split("/")[0] ?? ""]?.includes(route.class));
  expect(astray).toEqual([]);
});
