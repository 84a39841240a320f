import { expect, test } from "./fixtures.ts";

/** The design system's page opens only on this machine: a proxy's header would close it. */
test.use({ extraHTTPHeaders: {} });

test("right to left, plots and bars mirror, and their words do not", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 844 });
  await page.goto("/dev/ui");
  for (const of of ["heads", "over-time", "forecast-part"]) {
    const places = await page
      .locator(`[aria-label$="/${of}.tsx"] .theme-light svg:is(.plot, .share-bar)`)
      .evaluateAll((all) =>
        all
          .filter((drawing) => drawing.getClientRects().length > 0)
          .map((drawing) => {
            const whole = drawing.getBoundingClientRect();
            const marks = [...drawing.querySelectorAll<SVGGraphicsElement>("line, path, rect, circle, text")];
            return {
              mirrored: drawing.closest("[dir=rtl]") !== null,
              turned: marks.some((mark) => mark.tagName === "text" && (mark.getScreenCTM()?.a ?? 0) <= 0),
              edges: marks.map((mark) => {
                const { left, right } = mark.getBoundingClientRect();
                return { fromLeft: left - whole.left, fromRight: whole.right - right };
              }),
            };
          }),
      );
    const [plain, mirrored] = [false, true].map((is) => places.filter((place) => place.mirrored === is));
    expect(mirrored?.length, of).toBeGreaterThan(0);
    expect(mirrored?.length, of).toBe(plain?.length);
    expect(
      mirrored?.filter(({ turned }) => turned),
      of,
    ).toEqual([]);
    for (const [n, { edges }] of mirrored?.entries() ?? [])
      for (const [at, { fromRight }] of edges.entries())
        expect(
          Math.abs(fromRight - (plain?.[n]?.edges[at]?.fromLeft ?? Number.NaN)),
          `${of} ${at}`,
        ).toBeLessThan(2);
  }
});
