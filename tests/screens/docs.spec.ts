// `npm run pictures`: pictures for README and docs/organizer.md, of the made-up people of `seed --demo`.
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { anOrganizer, operator, test } from "#tests/e2e/fixtures.ts";
import { settled } from "./picture.ts";

const folder = join(import.meta.dirname, "../../docs/images");

/** Takes what a reader sees first of a page. */
async function take(page: Page, name: string) {
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}

test.describe.configure({ mode: "serial" });

test("the case, for README.md", async ({ page }) => {
  operator("seed", "--demo");
  await page.goto("/c/microsoft-ice");
  await take(page, "case-desktop");
});

test("the console, for README.md and docs/organizer.md", async ({ page }) => {
  await anOrganizer(page);
  const console = "/organize/c/microsoft-ice";
  for (const [path, name] of [
    ["", "overview"],
    ["/signatures", "signatures"],
    ["/edit", "edit"],
    ["/review", "review"],
    ["/names", "names"],
    ["/letters/moderation", "moderation"],
  ] as const) {
    await page.goto(console + path);
    await take(page, `organizer-${name}`);
  }
  for (const [path, name] of [
    ["/updates", "update"],
    ["/letters/dispatches", "dispatch"],
  ] as const) {
    await page.goto(console + path);
    await page.locator(`main a[href^="${console}${path}/"]`).first().click();
    await take(page, `organizer-${name}`);
  }
});
