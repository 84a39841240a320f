import type { Page } from "@playwright/test";
import { anOrganizer, expect, test } from "./fixtures.ts";

const base = "/organize/c/microsoft-ice";
const missing = { status: 404, body: "There is no such file." };

/** An organizer's tab whose failed downloads fail no test. */
async function aTab(page: Page) {
  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: process.env.E2E_URL ?? "" });
  if (!context) throw new Error("there is no browser");
  const tab = await context.newPage();
  await anOrganizer(tab);
  return tab;
}

const toPledges = (page: Page) =>
  page
    .getByRole("navigation")
    .getByRole("link", { name: /^Pledges/ })
    .first();

test("a console open during a deploy reloads where a script is gone", async ({ page }) => {
  const tab = await aTab(page);
  await tab.goto(`${base}/exports`);
  await tab.waitForLoadState("networkidle");
  let failed = 0;
  let loads = 0;
  tab.on("load", () => loads++);
  // Once the page has reloaded, its files exist.
  await tab.route("**/assets/*.js", (route) => {
    if (loads > 0 || failed > 0) return route.continue();
    failed++;
    return route.fulfill(missing);
  });
  await toPledges(tab).click();
  await expect.poll(() => loads).toBe(1);
  expect(failed).toBe(1);
  await tab.waitForLoadState("networkidle");
  await toPledges(tab).click();
  await expect(tab).toHaveURL(/\/pledges$/);
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Pledges");
  expect(loads).toBe(1);
});

test("a console whose scripts are all gone leads on and takes a form", async ({ page }) => {
  const tab = await aTab(page);
  await tab.route("**/assets/*.js", (route) => route.fulfill(missing));
  await tab.goto(`${base}/exports`);
  await toPledges(tab).click();
  await expect(tab).toHaveURL(/\/pledges$/);
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Pledges");
  await tab.getByRole("button", { name: "Sign out" }).click();
  await expect(tab).toHaveURL(/\/sign-in/);
});
