import { sql } from "drizzle-orm";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";
import { check, checkConsole, checkOpened, openAll } from "./accessible.ts";
import {
  anAddress,
  anOrganizer,
  expect,
  fillSignForm,
  linkIn,
  mailTo,
  reauthenticate,
  test,
} from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";
import { openTheMeeting } from "./meeting.ts";

// Pages that no journey opens. Journeys and the crawl check what they open.

/** The mailbox opens only on this machine: a proxy's header would close it. */
test.use({ extraHTTPHeaders: {} });

/** Checking a page in five views is slow on a busy machine. */
test.describe.configure({ timeout: 240_000 });

test("the check finds what is wrong in one look alone, and a page that is too wide", async ({ page }) => {
  await page.goto("/privacy");
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("@media (prefers-color-scheme: dark) { h1 { color: #333 !important } }");
    document.adoptedStyleSheets.push(sheet);
  });
  await expect(check(page)).rejects.toThrow(/color-contrast: h1/);
  await page.goto("/privacy");
  await page.evaluate(() => {
    const wide = document.createElement("p");
    Object.assign(wide.style, { width: "400px", height: "1em" });
    document.querySelector("main")?.append(wide);
  });
  await expect(check(page)).rejects.toThrow("scrolls sideways at 320 px");
  await page.goto("/privacy");
  await page.evaluate(() => {
    for (const name of ["Open", "Close"]) {
      const button = document.createElement("button");
      Object.assign(button.style, { width: "9px", height: "9px", padding: "0" });
      button.setAttribute("aria-label", name);
      document.querySelector("main")?.append(button);
    }
  });
  await expect(check(page)).rejects.toThrow("target-size: ");
});

test("/dev/mailbox is accessible in every look", async ({ visitor }) => {
  await visitor.goto("/dev/mailbox");
  await check(visitor);
});

test("an update and a letter that everyone may read are accessible", async ({ page }) => {
  const letter = await inDatabase(async (db, campaign) => {
    const startedAt = new Date(Date.now() - 3600_000);
    await anUpdate(db, campaign, {
      ...approved,
      state: "sent",
      startedAt,
      preparedAt: startedAt,
      finishedAt: startedAt,
      subject: "What happened",
      body: "Two things.\n\n## The first\n\n> Words of the company.",
    });
    const published = { publication: "published", display: "public", name: "Lena Accessible" } as const;
    return (await aLetter(db, campaign, published)).publicId;
  });
  await page.goto("/c/microsoft-ice/updates");
  await page.getByRole("link", { name: "What happened" }).first().click();
  const paths = [new URL(page.url()).pathname, `/c/microsoft-ice/letters/${letter}`];
  for (const [nth, path] of paths.entries())
    for (const language of ["en", "es"] as const) {
      await page.goto(language === "en" ? path : `/es${path}`);
      await checkOpened(page, language, nth);
    }
});

test("the question about a slip in the address is accessible", async ({ page }) => {
  await page.goto("/c/microsoft-ice");
  await fillSignForm(page, "someone@gmial.com");
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
  await check(page);
});

test("an invalidation by conditions is accessible", async ({ page }) => {
  const email = anAddress();
  await inDatabase((db, campaign) => aStoredSignature(db, campaign, { email }));
  await anOrganizer(page);
  await page.goto("/organize/c/microsoft-ice/review/bulk");
  await page.getByLabel("Email domain").fill(email.replace(/^.*@/, ""));
  await page.getByRole("button", { name: "Preview matches" }).click();
  await expect(page.getByText("1 signature matches all conditions.")).toBeVisible();
  await checkConsole(page);
  await page.getByRole("button", { name: "Request to invalidate 1 signature" }).click();
  await expect(page.getByRole("status")).toContainText("Requested.");
  await checkConsole(page);
});

const consolePages = [
  "",
  "/tokens",
  "/exports",
  "/imports",
  "/imports/paper",
  "/signatures",
  "/meetings/company",
  "/packs",
  "/close",
  "/requests",
  "/erase",
  "/emails",
  "/edit",
  "/edit/picture",
  "/freeze",
  "/fetch?file=audit/log.csv",
  "/letters/moderation",
  "/letters/replies",
  "/meetings",
  "/meetings/figures",
  "/meetings/rule",
];

for (const [nth, path] of consolePages.entries()) {
  test(`/organize/c/…${path} is accessible`, async ({ organizer }) => {
    await organizer.goto(`/organize/c/microsoft-ice${path}`);
    await checkConsole(organizer, nth);
  });
}

test("a meeting, and a pledge to file with others, are accessible in the console", async ({ organizer }) => {
  const year = await openTheMeeting();
  await inDatabase(async (db, campaign) => {
    const [meeting] = await db.execute<{ id: number }>(
      sql`select meeting_id as id from campaign_companies where campaign_id = ${campaign.id}`,
    );
    if (!meeting) throw new Error("the campaign takes pledges for no meeting");
    const answers = pledgeAnswers({ willing: ["cofile"] });
    const consents = ["pledge", "contact_cofile"] as const;
    await aHolder(db, { campaign, meeting }, { answers, consents, name: "Axel Accessible" });
  });
  for (const [nth, path] of [`meetings/${year}`, "co-filers", "pledges"].entries()) {
    await organizer.goto(`/organize/c/microsoft-ice/${path}`);
    await checkConsole(organizer, nth);
  }
  await organizer.getByRole("link", { name: "Axel Accessible" }).first().click();
  await expect(organizer.getByRole("heading", { level: 1 })).not.toHaveText("Pledges");
  await checkConsole(organizer, 3);
});

test("team, invitation, member and account pages are accessible", async ({ page }) => {
  const organizer = await anOrganizer(page);
  await page.goto("/organize/c/microsoft-ice/team");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await checkConsole(page);
  const email = anAddress();
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await reauthenticate(page, organizer);
  await expect(page.getByText(email)).toBeVisible();
  await checkConsole(page);
  await page.getByRole("row").filter({ hasText: "(you)" }).getByRole("link").click();
  await openAll(page);
  await checkConsole(page);
  await page.goto("/organize/account");
  await checkConsole(page);
  await page.goto(linkIn(await mailTo(email), "invite"));
  await page.getByRole("button", { name: "Accept and send me a code" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await checkConsole(page);
});
