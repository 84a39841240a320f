import { expect, test } from "./fixtures.ts";

test("on a phone the call to sign covers nothing that has the focus, and leaves where the form and the footer are", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/c/microsoft-ice");
  const hidden: string[] = [];
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const now = document.activeElement;
      if (!now || now === document.body) return null;
      const { left, top, width, height } = now.getClientRects()[0] ?? now.getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      const isSeen =
        over !== null && (now.contains(over) || over.contains(now) || over.closest("label") !== null);
      return { name: `${now.tagName} ${now.textContent?.slice(0, 40)}`, isSeen };
    });
    if (seen === null) break;
    if (!seen.isSeen) hidden.push(seen.name);
  }
  expect(hidden).toEqual([]);

  const onTop = () =>
    page.evaluate(() => {
      const found = document.elementFromPoint(innerWidth / 2, innerHeight - 24);
      return found !== null && found.closest(".bar") !== null;
    });
  await page.evaluate(() => scrollTo(0, 400));
  await expect.poll(onTop).toBe(true);
  for (const selector of [".sign-form .btn.act", ".foot"]) {
    await page.locator(selector).scrollIntoViewIfNeeded();
    await expect.poll(onTop).toBe(false);
  }
});

test("what leads from an open question to its note is high enough for a thumb", async ({ page }) => {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/c/microsoft-ice");
    const heights = await page
      .locator(".unknown .open a")
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(0);
    expect(Math.min(...heights), `at ${width} px`).toBeGreaterThanOrEqual(24);
  }
});
