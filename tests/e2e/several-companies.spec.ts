import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { anOrganizer as aStoredOrganizer } from "#tests/support/organizers.ts";
import { anAddress, anOrganizer, expect, linkIn, mailTo, reauthenticate, test } from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";

test.describe.configure({ mode: "serial" });

const mark = randomBytes(4).toString("hex");
const slug = `trains-${mark}`;
const base = `/organize/c/${slug}`;
const year = new Date().getUTCFullYear() + 1;

/** Fills fields by name and ticks boxes that are `true`. */
async function fill(page: Page, fields: Record<string, string | true>) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[id="${name}"]`);
    if (value === true) await field.check();
    else if ((await field.evaluate((one) => one.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
}

async function saveDraft(page: Page) {
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByRole("status")).toContainText("Saved");
}

const title = { en: `${mark}: run the night trains`, es: `${mark}: trenes nocturnos` };
const source = {
  source_url: "https://example.org/filing",
  as_of: `${year - 1}-01-15`,
  checked: true,
} as const;

const hoshino = {
  name: `Hoshino ${mark}`,
  ticker: "7999",
  exchange: "Tokyo",
  zone: "Asia/Tokyo",
  country: "JP",
  jurisdiction: "other",
} as const;
const tallow = {
  name: `Tallow ${mark}`,
  ticker: "TLLW",
  exchange: "Toronto",
  zone: "America/Toronto",
  country: "US",
  jurisdiction: "us",
} as const;

let session = "";

test("an organizer opens a campaign about two made-up companies from the template", async ({ page }) => {
  test.slow();
  const organizer = await anOrganizer(page);
  await page.goto("/organize/new");
  await page.getByLabel("Title").fill(title.en);
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("A template").check();
  await page.getByLabel("Company", { exact: true }).selectOption("Another company");
  await page.getByLabel("Name of the other company").fill(hoshino.name);
  await page.getByRole("button", { name: "Create the campaign" }).click();
  await page.waitForURL(/done=created/);
  await page.getByRole("link", { name: "Enter the company’s exchange and ticker" }).click();
  await fill(page, { ...hoshino, ...source });
  await page.getByRole("button", { name: "Save the company" }).click();
  await page.getByRole("link", { name: "Companies of this campaign" }).click();
  await fill(page, { ...tallow, ...source });
  await page.getByRole("button", { name: "Add to the campaign" }).last().click();
  await expect(page.getByRole("status")).toContainText("Companies changed.");

  await page.goto(`${base}/edit/page`);
  await fill(page, {
    standfirst: `${hoshino.name} and ${tallow.name} ended the night trains. We ask both to run them again.`,
    languages_es: true,
  });
  await saveDraft(page);
  await page.goto(`${base}/edit`);
  await page.getByRole("button", { name: "Publish the selected changes" }).click();
  await expect(page.getByRole("status")).toContainText("Published.");

  await page.goto(`${base}/edit/petition`);
  await fill(page, {
    summary: "Run the night trains again.",
    body: `We ask ${hoshino.name} and ${tallow.name} to run the night trains again.`,
  });
  await saveDraft(page);
  await page.getByRole("button", { name: "Publish this text" }).click();
  await expect(page.getByText("Version 1, published")).toBeVisible();

  await page.goto(`${base}/edit/claims`);
  await page.getByRole("link", { name: "[What happens to people" }).click();
  await fill(page, {
    text: "The last night train left in March.",
    attribution: "The Example Gazette",
    publisher: "The Example Gazette",
    published_on: `${year - 1}-03-02`,
    published_precision: "day",
    source_title: "The last night train",
    source_url: "https://example.org/night-train",
    opened: true,
  });
  await saveDraft(page);
  await page.getByRole("button", { name: "Publish this statement" }).click();
  await expect(page.getByRole("status")).toContainText("Published.");

  await page.goto(`${base}/edit/organization`);
  await fill(page, {
    operator: "Night Trains e.V.",
    postal_address: "1 Sample Street\n60601 Chicago",
    contact_email: `contact@night-trains.test`,
    privacy_contact: `privacy@night-trains.test`,
    funding_line: "Paid for by donations of its supporters.",
  });
  await page.getByRole("button", { name: "Save organization details" }).click();
  await expect(page.getByRole("status")).toContainText("now show it");
  await fill(page, { sender_name: "Night Trains" });
  await page.getByRole("button", { name: "Save the sender" }).click();
  await reauthenticate(page, organizer);
  await expect(page.getByRole("status")).toContainText("New emails use it");

  for (const company of [hoshino, tallow]) {
    const tabs = page.getByRole("navigation", { name: "Companies of this campaign" });
    const choose = async () => {
      await tabs.getByRole("link", { name: company.name }).click();
      await expect(tabs.locator("[aria-current]")).toHaveText(company.name);
    };
    await page.goto(`${base}/meetings`);
    await choose();
    await page.getByRole("link", { name: "Add a meeting" }).click();
    const [day, before] = [`${year}-06-24`, `${year}-06-23`];
    await fill(page, { year: `${year}`, meeting_on: day, vote_by: before, vote_by_time: "17:00", ...source });
    await page.getByRole("button", { name: "Save the meeting" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Annual meeting ${year}`);
    await expect(page.locator(".of-company")).toHaveText(company.name);

    await page.goto(`${base}/letters/recipients`);
    await choose();
    await page.getByLabel("Name of the recipient").fill(`Office of ${company.name}`);
    await page.getByLabel("Email address").fill(`ir@${company.ticker}-${mark}.example`);
    await page.getByRole("button", { name: "Add the recipient" }).click();
    await page.getByLabel("Checked by").fill("Olga Sample");
    await page.getByLabel("Source").fill("https://example.org/investors");
    await page.getByRole("button", { name: "Record the verification" }).click();
    await expect(page.getByRole("status")).toContainText("Recipient verified");
  }

  await page.goto(`${base}/edit/translations`);
  const spanish = new Map([
    ["Title", title.es],
    ["Line above the title", "Petición"],
    ["Subheading", "Pedimos a las dos empresas que vuelvan a ofrecer trenes nocturnos."],
    ["Version 1: In one sentence", "Que vuelvan los trenes nocturnos."],
    [
      "Version 1: The whole text",
      `Pedimos a ${hoshino.name} y a ${tallow.name} que vuelvan los trenes nocturnos.`,
    ],
    ["Statement 2: Text", "El último tren nocturno salió en marzo."],
    ["Statement 2: Attribution", "The Example Gazette"],
  ]);
  for (const part of ["page", "petition", "claims"]) {
    const form = page.getByRole("region", {
      name: { page: "The page", petition: "The petition", claims: "Statements" }[part] ?? "",
    });
    for (const [heading, text] of spanish) {
      const row = form.locator(".language-pair", {
        has: page.getByRole("heading", { name: heading, exact: true }),
      });
      if (await row.count()) await row.getByRole("textbox").fill(text);
    }
    await form.getByRole("button", { name: "Save as drafts" }).click();
    await expect(form.getByText("Spanish, missing")).toHaveCount(part === "claims" ? 1 : 0);
  }
  await page.getByRole("button", { name: /^Publish \d+ translations/ }).click();
  await expect(page.getByText("Complete: Spanish is offered once the campaign opens.")).toBeVisible();

  await inDatabase(async (db) => {
    const [campaign] = await db.execute<{ id: number }>(sql`select id from campaigns where slug = ${slug}`);
    if (campaign) await aStoredOrganizer(db, { campaign });
  });
  await page.goto(base);
  await expect(page.getByText("Needed")).toHaveCount(0);
  await page.goto(`${base}/edit`);
  await page.getByText("Open the campaign").first().click();
  await page.getByRole("button", { name: "Open the campaign" }).click();
  await expect(page.getByRole("status")).toContainText("The campaign is open.");
  session = (await page.context().cookies()).find(({ name }) => name === "session")?.value ?? "";
});

