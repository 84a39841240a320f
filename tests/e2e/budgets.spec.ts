import type { Page, Response } from "@playwright/test";
import { anUpdate, approved } from "#tests/support/updates.ts";
import { aSigner, expect, test } from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";

const kilobyte = 1000;
const bars = { page: 60 * kilobyte, script: 3 * kilobyte, fonts: 85 * kilobyte, shift: 0.02 };

const pages = [
  "",
  "/pledge",
  "/letter",
  "/sources",
  "/petition",
  "/updates",
  "/embed",
  "/co-file",
  "/widget",
  "/widget/counter",
].map((path) => `/c/microsoft-ice${path}`);
const addresses = [...pages, "/privacy", "/nowhere", "/es/c/microsoft-ice", "/es/c/microsoft-ice/letter"];

/** The page of a public update. */
const anUpdatePage = () =>
  inDatabase(async (db, campaign) => {
    const at = new Date(Date.now() - 3600_000);
    const sent = { ...approved, state: "sent", startedAt: at, preparedAt: at, finishedAt: at } as const;
    const body = "Two things.\n\n## The first\n\n> Words of the company.";
    const { number } = await anUpdate(db, campaign, { ...sent, subject: "What happened here", body });
    return `/c/microsoft-ice/updates/${number}`;
  });

/** Opens the case, and sends its form empty: the page with errors. */
async function openWithErrors(page: Page) {
  await page.goto("/c/microsoft-ice");
  await withErrors(page);
  await page.waitForLoadState("networkidle");
}

type Loaded = { kind: "page" | "script" | "font"; path: string; sent: number };

/** Bytes a page loads as sent, without headers: pages and styles compressed by brotli. */
async function load(page: Page, path: string | ((page: Page) => Promise<void>)): Promise<Loaded[]> {
  const answers: Response[] = [];
  const note = (answer: Response) => answers.push(answer);
  page.on("response", note);
  if (typeof path === "string") await page.goto(path, { waitUntil: "networkidle" });
  else await path(page);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  page.off("response", note);
  // Files requested twice, by two names of a typeface, come from the cache the second time.
  const once = [...new Map(answers.map((answer) => [answer.url(), answer])).values()];
  return Promise.all(
    once.map(async (answer) => {
      const type = answer.request().resourceType();
      const kind = type === "font" ? "font" : type === "script" ? "script" : "page";
      const { responseBodySize: sent } = await answer.request().sizes();
      return { kind, path: new URL(answer.url()).pathname, sent };
    }),
  );
}

const sum = (loaded: readonly Loaded[]) => loaded.reduce((total, { sent }) => total + sent, 0);
const listed = (loaded: readonly Loaded[]) => loaded.map(({ path, sent }) => `${path} ${sent}`).join("\n");

test("public pages stay under 60 kB, fonts 85 kB, scripts 3 kB, none inline", async ({
  browser,
  baseURL,
}) => {
  for (const path of [...addresses, await anUpdatePage(), openWithErrors]) {
    // A new context, so that nothing is cached from the page before.
    const context = await browser.newContext({ baseURL: baseURL ?? "" });
    const page = await context.newPage();
    const loaded = await load(page, path);
    const inline = await page.evaluate(
      () => [...document.scripts].filter(({ src, type }) => !src && type !== "application/ld+json").length,
    );
    const fonts = loaded.filter(({ kind }) => kind === "font");
    const rest = loaded.filter(({ kind }) => kind !== "font");
    const scripts = new Set(loaded.filter(({ kind }) => kind === "script").map((one) => one.path));
    let weight = 0;
    for (const script of scripts) weight += (await (await context.request.get(script)).body()).length;
    await context.close();
    const where = typeof path === "string" ? path : path.name;
    expect(sum(rest), `${where} weighs too much:\n${listed(rest)}`).toBeLessThanOrEqual(bars.page);
    expect(sum(fonts), `the fonts of ${where}:\n${listed(fonts)}`).toBeLessThanOrEqual(bars.fonts);
    expect(fonts.length, where).toBeGreaterThan(0);
    expect(weight, `${where}: ${[...scripts].join(" ")}`).toBeLessThanOrEqual(bars.script);
    expect(inline, where).toBe(0);
  }
});

test("a public page says, leads to and asks the same without scripts", async ({ browser, baseURL }) => {
  for (const path of pages.slice(0, 3)) {
    const [without, withScripts] = await Promise.all(
      [false, true].map(async (javaScriptEnabled) => {
        const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled });
        const tab = await context.newPage();
        await tab.goto(path);
        const whatCounts = "h1, h2, h3, p, a[href], label, input, select, textarea, [type=submit], summary";
        const text = await tab
          .locator("main")
          .locator(whatCounts)
          .filter({ visible: true })
          .evaluateAll((parts) =>
            parts.map(
              ({ tagName, textContent, id }) =>
                // Counts change while others sign.
                `${tagName} ${id} ${textContent?.replace(/\d[\d,.]*/g, "0").replace(/\s+/g, " ")}`,
            ),
          );
        await context.close();
        // Ignores texts that scripts add: "0 of 10,000 characters", a button of the device.
        return text.filter((line) => !/^P.* 0 (of|de) 0 /.test(line));
      }),
    );
    expect(without?.length, path).toBeGreaterThan(3);
    expect(without, path).toEqual(withScripts);
  }
});

