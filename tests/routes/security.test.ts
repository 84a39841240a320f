import { readFileSync } from "node:fs";
import { get, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { words } from "#app/i18n/index.ts";
import { addresses } from "#app/routes.ts";
import { filled } from "#tests/support/addresses.ts";
import { anAddress, aSite } from "#tests/support/site.ts";
import { inboxOf } from "#tests/support/ways.ts";

const site = await aSite();
const app = join(import.meta.dirname, "../../app");

/** Programs post here without an origin: webhooks are signed; unsubscribing and the API need a token. */
const exempt: Record<string, { path: string; without: number }> = {
  "personal/unsubscribe": { path: "/unsubscribe/token", without: 404 },
  "api/webhooks/vendor": { path: "/webhooks/resend", without: 404 },
  "api/organizer/exports": { path: "/api/v1/organizer/campaigns/microsoft-ice/exports", without: 401 },
};

const withAction = addresses.filter(({ file }) =>
  /export (async function|const|\{.*) ?\baction\b/.test(readFileSync(join(app, file), "utf8")),
);

const inPlaceOf = { campaign: "microsoft-ice", year: "2027", token: "token" };

const unsafe = withAction
  .filter(({ id }) => !(id in exempt))
  .map(({ address }) => filled(address, inPlaceOf, "306b982f-dc2c-421c-ad21-fb9ddf9a6bcf"));

test("the routes that take a post are found, and those without an origin are among them", () => {
  expect(unsafe).toContain("/c/microsoft-ice/sign");
  expect(unsafe).toContain("/organize/second-factor");
  const console = "/organize/c/microsoft-ice";
  for (const of of ["packs", "packs/306b982f-dc2c-421c-ad21-fb9ddf9a6bcf", "names"])
    expect(unsafe).toContain(`${console}/${of}`);
  expect(unsafe.length).toBeGreaterThan(40);
  expect(withAction.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(exempt)));
});

/** Counts rows once every posted form is stored: one of an earlier test, and one that was let in. */
const rows = async () => {
  await site.formsTaken();
  const [row] = await site.db.execute(sql`
    select (select count(*) from supporters) + (select count(*) from outbox)
      + (select count(*) from organizers) + (select count(*) from organizer_ceremonies) + (select count(*)
        from exports)
      + (select count(*) from packs) + (select count(*) from name_reviews where decided_at is not null)
      + (select count(*) from watched_names) + (select count(*) from letter_dispatches) as n`);
  return Number(row?.n);
};

const attacks: [string, Record<string, string>][] = [
  ["an evil origin", { origin: "https://evil.example" }],
  [
    "an evil origin and our host forwarded",
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ],
  ["the origin null", { origin: "null" }],
  ["no origin and cross-site", { "sec-fetch-site": "cross-site" }],
  ["neither header", {}],
];

test.each(attacks)(
  "a post with %s is refused on every unsafe route, and no row is written",
  async (from, headers) => {
    const before = await rows();
    const body = new URLSearchParams({
      name: "Ana",
      email: anAddress(),
      country: "US",
      consent_sign: "on",
      code: "000000",
    }).toString();
    const turn = attacks.findIndex(([name]) => name === from);
    const ask = async (method: string, address: string) => {
      const answer = await fetch(site.url + address, {
        method,
        redirect: "manual",
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
        body,
      });
      expect(answer.status, `${method} ${address}`).toBe(method === "POST" ? 403 : 405);
    };
    // Every attack meets each route's own address, and every other form of an address some route's.
    for (const [n, path] of unsafe.entries()) {
      const others: [string, string][] = [
        ["POST", `${path}.data`],
        ["POST", `${path}?_data=routes%2Fx`],
        ["POST", `/es${path}`],
        ["POST", `${path}?index`],
        [n % 2 ? "PUT" : "DELETE", path],
      ];
      for (const [method, address] of [["POST", path] as const, ...others.splice((n + turn) % 5, 1)])
        await ask(method, address);
    }
    expect(await rows()).toBe(before);
  },
);

test("posts without an origin do nothing without a token or signature", async () => {
  const before = await rows();
  for (const { path, without } of Object.values(exempt)) {
    const answer = await site.post(
      path,
      { "List-Unsubscribe": "One-Click" },
      { origin: "https://evil.example" },
    );
    expect(answer.status, path).toBe(without);
  }
  expect(await rows()).toBe(before);
});

test("the same post with our own origin passes", async () => {
  const email = anAddress();
  const fields = { name: "Ana", email, country: "US", consent_sign: "on" };
  expect((await site.post("/c/microsoft-ice/sign", fields)).status).toBe(303);
  const spanish = await site.post("/es/c/microsoft-ice/sign", { ...fields, email: anAddress() });
  expect(inboxOf(spanish)).toBe("/es/c/microsoft-ice/check-your-inbox?for=388");
});

test("a proxy that passes on another host changes nothing for our own pages", async () => {
  const fields = { name: "Ana", email: anAddress(), country: "US", consent_sign: "on" };
  const headers = { "x-forwarded-host": "internal.example" };
  expect((await site.post("/c/microsoft-ice/sign", fields, headers)).status).toBe(303);
  const other = site.url.replace("localhost", "127.0.0.1");
  const answer = await fetch(`${other}/c/microsoft-ice/sign`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: site.url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, email: anAddress() }).toString(),
  });
  expect(answer.status).toBe(303);
});

