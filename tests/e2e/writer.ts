import type { Page } from "@playwright/test";
import { anAddress, linkIn, mailTo } from "./fixtures.ts";

/** Writes a letter that waits for a dispatch. */
export async function aWriter(page: Page, name: string) {
  const email = anAddress();
  await page.goto("/c/microsoft-ice/letter");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Country", { exact: true }).selectOption("US");
  await page.locator("#body").fill(`I write because my street has changed, and ${name} signs it.`);
  await page.locator("#consent_letter").check();
  await page.locator("#consent_deliver").check();
  await page.getByRole("button", { name: "Send my letter" }).click();
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await page.getByRole("button", { name: "Confirm my letter" }).click();
}
