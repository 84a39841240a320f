import { aStoredSignature } from "#tests/support/signatures.ts";
import { expect, test } from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";

test("right to left, the overview's plots and bars mirror, and their words do not", async ({ organizer }) => {
  const signedAt = new Date(Date.now() - 2 * 86_400_000);
  await inDatabase((db, campaign) => aStoredSignature(db, campaign, { signedAt }));
  await organizer.setViewportSize({ width: 1280, height: 844 });
  await organizer.goto("/organize/c/microsoft-ice");
  const drawings = () =>
    organizer.locator("svg:is(.plot, .share-bar)").evaluateAll((all) =>
      all
        .filter((drawing) => drawing.getClientRects().length > 0)
        .map((drawing) => {
          const whole = drawing.getBoundingClientRect();
          const marks = [...drawing.querySelectorAll<SVGGraphicsElement>("line, path, rect, circle, text")];
          return marks.map((mark) => {
            const { left, right } = mark.getBoundingClientRect();
            const turned = mark.tagName === "text" && (mark.getScreenCTM()?.a ?? 0) <= 0;
            return { fromLeft: left - whole.left, fromRight: whole.right - right, turned };
          });
        }),
    );
  const plain = await drawings();
  await organizer.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  const mirrored = await drawings();
  expect(plain.length).toBeGreaterThan(1);
  expect(mirrored.length).toBe(plain.length);
  expect(mirrored.flat().filter(({ turned }) => turned)).toEqual([]);
  for (const [n, marks] of mirrored.entries())
    for (const [at, { fromRight }] of marks.entries())
      expect(Math.abs(fromRight - (plain[n]?.[at]?.fromLeft ?? Number.NaN)), `${n} ${at}`).toBeLessThan(2);
});
