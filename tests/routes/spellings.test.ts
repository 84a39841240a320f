import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { expect, test } from "vitest";
import { isCacheable } from "#app/http/page-classes.ts";
import { addresses } from "#app/routes.ts";
import { filled } from "#tests/support/addresses.ts";
import { anAddress, aSite } from "#tests/support/site.ts";

const site = await aSite();

/** Requests a path unchanged. */
const ask = (path: string, { method = "GET", headers = {}, body = "" } = {}) =>
  new Promise<{ status: number; to: string | undefined; cache: string | undefined }>((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    request({ hostname, port, path, method, headers }, (answer) => {
      answer.resume();
      const { location: to, "cache-control": cache } = answer.headers;
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, to, cache }));
    })
      .on("error", reject)
      .end(body);
  });

test("another spelling of a page's address leads to the one that the page cache knows", async () => {
  const spellings = {
    "/c/microsoft-ice/": "/c/microsoft-ice",
    "/c/microsoft-ice///": "/c/microsoft-ice",
    "/es/c/microsoft-ice/": "/es/c/microsoft-ice",
    "/es/": "/es",
    "/c/microsoft-ice/letters/": "/c/microsoft-ice/letters",
    "/c/microsoft-ice/?source=x&utm=%zz": "/c/microsoft-ice?source=x&utm=%zz",
    "/c/microsoft-ice/count.json/": "/c/microsoft-ice/count.json",
    "/C/Microsoft-ICE": "/c/microsoft-ice",
    "/ES/c/microsoft-ice": "/es/c/microsoft-ice",
    "/c/microsoft%2dice": "/c/microsoft-ice",
    "/%63/microsoft-ice/%6cetters": "/c/microsoft-ice/letters",
    "//c/microsoft-ice": "/c/microsoft-ice",
    "/c//microsoft-ice/": "/c/microsoft-ice",
    "/Privacy/": "/privacy",
    "//": "/",
  };
  for (const [path, to] of Object.entries(spellings))
    for (const method of ["GET", "HEAD"])
      expect([path, await ask(path, { method })]).toEqual([
        path,
        { status: 308, to, cache: "public, max-age=3600" },
      ]);
});

test("no spelling leads to another site, and none of a personal link is kept", async () => {
  for (const path of [
    "//evil.com/",
    "///evil.com/",
    "/.//evil.com/",
    "/%2f/evil.com/",
    "/%5cevil.com/",
    "//evil.com//",
    "/es//evil.com/",
    "http://evil.com//evil.com/",
    "/@evil.com/",
    "/%0d%0aLocation:%20http://evil.com/",
  ]) {
    const { status, to } = await ask(path);
    expect([path, status]).toEqual([path, to === undefined ? status : 308]);
    expect(status).toBeLessThan(500);
    if (to !== undefined) {
      expect([path, to]).toEqual([path, expect.stringMatching(/^\/(?![/\\])/)]);
      expect(new URL(to, site.url).origin).toBe(site.url);
    }
  }
  expect(await ask("/manage/")).toEqual({ status: 308, to: "/manage", cache: "no-store" });
  expect((await ask("/manage/Ab-CD/")).to).toBe("/manage/Ab-CD");
});

test("a form posted with a trailing slash works, and programs are not redirected", async () => {
  const fields = { name: "Ana", email: anAddress(), country: "US", consent_sign: "on" };
  for (const at of ["", "/es"]) {
    const first = await site.post(`${at}/c/microsoft-ice/sign/`, fields);
    expect([first.status, first.headers.get("location")]).toEqual([308, `${at}/c/microsoft-ice/sign`]);
    expect(first.headers.get("cache-control")).toBe("no-store");
    // Like a browser after a 308: the same form to the other address.
    const followed = await fetch(`${site.url}${at}/c/microsoft-ice/sign/`, {
      method: "POST",
      headers: { origin: site.url },
      body: new URLSearchParams(fields),
    });
    expect([followed.status, new URL(followed.url).pathname]).toEqual([
      200,
      `${at}/c/microsoft-ice/check-your-inbox`,
    ]);
  }
  for (const path of ["/unsubscribe/token/", "/webhooks/resend/"])
    expect((await site.post(path, { "List-Unsubscribe": "One-Click" })).status).not.toBe(308);
});

test("an address that cannot be decoded is answered with the page that nothing is here", async () => {
  for (const path of [
    "/manage/abc%",
    "/es/confirm/abc%zz",
    "/c/%e0%a4%a",
    "/%",
    "/c/microsoft-ice%",
    "/sign-in%",
    "/%5c%22%3c",
    "/es/%5c%5b",
  ]) {
    const answer = await fetch(site.url + path, { redirect: "manual" });
    const html = await answer.text();
    expect([path, answer.status]).toEqual([path, 404]);
    expect([path, html]).toEqual([
      path,
      expect.stringMatching(/<h1>(Page not found|Página no|This link doesn’t|Este enlace no)/),
    ]);
    const posted = await site.post(path, { a: "b" });
    expect([path, posted.status]).toEqual([path, 404]);
  }
});

test("a page of the console that was renamed is found at its old address, with what was asked", async () => {
  const base = "/organize/c/microsoft-ice";
  for (const [before, now] of [
    [`${base}/deliveries`, `${base}/emails`],
    [`${base}/deliveries?state=bounced`, `${base}/emails?state=bounced`],
    [`/es${base}/edit/imprint/`, `/es${base}/edit/organization`],
  ] as const) {
    expect(await ask(before)).toMatchObject({ status: 308, to: now });
    expect((await ask(now)).status).not.toBe(308);
  }
  expect((await ask(`${base}/deliveries/1`)).status).not.toBe(308);
});

test("no made-up address is a page that the page cache would keep", async () => {
  const known = { campaign: "microsoft-ice", company: "microsoft", file: "packet.pdf" };
  const id = randomUUID();
  const madeUp = { campaign: "nothing", company: "nothing", cursor: id, letter: id, number: "99999" };
  for (const { address } of addresses.filter(({ cached }) => cached))
    for (const [name, value] of Object.entries(madeUp)) {
      if (!address.includes(`:${name}`)) continue;
      const path = filled(address, { ...madeUp, ...known, [name]: value }, "");
      expect([path, isCacheable(path), (await ask(path)).status]).toEqual([path, true, 404]);
    }
});
