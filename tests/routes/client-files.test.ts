import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();

/** Requests a path unchanged: `fetch` would resolve dot segments. */
const ask = (path: string, { method = "GET", headers = {} } = {}) =>
  new Promise<{ status: number; cache: string; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    request({ hostname, port, path, method, headers }, async (answer) =>
      resolve({
        status: answer.statusCode ?? 0,
        cache: answer.headers["cache-control"] ?? "",
        body: await text(answer),
      }),
    )
      .on("error", reject)
      .end();
  });

const errorsIn = (lines: string) =>
  lines.split("\n").filter((line) => /"level":[56]0|Error|rror:/.test(line));

test("a file that is not there is answered with 404, kept for a minute, and is no error", async () => {
  let written = "";
  for (const stream of site.output) stream.on("data", (chunk) => (written += chunk));
  const missing = [
    "/assets/none.css",
    "/assets/none-Ab12Cd34.js",
    "/fonts/none.woff2",
    "/assets/",
    "/assets",
    "/fonts/",
    "/assets/none.js?x=1",
    "/assets/a%2fb.js",
    "/assets/%00.js",
    "/assets/%zz.js",
    "/assets/%",
    "/assets/..%2f..%2fserver%2findex.js",
    "/assets/..%5c..%5cserver%5cindex.js",
    `/assets/${"x".repeat(5000)}.js`,
    "/assets/constructor",
    "/assets/__proto__",
  ];
  for (const path of missing)
    for (const method of ["GET", "HEAD"]) {
      const { status, cache, body } = await ask(path, { method });
      expect([path, method, status, cache]).toEqual([path, method, 404, "public, max-age=60"]);
      expect(body).toBe(method === "HEAD" ? "" : "There is no such file.");
    }
  // A path that leaves the folder by dots is treated as a page, which does not exist.
  for (const path of [
    "/assets/../server/index.js",
    "/fonts/../../package.json",
    "/assets/%2e%2e/%2e%2e/server/index.js",
    "/assets/.%2e/etc/passwd",
  ])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  expect(errorsIn(written)).toEqual([]);
});

test("a file is sent whole, also if a part is asked for", async () => {
  const plain = await ask("/favicon.svg");
  expect(plain.status).toBe(200);
  for (const range of ["bytes=999999-", "bytes=5-1", "bytes=x-y", "lines=1-2", "bytes=0-3"]) {
    const { status, body } = await ask("/favicon.svg", { headers: { range } });
    expect([range, status, body]).toEqual([range, 200, plain.body]);
  }
});
