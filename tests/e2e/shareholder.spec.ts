import type { Locator } from "@playwright/test";
import { check, openAll } from "./accessible.ts";
import { anAddress, expect, linkIn, mailTo, test } from "./fixtures.ts";
import { agree, begin, confirm } from "./holder.ts";
import { awaitReminder, everythingStored, openTheMeeting } from "./meeting.ts";

test.beforeAll(openTheMeeting);

test("a broker's customer pledges by phone, edits, is reminded and reports a vote", {
  tag: "@journey",
}, async ({ page }) => {
  const email = anAddress();
  await begin(page, email, "With a broker, a bank or an app");
  await page.locator("#shares").fill("12.5");
  await page.getByLabel("Yes", { exact: true }).first().check();
  await page
    .getByRole("group", { name: /Item 9/ })
    .getByLabel("For", { exact: true })
    .check();
  await agree(page);
  await page.getByRole("button", { name: "Pledge how I will vote" }).click();
  await confirm(page, email);

  await page.getByRole("link", { name: "Change my pledge" }).click();
  await expect(page.getByText(email)).toBeVisible();
  await expect(page.locator("#shares")).toHaveValue("12.5");
  await page.locator("#shares").fill("40");
  await agree(page);
  await page.getByRole("button", { name: "Save as my pledge" }).click();
  await expect(page.locator("h1 + .standfirst")).toContainText("Your pledge is counted");

  await awaitReminder(email);
  const reminder = await mailTo(email, ({ attachments }) => attachments.length > 0);
  expect(reminder.text).toContain("Report on human-rights due diligence");
  expect(reminder.text).not.toMatch(/\b40\b(?! days)/);
  expect(reminder.attachments.map(({ filename }) => filename)).toEqual([expect.stringMatching(/\.ics$/)]);

  await page.goto(linkIn(reminder, "voted"));
  await page.getByRole("button", { name: "I voted as I pledged" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you for telling us");
});

test("a broker's customer pledges in eight taps on a phone, three of them to type", async ({ page }) => {
  const email = anAddress();
  let taps = 0;
  const tap = async (wanted: Locator) => {
    await wanted.click();
    taps++;
  };
  const type = async (label: string, text: string) => {
    await tap(page.getByLabel(label, { exact: true }));
    await page.keyboard.type(text);
  };
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/c/microsoft-ice/pledge");
  await tap(page.getByRole("button", { name: "With a broker, a bank or an app" }));
  await tap(page.getByRole("group", { name: /Item 9/ }).getByText("For", { exact: true }));
  await type("How many shares?", "100-999");
  await tap(page.locator("label[for=held_on_record_date]"));
  await type("Name", "Ada Sample");
  await type("Email", email);
  await tap(page.locator("label[for=consent_pledge]"));
  await tap(page.getByRole("button", { name: "Pledge how I will vote" }).last());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your inbox");
  expect(taps).toBe(8);
  await page.goto(linkIn(await mailTo(email), "confirm"));
  for (const said of ["between 100 and 999 shares", "United States", "Ada Sample"])
    await expect(page.locator("main")).toContainText(said);
  await page.getByRole("button", { name: "Confirm my pledge" }).click();
  await expect(page.locator("h1 + .standfirst")).toContainText("Your pledge is counted");
});

test("a fund's holder is told who votes, is asked for no number, and is counted apart", async ({ page }) => {
  const email = anAddress();
  await begin(page, email, "Only through a fund or ETF");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your fund has the votes");
  await expect(page.locator("#shares")).toHaveCount(0);
  await openAll(page);
  await check(page);
  await page.getByLabel("Another manager’s name").fill("Sample Asset Management");
  await agree(page);
  await page.getByRole("button", { name: "I’ll act through my fund" }).click();
  await confirm(page, email);
  await expect(page.getByText("never added to shares")).toBeVisible();

  const letter = page.getByLabel("The text to copy");
  await expect(letter).toHaveValue(/^Dear Sample Asset Management,\n\n[\s\S]*\nAda Sample\n$/);
  const mail = page.getByRole("link", { name: "Open it in my email program" });
  expect(await mail.getAttribute("href")).toMatch(
    /^mailto:\?subject=.*&body=Dear%20Sample%20Asset%20Management/,
  );
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".only-printed")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await expect(mail).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  const receipt = await mailTo(email, ({ text }) => /\/voted\/[A-Za-z0-9_-]{50}/.test(text ?? ""));
  await page.goto(linkIn(receipt, "voted"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Did you send your letter?");
  await page.getByRole("button", { name: "I sent it. No reply yet" }).click();
  await expect(page.getByRole("status")).toContainText("When a reply comes, tell us with the same link.");
  await page.getByRole("link", { name: "Change my answer" }).click();
  await expect(page.getByText("sent; no reply yet")).toBeVisible();
});

test("a control number in the comment is refused with an explanation and stored nowhere", async ({
  page,
}) => {
  const email = anAddress();
  const number = "4913 2075 8816 3042";
  await begin(page, email, "With a broker, a bank or an app");
  await page.locator("#shares").fill("5");
  await page.getByLabel("Yes", { exact: true }).first().check();
  await openAll(page);
  await check(page);
  await page.getByLabel("Comment").fill(`My control number is ${number}.`);
  await agree(page);
  await page.getByRole("button", { name: "Pledge how I will vote" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toContainText("Remove the long number from the comment");
  await expect(page.locator("#shares")).toHaveValue("5");
  const stored = await everythingStored();
  for (const form of [number, number.replaceAll(" ", ""), email]) expect(stored).not.toContain(form);

  await page.getByLabel("Comment").fill("Held since 2019.");
  await page.getByRole("button", { name: "Pledge how I will vote" }).click();
  await confirm(page, email);
});

test("the second step opens with vote and shares, folds the rest, and both are short on a phone", {
  tag: "@sight",
}, async ({ page }) => {
  await openTheMeeting();
  for (const [language, more] of [
    ["", "Add more (optional)"],
    ["/es", "Agregar más (opcional)"],
  ] as const) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${language}/c/microsoft-ice/pledge`);
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    expect(await height(), language).toBeLessThan(2800);
    await page.locator("#way").click();
    const fields = page.locator(".pledge-form").locator("input:visible, select:visible, textarea:visible");
    await expect(fields.first()).toHaveAttribute("name", /^intention_/);
    const names = await fields.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name));
    expect([...new Set(names)].map((name) => name.replace(/\d+$/, ""))).toEqual([
      "intention_",
      "shares",
      "held_on_record_date",
      "name",
      "email",
      "country",
      "consent_pledge",
      "consent_updates",
    ]);
    expect(await height(), language).toBeLessThan(3300);

    // Folded fields keep their content when the form comes back.
    await page.getByText(more).click();
    await page.locator("#comment").fill("4111 1111 1111 1111");
    await page.locator("#shares").fill("12");
    await page.locator(".pledge-form").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.locator(".pledge-form .btn.act").click();
    await expect(page.locator("#comment")).toBeVisible();
    await expect(page.locator("#comment-error")).toBeVisible();
    await expect(page.locator("#shares")).toHaveValue("12");
  }
});

test("three lines of what a pledge is are open, all seven on the page", async ({ page }) => {
  await page.goto("/c/microsoft-ice/pledge");
  const lines = page.locator(".disclosures li");
  await expect(lines).toHaveCount(7);
  await expect(page.locator(".disclosures li:visible")).toHaveCount(3);
  await page.locator(".disclosures summary").click();
  await expect(page.locator(".disclosures li:visible")).toHaveCount(7);
});
