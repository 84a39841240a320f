import { randomBytes } from "node:crypto";
import { anOrganizer, expect, test } from "./fixtures.ts";

test("a campaign about another company begins from the template and names what to do", async ({ page }) => {
  const slug = `trains-${randomBytes(4).toString("hex")}`;
  await anOrganizer(page);
  await page.goto("/organize/new");
  await page.getByLabel("Title").fill("Hoshino: run the night trains");
  await page.getByLabel("Address").fill("Night Trains");
  await page.getByLabel("A template").check();
  await page.getByLabel("Company", { exact: true }).selectOption("Another company");
  await page.getByRole("button", { name: "Create the campaign" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Enter the name of the company");
  await expect(page.getByLabel("Title")).toHaveValue("Hoshino: run the night trains");

  await page.getByLabel("Name of the other company").fill("Hoshino Motors");
  await page.getByLabel("Address").fill(slug);
  await page.getByRole("button", { name: "Create the campaign" }).click();
  const list = page.getByRole("region", { name: "Before this campaign opens" });
  await expect(list.getByRole("listitem")).toHaveCount(9);
  await expect(page.getByRole("button", { name: "Open the campaign" })).toHaveCount(0);

  await list.getByRole("link", { name: "Publish the petition" }).click();
  await expect(page.getByText("[What you ask, in one sentence.]").first()).toBeVisible();
  await page.goto(`/organize/c/${slug}`);
  await page.getByRole("link", { name: "Enter the company’s exchange and ticker" }).click();
  await expect(page).toHaveURL(/meetings\/company$/);
});
