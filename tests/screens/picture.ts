import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** Folder of the pictures; a run overwrites the previous one's. */
export const folder = join(import.meta.dirname, "../../screens");

/** Takes the whole page, light and dark, on phone and laptop, as `area/name.theme.width.png`. */
export async function picture(page: Page, area: string, name: string, widths = [390, 1280]) {
  mkdirSync(join(folder, area), { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 400 ? 844 : 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await settled(page);
      const path = join(folder, area, `${name}.${colorScheme}.${width}.png`);
      await page.screenshot({ path, fullPage: true, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (before) await page.setViewportSize(before);
}

/** Waits for what loads late, for typefaces, and until the height of the page is stable. */
export async function settled(page: Page) {
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe")) frame.loading = "eager";
  });
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    await document.fonts.ready;
    const moment = () => new Promise((done) => setTimeout(done, 60));
    let [before, same] = [0, 0];
    for (let rounds = 0; same < 3 && rounds < 50; rounds += 1) {
      await moment();
      const { scrollHeight } = document.documentElement;
      same = scrollHeight === before ? same + 1 : 0;
      before = scrollHeight;
    }
  });
}

/** Opens what can be opened. */
export const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
