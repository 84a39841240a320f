import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { anAddress, anOrganizer, aSigner, expect, linkIn, mailTo, reauthenticate, test } from "./fixtures.ts";
import { agree, begin } from "./holder.ts";
import { openTheMeeting } from "./meeting.ts";

const base = "/organize/c/microsoft-ice";

/** Presses Tab, like someone without a mouse, until the focus is there. */
async function tabTo(page: Page, place: Locator) {
  await expect(place).toBeVisible();
  for (let presses = 0; presses < 90; presses++) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the Tab key does not lead there");
}

/** Someone with so many shares that an organizer has to review the pledge. */
async function aLargeHolder(page: Page) {
  await openTheMeeting();
  const email = anAddress();
  await begin(page, email, "With a broker, a bank or an app");
  await page.locator("#shares").fill("12000000");
  await page.getByLabel("Yes", { exact: true }).first().check();
  await agree(page);
  await page.getByRole("button", { name: "Pledge how I will vote" }).click();
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await page.getByRole("button", { name: "Confirm my pledge" }).click();
  await expect(page.locator("h1 + .standfirst")).toContainText("Your pledge is under review");
  await page.setViewportSize({ width: 1280, height: 900 });
  return email;
}

test("an organizer filters, opens, decides and returns by keyboard alone", async ({ page }) => {
  const email = await aLargeHolder(page);
  await anOrganizer(page);

  await page.goto(`${base}/pledges`);
  const tab = page
    .getByRole("navigation", { name: "By status" })
    .getByRole("link", { name: /^Needs review/ });
  await tabTo(page, tab);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/state=waiting/);
  const row = page.getByRole("row").filter({ hasText: email }).getByRole("link");
  await tabTo(page, row);
  await page.keyboard.press("Enter");
  await expect(page.getByText("This pledge needs review")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Accept this pledge", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("This pledge needs review")).toBeHidden();

  await page.goto(`${base}/pledges?state=active`);
  // Once enough pledges are in force, the page also has a table of their totals.
  const list = page.getByRole("table", { name: /^Pledges, newest first/ });
  await expect(list).toContainText(email);
  await tabTo(page, page.getByRole("row").filter({ hasText: email }).getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Pledges");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pledges");
  await expect(list).toContainText(email);
});

test("an export downloads by itself after reauthentication", async ({ page }) => {
  const { email } = await aSigner(page, "Lee Sample");
  const organizer = await anOrganizer(page);
  await page.goto(`${base}/exports`);
  await page.getByRole("radio", { name: "Full list" }).check();
  await page.getByRole("button", { name: "Export the list" }).click();
  const exported = page.waitForEvent("download");
  await reauthenticate(page, organizer);
  expect(readFileSync(await (await exported).path(), "utf8")).toContain(email);
});
