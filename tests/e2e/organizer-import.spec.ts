import type { Page } from "@playwright/test";
import { anInvitedOrganizer, expect, reauthenticate, test } from "./fixtures.ts";

test("a list is uploaded, tried, imported and undone", { tag: "@journey" }, async ({ page }) => {
  const organizer = await anInvitedOrganizer(page);
  await page.goto("/organize/c/microsoft-ice/imports");
  const stamp = Date.now();
  const list = `email,name,country\nana-${stamp}@example.org,Ana Import,US\nnot an address,Ben Import,US\n`;
  await page.getByRole("radio", { name: "Another CSV file" }).check();
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByRole("button", { name: "Upload the file" }).click();

  await page.getByRole("button", { name: "Make a dry run" }).click();
  await seeWhenDone(page, "1 new, 0 already here, 1 refused");
  await expect(page.locator("main")).toContainText("not an email address");

  await page.getByLabel("The words they agreed to").fill("I sign this petition.");
  await page.getByLabel("Where they agreed").fill("The form on our old site");
  await page.getByLabel("Day by which everyone had agreed").fill("2026-11-01");
  await page.getByRole("radio", { name: "Nobody: send them no updates" }).check();
  await page.getByLabel("These people agreed to these words, and I can prove it").check();
  await page.getByRole("button", { name: "Import 1 person" }).click();
  await reauthenticate(page, organizer);
  await seeWhenDone(page, "Import result");

  await page.getByText("Undo this import", { exact: true }).first().click();
  await page.getByRole("button", { name: "Undo this import" }).click();
  await seeWhenDone(page, "1 removed, 0 kept.");
});

/** Reloads the page of an import until it shows the text: its work is done in the background. */
async function seeWhenDone(page: Page, text: string) {
  await expect(async () => {
    await page.reload();
    await expect(page.locator("main")).toContainText(text, { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
}
