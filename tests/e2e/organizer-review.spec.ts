import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { runBulks } from "#app/tasks/index.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anOrganizer, expect, reauthenticate, test } from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";

const base = "/organize/c/microsoft-ice";
const letters = () => [...randomBytes(6)].map((byte) => "bdklmnrstvaeiou"[byte % 15]).join("");

/** Signers who agreed to be shown, each with a comment. */
const comments = (texts: readonly string[]) =>
  inDatabase(async (db, campaign) => {
    for (const comment of texts)
      await aStoredSignature(db, campaign, {
        comment,
        name: "Cora Comment",
        display: "public",
        consents: ["sign", "public_name"],
        textVersion: "2026-12",
      });
    await screenNewNames(db);
  });

const row = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });

/** Another organizer in another browser. */
async function another(page: Page) {
  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: process.env.E2E_URL ?? "" });
  if (!context) throw new Error("there is no browser");
  const theirs = await context.newPage();
  return { theirs, them: await anOrganizer(theirs) };
}

test("names and comments are decided singly or in bulk, by key or button, and undone", async ({ page }) => {
  const [one, two, three] = [`One ${letters()}.`, `Two ${letters()}.`, `See https://x.example/${letters()}`];
  await comments([one, two, three]);
  await anOrganizer(page);
  await page.goto(`${base}/names?kind=comment`);
  await expect(row(page, three)).toContainText("A link");

  await row(page, one).getByRole("checkbox").check();
  await row(page, two).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByRole("status")).toContainText("2 approved.");
  await expect(row(page, one)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("2 are on hold again.");
  await expect(row(page, one)).toBeVisible();

  await page.getByLabel("Reason").selectOption("held");
  await page.getByRole("button", { name: "Filter the list" }).click();
  await expect(row(page, one)).toHaveCount(0);
  await expect(page.getByText("Keys, while the list has the focus")).toBeVisible();
  await row(page, three).getByRole("checkbox").focus();
  await page.keyboard.press("n");
  await expect(page.getByRole("status")).toContainText("1 left out.");
  await expect(row(page, three)).toHaveCount(0);
  // The focus stayed in the list, so the keys still work.
  await page.keyboard.press("z");
  await expect(page.getByRole("status")).toContainText("1 is on hold again.");
  await page.keyboard.press("j");
  await expect(page.locator("tbody [name=review]").first()).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.locator("tbody [name=review]").first()).toBeChecked();

  // In a text field, typed letters are not shortcuts.
  await page.getByLabel("A name to watch").pressSequentially("ynaz");
  await expect(page.getByLabel("A name to watch")).toHaveValue("ynaz");
  await expect(row(page, three)).toHaveCount(1);
});

test("held signatures are kept or invalidated, singly or in bulk, and undone", async ({ page }) => {
  const name = `Rita ${letters()}`;
  await inDatabase(async (db, campaign) => {
    for (const number of ["One", "Two", "Three"])
      await aSignatureOnHold(db, campaign, { name: `${name} ${number}`, reasons: ["random"] });
  });
  await anOrganizer(page);
  await page.goto(`${base}/review?index&reason=random`);
  const boxOf = (number: string) => row(page, `${name} ${number}`).getByRole("checkbox");
  await boxOf("One").focus();
  await page.keyboard.press("y");
  await expect(page.getByRole("status")).toContainText("1 signature kept.");
  await boxOf("Two").check();
  await boxOf("Three").check();
  await page.getByRole("button", { name: "Invalidate", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("2 signatures invalidated.");
  await expect(row(page, `${name} Two`)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("2 signatures restored.");
  await expect(row(page, `${name} Two`)).toBeVisible();
});

test("a bulk is approved by somebody else, read by the public, and undone", async ({ page }) => {
  test.slow();
  const domain = `${letters()}.example`;
  await inDatabase(async (db, campaign) => {
    for (let n = 0; n < 3; n++) await aStoredSignature(db, campaign, { email: `made${n}@${domain}` });
  });
  const { theirs, them } = await another(page);
  await anOrganizer(page);
  await page.goto(`${base}/review/bulk`);
  await page.getByLabel("Email domain").fill(domain);
  await page.getByLabel("Public note").fill(`{count} of ${domain} were taken out.`);
  await page.getByRole("button", { name: "Preview matches" }).click();
  await expect(page.getByText("3 signatures match all conditions.")).toBeVisible();
  await expect(page.getByText(`made2@${domain}`)).toBeVisible();
  await page.getByRole("button", { name: "Request to invalidate 3 signatures" }).click();
  await expect(page.getByRole("status")).toContainText("Requested.");

  await theirs.goto(`${base}/review/bulk`);
  const entry = theirs.getByRole("region", { name: /^Number/ }).filter({ hasText: domain });
  await entry.getByRole("button", { name: "Approve the invalidation" }).click();
  await reauthenticate(theirs, them);
  await expect(theirs.getByRole("status")).toContainText("Approved.");
  await inDatabase((db) => runBulks(db));
  await theirs.reload();
  await expect(entry).toContainText("3 of 3 invalidated");
  await page.goto("/c/microsoft-ice");
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(`3 of ${domain} were taken out.`)).toBeAttached({ timeout: 1000 });
  }).toPass();
  await theirs.goto(`${base}/review/bulk`);
  await entry.getByRole("button", { name: "Undo the invalidation" }).click();
  await expect(theirs.getByRole("status")).toContainText("The undo starts in a moment.");
  await inDatabase((db) => runBulks(db));
  await theirs.goto(`${base}/review/bulk`);
  await expect(entry).toContainText("was undone");
  await theirs.context().close();
});
