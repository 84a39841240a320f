import type { Page } from "@playwright/test";
import type { ParsedMail } from "mailparser";
import { check, checkOpened, openAll } from "./accessible.ts";
import { englishIn, englishOn } from "./english.ts";
import { anAddress, expect, linkIn, mailTo, test } from "./fixtures.ts";
import { awaitReminder, openTheMeeting } from "./meeting.ts";

/** Pages whose address identifies a person or a letter: reached by links in emails. */
const isOfOne = (path: string) => /[0-9a-f-]{36}|\/dev\//.test(path);

/** Records requests to other sites, violations of the policy, and English on Spanish pages. */
async function watch(page: Page, origin: string) {
  const wrong: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith("http") && asked !== origin) wrong.push(`${page.url()} asks ${request.url()}`);
  });
  await page.exposeFunction("violated", (what: string) => wrong.push(what));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, documentURI }) =>
      (window as unknown as { violated: (what: string) => void }).violated(
        `${documentURI}: ${violatedDirective} ${blockedURI}`,
      ),
    );
  });
  return wrong;
}

async function expectNoCookie(page: Page) {
  const ours = (await page.context().cookies()).map(({ name }) => name);
  // Only requesting a sign-in code sets a cookie, which ties the code to that browser.
  expect(ours.filter((name) => !/sign-in|challenge|door/.test(name))).toEqual([]);
}

const sizes = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1366, height: 650 },
  { width: 1280, height: 720 },
];

/** Names the widths at which a heading or the footer is not at the left edge of the name in the masthead. */
async function offTheEdge(page: Page) {
  const off: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    const { name, others } = await page.evaluate(() => {
      const left = (one: Element) => Math.round(one.getBoundingClientRect().left);
      const [name = null] = [...document.querySelectorAll(".mast .brand")].map(left);
      return {
        name,
        others: [...document.querySelectorAll("main h1, .foot .cols > :first-child")].map(left),
      };
    });
    if (name !== null && others.some((one) => one !== name))
      off.push(`${page.url()} at ${size.width} px: ${others} instead of ${name}`);
  }
  return off;
}

/** Pages whose accessibility is checked: one of each kind. */
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

/** Pages that no page links to, or only once an update was sent. */
const unlinked = /check-your-inbox|widget|reported|resend|nowhere|manage|updates$/;

for (const language of ["en", "es"] as const)
  test(`pages (${language}) are accessible, in one language, without other sites and cookies`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(process.env.FULL ? 3_600_000 : 240_000);
    const origin = baseURL ?? "";
    const wrong = await watch(page, origin);
    const inLanguage = (path: string) => (language === "en" ? path : `/es${path}`.replace(/\/$/, ""));
    const waiting = publicPages.filter((path) => path === "/" || unlinked.test(path)).map(inLanguage);
    if (language === "en") waiting.push("/sign-in");
    const seen = new Set(waiting);
    while (waiting.length > 0) {
      const path = waiting.pop() ?? "/";
      const answer = await page.goto(path, { waitUntil: "load" }).catch((error: Error) => {
        // A download is not a page.
        if (!/Download is starting|net::ERR_ABORTED/.test(error.message)) throw error;
        return null;
      });
      if (!answer) continue;
      expect([path, answer.status()]).toEqual([path, path.endsWith("/nowhere") ? 404 : 200]);
      wrong.push(...(await englishOn(page)));
      if (language === "en") wrong.push(...(await offTheEdge(page)));
      const links = await page
        .locator("a[href]")
        .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
      for (const link of links) {
        const url = new URL(link);
        const isOther = /^\/es(\/|$)/.test(url.pathname) !== (language === "es");
        if (url.origin !== origin || seen.has(url.pathname) || isOther || isOfOne(url.pathname)) continue;
        seen.add(url.pathname);
        waiting.push(url.pathname);
      }
      const nth = publicPages.map(inLanguage).indexOf(path);
      if (nth >= 0) await checkOpened(page, language, nth);
      if (path === "/sign-in") await check(page);
    }
    expect(publicPages.map(inLanguage).filter((path) => !seen.has(path))).toEqual([]);
    expect(wrong).toEqual([]);
    await expectNoCookie(page);
  });

