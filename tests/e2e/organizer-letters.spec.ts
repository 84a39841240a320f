import { randomBytes } from "node:crypto";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { aDispatch, aLetterCampaign } from "#tests/support/dispatches.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aSession } from "#tests/support/organizers.ts";
import { checkConsole, withoutPreviews } from "./accessible.ts";
import { anOrganizer, expect, mailTo, reauthenticate, test } from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";
import { aWriter } from "./writer.ts";

/** A plausible surname: a name with digits would be put on hold. */
const aSurname = () =>
  [...randomBytes(4)].map((byte) => `${"bdklmnrstv"[byte % 10]}${"aeiou"[byte % 5]}`).join("");

const letters = "/organize/c/microsoft-ice/letters";

test("an office is verified, a letter submitted, approved and followed, on accessible pages", {
  tag: "@journey",
}, async ({ page }) => {
  test.setTimeout(240_000);
  await withoutPreviews(page);
  const mark = randomBytes(4).toString("hex");
  const [writer, office] = [`Wanda ${aSurname()}`, `Office ${mark}`];
  await aWriter(page, writer);
  await anOrganizer(page);

  // Before the dispatch is submitted: somebody without another organizer approves it themselves.
  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: process.env.E2E_URL ?? "" });
  if (!context) throw new Error("there is no browser");
  const theirs = await context.newPage();
  const second = await anOrganizer(theirs);

  for (const path of ["/settings", "", "/recipients"]) {
    await page.goto(letters + path);
    await checkConsole(page);
  }
  await page.getByLabel("Name of the recipient").fill(office);
  await page.getByLabel("Email address").fill(`ir-${mark}@company.example`);
  // While it exists, letters printed by other journeys are addressed to it.
  await page.getByLabel("Postal address").fill("One Microsoft Way\nRedmond, WA 98052");
  await page.getByRole("button", { name: "Add the recipient" }).click();
  await expect(page.getByRole("status")).toContainText("It gets nothing until an owner verifies it");
  await page.getByRole("button", { name: "Record the verification" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await checkConsole(page);
  await page.getByLabel("Checked by").fill("Olga Sample");
  await page.getByLabel("Source").fill("https://company.example/investors");
  await page.getByRole("button", { name: "Record the verification" }).click();
  await expect(page.getByRole("status")).toContainText("Recipient verified");

  await page.goto(letters);
  await page.getByLabel(`Choose the letter by ${writer}`).check();
  await page.getByLabel("To", { exact: true }).selectOption(office);
  await page.getByRole("button", { name: "Draft one email per selected letter" }).click();
  await expect(page.getByText("Draft created.")).toBeVisible();
  await checkConsole(page);
  await page.getByRole("button", { name: "Ask for approval" }).click();
  await expect(page.getByText("Approval asked for. Another organizer must approve it.")).toBeVisible();
  await expect(page.getByText("someone else must approve it")).toBeVisible();
  await checkConsole(page);
  const dispatch = page.url().replace(/\?.*/, "");

  await theirs.goto(dispatch);
  await expect(theirs.frameLocator(".mail-frame").getByText("my street has changed")).toBeVisible();
  await theirs.getByRole("button", { name: /^Approve dispatch/ }).click();
  await reauthenticate(theirs, second);
  await expect(theirs.getByText("Approved. Sending begins in a moment.")).toBeVisible();
  await context.close();

  const mail = await mailTo(`ir-${mark}@company.example`);
  expect(mail.text).toContain("my street has changed");
  await expect(async () => {
    await page.goto(dispatch);
    await expect(page.getByText("Saved, not sent", { exact: true })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await checkConsole(page);
  await page.goto(`${letters}/dispatches`);
  await checkConsole(page);
  await page.goto(letters);
  await page.getByRole("link", { name: writer }).click();
  await expect(page.getByText("Saved to a file, not sent.", { exact: true })).toBeVisible();
  await expect(page.getByRole("table").getByText("Saved", { exact: true })).toBeVisible();
  await checkConsole(page);
});

test("the letters of a dispatch are read in place by keys", async ({ browser }) => {
  const scene = await inDatabase(async (db) => {
    const made = await aLetterCampaign(db, ["owner", "owner"]);
    const [asker, reader] = made.team;
    if (!asker || !reader) throw new Error("it takes two");
    for (let n = 1; n <= 12; n++) await aLetter(db, made.campaign, { name: `Writer ${n}` });
    const draft = await aDispatch(db, made, asker.actor);
    await submitDispatch(db, draft);
    return { slug: made.campaign.slug, id: draft.publicId, session: await aSession(db, reader) };
  });
  const baseURL = process.env.E2E_URL ?? "";
  const context = await browser.newContext({ baseURL });
  await context.addCookies([{ name: "session", value: scene.session, url: baseURL }]);
  const page = await context.newPage();
  await page.goto(`/organize/c/${scene.slug}/letters/dispatches/${scene.id}`);
  await expect(page.getByText("No organizer has opened them yet.")).toBeVisible();
  await page.getByRole("link", { name: "Read the letters" }).click();
  await expect(page.getByRole("heading", { name: "1 of 12: Letter from Writer 1" })).toBeVisible();
  const focused = (n: number) =>
    expect(page.locator("article:focus")).toContainText(`${n} of 12:`, { timeout: 10_000 });
  await page.getByRole("link", { name: "Writer 1", exact: false }).first().focus();
  await page.keyboard.press("j");
  await focused(2);
  for (let n = 3; n <= 11; n++) await page.keyboard.press("ArrowRight");
  await focused(11);
  await page.keyboard.press("k");
  await focused(10);
  await page.goto(`/organize/c/${scene.slug}/letters/dispatches/${scene.id}`);
  await expect(page.getByText("You opened 12 of 12 letters.")).toBeVisible();
  await context.close();
});
