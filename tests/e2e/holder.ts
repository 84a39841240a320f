import type { Page } from "@playwright/test";
import { expect, linkIn, mailTo } from "./fixtures.ts";

/** Takes the first step on a phone, and says who they are in the second. */
export async function begin(page: Page, email: string, way: string) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/c/microsoft-ice/pledge");
  await page.getByRole("button", { name: way }).click();
  await page.getByLabel("Name", { exact: true }).fill("Ada Sample");
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Country", { exact: true }).selectOption("US");
}

/** Ticks the box without which nothing is stored. */
export const agree = (page: Page) => page.locator("#consent_pledge").check();

/** Opens the mail that asks to confirm, and presses its one button. */
export async function confirm(page: Page, email: string) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your inbox");
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await page.getByRole("button", { name: "Confirm my pledge" }).click();
  await expect(page.locator("h1 + .standfirst")).toContainText("Your pledge is counted");
}
