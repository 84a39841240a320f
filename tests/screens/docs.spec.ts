// `npm run pictures`: pictures for README and docs/organizer.md, of the made-up people of `seed --demo`.
import { join } from "node:path";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { anOrganizer, operator, test } from "#tests/e2e/fixtures.ts";
import { settled } from "./picture.ts";

const folder = join(import.meta.dirname, "../../docs/images");

/** Takes what a reader sees first of a page, down to a place between its parts. */
async function take(page: Page, name: string, height = 860) {
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await settled(page);
  const clip = { x: 0, y: 0, width: 1280, height };
  const picture = await page.screenshot({ animations: "disabled", clip });
  await sharp(picture)
    .png({ palette: true })
    .toFile(join(folder, `${name}.png`));
}

test.describe.configure({ mode: "serial" });

test("the case, for README.md", async ({ page }) => {
  operator("seed", "--demo");
  await page.goto("/c/microsoft-ice");
  await take(page, "case-desktop", 780);
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
    await take(page, `organizer-${name}`, name === "overview" ? 800 : undefined);
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
