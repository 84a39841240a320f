import { expect, test } from "./fixtures.ts";

/** Pages whose address holds something long enough to be of one person or one letter: reached in their own journeys. */
const isOfOne = (path: string) => /[0-9a-f-]{36}|\/dev\//.test(path);

test("no page of the site asks anything of another site, sets a cookie, or breaks its own policy", async ({
  page,
  baseURL,
  context,
}) => {
  test.setTimeout(240_000);
  const origin = baseURL ?? "";
  const foreign: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith("http") && asked !== origin) foreign.push(`${page.url()} asks ${request.url()}`);
  });
  const violations: string[] = [];
  await page.exposeFunction("violated", (what: string) => violations.push(what));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, documentURI }) =>
      (window as unknown as { violated: (what: string) => void }).violated(
        `${documentURI}: ${violatedDirective} ${blockedURI}`,
      ),
    );
  });

  const waiting = ["/", "/es", "/sign-in", "/manage"];
  const seen = new Set(waiting);
  while (waiting.length > 0) {
    const path = waiting.pop() ?? "/";
    const answer = await page.goto(path, { waitUntil: "load" }).catch((error: Error) => {
      // A file to be saved is no page.
      if (!/Download is starting|net::ERR_ABORTED/.test(error.message)) throw error;
      return null;
    });
    if (!answer) continue;
    expect([path, answer.status()]).toEqual([path, 200]);
    const links = await page
      .locator("a[href]")
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links) {
      const url = new URL(link);
      if (url.origin !== origin || seen.has(url.pathname) || isOfOne(url.pathname)) continue;
      seen.add(url.pathname);
      waiting.push(url.pathname);
    }
  }
  expect(seen.size).toBeGreaterThan(30);
  expect(foreign).toEqual([]);
  expect(violations).toEqual([]);
  const ours = (await context.cookies()).map(({ name }) => name);
  // Who asks for a code at the door of the console gets one, so that the code is of that browser; nobody else does.
  expect(ours.filter((name) => !/sign-in|challenge|door/.test(name))).toEqual([]);
});