/** Words of the seeded campaign alone: its company, its agency, its exchange's time zone. */
const seeded = /Microsoft|\bICE\b|New York|Nueva York/;
/** Words of meetings under United States law alone. */
const american = /14a-8|401\(k\)/;

function refuse(what: RegExp, text: string, where: string) {
  expect([where, what.exec(text)?.[0]]).toEqual([where, undefined]);
}

/** Checks that the page has no words of the seeded campaign nor, for a company abroad, of US law. */
async function read(page: Page, { isAbroad = false } = {}) {
  const text = await page.content();
  refuse(seeded, text, page.url());
  if (isAbroad) refuse(american, text, page.url());
}

/** Reads the next email that asks to confirm, opens its page, and presses its button. */
async function confirm(page: Page, email: string, before: readonly (string | undefined)[] = []) {
  const mail = await mailTo(
    email,
    ({ subject, text }) => /\/confirm\//.test(text ?? "") && !before.includes(subject),
  );
  refuse(seeded, `${mail.subject} ${mail.text} ${mail.html}`, `email: ${mail.subject}`);
  await page.goto(linkIn(mail, "confirm"));
  await read(page);
  await page.locator("main form button.act").click();
  await expect(page.locator("h1 + .standfirst")).toBeVisible();
  await read(page);
  return mail;
}

