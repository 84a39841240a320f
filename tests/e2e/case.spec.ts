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

test("on a phone the folded case is short, with the ask before its full text", async ({ page }) => {
  await withVoices();
  await page.setViewportSize(phone);
  for (const path of paths) {
    // A cached page is a second old at most.
    await expect(async () => {
      await page.goto(path);
      await expect(page.locator(".voices li")).toHaveCount(3, { timeout: 500 });
      await expect(page.locator(".deadlines")).toBeVisible({ timeout: 500 });
    }).toPass();
    // Adds a record date and a last day to vote: concurrent tests need the meeting unchanged.
    await page.locator(".deadlines").evaluate((days) => {
      while (days.children.length < 3) days.append(days.children[0]?.cloneNode(true) ?? "");
    });
    const topOf = (selector: string) =>
      page.locator(selector).evaluate((one) => Math.round(one.getBoundingClientRect().top + window.scrollY));
    const order = [".lead .count", ".deadlines", ".chart", ".voices", "#sign", "#whole"];
    const tops = await Promise.all(order.map(topOf));
    expect(tops, path).toEqual(tops.toSorted((a, b) => a - b));
    expect(tops.at(-1), `${path} before the whole case`).toBeLessThan(4000);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    // Of 7,500 pixels, 100 are left for the latest update, which concurrent tests may add.
    expect(height, `${path} in all`).toBeLessThan(7400);
  }
});

test("the first skip link leads to the form, at most ten Tab stops away", async ({ page }) => {
  await withVoices();
  for (const size of [phone, laptop])
    for (const path of paths) {
      await page.setViewportSize(size);
      await page.goto(path);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect(page.locator("#name"), `${size.width} ${path}`).toBeFocused();

      await page.goto(path);
      let stops = 0;
      do {
        await page.keyboard.press("Tab");
        stops += 1;
      } while (
        stops < 11 &&
        !(await page.locator("#name").evaluate((one) => one === document.activeElement))
      );
      expect(stops, `${size.width} ${path}`).toBeLessThanOrEqual(10);
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

test("lines hold 60 to 75 characters on a laptop, and dates are no wider than text", async ({ page }) => {
  await page.setViewportSize(laptop);
  await page.goto("/c/microsoft-ice");
  const lines = await page.locator(".claim .prose").evaluateAll((all) =>
    all.flatMap((one) => {
      const text = one.firstChild as Text;
      const range = document.createRange();
      const found: number[] = [];
      let [top, length] = [Number.NaN, 0];
      for (let n = 0; n < text.length; n++) {
        range.setStart(text, n);
        range.setEnd(text, n + 1);
        const y = range.getBoundingClientRect().top;
        if (Math.abs(y - top) > 4) {
          if (length > 0) found.push(length);
          length = 0;
        }
        [top, length] = [y, length + 1];
      }
      return found;
    }),
  );
  const middle = lines.toSorted((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;
  expect(lines.length).toBeGreaterThan(30);
  expect(middle).toBeGreaterThanOrEqual(60);
  expect(Math.max(...lines)).toBeLessThanOrEqual(75);
  const timeline = await page.locator(".timeline").evaluate((one) => ({
    height: one.getBoundingClientRect().height,
    // The height of all dates' words, one under the other.
    words: [...one.querySelectorAll("li")].reduce((sum, li) => sum + li.getBoundingClientRect().height, 0),
  }));
  expect(timeline.height).toBeLessThan(timeline.words * 0.6);
});

for (const javaScriptEnabled of [true, false])
  test(`folds open by tap ${javaScriptEnabled ? "with" : "without"} scripts, by link, and in print`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      baseURL: process.env.E2E_URL ?? "",
      viewport: phone,
      javaScriptEnabled,
    });
    const page = await context.newPage();
    await page.goto("/c/microsoft-ice");
    const people = page.locator(".sec", { has: page.locator("#people") });
    const statement = people.locator(".claim").first();
    const note = statement.locator(".notes dl");
    await expect(statement).toBeHidden();
    await people.locator("> .fold > summary").click();
    await expect(statement).toBeVisible();
    await expect(note).toBeHidden();
    await statement.locator(".notes > summary").click();
    await expect(note).toBeVisible();

    await page.goto("/c/microsoft-ice#n11");
    await expect(page.locator("#n11")).toBeVisible();

    await page.goto("/c/microsoft-ice");
    await page.emulateMedia({ media: "print" });
    await expect(note).toBeVisible();
    await context.close();
  });

test("upcoming days are on the case, first page and pledge, with days left", async ({ page }) => {
  await withVoices();
  for (const path of ["/", "/c/microsoft-ice", "/c/microsoft-ice/pledge"])
    await expect(async () => {
      await page.goto(path);
      await expect(page.locator(".deadlines"), path).toContainText(/We deliver the petition.*in \d\d days/, {
        timeout: 500,
      });
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
