import { anOrganizer, expect, test } from "./fixtures.ts";

const edit = "/organize/c/microsoft-ice/edit";

/**
 * A form is on the screen before its scripts run: React once restored what the server had sent in a text
 * area.
 */
test("what is typed while a form's scripts load stays, and is what is saved", async ({ page }) => {
  await anOrganizer(page);
  await page.goto(`${edit}/claims/new`);
  await page.getByRole("textbox", { name: "Statement" }).fill("As the server sends it.");
  await page.getByLabel("Attribution").fill("This campaign");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByRole("status")).toContainText("Added as a draft.");

  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(page.url().replace(/\?.*/, ""), { waitUntil: "commit" });
  const typed = { Statement: "Typed before the scripts.", Attribution: "Typed too" };
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  for (const [name, words] of Object.entries(typed)) await field(name).fill(words);
  await page.getByLabel("Kind").selectOption("opinion");
  letGo();
  // Only scripts count, and what they count is what they found.
  await expect(page.locator(".length").first()).toHaveText(/^25 of /);
  for (const [name, words] of Object.entries(typed)) await expect(field(name)).toHaveValue(words);
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByRole("status")).toContainText("Saved");
  await page.reload();
  for (const [name, words] of Object.entries(typed)) await expect(field(name)).toHaveValue(words);
  await expect(page.getByLabel("Kind")).toHaveValue("opinion");
});

test("unsaved text is asked about on leaving, and comes back after a lost session", async ({ page }) => {
  await anOrganizer(page);
  await page.goto(`${edit}/petition`);
  const summary = page.getByRole("textbox", { name: "In one sentence" });
  await expect(page.locator(".length").first()).toHaveText(/ of /);
  await summary.fill("Words that nobody saved yet.");
  const asked: string[] = [];
  page.once("dialog", (dialog) => {
    asked.push(dialog.type());
    return dialog.dismiss();
  });
  await page.getByRole("link", { name: "Corrections" }).click({ noWaitAfter: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await expect(summary).toHaveValue("Words that nobody saved yet.");

  const signedIn = await page.context().cookies();
  await page.context().clearCookies({ name: "session" });
  await page.getByRole("button", { name: "Save as draft" }).first().click();
  await expect(page).toHaveURL(/sign-in/);
  const back = await page.context().cookies();
  expect(back.map(({ name }) => name)).toContain("back");
  await page.context().addCookies(signedIn.filter(({ name }) => name === "session"));
  await page.goto("/organize");
  await expect(page).toHaveURL(new RegExp(`${edit}/petition`));
  await expect(page.getByText("What you typed is back")).toBeVisible();
  await expect(summary).toHaveValue("Words that nobody saved yet.");
});
