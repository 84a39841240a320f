import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";
import {
  anAddress,
  anOrganizer,
  aReader,
  aSigner,
  expect,
  fillSignForm,
  linkIn,
  mailTo,
  reauthenticate,
  test,
} from "./fixtures.ts";
import { agree, begin } from "./holder.ts";
import { inDatabase } from "./in-database.ts";
import { openTheMeeting } from "./meeting.ts";
import { aWriter } from "./writer.ts";

/** The mailbox opens only on this machine: a proxy's header would close it. */
test.use({ extraHTTPHeaders: {} });

/** Checking a page in five views is slow on a busy machine. */
test.describe.configure({ timeout: 240_000 });

/** Without axe only the width is checked, in a tenth of the time. */
type View = { theme: "light" | "dark"; width: number; text: number; axe: boolean };
const light = { theme: "light", axe: true } as const;
const dark = { theme: "dark", axe: true } as const;
const measured = { theme: "light", axe: false } as const;

const every: View[] = [light, dark].flatMap((view) =>
  [320, 390, 760, 1280].flatMap((width) => [100, 200].map((text) => ({ ...view, width, text }))),
);

/** Measures each width and text size, and runs axe once for each; all combinations with FULL=1. */
const views: View[] = process.env.FULL
  ? every
  : [
      { ...light, width: 1280, text: 200 },
      { ...measured, width: 1280, text: 100 },
      { ...measured, width: 320, text: 200 },
      { ...dark, width: 320, text: 100 },
    ];

/** The console, only in English: each theme, width and size once; all combinations with FULL=1. */
const ofConsole: View[] = process.env.FULL
  ? every
  : [
      { ...light, width: 1280, text: 100 },
      { ...dark, width: 320, text: 200 },
    ];

/**
 * The same with the page's language: both widths are measured in both languages, and axe runs at one of them
 * in each. Every second page swaps the themes, so that parts that pages share are checked in each pair of
 * width and theme.
 */
function inLanguages(nth: number): Record<"en" | "es", View[]> {
  if (process.env.FULL) return { en: every, es: every };
  const [narrow, wide] = nth % 2 === 0 ? [light, dark] : [dark, light];
  return {
    en: [
      { ...measured, width: 1280, text: 200 },
      { ...narrow, width: 320, text: 100 },
    ],
    es: [
      { ...measured, width: 320, text: 100 },
      { ...wide, width: 1280, text: 200 },
    ],
  };
}

/** Checks the page as it is, in each view: no violation, and no sideways scrolling. */
async function check(page: Page, seen = views) {
  for (const { theme, width, text, axe } of seen) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 });
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = `${size}%`;
    }, text);
    const where = `${page.url()} ${theme} ${width} px ${text} %`;
    if (axe) expect(await violationsOf(page), where).toEqual([]);
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const all = [...document.querySelectorAll("body *")];
      const over = all.filter((element) => element.getBoundingClientRect().right > clientWidth);
      return over.map(
        ({ tagName, className, textContent }) => `${tagName} ${className} ${textContent?.slice(0, 40)}`,
      );
    });
    expect(wide, `${page.url()} scrolls sideways at ${width} px ${text} %`).toEqual([]);
  }
}

/** The same in both languages, for a page that may be opened again; leaves it open in the second. */
async function checkInBoth(page: Page, prepare: (page: Page) => Promise<void> = async () => {}, nth = 0) {
  const { pathname, search } = new URL(page.url());
  const { en, es } = inLanguages(nth);
  await prepare(page);
  await check(page, en);
  await page.goto(`/es${pathname}${search}`);
  await prepare(page);
  await check(page, es);
}

/** The same for a page on the way to another, returning to the first language. */
async function checkInBothAndReturn(page: Page) {
  const { href } = new URL(page.url());
  await checkInBoth(page);
  await page.goto(href);
}

const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

/**
 * Axe, with its private fields as properties: its colors keep them in weak maps, a hundred thousand per check
 * of a page, which took half the time.
 */
const program = `{
  class WeakMap {
    key = Symbol();
    get(of) { return of[this.key]; }
    has(of) { return this.key in of; }
    set(of, value) { of[this.key] = value; return this; }
  }
  class WeakSet extends WeakMap {
    add(one) { return this.set(one, true); }
  }
  ${readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")}
}`;

/**
 * Axe's findings on a page, which gets the program once: Playwright's builder opens a new page for each view.
 * Frames are checked as pages of their own.
 */
