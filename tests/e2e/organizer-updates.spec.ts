import type { Page } from "@playwright/test";
import { checkConsole, openAll } from "./accessible.ts";
import { anOrganizer, aReader, expect, mailTo, operator, reauthenticate, test } from "./fixtures.ts";

const list = "/organize/c/microsoft-ice/updates";

/** A second organizer in a browser of their own. */
async function aColleague(page: Page) {
  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: process.env.E2E_URL ?? "" });
  if (!context) throw new Error("there is no browser");
  const theirs = await context.newPage();
  const { recovery } = await anOrganizer(theirs);
  return { theirs, recovery, close: () => context.close() };
}

const bodyOf = (page: Page) => page.getByLabel("Text", { exact: true }).first();

async function writeDraft(page: Page, subject: string, body: string) {
  await page.goto(list);
  await page.getByRole("button", { name: "Write an update" }).click();
  await page.getByLabel("Subject").first().fill(subject);
  await page.getByLabel("Text", { exact: true }).first().fill(body);
}

test("an update is written, approved by a second organizer and sent, on accessible pages", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const reader = await aReader(page);
  const writer = await anOrganizer(page);
  const { theirs, recovery, close } = await aColleague(page);
  const subject = `What happened, ${Date.now()}`;

  await page.goto(list);
  await checkConsole(page);
  await page.getByRole("button", { name: "Write an update" }).click();
  await expect(bodyOf(page)).toBeVisible();
  await checkConsole(page);
  await page.getByLabel("Subject").first().fill(subject);
  await bodyOf(page).fill("A <b>bold</b> claim");
  await page.getByRole("button", { name: /^(Ask|Continue)/ }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByText("Line 1: <b> is HTML").first()).toBeVisible();
  await openAll(page);
  await checkConsole(page);
  await page.getByLabel("Text", { exact: true }).first().fill("Two things **happened**.");
  await page.getByRole("button", { name: "Save and preview" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  const preview = page.frameLocator(".as-mail").first();
  await expect(preview.getByText("happened", { exact: true })).toBeVisible();

  await page
    .getByRole("button", { name: /^Send a test/ })
    .first()
    .click();
  await expect(page.getByText("A test is on its way to you")).toBeVisible();
  await mailTo(writer.email, (mail) => mail.subject?.includes(subject) ?? false);

  await page.getByRole("button", { name: /^(Ask|Continue)/ }).click();
  await expect(page.getByText("Approval asked for.")).toBeVisible();
  await expect(page.getByText("You submitted it or edited it last")).toBeVisible();
  await checkConsole(page);

  await theirs.goto(page.url().replace(/\?.*/, ""));
  await theirs.getByRole("button", { name: "Approve this update" }).click();
  await reauthenticate(theirs, { recovery });
  await expect(theirs.getByText("Approved. Now someone")).toBeVisible();
  await close();

  await page.goto(page.url().replace(/\?.*/, ""));
  await checkConsole(page);
  await page.getByRole("button", { name: /^Send it to/ }).click();
  await reauthenticate(page, writer);
  const mail = await mailTo(reader, (found) => found.subject?.includes(subject) ?? false);
  expect(mail.text).toContain("Two things");
  await expect(page.getByRole("heading", { name: /was sent$/ })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("adds up, checked at")).toBeVisible();
  await checkConsole(page);
  expect(operator("verify", "--json").toString()).toContain('"outcome"');
});

test("typing saves by itself, and an edit of an older version is kept and shown", async ({ page }) => {
  await anOrganizer(page);
  await writeDraft(page, "First words", "One");
  await expect(page.getByRole("status").filter({ hasText: /^Saved [A-Z]/ })).toBeVisible();
  const { theirs, close } = await aColleague(page);
  await theirs.goto(page.url().replace(/\?.*/, ""));
  await bodyOf(theirs).fill("Theirs");
  await theirs.getByLabel("People who agreed to updates").selectOption("signed");
  await theirs.getByRole("button", { name: "Save and preview" }).click();
  await expect(theirs.getByText("Saved.", { exact: true })).toBeVisible();
  await close();

  await bodyOf(page).fill("Mine");
  await expect(page.getByRole("alert").filter({ hasText: "Someone saved this draft" })).toBeVisible();
  await expect(bodyOf(page)).toHaveValue("Mine");
  await expect(page.locator(".stale textarea").first()).toHaveValue(/Theirs/);
  await expect(page.locator(".stale .pair").first()).toContainText("people who signed");
  await expect(page.getByRole("button", { name: "Save and preview" })).toHaveCount(0);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(bodyOf(page)).toHaveValue("Mine");
});

test("an edit conflict is settled at its button", async ({ page }) => {
  await anOrganizer(page);
  await writeDraft(page, "First words", "One");
  await page.getByRole("button", { name: "Save and preview" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const { theirs, close } = await aColleague(page);
  await theirs.goto(page.url().replace(/\?.*/, ""));
  await theirs.getByLabel("People who agreed to updates").selectOption("signed");
  await theirs.getByRole("button", { name: "Save and preview" }).click();
  await expect(theirs.getByText("Saved.", { exact: true })).toBeVisible();
  await close();

  // The page saves a second after typing: on a busy machine, before the button is pressed. The autosave's
  // answer is held until then, so that there is a button to press, and it reports whichever is first.
  let press = () => {};
  const pressed = new Promise<void>((resolve) => {
    press = resolve;
  });
  await page.route(/\/updates\/[^/]+\.data/, async (route) => {
    if (route.request().postData()?.includes("autosave")) await pressed;
    await route.continue();
  });
  await bodyOf(page).fill("Mine");
  await page.getByRole("button", { name: "Save and preview" }).click();
  press();
  await expect(page.locator(".stale .pair").first()).toContainText("people who signed");
  await expect(page.getByRole("button", { name: "Save and preview" })).toHaveCount(0);
  await expect(page.locator(".stale")).toBeFocused();
  await page.getByRole("link", { name: "Take theirs" }).click();
  await expect(page.locator(".stale")).toHaveCount(0);
  await expect(bodyOf(page)).toHaveValue("One");
  await expect(page.getByLabel("People who agreed to updates")).toHaveValue("signed");
});

test("typed text survives a lost site, answer or session, and is saved", async ({ page }) => {
  test.slow();
  const { theirs: writer, close } = await aColleague(page);
  await writeDraft(writer, "Words", "One");
  const saved = writer.getByRole("status").filter({ hasText: /^Saved [A-Z]/ });
  const note = writer.locator(".edit-note");
  await expect(saved).toBeVisible();

  await writer.context().setOffline(true);
  await bodyOf(writer).fill("Two");
  await expect(note).toContainText("Not saved: the site does not answer");
  await writer.getByRole("button", { name: "Save and preview" }).click();
  await expect(note).toContainText("Not saved: the site does not answer");
  await expect(bodyOf(writer)).toHaveValue("Two");
  await writer.context().setOffline(false);
  await expect(saved).toBeVisible();
  await expect(note).toHaveText("");

  await writer.context().setOffline(true);
  await bodyOf(writer).fill("Three");
  await writer.getByRole("button", { name: "Save and preview" }).click();
  await expect(writer.getByRole("alert").filter({ hasText: "The site did not answer" })).toBeVisible();
  await expect(bodyOf(writer)).toHaveValue("Three");
  await writer.context().setOffline(false);
  await expect(saved).toBeVisible();
  await expect(writer.getByRole("alert")).toHaveCount(0);

  await writer.route("**/*.data", (route) => route.fulfill({ status: 503, body: "busy" }));
  await bodyOf(writer).fill("Four");
  await expect(note).toContainText("Not saved: the site does not answer");
  await writer.unroute("**/*.data");
  await expect(saved).toBeVisible();

  // Stored, but the answer is lost; then more is typed.
  await writer.route("**/*.data", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await bodyOf(writer).fill("Five");
  await expect(note).toContainText("Not saved: the site does not answer");
  await bodyOf(writer).fill("Five and more");
  await writer.unroute("**/*.data");
  await expect(saved).toBeVisible();
  await expect(writer.getByRole("alert")).toHaveCount(0);

  const cookies = await writer.context().cookies();
  await writer.context().clearCookies();
  await bodyOf(writer).fill("Six");
  await expect(note).toContainText("you are signed out");
  await expect(bodyOf(writer)).toHaveValue("Six");
  await writer.context().addCookies(cookies);
  await expect(saved).toBeVisible();
  await writer.reload();
  await expect(bodyOf(writer)).toHaveValue("Six");
  await close();
});

test("a button waits for the save under way, and is never at odds with it", async ({ page }) => {
  await anOrganizer(page);
  await writeDraft(page, "Words", "One");
  await expect(page.getByRole("status").filter({ hasText: /^Saved [A-Z]/ })).toBeVisible();
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isStored = () => {};
  const stored = new Promise<void>((resolve) => {
    isStored = resolve;
  });
  // Stored immediately; the answer arrives late.
  await page.route(
    "**/*.data",
    async (route) => {
      const response = await route.fetch();
      isStored();
      await released;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await bodyOf(page).fill("Two");
  await stored;
  await bodyOf(page).fill("Two, and three");
  await page.getByRole("button", { name: "Save and preview" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saving…" })).toBeVisible();
  letGo();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.reload();
  await expect(bodyOf(page)).toHaveValue("Two, and three");
});

test("saving by itself adds nothing to where Back leads, and what was typed last is kept", async ({
  page,
}) => {
  await anOrganizer(page);
  await writeDraft(page, "Words", "One");
  const preview = page.frameLocator(".as-mail").first();
  await expect(preview.getByText("One", { exact: true })).toBeVisible();
  const steps = await page.evaluate(() => history.length);
  for (const words of ["Two", "Three"]) {
    await bodyOf(page).fill(words);
    await expect(preview.getByText(words, { exact: true })).toBeVisible();
  }
  expect(await page.evaluate(() => history.length)).toBe(steps);
  const address = page.url();
  await bodyOf(page).fill("Typed last");
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${list}$`));
  await expect(async () => {
    await page.goto(address);
    await expect(bodyOf(page)).toHaveValue("Typed last", { timeout: 500 });
  }).toPass({ timeout: 10_000 });
});

test("the page of an update on its way outlives a lost site", async ({ page }) => {
  test.slow();
  await aReader(page);
  await anOrganizer(page);
  const { theirs: sender, recovery, close } = await aColleague(page);
  await writeDraft(page, `On its way, ${Date.now()}`, "Words");
  await page.getByRole("button", { name: /^(Ask|Continue)/ }).click();
  await expect(page.getByText("Approval asked for.")).toBeVisible();
  await sender.goto(page.url().replace(/\?.*/, ""));
  await sender.getByRole("button", { name: "Approve this update" }).click();
  await reauthenticate(sender, { recovery });
  await expect(sender.getByText("Approved. Now someone")).toBeVisible();

  await sender.route("**/*.data?_routes=*", (route) => route.abort());
  await sender.getByRole("button", { name: /^Send it to/ }).click();
  const lost = sender
    .getByRole("status")
    .filter({ hasText: /No connection since \d+:\d\d:\d\d\s[ap]\.m\. UTC/ });
  await expect(lost).toBeVisible();
  await expect(sender.getByRole("heading", { name: /^Update \d/ })).toBeVisible();
  await expect(sender.locator("main button").first()).toBeAttached();
  await sender.unroute("**/*.data?_routes=*");
  await expect(sender.getByRole("heading", { name: /was sent$/ })).toBeVisible({ timeout: 20_000 });
  await expect(lost).toHaveCount(0);
  await close();
});

test("an update is for people by what they did, read and pledged, with a count that follows", async ({
  page,
}) => {
  await aReader(page);
  await anOrganizer(page);
  await writeDraft(page, `To some, ${Date.now()}`, "Two things happened.");
  const people = page.locator(".people");
  const counted = (text: RegExp) => expect(people).toContainText(text);
  await counted(/[1-9]\d* (?:person|people) would get it now/);
  await page.getByText(/^What their pledge says: Not asked/).click();
  await page.getByLabel("In a plan with a trustee").check();
  await page.getByLabel("Attend", { exact: true }).check();
  await counted(/^0 people would get it now/);
  await expect(page.getByText("What their pledge says: 2 answers")).toBeVisible();
  await page.getByLabel("People who agreed to updates").selectOption("People who pledged their vote");
  await page.getByRole("checkbox", { name: "Spanish" }).check();
  await page.getByRole("button", { name: "Save and preview" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

  await page.goto(page.url().replace(/[?#].*/, ""));
  await expect(page.getByRole("checkbox", { name: "Spanish" })).toBeChecked();
  await page.getByText("What their pledge says: 2 answers").click();
  await expect(page.getByLabel("In a plan with a trustee")).toBeChecked();
  await page.getByLabel("In a plan with a trustee").uncheck();
  await page.getByLabel("Attend", { exact: true }).uncheck();
  await page.getByRole("checkbox", { name: "Spanish" }).uncheck();
  await page.getByLabel("People who agreed to updates").selectOption("Everyone");
  await counted(/[1-9]\d* (?:person|people) would get it now/);
});

test("the first name is put where the cursor is, and an emptied greeting is sent to nobody", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await anOrganizer(page);
  await writeDraft(page, "News", "Thanks, . Two things happened.");
  const greeting = page.getByLabel("Greeting").first();
  await expect(greeting).toHaveValue("Dear {first_name|friend},");
  const preview = page.frameLocator(".as-mail").first();
  await expect(preview.getByText("Dear Ana,")).toBeVisible();
  await bodyOf(page).evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(8, 8));
  await page.getByRole("button", { name: "Insert the first name" }).first().click();
  await expect(bodyOf(page)).toHaveValue("Thanks, {first_name|friend}. Two things happened.");
  await expect(bodyOf(page)).toBeFocused();
  await expect(preview.getByText("Thanks, Ana. Two things happened.")).toBeVisible();

  await greeting.fill("");
  await expect(preview.getByText("Dear Ana,")).toHaveCount(0);
  await expect(preview.getByText("Thanks, Ana. Two things happened.")).toBeVisible();
  await greeting.fill("Dear {last_name|friend},");
  const error = page.getByText("Remove “{last_name|friend}”: nothing fills it in here");
  await expect(error).toBeVisible();
  await page.reload();
  await expect(error).toBeVisible();
  await expect(greeting).toHaveValue("Dear {last_name|friend},");
});
