// `npm run pictures`: pictures for README and docs/organizer.md, of the made-up people of `seed --demo`.
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { anOrganizer, operator, test } from "#tests/e2e/fixtures.ts";
import { settled } from "./picture.ts";

const folder = join(import.meta.dirname, "../../docs/images");
const sizes = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };

type Options = { size?: keyof typeof sizes; dark?: true };

/** Takes what a reader sees first of a page. */
async function take(page: Page, name: string, { size = "desktop", dark }: Options = {}) {
  await page.setViewportSize(sizes[size]);
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}

test.describe.configure({ mode: "serial" });

test("the public pages, for README.md", async ({ page }) => {
  operator("seed", "--demo");
  for (const [path, name, options] of [
    ["/c/microsoft-ice", "case-desktop", {}],
    ["/c/microsoft-ice", "case-phone-dark", { size: "phone", dark: true }],
    ["/c/microsoft-ice/letter", "letter-desktop", {}],
    ["/c/microsoft-ice/letters", "letters-phone-dark", { size: "phone", dark: true }],
    ["/c/microsoft-ice/pledge", "pledge-desktop", {}],
    ["/es/c/microsoft-ice/pledge", "pledge-phone-dark", { size: "phone", dark: true }],
  ] as const) {
    await page.goto(path);
    await take(page, name, options);
  }
});

test("the console, for docs/organizer.md", async ({ page }) => {
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
