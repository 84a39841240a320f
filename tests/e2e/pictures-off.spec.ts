import type { Page } from "@playwright/test";
import { anAddress, expect, test } from "./fixtures.ts";
import { agree, begin, confirm } from "./holder.ts";
import { openTheMeeting } from "./meeting.ts";
import { aWriter } from "./writer.ts";

/** Blocks images and what style sheets draw. Returns the requests that were refused. */
async function withoutPictures(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.route("**/*", (route) => {
    if (route.request().resourceType() !== "image") return route.fallback();
    refused.push(route.request().url());
    // Answers without a picture: an abort would be an error in the console.
    return route.fulfill({ status: 204, body: "" });
  });
  return refused;
}

/** Controls and links without a name apart from their picture. */
const namelessOn = (page: Page) =>
  page.locator("a, button, summary, input:not([type=hidden]), select, textarea").evaluateAll((all) =>
    all
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const labels = "labels" in element ? [...(element.labels as NodeListOf<Element>)] : [];
        const words = [element, ...labels].map(({ textContent }) => textContent?.trim()).join("");
        return !words && !element.getAttribute("aria-label") && !element.getAttribute("aria-labelledby");
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );

for (const path of ["/c/microsoft-ice", "/es/c/microsoft-ice/pledge", "/c/microsoft-ice/letter"]) {
  test(`without pictures every control of ${path} has its words`, async ({ page }) => {
    await withoutPictures(page);
    await page.goto(path);
    expect(await namelessOn(page)).toEqual([]);
    const pictures = await page
      .locator("img")
      .evaluateAll((all) => all.filter((img) => !img.getAttribute("alt")).length);
    expect(pictures, "pictures that say nothing when they are missing").toBe(0);
  });
}

test("a control without words is found", async ({ page }) => {
  await page.goto("/c/microsoft-ice/letter");
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("button")));
  await page.locator("main > button").evaluate((button) => {
    button.style.cssText = "width: 20px; height: 20px; display: block";
  });
  expect(await namelessOn(page)).toHaveLength(1);
});

test("a shareholder pledges, and somebody writes a letter, without pictures", async ({ page }) => {
  await openTheMeeting();
  await withoutPictures(page);
  const email = anAddress();
  await begin(page, email, "With a broker, a bank or an app");
  await page.locator("#shares").fill("12");
  await page.getByLabel("Yes", { exact: true }).first().check();
  await agree(page);
  await page.getByRole("button", { name: "Pledge how I will vote" }).click();
  await confirm(page, email);
  await aWriter(page, "Wilma Without");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