async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    await page.evaluate(program);
    await page.evaluate(readColoursOnce);
  }
  return page.evaluate(async () => {
    const { axe: program } = globalThis as unknown as { axe: typeof axe };
    // Without the source of every element: nobody reads it here.
    program.configure({ noHtml: true });
    const { violations } = await program.run(document, {
      // Otherwise it fetches style sheets again, for a rule that is off.
      resultTypes: ["violations"],
      iframes: false,
      preload: false,
      rules: {
        // Off by default in axe: WCAG 2.2, 24 px or as much space around.
        "target-size": { enabled: true },
      },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
  });
}

/** Pages have some dozen colors. Unpatched, axe parses them again for every element: a third of its time. */
function readColoursOnce() {
  type Colour = { r: number; g: number; b: number; alpha: number; parseString(text: string): Colour };
  const { axe: program } = globalThis as unknown as {
    axe: { commons: { color: { Color: { prototype: Colour } } } };
  };
  const colour = program.commons.color.Color.prototype;
  const read = colour.parseString;
  const known = new Map<string, Pick<Colour, "r" | "g" | "b" | "alpha">>();
  colour.parseString = function (text) {
    const before = known.get(text);
    if (before) return Object.assign(this, before);
    read.call(this, text);
    const { r, g, b, alpha } = this;
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

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

const publicPages = [
  "/",
  "/c/microsoft-ice",
  "/c/microsoft-ice/sources",
  "/c/microsoft-ice/petition",
  "/c/microsoft-ice/check-your-inbox",
  "/c/microsoft-ice/updates",
  "/c/microsoft-ice/signers",
  "/c/microsoft-ice/voices",
  "/c/microsoft-ice/pledge",
  "/c/microsoft-ice/pledges",
  "/c/microsoft-ice/letter",
  "/c/microsoft-ice/co-file",
  "/c/microsoft-ice/embed",
  "/c/microsoft-ice/widget",
  "/c/microsoft-ice/widget/counter",
  "/c/microsoft-ice/letters",
  "/c/microsoft-ice/letters/reported",
  "/c/microsoft-ice/resend",
  "/c/microsoft-ice/transparency",
  "/c/microsoft-ice/privacy",
  "/privacy",
  "/accessibility",
  "/manage",
  "/nowhere",
];

for (const [nth, path] of publicPages.entries()) {
  test(`${path} is accessible in every look and language, with all its parts open`, async ({ visitor }) => {
    await visitor.goto(path);
    await checkInBoth(visitor, openAll, nth);
  });
}

for (const path of ["/sign-in", "/dev/mailbox"]) {
  test(`${path} is accessible in every look`, async ({ visitor }) => {
    await visitor.goto(path);
    await check(visitor);
  });
}

test("the second step of a pledge is accessible, for brokers' and funds' holders", async ({ page }) => {
  // Then it asks for the record date, too.
  await openTheMeeting();
  for (const way of ["With a broker, a bank or an app", "Only through a fund or ETF"]) {
    await begin(page, anAddress(), way);
    await openAll(page);
    await check(page);
  }
});

test("pages of a pledge are accessible from confirmation to vote and in the console", async ({ page }) => {
  const year = await openTheMeeting();
  const email = anAddress();
  await begin(page, email, "With a broker, a bank or an app");
  await page.locator("#shares").fill("12.5");
  await page.getByLabel("Yes", { exact: true }).first().check();
  await page.getByText("Add more (optional)").click();
  await page.locator("input[name=willing][value=cofile]").check();
  await page.locator("#consent_contact").check();
  await agree(page);
  await page.getByRole("button", { name: "Pledge how I will vote" }).click();
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await checkInBothAndReturn(page);
  await page.getByRole("button", { name: "Confirm my pledge" }).click();
  await checkInBoth(page);
  const receipt = await mailTo(email, ({ text }) => /\/manage\/[A-Za-z0-9_-]{50}/.test(text ?? ""));
  await page.goto(linkIn(receipt, "manage"));
  await checkInBothAndReturn(page);
  await page.getByRole("link", { name: "Tell us whether you voted" }).click();
  await checkInBoth(page);

  await anOrganizer(page);
  const console = "/organize/c/microsoft-ice";
  for (const path of [
    "meetings",
    `meetings/${year}`,
    "meetings/figures",
    "meetings/rule",
    "co-filers",
    "pledges",
  ]) {
    await page.goto(`${console}/${path}`);
    await check(page, ofConsole);
  }
  await page.getByRole("link", { name: "Ada Sample" }).first().click();
  await check(page, ofConsole);
});

test("the pages of a letter are accessible from its preview to its own page", async ({ page }) => {
  const email = anAddress();
  await page.goto("/c/microsoft-ice/letter");
  await page.locator("#body").fill(`${"A long word: ".repeat(40)}${"w".repeat(120)}`);
  await page.getByLabel("Name", { exact: true }).fill("Ana Sample");
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Country", { exact: true }).selectOption("US");
  await page.getByRole("button", { name: "Preview as Microsoft sees it" }).click();
  await openAll(page);
  await check(page);
  await page.locator("#consent_letter").check();
  await page.locator("#consent_deliver").check();
  await page.locator(".send").getByRole("button", { name: "Send my letter" }).click();
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await checkInBothAndReturn(page);
  await page.getByRole("button", { name: "Confirm my letter" }).click();
  await checkInBoth(page);
  const receipt = await mailTo(email, ({ text }) => /\/manage\/[A-Za-z0-9_-]{50}/.test(text ?? ""));
  await page.goto(linkIn(receipt, "manage"));
  await checkInBoth(page, openAll);
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
  await checkInBoth(page);
  await page.goto(`/c/microsoft-ice/letters/${letter}`);
  await checkInBoth(page, openAll);
});

test("a form that came back is accessible", async ({ page }) => {
  await page.goto("/c/microsoft-ice");
  await page.locator(".sign-form").evaluate((form) => form.setAttribute("novalidate", ""));
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await check(page);
});

test("the question about a slip in the address is accessible", async ({ page }) => {
  await page.goto("/c/microsoft-ice");
  await fillSignForm(page, "someone@gmial.com");
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
  await check(page);
});

test("the pages behind mailed links are accessible", async ({ page }) => {
  const email = anAddress();
  await page.goto("/c/microsoft-ice");
  await fillSignForm(page, email);
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
  const confirm = linkIn(await mailTo(email), "confirm");
  await page.goto(confirm);
  await checkInBothAndReturn(page);
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  await checkInBoth(page);
  await page.goto(confirm);
  await checkInBoth(page);
});

test("the page of what is held is accessible, with all its parts open", async ({ page }) => {
  const { manage } = await aSigner(page);
  await page.goto(manage);
  await checkInBoth(page, openAll);
});

test("the pages of an update that is being written are accessible", async ({ page }) => {
  await anOrganizer(page);
  await page.goto("/organize/c/microsoft-ice/updates");
  await check(page, ofConsole);
  await page.getByRole("button", { name: "Write an update" }).click();
  await check(page, ofConsole);
  await page.getByLabel("Subject").first().fill("What happened");
  await page.getByLabel("Text", { exact: true }).first().fill("A <b>bold</b> claim");
  await page.getByRole("button", { name: /^(Ask|Continue)/ }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.locator("details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });
  await check(page, ofConsole);
});

test("the pages of an update are accessible from its approval to its report", async ({ page, browser }) => {
  await aReader(page);
  const first = await anOrganizer(page);
  await page.goto("/organize/c/microsoft-ice/updates");
  await page.getByRole("button", { name: "Write an update" }).click();
  await page.getByLabel("Subject").first().fill("What happened");
  await page.getByLabel("Text", { exact: true }).first().fill("Two things happened.");
  await page.getByRole("button", { name: /^(Ask|Continue)/ }).click();
  await expect(page.getByText("Approval asked for.")).toBeVisible();
  await check(page, ofConsole);
  const colleague = await browser.newPage({ baseURL: process.env.E2E_URL ?? "" });
  const second = await anOrganizer(colleague);
  await colleague.goto(page.url());
  await colleague.getByRole("button", { name: "Approve this update" }).click();
  await reauthenticate(colleague, second);
  await expect(colleague.getByText("Approved. Now someone")).toBeVisible();
  await colleague.close();
  await page.goto(page.url().replace(/\?.*/, ""));
  await check(page, ofConsole);
  await page.getByRole("button", { name: /^Send it to/ }).click();
  await reauthenticate(page, first);
  await expect(page.getByRole("heading", { name: /was sent$/ })).toBeVisible({ timeout: 30_000 });
  await check(page, ofConsole);
});

/** A preview may be gone by the time its frame requests it: the worker continues. */
const withoutPreviews = (page: Page) =>
  page.route("**/preview/*", (route) =>
    route.fulfill({ body: "<title>A mail</title>", contentType: "text/html" }),
  );

test("the pages of letters in the console are accessible, from an office to the ledger", async ({
  page,
  browser,
}) => {
  await withoutPreviews(page);
  await aWriter(page, "Wanda Accessible");
  await anOrganizer(page);
  const letters = "/organize/c/microsoft-ice/letters";
  for (const path of ["", "/recipients", "/settings"]) {
    await page.goto(letters + path);
    await check(page, ofConsole);
  }
  await page.goto(`${letters}/recipients`);
  await page.getByRole("link", { name: "Investor Relations" }).click();
  await page.getByRole("button", { name: "Record the verification" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await check(page, ofConsole);

  await page.goto(letters);
  await page.getByLabel("Choose the letter by Wanda Accessible").check();
  await page.getByRole("button", { name: "Draft one email per selected letter" }).click();
  await expect(page.getByText("Draft created.")).toBeVisible();
  await check(page, ofConsole);
  await page.getByRole("button", { name: "Ask for approval" }).click();
  await expect(page.getByText("Approval asked for. Another organizer must approve it.")).toBeVisible();
  await check(page, ofConsole);
  const colleague = await browser.newPage({ baseURL: process.env.E2E_URL ?? "" });
  const second = await anOrganizer(colleague);
  await colleague.goto(page.url());
  await colleague.getByRole("button", { name: /^Approve dispatch/ }).click();
  await reauthenticate(colleague, second);
  await expect(colleague.getByText("Approved. Sending begins in a moment.")).toBeVisible();
  await colleague.close();
  const dispatch = page.url().replace(/\?.*/, "");
  await expect(async () => {
    await page.goto(dispatch);
    await expect(page.getByText("Saved, not sent", { exact: true })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await check(page, ofConsole);
  await page.goto(`${letters}/dispatches`);
  await check(page, ofConsole);
  await page.goto(letters);
  await page.getByRole("link", { name: "Wanda Accessible" }).click();
  await check(page, ofConsole);
});

test("what waits to be decided about, and an invalidation by conditions, are accessible", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const signed = { name: "Axel Accessible", display: "public", consents: ["sign", "public_name"] } as const;
  await inDatabase(async (db, campaign) => {
    await aStoredSignature(db, campaign, { ...signed, comment: "See https://axel.example.org/about" });
    await aSignatureOnHold(db, campaign, {
      reasons: ["block", "domain", "cadence"],
      email: "axel@axe.example",
    });
    await screenNewNames(db);
  });
  await anOrganizer(page);
  await page.goto("/organize/c/microsoft-ice/names");
  await expect(page.getByText("See https://axel.example.org/about")).toBeVisible();
  await check(page, ofConsole);
  await page.goto("/organize/c/microsoft-ice/review?index");
  await check(page, ofConsole);
  await page.goto("/organize/c/microsoft-ice/review/bulk");
  await page.getByLabel("Email domain").fill("axe.example");
  await page.getByRole("button", { name: "Preview matches" }).click();
  await expect(page.getByText("1 signature matches all conditions.")).toBeVisible();
  await check(page, ofConsole);
  await page.getByRole("button", { name: "Request to invalidate 1 signature" }).click();
  await expect(page.getByRole("status")).toContainText("Requested.");
  await check(page, ofConsole);
});

const consolePages = [
  "",
  "/tokens",
  "/exports",
  "/imports",
  "/imports/paper",
  "/signatures",
  "/pledges",
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
];

for (const path of consolePages) {
  test(`/organize/c/…${path} is accessible in every look`, async ({ organizer }) => {
    await organizer.goto(`/organize/c/microsoft-ice${path}`);
    await check(organizer, ofConsole);
  });
}

test("a token that was just made, and the opened parts of the overview, are accessible", async ({ page }) => {
  const organizer = await anOrganizer(page);
  await page.goto("/organize/c/microsoft-ice/tokens");
  await page.getByLabel("What it is for").fill("Alarm");
  await page.getByLabel("Read the queues").check();
  await page.getByRole("button", { name: "Create the token" }).click();
  await reauthenticate(page, organizer);
  await expect(page.getByLabel("The token", { exact: true })).toBeVisible();
  await check(page, ofConsole);
  await page.goto("/organize/c/microsoft-ice");
  await openAll(page);
  await check(page, ofConsole);
});

test("team, invitation, member and account pages are accessible", async ({ page }) => {
  const organizer = await anOrganizer(page);
  await page.goto("/organize/c/microsoft-ice/team");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await check(page, ofConsole);
  const email = anAddress();
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await reauthenticate(page, organizer);
  await expect(page.getByText(email)).toBeVisible();
  await check(page, ofConsole);
  await page.getByRole("row").filter({ hasText: "(you)" }).getByRole("link").click();
  await openAll(page);
  await check(page, ofConsole);
  await page.goto("/organize/account");
  await check(page, ofConsole);
  await page.goto(linkIn(await mailTo(email), "invite"));
  await page.getByRole("button", { name: "Accept and send me a code" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await check(page, ofConsole);
});