/** Records layout shifts from a page's first paint on. */
const noteShifts = (page: Page) =>
  page.addInitScript(() => {
    type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
    const moved: { by: number; what: string[] }[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        moved.push({
          by: value,
          what: sources.map(({ node }) => `${node?.textContent}`.trim().slice(0, 40)),
        });
    }).observe({ type: "layout-shift", buffered: true });
  });

/** The layout shifts, once changes have been painted. */
async function shiftsOn(page: Page) {
  await page.screenshot();
  return page.evaluate(() => (window as unknown as { moved: { by: number; what: string[] }[] }).moved);
}

const expectStill = (moved: Awaited<ReturnType<typeof shiftsOn>>, where: string) =>
  expect(
    moved.reduce((total, { by }) => total + by, 0),
    `${where}: ${JSON.stringify(moved)}`,
  ).toBeLessThanOrEqual(bars.shift);

const withErrors = async (page: Page) => {
  await page.locator(".sign-form").evaluate((form) => form.setAttribute("novalidate", ""));
  await page.locator(".sign-form button[type=submit]").first().click({ noWaitAfter: true });
  await page.waitForURL(/\/sign$/, { waitUntil: "domcontentloaded" });
};
const moving: { path: string; act?: (page: Page) => Promise<void> }[] = [
  { path: "/c/microsoft-ice" },
  { path: "/c/microsoft-ice", act: withErrors },
  { path: "/c/microsoft-ice/pledge" },
  { path: "/c/microsoft-ice/letter" },
  { path: "/c/microsoft-ice/updates" },
  { path: "/nowhere" },
];

/**
 * A phone, as Lighthouse has it, and a laptop, each page at one of them in English and at the other in
 * Spanish; with FULL=1 each at both in both, and at further widths.
 */
for (const width of process.env.FULL ? [390, 412, 768, 1280, 1440] : [412, 1280]) {
  test(`nothing moves at ${width} px when fonts arrive after the first paint`, async ({
    browser,
    baseURL,
  }) => {
    for (const [which, language] of ["", "/es"].entries()) {
      for (const [nth, { path, act }] of moving.entries()) {
        if (!process.env.FULL && (which + nth) % 2 !== (width === 412 ? 0 : 1)) continue;
        const context = await browser.newContext({
          baseURL: baseURL ?? "",
          viewport: { width, height: width === 412 ? 823 : 844 },
        });
        const page = await context.newPage();
        await noteShifts(page);
        const waiting: (() => void)[] = [];
        let arrived = false;
        await page.route(/\.woff2$/, async (route) => {
          if (!arrived) await new Promise<void>((resolve) => waiting.push(resolve));
          await route.continue();
        });
        await page.goto(language + path, { waitUntil: "domcontentloaded" });
        await act?.(page);
        await expect.poll(() => waiting.length).toBeGreaterThan(0);
        await expect(page.locator("h1")).toBeVisible();
        arrived = true;
        for (const go of waiting) go();
        await expect
          .poll(() => page.evaluate(() => document.fonts.check('600 40px "Source Serif 4"')))
          .toBe(true);
        await page.evaluate(() => document.fonts.ready.then(() => null));
        expectStill(await shiftsOn(page), `${language}${path} ${act ? "with errors" : ""}`);
        await context.close();
      }
    }
  });
}

test("nothing moves when the count updates", async ({ page }) => {
  await aSigner(page);
  await expect(async () => {
    await page.goto("/c/microsoft-ice");
    await expect(page.locator("[data-signatures]").first()).toBeAttached({ timeout: 500 });
  }).toPass();
  await page.clock.install();
  await noteShifts(page);
  await page.route("**/count.json", (route) => route.fulfill({ json: { signatures: 123_456 } }));
  await page.goto("/c/microsoft-ice");
  await page.clock.fastForward(16_000);
  await expect(page.locator("[data-signatures]").filter({ visible: true }).first()).toHaveText("123,456");
  expectStill(await shiftsOn(page), "the case page");
  // As the page itself writes it: in Spanish of the United States, not of Spain.
  await page.goto("/es/c/microsoft-ice");
  await page.clock.fastForward(16_000);
  await expect(page.locator("[data-signatures]").filter({ visible: true }).first()).toHaveText("123,456");
});
