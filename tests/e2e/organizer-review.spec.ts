import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { checkConsole } from "./accessible.ts";
import { anOrganizer, expect, test } from "./fixtures.ts";
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

test("names and comments are filtered, and decided and undone by keys, on an accessible page", async ({
  page,
}) => {
  const [one, three] = [`One ${letters()}.`, `See https://x.example/${letters()}`];
  await comments([one, three]);
  await anOrganizer(page);
  await page.goto(`${base}/names?kind=comment`);
  await expect(row(page, three)).toContainText("A link");
  await checkConsole(page);

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
  await expect(row(page, three)).toHaveCount(1);
  await page.keyboard.press("j");
  await expect(page.locator("tbody [name=review]").first()).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.locator("tbody [name=review]").first()).toBeChecked();

  // In a text field, typed letters are not shortcuts.
  await page.getByLabel("A name to watch").pressSequentially("ynaz");
  await expect(page.getByLabel("A name to watch")).toHaveValue("ynaz");
  await expect(row(page, three)).toHaveCount(1);
});

test("a held signature is kept by a key, on an accessible page", async ({ page }) => {
  const name = `Rita ${letters()}`;
  await inDatabase(async (db, campaign) => {
    await aSignatureOnHold(db, campaign, { name, reasons: ["random", "block", "domain", "cadence"] });
  });
  await anOrganizer(page);
  await page.goto(`${base}/review?index&reason=random`);
  await expect(row(page, name)).toBeVisible();
  await checkConsole(page);
  await row(page, name).getByRole("checkbox").focus();
  await page.keyboard.press("y");
  await expect(page.getByRole("status")).toContainText("1 signature kept.");
});
