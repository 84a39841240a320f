import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import type { ParsedMail } from "mailparser";
import { hasInHead, mailIn } from "#tests/support/mail-file.ts";
import { anOrganizer as aStoredOrganizer, enrolled } from "#tests/support/organizers.ts";
import { inDatabase } from "./in-database.ts";

/** A new IP address, so that no test uses up another's rate limit. */
const anIpAddress = () => `10.${[...randomBytes(3)].join(".")}`;

/** Chromium's message for an answer still being read when the page was left. */
const aborted = "BodyStreamBuffer was aborted";

type Tab = { page: Page; problems: string[] };

/** A page with the problems seen on it so far. */
function watched(page: Page): Tab {
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => {
    if (message !== aborted) problems.push(message);
  });
  page.on("console", (message) => {
    const expected = /status of (4\d\d)/.test(message.text()) || message.text().includes(aborted);
    if (message.type() === "error" && !expected) problems.push(message.text());
  });
  return { page, problems };
}

async function hand({ page, problems }: Tab, use: (page: Page) => Promise<void>) {
  problems.length = 0;
  await use(page);
  expect(problems).toEqual([]);
}

async function kept(
  browser: Browser,
  use: (tab: Tab) => Promise<void>,
  begin?: (page: Page) => Promise<unknown>,
) {
  const context = await browser.newContext({ baseURL: process.env.E2E_URL ?? "" });
  const tab = watched(await context.newPage());
  await begin?.(tab.page);
  await use(tab);
  await context.close();
}

/** A page of the running site; an error in its console fails the test. */
export const test = base.extend<{ visitor: Page; organizer: Page }, { visitors: Tab; organizers: Tab }>({
  baseURL: async ({ browserName: _any }, use) => use(process.env.E2E_URL),
  extraHTTPHeaders: async ({ browserName: _any }, use) => use({ "X-Forwarded-For": anIpAddress() }),
  page: async ({ page }, use) => hand(watched(page), use),
  // For tests that leave nothing behind: a tab that stays open, and an owner's.
  visitors: [async ({ browser }, use) => kept(browser, use), { scope: "worker" }],
  organizers: [async ({ browser }, use) => kept(browser, use, anOrganizer), { scope: "worker" }],
  visitor: async ({ visitors }, use) => hand(visitors, use),
  organizer: async ({ organizers }, use) => hand(organizers, use),
});
export { expect };

/** Returns an address at its own domain: many at one that confirm within a second are held for review. */
export const anAddress = () =>
  `person-${randomBytes(5).toString("hex")}@d${randomBytes(3).toString("hex")}.example.org`;

/** Waits for an email to `address` that `accept` takes. */
export async function mailTo(
  address: string,
  accept: (mail: ParsedMail) => boolean = () => true,
): Promise<ParsedMail> {
  const folder = process.env.MAIL_DIR ?? "";
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".eml")) : [];
    const files = names.map((name) => join(folder, name)).filter((file) => hasInHead(file, address));
    const mails = await Promise.all(files.map(mailIn));
    mails.sort((a, b) => (a.date?.getTime() ?? 0) - (b.date?.getTime() ?? 0));
    const found = mails.findLast(
      (mail) => [mail.to].flat().some((to) => to?.text === address) && accept(mail),
    );
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error("no such mail came within 20 seconds");
}

/** Finds the first link of a kind in an email's text, as a person would. */
export function linkIn(mail: ParsedMail, kind: string): string {
  const [link] = new RegExp(`https?://\\S+/${kind}/[A-Za-z0-9_-]+`).exec(mail.text ?? "") ?? [];
  if (!link) throw new Error(`the mail has no ${kind} link`);
  return link;
}

/** Fills the sign form on the page as a person does. */
export async function fillSignForm(
  page: Pick<Page, "getByLabel" | "locator">,
  email: string,
  name = "Ana Sample",
) {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Country", { exact: true }).selectOption("US");
  await page.locator("#consent_sign").check();
}

/** Signs and confirms; returns the address and the manage link. */
export async function aSigner(page: Page, name?: string) {
  const email = anAddress();
  await page.goto("/c/microsoft-ice");
  await fillSignForm(page, email, name);
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  const receipt = await mailTo(email, ({ text }) => /\/manage\/[A-Za-z0-9_-]{50}/.test(text ?? ""));
  return { email, manage: linkIn(receipt, "manage") };
}

/** Runs an operator's command on the site's database; returns its output. */
export function operator(...args: string[]): Buffer {
  const program = join(import.meta.dirname, "../../build/server/index.js");
  const env = { ...process.env, NODE_ENV: "production" as const };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env,
    maxBuffer: 1 << 26,
  });
  expect(status, stderr.toString()).toBe(0);
  return stdout;
}

/** Signs in as a new owner with an app and recovery codes: stored directly, without opening a page. */
export async function anOrganizer(page: Page) {
  const email = anAddress();
  const { session, codes } = await inDatabase(async (db, campaign) =>
    enrolled(db, await aStoredOrganizer(db, { campaign, email })),
  );
  await page.context().addCookies([{ name: "session", value: session, url: process.env.E2E_URL ?? "" }]);
  return { email, recovery: codes };
}

/** Reauthenticates with a recovery code, where the page asks: an app's code works once in 30 seconds. */
export async function reauthenticate(page: Page, { recovery }: { recovery: string[] }) {
  await expect(page.getByRole("heading", { name: "Confirm it’s you" })).toBeVisible();
  await page.getByLabel("App code").fill(recovery.pop() ?? "");
  await page.getByRole("button", { name: "Confirm it’s me" }).click();
}

/** Signs with the box for updates ticked, and confirms. Answers the address. */
export async function aReader(page: Page) {
  const email = anAddress();
  await page.goto("/c/microsoft-ice");
  await fillSignForm(page, email);
  await page.locator("#consent_updates").check();
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  return email;
}