async function fillPerson(page: Page, email: string) {
  await page.locator("#name").fill("Ana Sample");
  await page.locator("#email").fill(email);
  await page.locator("#country").selectOption("US");
}

for (const locale of ["en", "es"] as const)
  test(`somebody signs, pledges to one of two companies and writes to the other (${locale})`, async ({
    page,
  }) => {
    test.slow();
    const email = anAddress();
    const own = `${locale === "es" ? "/es" : ""}/c/${slug}`;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(own);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title[locale]);
    await read(page);
    await fillPerson(page, email);
    await page.locator(".sign-form summary").click();
    await page.locator(".to-each").getByLabel(tallow.name).check();
    await page.locator("#consent_sign").check();
    await page.locator(".sign-form button.act").click();
    await expect(page.locator("dl")).toContainText(email);
    const signed = await confirm(page, email);

    await page.goto(`${own}/pledge`);
    await read(page);
    await page.getByLabel(hoshino.name).check();
    await page.locator(".pledge-form button.act").click();
    await read(page, { isAbroad: true });
    await page.locator("[name=way][value=broker]").click();
    await fillPerson(page, email);
    await page.locator("#shares").fill("250");
    await page.locator("input[name=intention]").first().check();
    await page.locator("#consent_pledge").check();
    await read(page, { isAbroad: true });
    await page.locator(".pledge-form button.act").click();
    const pledged = await confirm(page, email, [signed.subject]);
    expect(pledged.text).toContain(hoshino.name);

    await page.goto(`${own}/letter`);
    await page.getByLabel(tallow.name).check();
    await page.locator(".pledge-form button.act").click();
    await fillPerson(page, email);
    await page.locator("#body").fill("Please run the night trains again: my street has no other way home.");
    await page.locator("#consent_letter").check();
    await page.locator("#consent_deliver").check();
    await read(page);
    await page.locator(".send button.act").click();
    const written = await confirm(page, email, [signed.subject, pledged.subject]);
    expect(written.text).toContain(tallow.name);
    expect(written.text).not.toContain(hoshino.name);

    const receipt = await mailTo(email, ({ text }) => /\/manage\/[\w-]{50}/.test(text ?? ""));
    await page.goto(linkIn(receipt, "manage"));
    await read(page);
    await expect(page.locator("[name=consent_deliver]:checked")).toHaveValue(/^tallow-/);
  });

test("pledges and letters are told apart by company in the console, counts and totals", async ({
  page,
  request,
}) => {
  const count = await (await request.get(`/c/${slug}/count.json`)).json();
  const ofEach = [
    { name: hoshino.name, holders: 2, letters: 0 },
    { name: tallow.name, holders: 0, letters: 2 },
  ];
  expect(count).toMatchObject({ signatures: 2, wholeShares: null, companies: ofEach });

  await page.context().addCookies([{ name: "session", value: session, url: process.env.E2E_URL ?? "" }]);
  const companies = page.getByRole("navigation", { name: "Companies of this campaign" });
  await page.goto(`${base}/pledges`);
  await expect(companies.locator("[aria-current]")).toHaveText(hoshino.name);
  await expect(page.getByRole("link", { name: "Ana Sample" })).toHaveCount(2);
  await companies.getByRole("link", { name: tallow.name }).click();
  await expect(page.getByRole("link", { name: "Ana Sample" })).toHaveCount(0);
  // Only the law of one has co-filers.
  await page.getByRole("link", { name: "Co-filers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Co-filers");
  await expect(companies.getByRole("link")).toHaveText([tallow.name]);
  await page.goto(`${base}/letters`);
  await expect(page.getByRole("row").filter({ hasText: tallow.name })).toHaveCount(2);
  await page.getByLabel("Choose the letter by Ana Sample").first().check();
  const [first, second] = [hoshino, tallow].map(({ name }) => `Office of ${name}, ${name}`);
  await expect(page.getByLabel("To", { exact: true }).getByRole("option")).toHaveText([
    first ?? "",
    second ?? "",
  ]);
  await page.getByLabel("To", { exact: true }).selectOption(second ?? "");
  await page.getByRole("button", { name: "Draft one email per selected letter" }).click();
  await expect(page.getByRole("button", { name: "Ask for approval" })).toBeVisible();
  await page.goto(`${base}/letters`);
  await page.getByRole("link", { name: "Ana Sample" }).first().click();
  await expect(page.locator(".of-company")).toHaveText(tallow.name);

  for (const language of ["", "/es"]) {
    await page.goto(`${language}/c/${slug}/pledges`);
    await expect(page.locator("h2.of-company")).toHaveText([hoshino.name, tallow.name]);
    await read(page);
  }
});