test("every answer carries the safety headers of its class", async () => {
  const classes: [string, number, { referrer: string; cache: RegExp; robots: boolean }][] = [
    [
      "/c/microsoft-ice",
      200,
      { referrer: "strict-origin-when-cross-origin", cache: /^public/, robots: false },
    ],
    ["/nowhere", 404, { referrer: "strict-origin-when-cross-origin", cache: /^no-store$/, robots: false }],
    ["/confirm/token", 404, { referrer: "same-origin", cache: /^no-store$/, robots: true }],
    ["/manage", 200, { referrer: "same-origin", cache: /^no-store$/, robots: true }],
    ["/sign-in", 200, { referrer: "same-origin", cache: /^no-store$/, robots: true }],
  ];
  for (const [path, status, expected] of classes) {
    const answer = await site.get(path);
    expect(answer.status, path).toBe(status);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("content-security-policy")).not.toContain("unsafe");
    expect(answer.headers.get("referrer-policy")).toBe(expected.referrer);
    expect(answer.headers.get("cache-control"), path).toMatch(expected.cache);
    expect(answer.headers.has("x-robots-tag"), path).toBe(expected.robots);
    expect(answer.headers.get("set-cookie")).toBe(null);
    expect(answer.headers.get("strict-transport-security")).toBe(null);
  }
});

test("a public page is one for all: no cookie, no script it needs, no style attribute", async () => {
  const plain = await (await site.get("/c/microsoft-ice")).text();
  const other = await site.get("/c/microsoft-ice?source=x", {
    cookie: "session=abc",
    "accept-language": "es",
  });
  expect(await other.text()).toBe(plain);
  expect(plain).not.toMatch(/ style="/);
  // Data for search engines does not run.
  expect(plain).not.toMatch(/<script(?! src="\/(?:count|language)\.js"| type="application\/ld\+json")/);
  expect(other.headers.get("etag")).toMatch(/^W\//);
  const again = await site.get("/c/microsoft-ice", { "if-none-match": other.headers.get("etag") ?? "" });
  expect([200, 304]).toContain(again.status);
});

/** An answer's bytes as sent to a browser. */
const sentBytes = (path: string) =>
  new Promise<number>((resolve, reject) => {
    get(site.url + path, { headers: { "accept-encoding": "br, gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve(bytes)).on("error", reject);
    }).on("error", reject);
  });

test("a public page with styles and script is sent in 31 of its 60 kB", async () => {
  const html = await (await site.get("/c/microsoft-ice")).text();
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? "");
  expect(sheets.length).toBeGreaterThan(0);
  const sent = await Promise.all(["/c/microsoft-ice", "/count.js", ...sheets].map(sentBytes));
  expect(sent.reduce((sum, bytes) => sum + bytes)).toBeLessThan(31 * 1024);
  const script = await (await site.get("/count.js")).text();
  expect(script.length).toBeLessThan(3 * 1024);
});

/** Requests with methods that `fetch` refuses to send. */
const askBy = (method: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; allow: string | undefined }>((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    request({ hostname, port, path, method, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ status: answer.statusCode, allow: answer.headers.allow }));
    })
      .on("error", reject)
      .end();
  });

