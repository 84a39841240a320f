import jsqr from "jsqr";
import { expect, test } from "./fixtures.ts";

const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;

for (const [language, path] of [
  ["English", "/c/microsoft-ice"],
  ["Spanish", "/es/c/microsoft-ice"],
] as const) {
  test(`a printed case in ${language} is a leaflet of two sides, on A4 as on Letter`, async ({ page }) => {
    await page.goto(path);
    for (const format of ["A4", "Letter"]) expect(pagesOf(await page.pdf({ format })), format).toBe(2);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".cabinets").first()).toBeVisible();
    await expect(page.locator(".asks").first()).toBeVisible();
    await expect(page.locator(".sign-form")).toBeHidden();
  });

  test(`a leaflet's address in ${language} breaks after a sign, never in a word`, async ({ page }) => {
    await page.goto(path);
    await page.emulateMedia({ media: "print" });
    const broken = await page.locator(".print-only b").evaluate((address) => {
      const range = document.createRange();
      const walker = document.createTreeWalker(address, NodeFilter.SHOW_TEXT);
      const signs: { sign: string; top: number }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        [...(node.textContent ?? "")].forEach((sign, n) => {
          range.setStart(node, n);
          range.setEnd(node, n + 1);
          signs.push({ sign, top: range.getBoundingClientRect().top });
        });
      return signs
        .filter(({ top }, n) => Math.abs((signs[n + 1]?.top ?? top) - top) > 2)
        .map(({ sign }) => sign);
    });
    expect(broken.filter((sign) => !/[/.:-]/.test(sign))).toEqual([]);
  });

  test(`the code on a leaflet in ${language} leads to the petition`, async ({ page, browser }) => {
    await page.goto(path);
    await page.emulateMedia({ media: "print" });
    const code = page.locator(".qr");
    await expect(code).toBeVisible();
    const picture = (await code.screenshot()).toString("base64");
    const reader = await browser.newPage();
    const { width, height, pixels } = await reader.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
      canvas?.drawImage(image, 0, 0);
      const drawn = canvas?.getImageData(0, 0, image.width, image.height).data ?? [];
      return { width: image.width, height: image.height, pixels: [...drawn] };
    }, picture);
    await reader.close();
    const read = jsqr(Uint8ClampedArray.from(pixels), width, height);
    expect(read?.data).toBe(`${process.env.E2E_URL}${path}`);
  });
}
