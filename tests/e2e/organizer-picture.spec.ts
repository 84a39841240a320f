import type { Page, Response } from "@playwright/test";
import { aCampaign } from "#tests/support/builders.ts";
import { anOrganizer as aStoredOrganizer, enrolled } from "#tests/support/organizers.ts";
import { aPhonePicture } from "#tests/support/pictures.ts";
import { violationsOf } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";

/** A new campaign with its owner signed in. */
async function aScene(page: Page) {
  const { slug, session } = await inDatabase(async (db) => {
    const campaign = await aCampaign(db);
    const { session } = await enrolled(db, await aStoredOrganizer(db, { campaign }));
    return { slug: campaign.slug, session };
  });
  await page.context().addCookies([{ name: "session", value: session, url: process.env.E2E_URL ?? "" }]);
  return slug;
}

test("a picture placed by an organizer costs readers no shift, script or page weight", async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const slug = await aScene(page);
  const edit = `/organize/c/${slug}/edit`;
  await page.goto(`${edit}/picture`);
  await expect(page.getByRole("heading", { name: "No picture yet" })).toBeVisible();
  await page
    .getByLabel("Picture", { exact: true })
    .setInputFiles({ name: "IMG 0001.jpg", mimeType: "image/jpeg", buffer: await aPhonePicture() });
  await page.getByLabel("What it shows, in English").fill("A closed door.");
  await page.getByLabel("Credit").fill("Ana Ruiz");
  await page.getByLabel("License").fill("CC BY 4.0");
  await page.getByLabel("Nobody in it can be recognized").check();
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByRole("alert")).toContainText("Describe the picture for people who cannot see it");
  await expect(page.getByLabel("Credit")).toHaveValue("Ana Ruiz");

  await page.getByLabel("What it shows, in Spanish").fill("Una puerta cerrada.");
  await page
    .getByLabel("Picture", { exact: true })
    .setInputFiles({ name: "IMG 0001.jpg", mimeType: "image/jpeg", buffer: await aPhonePicture() });
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByRole("status").first()).toContainText("Saved as a draft.");
  await expect(page.getByRole("img", { name: "A closed door." })).toBeVisible();
  await expect(page.getByText("nobody in it can be recognized.", { exact: false })).toBeVisible();
  await page.goto(edit);
  await page.getByRole("button", { name: "Publish the selected changes" }).click();
  await expect(page.getByRole("status")).toContainText("Published.");

  for (const [path, alt] of [
    [`/c/${slug}`, "A closed door."],
    [`/es/c/${slug}`, "Una puerta cerrada."],
  ] as const) {
    await expect.poll(async () => (await page.request.get(path)).text()).toContain(`alt="${alt}"`);
    // A new context, so that nothing is cached from the page before, with scripts for measuring.
    const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: true });
    const reader = await context.newPage();
    const answers: Response[] = [];
    reader.on("response", (answer) => answers.push(answer));
    await reader.goto(path, { waitUntil: "networkidle" });
    const weigh = async (kinds: readonly string[]) => {
      const some = answers.filter((answer) => kinds.includes(answer.request().resourceType()));
      const sizes = await Promise.all(some.map((answer) => answer.request().sizes()));
      return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    };
    const weight = await weigh(["document", "stylesheet", "script"]);
    expect(weight).toBeGreaterThan(10_000);
    expect(weight).toBeLessThanOrEqual(60_000);
    expect(await weigh(["script"])).toBeLessThanOrEqual(3000);
    const image = reader.getByRole("img", { name: alt });
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
    const { source, shift } = await image.evaluate(async (one: HTMLImageElement) => {
      const total = await new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      });
      return { source: one.currentSrc, shift: total };
    });
    expect(source).toMatch(/-(?:640|960)\.webp$/);
    expect(shift).toBeLessThan(0.02);
    expect(await violationsOf(reader)).toEqual([]);
    await context.close();
  }
});
