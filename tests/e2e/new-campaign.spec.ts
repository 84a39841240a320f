import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { anOrganizer, expect, test } from "./fixtures.ts";

test("a campaign about another company begins from the template and names what to do", {
  tag: "@journey",
}, async ({ page }) => {
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

/** Counts presses, fields and loaded pages. */
function stopwatch(page: Page) {
  const did = { clicks: 0, fields: 0, pages: 0 };
  page.on("domcontentloaded", () => {
    did.pages++;
  });
  return {
    did,
    press: async (of: Locator) => {
      did.clicks++;
      await of.click();
    },
    fill: async (name: string, value: string) => {
      did.fields++;
      const field = page.locator(`main [name="${name}"]`).first();
      const isList = await field.evaluate((element) => element.tagName === "SELECT");
      await (isList ? field.selectOption(value) : field.fill(value));
    },
  };
}

for (const [begin, most] of [
  ["empty", { clicks: 19, fields: 18, pages: 6 }],
  ["template", { clicks: 19, fields: 17, pages: 6 }],
] as const)
  test(`from "New campaign" to open, begun as ${begin}, takes few steps`, async ({ page }) => {
    test.slow();
    const slug = `steps-${randomBytes(4).toString("hex")}`;
    await anOrganizer(page);
    await page.goto("/organize/c/microsoft-ice/edit");
    const { did, press, fill } = stopwatch(page);
    const button = (name: string | RegExp) => page.getByRole("button", { name });
    const next = (name: string) => press(page.getByRole("link", { name }));
    const toList = async () => {
      await press(page.getByRole("link", { name: "Page content", exact: true }).first());
      await expect(page.getByRole("region", { name: "Before this campaign opens" })).toBeVisible();
    };
    const saved = (text: RegExp) => expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

    await next("New campaign");
    await fill("name", "Hoshino: run the night trains");
    await fill("slug", slug);
    await press(page.locator(`input[name=begin][value=${begin}]`));
    await fill("company", "");
    await fill("company_name", "Hoshino Motors");
    await press(button("Create the campaign"));
    await expect(page.getByRole("region", { name: "Before this campaign opens" })).toBeVisible();

    await next("Enter the company’s exchange and ticker");
    await fill("ticker", "7999");
    await fill("exchange", "Tokyo");
    await fill("zone", "Asia/Tokyo");
    await fill("country", "JP");
    await fill("jurisdiction", "other");
    await press(button("Save the company"));
    await saved(/saved/i);
    await toList();

    await next("Write a subheading");
    if (begin === "empty") await fill("eyebrow", "Petition");
    await fill("standfirst", "We ask for two more trains a night.");
    await press(button("Save as draft"));
    await saved(/saved/i);
    await toList();
    await next("Publish the petition");
    await fill("summary", "We ask Hoshino Motors to run the night trains.");
    await fill("body", "We, the undersigned, ask Hoshino Motors to run the night trains.");
    await press(button("Save as draft"));
    await saved(/saved/i);
    await press(button("Publish this text"));
    await saved(/Published/);
    await toList();

    await next("Enter the organization details");
    await fill("operator", "Night Trains e.V.");
    await fill("postal_address", "1 Station Road, 10115 Berlin");
    await fill("contact_email", "hello@night-trains.test");
    await fill("privacy_contact", "privacy@night-trains.test");
    await fill("funding_line", "Paid for by its members.");
    await press(button("Save organization details"));
    await saved(/saved/i);
    await toList();

    await press(button("Publish the selected changes"));
    await saved(/Published/);
    await press(page.getByText("Open the campaign").first());
    await press(button("Open the campaign"));
    await saved(/open/i);
    expect(did.clicks).toBeLessThanOrEqual(most.clicks);
    expect(did.fields).toBeLessThanOrEqual(most.fields);
    expect(did.pages).toBeLessThanOrEqual(most.pages);
  });
