import { request } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { addresses as all } from "#app/routes.ts";
import { filled } from "#tests/support/addresses.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite({ TRUST_PROXY: "1" });
const { port } = new URL(site.url);
let written = "";
for (const stream of site.output)
  stream.on("data", (chunk: Buffer) => {
    written += chunk;
  });
const linesOfFaults = () =>
  written
    .split("\n")
    .filter((line) => /"level":[456]0/.test(line) || !/^(\{|$)/.test(line))
    // Refused sign-ins are logged as sums, one line every few seconds (app/http/refusal-notes.ts).
    .filter((line) => !line.includes(`"event":"refused"`));

/** Made-up values for a token, a campaign, a number or a file. */
const values = [
  "x",
  "a%20b",
  "a%2fb",
  "a%00b",
  "a%0ab",
  "%5c%22%3c",
  "306b982f-dc2c-421c-ad21-fb9ddf9a6bcf",
  "99999999999999999999",
  "%f0%9f%98%80",
  "__proto__",
  "x".repeat(4000),
];

/** Every route with each value for its parameters, and addresses without a route. */
const addresses = all
  .map(({ address }, n) => filled(address, { campaign: "microsoft-ice" }, values[n % values.length] ?? ""))
  .concat(
    values.flatMap((value) =>
      ["", "c/", "manage/", "thanks/", "c/microsoft-ice/"].map((at) => `/${at}${value}`),
    ),
  )
  .concat(["/healthz", "/assets/x", "/favicon.svg", "/__manifest", "/refused", "/_root.data"]);

const queries = ["?index", "?_data=root", "?_routes=root", "?again=corrected", "?source=%zz&a=%00&for=%ff"];

const form = "application/x-www-form-urlencoded";
/** Bodies with their type: none, not a form, broken ones, and fields of the wrong type. */
const bodies: [string | undefined, string][] = [
  [form, ""],
  [form, "a=b&email=%00&email=%ff&name=%zz&intent=x&step=x&token=x"],
  [form, "name=Ana&email=ana%40example.org&country=US&consent_sign=on&step=compose&intent=erase&code=0"],
  [undefined, "x"],
  ["application/json", "{"],
  ["multipart/form-data", "x"],
  ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="name\r\n\r\nx'],
  ["text/plain; charset=nonsense", "x"],
];

let asked = 0;
/** Requests a path unchanged, each time from a new network, so that no rate limit answers first. */
function ask(path: string, method: string, headers: Record<string, string> = {}, body?: string) {
  asked += 1;
  const from = { "x-forwarded-for": `198.18.${asked >> 8}.${asked & 255}`, accept: "text/html" };
  return new Promise<number>((resolve) => {
    request({ host: "localhost", port, path, method, headers: { ...from, ...headers } }, (answer) => {
      answer.resume();
      answer.on("close", () => resolve(answer.statusCode ?? 0));
    })
      .on("error", () => resolve(0))
      .end(body);
  });
}

/** Requests eight at once; returns the paths that failed. */
async function faultsOf(
  tries: { path: string; method: string; headers?: Record<string, string>; body?: string }[],
) {
  const faults: string[] = [];
  const rest = tries.values();
  const one = async () => {
    for (const { path, method, headers, body } of rest) {
      const status = await ask(path, method, headers, body);
      if (status === 0 || status === 500) faults.push(`${status} ${method} ${path}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return faults;
}

test("no stranger's request to any route fails or logs a fault", async () => {
  const headers = {
    "if-none-match": '"\\',
    range: "bytes=9-1",
    "accept-language": "*;q=9,%",
    "accept-encoding": "x;q=z",
    cookie: "session=%zz; ceremony=; a",
    authorization: "Bearer x y",
    "if-modified-since": "never",
  };
  const reads = addresses.flatMap((path, n) => [
    { path: path + queries[n % queries.length], method: "GET" },
    { path, method: "GET", headers },
    { path, method: "HEAD" },
    { path: `${path}.data`, method: n % 2 ? "GET" : "HEAD" },
    { path: `/es${path}`, method: "GET" },
  ]);
  expect(await faultsOf(reads)).toEqual([]);
  expect(linesOfFaults()).toEqual([]);
}, 240_000);

test("no stranger's post to any route fails or logs a fault", async () => {
  const posts = addresses.flatMap((path, n) =>
    [0, 3, 5].map((step) => {
      const [type, body = ""] = bodies[(n + step) % bodies.length] ?? [];
      const headers = { origin: site.url, ...(type ? { "content-type": type } : {}) };
      return { path: step === 5 ? `${path}.data` : path, method: "POST", headers, body };
    }),
  );
  expect(await faultsOf(posts)).toEqual([]);
  expect(linesOfFaults()).toEqual([]);
}, 240_000);

test("who leaves while a page is on its way leaves no line", async () => {
  const leave = (after: number) =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1").on("error", () => {});
      socket.write("GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n");
      setTimeout(() => {
        socket.destroy();
        resolve();
      }, after);
    });
  for (let after = 0; after < 40; after++) await leave(after % 8);
  expect(await faultsOf([{ path: "/sign-in", method: "GET" }])).toEqual([]);
  expect(linesOfFaults()).toEqual([]);
});
