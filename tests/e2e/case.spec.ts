import { sql } from "drizzle-orm";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { expect, test } from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";

const phone = { width: 390, height: 844 };
const laptop = { width: 1280, height: 800 };
const paths = ["/c/microsoft-ice", "/es/c/microsoft-ice"];

/** Adds three people's reasons in each language, as long as the page shows next to the case. */
const withVoices = () =>
  inDatabase(async (db, campaign) => {
    for (const locale of ["en", "es"])
      for (const n of [1, 2, 3]) {
        const comment = `${locale} ${n} ${"A clear answer costs less than silence. ".repeat(5)}`
          .slice(0, 158)
          .trim();
        const { signature, supporter } = await aStoredSignature(db, campaign, {
          comment,
          display: "initials",
          consents: ["sign", "public_name"],
          textVersion: "2026-12",
        });
        await db.execute(sql`update supporters set locale = ${locale} where id = ${supporter.id}`);
        await db.execute(sql`delete from names_awaiting_review where signature_id = ${signature.id}`);
        await db.execute(sql`
          insert into comment_reviews (signature_id, campaign_id, reasons, state, comment_sha256, decided_at)
          values (${signature.id}, ${campaign.id}, '{}', 'kept', sha256(convert_to(${comment}, 'UTF8')),
            now())
          on conflict (signature_id) do update set state = 'kept', decided_at = now()`);
      }
    await db.execute(sql`update campaigns set handover_on = current_date + 40 where id = ${campaign.id}`);
  });

test("on a phone the form is within five screens, the whole within eight", async ({ page }) => {
  await withVoices();
  await page.setViewportSize(phone);
  for (const path of paths) {
    // A cached page is a second old at most.
    await expect(async () => {
      await page.goto(path);
      await expect(page.locator(".voices li")).toHaveCount(3, { timeout: 500 });
    }).toPass();
    const topOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => Math.round(one.getBoundingClientRect().top + window.scrollY));
    const order = [".cabinets", ".people", ".door", ".scale", ".open", ".asks", "#sign", ".bars", ".voices"];
    const tops = await Promise.all(order.map(topOf));
    expect(tops, path).toEqual(tops.toSorted((a, b) => a - b));
    expect(await topOf("#sign"), `${path} before the form`).toBeLessThan(5 * phone.height);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height, `${path} in all`).toBeLessThan(8 * phone.height);
    // The bar is on every screen before the form.
    for (const at of [0, 1200, 2400]) {
      await page.evaluate((y) => window.scrollTo({ top: y, behavior: "instant" }), at);
      await expect(page.locator(".bar").first(), `${path} at ${at}`).toBeInViewport({ ratio: 1 });
    }
  }
});

test("on a laptop the button is visible at every height, and the page is short", async ({ page }) => {
  for (const path of paths) {
    await page.goto(path);
    for (const [width, height] of [
      [1366, 650],
      [1280, 800],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const at of [0, 1500, 4000]) {
        const bottom = await page
          .locator(".sign-form button[type=submit]")
          .first()
          .evaluate((one, y) => {
            window.scrollTo({ top: y, behavior: "instant" });
            return one.getBoundingClientRect().bottom;
          }, at);
        expect(bottom, `${path} ${width} × ${height}, ${at} down`).toBeLessThanOrEqual(height);
      }
    }
    await page.setViewportSize(laptop);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height, path).toBeLessThan(6000);
  }
});

test("the first skip link leads to the form", async ({ page }) => {
  for (const size of [phone, laptop])
    for (const path of paths) {
      await page.setViewportSize(size);
      await page.goto(path);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect(page.locator("#name"), `${size.width} ${path}`).toBeFocused();
    }
});

test("next to the case the count is whole at every height", async ({ page }) => {
  await page.goto("/c/microsoft-ice");
  for (let height = 640; height <= 1200; height += 80) {
    await page.setViewportSize({ width: 1280, height });
    for (const at of [0, 700, 4000]) {
      const { top, bottom } = await page.locator(".sign .count").evaluate((one, y) => {
        window.scrollTo({ top: y, behavior: "instant" });
        return one.getBoundingClientRect().toJSON() as DOMRect;
      }, at);
      expect(top, `${height} px, ${at} down`).toBeGreaterThanOrEqual(0);
      expect(bottom, `${height} px, ${at} down`).toBeLessThanOrEqual(height);
    }
  }
});

for (const javaScriptEnabled of [true, false])
  test(`folds open by tap ${javaScriptEnabled ? "with" : "without"} scripts, and by link`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      baseURL: process.env.E2E_URL ?? "",
      viewport: phone,
      javaScriptEnabled,
    });
    const page = await context.newPage();
    await page.goto("/c/microsoft-ice");
    const row = page.locator("#c3");
    await expect(row).toBeHidden();
    await page.locator("details.row", { has: row }).locator("> summary").click();
    await expect(row).toBeVisible();

    await page.goto("/c/microsoft-ice#c11");
    await expect(page.locator("#c11")).toBeVisible();
    await context.close();
  });

test("upcoming days are on the case and the first page, with days left", async ({ page }) => {
  await withVoices();
  for (const path of ["/", "/c/microsoft-ice"])
    await expect(async () => {
      await page.goto(path);
      await expect(page.locator(".deadlines", { hasText: "We deliver" }), path).toContainText(
        /We deliver the petition.*in \d\d days/,
        { timeout: 500 },
      );
    }).toPass();
});

test("a page of its own has the voices of all languages, each marked as of its language", async ({
  page,
}) => {
  await withVoices();
  await page.goto("/c/microsoft-ice");
  await page.getByRole("link", { name: "Everyone’s reasons" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Why people sign");
  await expect(page.locator(".voices [lang=es]").first()).toBeVisible();
  await expect(page.locator(".voices li").first()).toContainText("A. S.");
});
