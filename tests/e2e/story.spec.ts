import { expect, test } from "./fixtures.ts";

test("on a phone the sign button hides no focus and leaves at form and footer", async ({ page }) => {
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

test("links within the case are at least 24 px", async ({ page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/c/microsoft-ice");
    await page.locator("main details").evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    const links = await page.locator("main :is(p, dd, li, td, figcaption) a").evaluateAll((all) =>
      all
        .filter((link) => link.getClientRects().length > 0)
        .map((link) => {
          const lines = [...link.getClientRects()];
          const high = Math.min(...lines.map(({ height }) => height));
          const wide = Math.max(...lines.map(({ width }) => width));
          return { text: link.textContent, fits: high >= 24 && wide >= 24 };
        }),
    );
    expect(links.length).toBeGreaterThan(40);
    expect(
      links.filter(({ fits }) => !fits),
      `at ${width} px`,
    ).toEqual([]);
  }
});

test("right to left, bars start at the right", async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/c/microsoft-ice");
    const seen = await page.evaluate(() => {
      document.documentElement.dir = "rtl";
      const right = (found: Element | null) => found?.getBoundingClientRect().right ?? 0;
      const goal = document.querySelector(".sign .goal");
      return {
        bars: [...document.querySelectorAll(".bars .done")].map((one) =>
          Math.round(right(one.closest("svg")) - right(one)),
        ),
        goal: Math.round(right(goal) - right(goal?.querySelector(".done") ?? null)),
      };
    });
    expect(seen.bars, `at ${width} px`).toEqual([0, 0]);
    expect(Math.abs(seen.goal)).toBeLessThanOrEqual(1);
  }
});