const isReceipt = ({ text }: ParsedMail) => /\/manage\/[A-Za-z0-9_-]{50}/.test(text ?? "");

async function saysWho(page: Page, email: string) {
  await page.locator("#name").fill("Ana Ejemplo");
  await page.locator("#email").fill(email);
  await page.locator("#country").selectOption("MX");
}

/** How a Spanish signer, pledger and writer begin, and how many pages they see after. */
const journeys: { what: string; pages: number; fillIn: (page: Page, email: string) => Promise<void> }[] = [
  {
    what: "signature",
    pages: 4,
    async fillIn(page, email) {
      await page.goto("/es/c/microsoft-ice");
      await saysWho(page, email);
      await page.locator("#consent_sign").check();
      await page.locator(".sign-form .btn.act").click();
    },
  },
  {
    what: "pledge",
    pages: 6,
    async fillIn(page, email) {
      await page.goto("/es/c/microsoft-ice/pledge");
      await page.locator("[name=way][value=broker]").click();
      await saysWho(page, email);
      await page.locator("#shares").fill("12");
      await page.locator("[name=held_on_record_date][value=yes]").check();
      await openAll(page);
      await page.locator("input[name=willing][value=cofile]").check();
      await page.locator("#consent_contact").check();
      await page.locator("#consent_pledge").check();
      await page.locator(".pledge-form .btn.act").click();
    },
  },
  {
    what: "letter",
    pages: 3,
    async fillIn(page, email) {
      await page.goto("/es/c/microsoft-ice/letter");
      await saysWho(page, email);
      await page.locator("#body").fill(`${"Una palabra larga: ".repeat(40)}${"w".repeat(120)}`);
      await page.locator("[name=step][value=preview]").first().click();
      await openAll(page);
      await check(page);
      await page.locator("#consent_letter").check();
      await page.locator("#consent_deliver").check();
      await page.locator(".send .btn.act").click();
    },
  },
];

for (const { what, pages, fillIn } of journeys)
  test(`pages that the emails of a ${what} link to are accessible and in one language, as its emails are`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(process.env.FULL ? 3_600_000 : 240_000);
    await openTheMeeting();
    const wrong = await watch(page, baseURL ?? "");
    const seen: string[] = [];
    /** Checks the page in both languages; leaves it open. */
    const visit = async () => {
      const { pathname } = new URL(page.url());
      seen.push(pathname.split("/").slice(0, -1).join("/"));
      for (const language of ["en", "es"] as const) {
        const path = language === "en" ? pathname.replace(/^\/es/, "") : pathname;
        expect((await page.goto(path, { waitUntil: "load" }))?.status(), path).toBe(200);
        wrong.push(...(await englishOn(page)));
        await checkOpened(page, language, seen.length);
      }
    };
    const follow = async (mail: ParsedMail, kind: string) => {
      wrong.push(...englishIn(`${mail.subject}\n${mail.text}`));
      await page.goto(linkIn(mail, kind));
      await visit();
    };

    const email = anAddress();
    await fillIn(page, email);
    await expect(page).toHaveURL(/check-your-inbox\?for=/);
    const asked = await mailTo(email);
    await follow(asked, "confirm");
    await page.locator("main form .btn.act").click();
    await expect(page).toHaveURL(/\/thanks\//);
    await visit();
    if (what === "signature") await follow(asked, "confirm");
    await follow(await mailTo(email, isReceipt), "manage");
    if (what === "pledge") {
      await page.locator("a[href*='/pledge/']").first().click();
      await visit();
      await awaitReminder(email);
      const reminder = await mailTo(email, ({ attachments }) => attachments.length > 0);
      await follow(reminder, "voted");
      await follow(reminder, "unsubscribe");
    }
    expect(seen).toHaveLength(pages);
    expect(wrong).toEqual([]);
    await expectNoCookie(page);
  });
