import type { Page } from "@playwright/test";
import { anAddress, anOrganizer, expect, fillSignForm, linkIn, mailTo, operator, test } from "./fixtures.ts";

const list = "/organize/c/microsoft-ice/updates";

/** Signs with the box for updates ticked, and confirms. Answers the address. */
async function aReader(page: Page) {
  const email = anAddress();
  await page.goto("/c/microsoft-ice");
  await fillSignForm(page, email);
  await page.locator("#consent_updates").check();
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  return email;
}

/** A second organizer in a browser of their own. */
async function aColleague(page: Page, javaScriptEnabled: boolean) {
  const context = await page
    .context()
    .browser()
    ?.newContext({
      javaScriptEnabled,
      baseURL: process.env.E2E_URL ?? "",
    });
  if (!context) throw new Error("there is no browser");
  const theirs = await context.newPage();
  await anOrganizer(theirs);
  return { theirs, close: () => context.close() };
}

async function writeDraft(page: Page, subject: string, body: string) {
  await page.goto(list);
  await page.getByRole("button", { name: "Write an update" }).click();
  await page.getByLabel("Subject").first().fill(subject);
  await page.getByLabel("Text", { exact: true }).first().fill(body);
}

test("an update is written, approved by a second organizer, sent, and read by its reader", async ({
  page,
  javaScriptEnabled,
}) => {
  test.slow();
  const reader = await aReader(page);
  const { email } = await anOrganizer(page);
  const { theirs, close } = await aColleague(page, javaScriptEnabled);
  const subject = `What happened, ${Date.now()}`;

  await writeDraft(page, subject, "A <b>bold</b> claim");
  await page.getByRole("button", { name: "Save and look" }).click();
  await expect(page.getByText("Line 1: <b> is HTML")).toBeVisible();
  await page.getByLabel("Text", { exact: true }).first().fill("Two things **happened**.");
  await page.getByRole("button", { name: "Save and look" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  const preview = page.frameLocator(".as-mail").first();
  await expect(preview.getByText("happened", { exact: true })).toBeVisible();

  await page
    .getByRole("button", { name: /^Send a test/ })
    .first()
    .click();
  await expect(page.getByText("A test is on its way to you")).toBeVisible();
  await mailTo(email, (mail) => mail.subject?.includes(subject) ?? false);

  await page.getByRole("button", { name: /^(Ask|Go on)/ }).click();
  await expect(page.getByText("It waits for approval now.")).toBeVisible();
  await expect(page.getByText("You submitted it or edited it last")).toBeVisible();

  await theirs.goto(page.url());
  await theirs.getByRole("button", { name: "Approve this update" }).click();
  await expect(theirs.getByText("It is approved.")).toBeVisible();
  await close();

  await page.goto(page.url().replace(/\?.*/, ""));
  await page.getByRole("button", { name: /^Send it to/ }).click();
  const mail = await mailTo(reader, (found) => found.subject?.includes(subject) ?? false);
  expect(mail.text).toContain("Two things");
  const address = page.url().replace(/\?.*/, "");
  await expect(async () => {
    if (!javaScriptEnabled) await page.goto(address);
    await expect(page.getByRole("heading", { name: /was sent$/ })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByText("adds up, checked at")).toBeVisible();
  expect(operator("verify", "--json").toString()).toContain('"outcome"');
});

test("what is typed is saved by itself, and an edit on an older version is kept and shown", async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "saving by itself needs JavaScript");
  await anOrganizer(page);
  await writeDraft(page, "First words", "One");
  await expect(page.getByRole("status").filter({ hasText: /^Saved 20/ })).toBeVisible();
  const { theirs, close } = await aColleague(page, true);
  await theirs.goto(page.url());
  await theirs.getByLabel("Text", { exact: true }).first().fill("Theirs");
  await theirs.getByRole("button", { name: "Save and look" }).click();
  await expect(theirs.getByText("Saved.", { exact: true })).toBeVisible();
  await close();

  await page.getByLabel("Text", { exact: true }).first().fill("Mine");
  await expect(page.getByRole("alert").filter({ hasText: "Somebody saved this draft" })).toBeVisible();
  await expect(page.getByLabel("Text", { exact: true }).first()).toHaveValue("Mine");
  await expect(page.locator(".stale textarea").first()).toHaveValue(/Theirs/);
  await page.getByRole("button", { name: "Save and look" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByLabel("Text", { exact: true }).first()).toHaveValue("Mine");
});