test("an unsupported method gets 405 with the allowed ones, from any origin", async () => {
  const allow = "GET, HEAD, POST";
  for (const method of ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"])
    for (const path of ["/c/microsoft-ice", "/c/microsoft-ice/sign", "/manage/x", "/organize", "/nowhere"])
      for (const headers of [{}, { origin: "https://evil.example" }, { origin: site.url }])
        expect([method, path, await askBy(method, path, { ...headers })]).toEqual([
          method,
          path,
          { status: 405, allow },
        ]);
  expect(await askBy("PUT", "/webhooks/resend")).toEqual({ status: 405, allow: "POST" });
});

test("a request whose host is none is refused with the headers of every answer", async () => {
  const asked = new Promise<IncomingMessage>((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    const headers = { host: "a b<c>" };
    request({ hostname, port, path: "/manage", headers }, (answer) => resolve(answer.resume()))
      .on("error", reject)
      .end();
  });
  const { statusCode, headers } = await asked;
  expect(statusCode).toBe(400);
  expect(headers).toMatchObject({
    "content-security-policy": expect.stringContaining("default-src"),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "content-type": expect.stringContaining("text/plain"),
  });
});

test("a post to what can only be read is refused in our words, and says what is taken", async () => {
  const message = words("en").errors.plain["wrong-method"];
  const readOnly = [
    "/c/microsoft-ice/count.json",
    "/c/microsoft-ice/updates.atom",
    "/c/microsoft-ice/series.csv",
  ];
  for (const path of [...readOnly, "/organize/c/microsoft-ice/overview.json"]) {
    const answer = await site.post(path, {});
    expect([path, answer.status, answer.headers.get("allow")]).toEqual([path, 405, "GET, HEAD"]);
    expect([path, await answer.text()]).toEqual([path, message]);
  }
  const spanish = await site.post("/es/c/microsoft-ice/count.json", {});
  expect(await spanish.text()).toBe(words("es").errors.plain["wrong-method"]);
  const page = await site.post("/privacy", {});
  expect([page.status, page.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  const program = await site.post("/api/v1/campaigns/microsoft-ice", {});
  expect([program.status, program.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

test("odd requests get a clear 4xx and never a 500", async () => {
  const odd: [string, string, RequestInit][] = [
    ["NUL in the slug", "/c/%00", {}],
    ["NUL in the slug of a post", "/c/a%00b/sign", { method: "POST", body: "name=x" }],
    [
      "a confirmation that is JSON",
      "/confirm/token",
      { method: "POST", body: "{}", headers: { "content-type": "application/json" } },
    ],
    ["a confirmation without a body", "/confirm/token", { method: "POST" }],
    [
      "an origin of nobody where none is asked",
      "/unsubscribe/token",
      { method: "POST", headers: { origin: "null" } },
    ],
    ["OPTIONS", "/confirm/token", { method: "OPTIONS" }],
  ];
  for (const [name, path, init] of odd) {
    const headers = {
      origin: site.url,
      "content-type": "application/x-www-form-urlencoded",
      ...init.headers,
    };
    const answer = await fetch(site.url + path, { redirect: "manual", ...init, headers });
    expect(answer.status, name).toBeLessThan(500);
  }
});

test("a page keeps its class however its address is written", async () => {
  const answer = await site.get("/Confirm/token");
  expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  expect(answer.headers.get("x-robots-tag")).toContain("noindex");
});

test("the mailbox is for this machine alone", async () => {
  expect((await site.get("/dev/mailbox")).status).toBe(200);
  const strange: Record<string, string>[] = [
    { "x-forwarded-for": "127.0.0.1" },
    { forwarded: "for=127.0.0.1" },
    { via: "1.1 proxy" },
    { "x-forwarded-host": "localhost" },
    { "x-forwarded-port": "80" },
  ];
  for (const headers of strange) expect((await site.get("/dev/mailbox", headers)).status).toBe(404);
});

test("liveness does not ask the database, readiness does", async () => {
  expect(await (await site.get("/healthz")).text()).toBe("ok");
  expect((await site.get("/readyz")).status).toBe(200);
});

test("a load balancer checks without naming a host, and nothing else is answered so", async () => {
  const first = async (path: string) => {
    const { hostname, port } = new URL(site.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET ${path} HTTP/1.0\r\n\r\n`);
    return (await text(socket)).split("\r\n", 1)[0];
  };
  for (const path of ["/healthz", "/readyz"]) expect(await first(path)).toBe("HTTP/1.1 200 OK");
  expect(await first("/manage")).toBe("HTTP/1.1 400 Bad Request");
});

test("a browser gets refusals as a page in the address's language", async () => {
  const accept = "text/html,application/xhtml+xml,*/*;q=0.8";
  const form = { origin: site.url, accept, "content-type": "application/x-www-form-urlencoded" };
  const ask = (path: string, headers: Record<string, string>, more: RequestInit = {}) =>
    fetch(site.url + path, { method: "POST", redirect: "manual", headers: { ...form, ...headers }, ...more });
  const evil = { origin: "https://evil.example" };
  for (const locale of ["en", "es"] as const) {
    const at = locale === "en" ? "" : "/es";
    const { page, home } = words(locale).errors;
    const sign = `${at}/c/microsoft-ice/sign`;
    const answers = [
      [403, await ask(sign, evil, { body: "name=Ana" })],
      [405, await ask(sign, {}, { method: "PUT", body: "name=Ana" })],
      [405, await ask(`${at}/c/microsoft-ice`, {}, { body: "name=Ana" })],
      [413, await ask(sign, {}, { body: `comment=${"x".repeat(80_000)}` })],
    ] as const;
    for (const [status, answer] of answers) {
      expect([status, answer.headers.get("cache-control")]).toEqual([answer.status, "no-store"]);
      expect(answer.headers.get("content-security-policy")).toContain("default-src");
      const html = await answer.text();
      expect(html).toContain(`<html lang="${locale}"`);
      expect(html).toContain(`<h1>${page[status].title}</h1>`);
      expect(html).toContain(`<title>${page[status].title} · `);
      expect(html).toContain(`href="${at}/c/microsoft-ice">${home}</a>`);
      expect(html).not.toContain("/refused");
    }
    expect(answers[1][1].headers.get("allow")).toBe("GET, HEAD, POST");
    const elsewhere = await (await ask(`${at}/manage`, evil)).text();
    expect(elsewhere).toContain(`href="${at || "/"}">${home}</a>`);
  }
  const api = await ask("/api/v1/campaigns/microsoft-ice", evil);
  expect([api.status, api.headers.get("content-type")]).toEqual([403, "application/problem+json"]);
  expect((await site.get("/refused")).status).toBe(404);
});

test("what is refused without a page is said in the language of the address", async () => {
  const evil = { origin: "https://evil.example" };
  const refused = await site.post("/es/manage", { email: "x@example.org" }, evil);
  expect([refused.status, await refused.text()]).toEqual([
    403,
    "Esta solicitud no vino de este sitio. No se cambió nada.",
  ]);
  const large = await site.post("/es/c/microsoft-ice/sign", { comment: "x".repeat(80_000) });
  expect(large.status).toBe(413);
  expect(await large.text()).toContain("No se cambió nada");
  expect(await (await site.post("/manage", { email: "x" }, evil)).text()).toContain("Nothing was changed");
});

/** A form sent without declaring its length, as some clients and proxies do. */
const inPieces = (path: string, pieces: string[]) =>
  fetch(site.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin: site.url, "content-type": "application/x-www-form-urlencoded" },
    body: new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    }),
    duplex: "half",
  } as RequestInit);

test("a form is taken, refused and limited whether or not its length is told before", async () => {
  const person = new URLSearchParams({ name: "Ana", email: anAddress(), country: "US", consent_sign: "on" });
  for (const at of ["", "/es"]) {
    const sign = `${at}/c/microsoft-ice/sign`;
    expect((await inPieces(sign, ["name=", "Ana"])).status).toBe(422);
    expect((await inPieces(sign, [])).status).toBe(422);
    expect((await inPieces(sign, [`${person}`])).status).toBe(303);
    // One byte too many and nothing after it: a client still sending at the close may miss the answer.
    expect((await inPieces(sign, ["x".repeat(64 * 1024), "x"])).status).toBe(413);
    expect((await site.post(`${at}/privacy`, {})).status).toBe(405);
    const empty = await fetch(`${site.url}${at}/privacy`, { method: "POST", headers: { origin: site.url } });
    expect(empty.status).toBe(405);
  }
});

test("files that never change are kept for good, the others for an hour", async () => {
  const html = await (await site.get("/c/microsoft-ice")).text();
  const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? "";
  const font = /href="(\/fonts\/[^"]+\.woff2)"/.exec(html)?.[1] ?? "";
  for (const path of [sheet, font])
    expect((await site.get(path)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  for (const path of ["/favicon.svg", "/count.js", "/embed.js"])
    expect((await site.get(path)).headers.get("cache-control")).toBe("public, max-age=3600");
  expect((await site.get("/assets/none.css")).headers.get("cache-control")).toBe("public, max-age=60");
});
