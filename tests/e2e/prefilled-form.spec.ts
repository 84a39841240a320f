import { anAddress, aSigner, expect, linkIn, mailTo, test } from "./fixtures.ts";
import { agree, begin, confirm } from "./holder.ts";
import { openTheMeeting } from "./meeting.ts";

test.beforeAll(openTheMeeting);

const undoOf =
  (kind: RegExp) =>
  ({ text = "" }: { text?: string }) =>
    text.includes("/undo/") && kind.test(text);

test("a holder signs after the pledge without typing who they are, and writes from the email of that", {
  tag: "@scripted",
}, async ({ page }) => {
  const email = anAddress();
  await begin(page, email, "With a broker, a bank or an app");
  await page.locator("#shares").fill("12");
  await page.getByLabel("Yes", { exact: true }).first().check();
  await agree(page);
  await page.getByRole("button", { name: "Pledge how I will vote" }).click();
  await confirm(page, email);
  await page.getByRole("link", { name: "Sign the petition" }).click();
  await expect(page.locator("main")).toContainText(`You sign as Ada Sample, ${email}`);
  await page.locator("#consent_sign").check();
  await page.getByRole("button", { name: "Sign the petition" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you, Ada Sample");

  const receipt = await mailTo(email, undoOf(/You signed/));
  const [, next = ""] = /https?:\/\/[^/\s]+(\/c\/microsoft-ice\/next\/[\w-]+)/.exec(receipt.text ?? "") ?? [];
  await page.goto(next);
  await expect(page.locator("main")).not.toContainText("Ada Sample");
  await page.locator("main").getByRole("link", { name: "Write a letter" }).click();
  await expect(page.locator("main")).toContainText(`You write as Ada Sample, ${email}`);
});

test("a signer writes a letter without typing who they are, and takes it back from its email", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { email } = await aSigner(page, "Ana Sample");
  await page.locator("main").getByRole("link", { name: "Write a letter" }).click();
  await expect(page.locator("main")).toContainText(`You write as Ana Sample, ${email}`);
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveCount(0);
  await page.locator("#body").fill("My own words.\n\nPlease publish what you supply.");
  await page.getByRole("button", { name: "Preview as Microsoft sees it" }).click();
  await expect(page.locator(".sheet")).toContainText("Please publish what you supply.");
  await page.locator("#consent_letter").check();
  await page.locator("#consent_deliver").check();
  await page.locator(".send").getByRole("button", { name: "Send my letter" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you, Ana Sample");

  await page.goto(linkIn(await mailTo(email, undoOf(/your letter/)), "undo"));
  await expect(page.locator("main")).not.toContainText("Please publish");
  await page.getByRole("button", { name: "Undo my letter" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Undone: your letter is withdrawn");
});
