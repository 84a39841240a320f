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

test("statements of a Spanish template are removed together, and brought back", async ({ page }) => {
  const slug = `trenes-${randomBytes(4).toString("hex")}`;
  await anOrganizer(page);
  await page.goto("/organize/new");
  await page.getByLabel("Title").fill("Hoshino: trenes de noche");
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("A template").check();
  await page.getByLabel("Company", { exact: true }).selectOption("Another company");
  await page.getByLabel("Name of the other company").fill("Hoshino Motors");
  await page.getByLabel("Default language").selectOption("Spanish");
  await page.getByRole("button", { name: "Create the campaign" }).click();
  await expect(page.getByRole("region", { name: "Before this campaign opens" })).toBeVisible();
  await page.goto(`/organize/c/${slug}`);
  await expect(page.getByText("Nothing needs your attention.")).toHaveCount(0);

  await page.goto(`/organize/c/${slug}/edit/claims`);
  const boxes = page.getByRole("checkbox", { name: /^Select statement/ });
  await expect(boxes).toHaveCount(7);
  await expect(page.getByText("[Una frase que se recuerde.]")).toBeVisible();
  const remove = page.getByRole("button", { name: "Remove the selected statements" }).first();
  await remove.click();
  await expect(page.getByRole("alert")).toContainText("Select the statements to remove.");
  await boxes.nth(1).check();
  await boxes.nth(3).check();
  await remove.click();
  await expect(page.getByRole("heading", { name: "Will be deleted (2)" })).toBeVisible();
  await page.getByRole("button", { name: "Remove 2 statements" }).click();
  await expect(page.getByRole("status")).toContainText("2 statements removed.");
  await expect(boxes).toHaveCount(5);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("2 statements restored.");
  await expect(boxes).toHaveCount(7);
});
