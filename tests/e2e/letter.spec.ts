import type { Page } from "@playwright/test";
import { anAddress, expect, linkIn, mailTo, test } from "./fixtures.ts";

/** Answers the prompts and says who signs, on a phone. */
async function draft(page: Page, email: string) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/c/microsoft-ice/letter");
  await page.getByLabel("A customer").check();
  await page.getByLabel(/Why does it matter to you/).fill("What you supply should not be a secret.");
  await page.getByRole("button", { name: "Write my draft" }).click();
  await expect(page.locator("#body")).toHaveValue(
    /^I’m writing as a customer of Microsoft\.\n\nWhat you supply should not be a secret\.\n\nI ask Microsoft to end all/,
  );
  await page.getByLabel("Name", { exact: true }).fill("Ana Sample");
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Country", { exact: true }).selectOption("US");
}

test("a customer writes, previews, confirms, follows and withdraws a letter", { tag: "@journey" }, async ({
  page,
}) => {
  const email = anAddress();
  await draft(page, email);
  await page.locator("#body").fill("My own words.\n\nPlease publish what you supply.");
  await expect(page.getByText("46 of 5,000 characters")).toBeVisible();
  await page.getByText("If you own shares").click();
  await page.getByLabel("Say in the letter how many").check();
  await page.getByLabel(/How many/).fill("12");
  await page.getByRole("button", { name: "Preview as Microsoft sees it" }).click();

  const sheet = page.locator(".sheet");
  await expect(sheet).toContainText("Please publish what you supply.\n\nI hold 12 shares of Microsoft.");
  await expect(sheet).toContainText("Ana Sample");
  await page.locator("#consent_letter").check();
  await page.locator("#consent_deliver").check();
  await page.locator(".send").getByRole("button", { name: "Send my letter" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your inbox");

  await page.goto(linkIn(await mailTo(email), "confirm"));
  await expect(page.locator(".sheet")).toContainText("I hold 12 shares of Microsoft.");
  await page.getByRole("button", { name: "Confirm my letter" }).click();
  await expect(page.locator("h1 + .standfirst")).toContainText("Your letter is confirmed");

  const receipt = await mailTo(email, ({ text }) => /\/manage\/[A-Za-z0-9_-]{50}/.test(text ?? ""));
  await page.goto(linkIn(receipt, "manage"));
  await expect(page.getByText("confirmed; goes with the next letters we send")).toBeVisible();
  await page.getByRole("button", { name: "I sent it by mail" }).click();
  await expect(page.getByText(/that you sent it by mail\. We have not verified it/)).toBeVisible();
  await page.getByRole("button", { name: "Withdraw my letter" }).click();
  await expect(page.getByRole("status")).toContainText("goes to no one");
  await expect(page.getByText("withdrawn by you")).toBeVisible();
});

test("someone sends a letter themselves: by their mail program, copied, and printed", {
  tag: "@sight",
}, async ({ page, context, javaScriptEnabled }) => {
  await draft(page, anAddress());
  await page.getByRole("button", { name: "Preview as Microsoft sees it" }).click();
  const mail = await page.getByRole("link", { name: "Open it in my email program" }).getAttribute("href");
  expect(new URL(mail ?? "").searchParams.get("body")).toMatch(
    /^I’m writing as a customer of Microsoft\.\r\n\r\n/,
  );
  const whole = page.getByLabel("The text to copy");
  await expect(whole).toHaveValue(/Ana Sample\nUnited States\n$/);
  expect(await whole.evaluate((field) => field.scrollHeight - field.clientHeight)).toBe(0);
  const copy = page.getByRole("button", { name: "Copy the text" });
  if (javaScriptEnabled) {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await copy.click();
    await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("should not be a secret");
  } else {
    await expect(copy).toBeHidden();
  }
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: /Print it with the postal address/ }).click();
  const paper = await opened;
  await expect(paper.locator(".sheet address")).toContainText("One Microsoft Way");
  expect(new URL(paper.url()).search).toBe("");
});

test("a letter with something missing says what to do and keeps every word", async ({ page }) => {
  await draft(page, "ana@example");
  await page.locator(".letter-form").evaluate((form) => form.setAttribute("novalidate", ""));
  await page.locator(".send").getByRole("button", { name: "Send my letter" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toContainText("Nothing you typed is lost");
  await expect(page.locator("#body")).toHaveValue(/should not be a secret/);
  await summary.getByRole("link", { name: /Deliver it to/ }).click();
  await expect(page.locator("#consent_deliver")).toBeFocused();
});
