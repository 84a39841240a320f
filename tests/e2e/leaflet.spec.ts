import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import jsqr from "jsqr";
import { expect, test } from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";

const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;

/** Opens a case with one upcoming day of each kind: they take space on the first side. */
async function openWithDays(page: Page, path: string) {
  await inDatabase((db, { id }) =>
    db.execute(sql`update campaigns set handover_on = current_date + 40 where id = ${id}`),
  );
  const days = page.locator(".deadlines");
  await expect(async () => {
    await page.goto(path);
    await expect(days).toBeVisible({ timeout: 500 });
  }).toPass();
  await days.evaluate((list) => {
    while (list.children.length < 3) list.append(list.children[0]?.cloneNode(true) ?? "");
  });
}

for (const [language, path] of [
  ["English", "/c/microsoft-ice"],
  ["Spanish", "/es/c/microsoft-ice"],
] as const) {
  test(`a printed case in ${language} is a leaflet of two sides, on A4 as on Letter`, async ({ page }) => {
    await openWithDays(page, path);
    for (const format of ["A4", "Letter"]) expect(pagesOf(await page.pdf({ format })), format).toBe(2);
  });

  test(`a case in ${language} of one or two enormous statements a part is two sides too`, async ({
    page,
  }) => {
    await openWithDays(page, path);
    for (const many of [2, 1]) {
      await page.evaluate((kept) => {
        const lengthen = (one: Element, most: number) => {
          one.textContent = `${one.textContent} `.repeat(most).slice(0, most);
        };
        for (const part of document.querySelectorAll(".case :is(.sec, .folded)"))
          for (const claim of [...part.querySelectorAll(":scope > .claim")].slice(kept)) claim.remove();
        for (const one of document.querySelectorAll(".case .claim .prose")) lengthen(one, 2000);
        for (const one of document.querySelectorAll(".case .claim :is(.asks li, .quote p, dd)"))
          lengthen(one, 500);
        for (const one of document.querySelectorAll(".case .open li")) lengthen(one, 300);
      }, many);
      for (const format of ["A4", "Letter"]) expect(pagesOf(await page.pdf({ format })), format).toBe(2);
    }
  });

  test(`a tripled case in ${language} still prints two sides of whole statements`, async ({ page }) => {
    await openWithDays(page, path);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll(".case .sec .claim, .case .open li"))
        one.after(one.cloneNode(true), one.cloneNode(true));
      for (const one of document.querySelectorAll(".head h1, .head .standfirst"))
        one.textContent = `${one.textContent} `.repeat(3);
    });
    for (const format of ["A4", "Letter"]) expect(pagesOf(await page.pdf({ format })), format).toBe(2);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 688, height: 1000 });
    const bottomOf = (selector: string) =>
      page.locator(selector).evaluate((one) => one.getBoundingClientRect().bottom);
    expect(await bottomOf(".page .sign")).toBeLessThan(await bottomOf(".lead .head"));
    const cut = await page.locator(".case .sec .claim:visible").evaluateAll((all) =>
      all.flatMap((claim) => {
        const edges = (claim.closest(".folded") ?? claim.closest(".sec"))?.getBoundingClientRect();
        const { left, right, bottom } = claim.getBoundingClientRect();
        if (!edges || left > edges.right - 1) return [];
        return bottom > edges.bottom + 1 || right > edges.right + 1 ? [claim.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
  });

  test(`a leaflet in ${language} says what the case is about before anything else`, async ({ page }) => {
    await openWithDays(page, path);
    const [thesis = "", further = ""] = await page
      .locator(".case .sec:has(#thesis) .words")
      .allTextContents();
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 688, height: 1000 });
    const printed = page.locator(".case .sec .words:visible");
    expect(await printed.first().textContent()).toBe(thesis);
    expect(await printed.allTextContents()).not.toContain(further);
    const side = page.locator(".case .sec:has(> #reported)");
    // 273 mm of A4 are 1,032 pixels.
    expect(await side.evaluate((one) => one.getBoundingClientRect().bottom)).toBeLessThan(1032);
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
    expect(broken.length).toBeGreaterThan(0);
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
