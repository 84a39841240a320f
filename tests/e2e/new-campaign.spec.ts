import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { anOrganizer, expect, test } from "./fixtures.ts";

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

test('from "New campaign" to open, begun from the template, takes few steps', async ({ page }) => {
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
  await press(page.locator("input[name=begin][value=template]"));
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
  expect(did.clicks).toBeLessThanOrEqual(19);
  expect(did.fields).toBeLessThanOrEqual(17);
  expect(did.pages).toBeLessThanOrEqual(6);
});
