import type { Page } from "@playwright/test";
import { anAddress, expect, linkIn, mailTo, test } from "#tests/e2e/fixtures.ts";
import { inDatabase } from "#tests/e2e/in-database.ts";
import { awaitReminder, openTheMeeting, publishEarlier } from "#tests/e2e/meeting.ts";
import { aHandedOver } from "#tests/support/handed-over.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";
import { openAll, picture as pictureOf } from "./picture.ts";

const languages = [
  { language: "en", prefix: "" },
  { language: "es", prefix: "/es" },
];
const campaign = "/c/microsoft-ice";

test.describe.configure({ mode: "default" });

/** Public pages are also taken on the narrowest phones. */
const picture = (page: Page, area: string, name: string) => pictureOf(page, area, name, [320, 390, 1280]);

/** A public letter. */
let letter = "";

test.beforeAll(async () => {
  await openTheMeeting();
  await publishEarlier(new Date("2026-09-07T09:00:00Z"));
  letter = await inDatabase(async (db, of) => {
    const day = 24 * 3600_000;
    for (const [at, name] of ["Ada Sample", "Björn Åberg", "Chidi Okafor", "Dolores Ejemplo"].entries())
      await aStoredSignature(db, of, {
        name,
        display: "public",
        listed: true,
        consents: ["sign", "public_name"],
        textVersion: "2027-01",
        comment: "People I know are afraid to go to work.",
        signedAt: new Date(Date.now() - at * day),
      });
    const startedAt = new Date(Date.now() - day);
    await anUpdate(db, of, {
      ...approved,
      state: "sent",
      startedAt,
      preparedAt: startedAt,
      finishedAt: startedAt,
      subject: "What 1,400 terabytes do and do not tell us",
      body: `Three newsrooms report, from leaked files, that the data ICE keeps in Microsoft’s cloud grew from about 400 terabytes in July 2025 to nearly 1,400 in January 2026.

## What the number tells us

In half a year the agency came to keep more than three times as much there.

## What it does not

The documents do not say *what* the data is, nor whether it serves surveillance or other work. We say so beside the number, and will until somebody knows more.`,
      others: [
        {
          locale: "es",
          subject: "Qué nos dicen y qué no nos dicen 1,400 terabytes",
          body: `Tres redacciones publican, a partir de archivos filtrados, que los datos que ICE guarda en la nube de Microsoft pasaron de unos 400 terabytes en julio de 2025 a casi 1,400 en enero de 2026.

## Qué nos dice el número

En medio año la agencia llegó a guardar allí más del triple.

## Qué no nos dice

Los documentos no dicen *qué* son los datos, ni si sirven para la vigilancia o para otras tareas. Lo decimos junto al número, y así seguirá mientras no se sepa más.`,
        },
      ],
    });
    const published = { publication: "published", display: "public", name: "Maren Lindqvist" } as const;
    const { id, publicId } = await aLetter(db, of, {
      ...published,
      body: "I write because my street has changed.",
    });
    await aHandedOver(db, of, { letterIds: [id] });
    return publicId;
  });
});

const pages = {
  home: "/",
  case: campaign,
  sources: `${campaign}/sources`,
  petition: `${campaign}/petition`,
  "check-your-inbox": `${campaign}/check-your-inbox`,
  updates: `${campaign}/updates`,
  signers: `${campaign}/signers`,
  voices: `${campaign}/voices`,
  pledge: `${campaign}/pledge`,
  pledges: `${campaign}/pledges`,
  "co-file": `${campaign}/co-file`,
  letter: `${campaign}/letter`,
  letters: `${campaign}/letters`,
  "letters-reported": `${campaign}/letters/reported`,
  transparency: `${campaign}/transparency`,
  embed: `${campaign}/embed`,
  widget: `${campaign}/widget`,
  "widget-counter": `${campaign}/widget/counter`,
  privacy: "/privacy",
  "campaign-privacy": `${campaign}/privacy`,
  accessibility: "/accessibility",
  manage: "/manage",
  "not-found": "/nowhere",
};

for (const { language, prefix } of languages) {
  test(`public pages in ${language}`, async ({ page }) => {
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(prefix + path);
      await picture(page, "public", `${name}.${language}`);
    }
    await page.goto(prefix + campaign);
    await openAll(page);
    await picture(page, "public", `case-opened.${language}`);
    await page.goto(`${prefix}${campaign}/updates`);
    await page.locator("main a[href*='/updates/']").first().click();
    await picture(page, "public", `update.${language}`);
    await page.goto(`${prefix}${campaign}/letters/${letter}`);
    await picture(page, "public", `letter-read.${language}`);
    // Forms without a page of their own, as returned with errors.
    await openAll(page);
    await returned(page, "form[action$='/report']");
    await picture(page, "public", `letter-read-report.${language}`);
    await page.goto(`${prefix}${campaign}/check-your-inbox`);
    await openAll(page);
    await returned(page, "form[action$='/resend']");
    await picture(page, "public", `resend.${language}`);
    // Sent from another site.
    const { origin } = new URL(page.url());
    await page.goto("about:blank");
    await page.setContent(
      `<form method="post" action="${origin}${prefix}${campaign}/sign"><button>Go</button>`,
    );
    await page.getByRole("button").click();
    await page.waitForURL(/sign$/);
    await picture(page, "public", `refused.${language}`);
  });

  test(`signing in ${language}`, async ({ page }) => {
    const email = anAddress();
    await page.goto(prefix + campaign);
    await page.locator(".sign-form").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.locator(".sign-form button[type=submit]").first().click();
    await picture(page, "signing", `error.${language}`);
    await page.goto(prefix + campaign);
    await page.locator(".in-other button").first().click();
    await picture(page, "signing", `from-${language}`);
    await page.goto(prefix + campaign);
    await fill(page, email);
    await page.locator("#consent_sign").check();
    await page.locator(".sign-form button[type=submit]").first().click();
    await picture(page, "signing", `inbox.${language}`);
    await confirmed(page, "signing", email, language);
    const receipt = await receiptTo(email);
    await page.goto(receipt);
    await picture(page, "signing", `held.${language}`);
    await openAll(page);
    await picture(page, "signing", `held-opened.${language}`);
  });

  test(`pledging in ${language}`, async ({ page }) => {
    const email = anAddress();
    await page.goto(`${prefix}${campaign}/pledge`);
    await page.locator("#way").click();
    await fill(page, email);
    await picture(page, "pledging", `second-step.${language}`);
    await page.locator(".pledge-form").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.locator(".pledge-form .btn.act").last().click();
    await picture(page, "pledging", `error.${language}`);
    await page.locator("#shares").fill("12.5");
    await page.locator("main form input[type=radio][value=yes]").first().check();
    await page.locator("main form input[type=radio][name^=intention_][value=for]").first().check();
    await page.locator("#consent_pledge").check();
    await page.locator(".pledge-form .btn.act").last().click();
    await confirmed(page, "pledging", email, language);
    await page.goto(await receiptTo(email));
    await picture(page, "pledging", `held.${language}`);
    await page.locator("a[href*='/voted/']").first().click();
    await picture(page, "pledging", `voted.${language}`);
    await awaitReminder(email);
    const reminder = await mailTo(email, ({ text }) => /\/unsubscribe\//.test(text ?? ""));
    await page.goto(linkIn(reminder, "unsubscribe"));
    await picture(page, "pledging", `unsubscribe.${language}`);
  });

  test(`writing in ${language}`, async ({ page }) => {
    const email = anAddress();
    await page.goto(`${prefix}${campaign}/letter`);
    await fill(page, email);
    await page
      .locator("#body")
      .fill("I write because my street has changed, and I have bought your products for years.");
    await page.locator("main form button[value=preview]").first().click();
    await picture(page, "writing", `preview.${language}`);
    await page.locator("#consent_letter").check();
    await page.locator("#consent_deliver").check();
    await page.locator(".send button[type=submit]").first().click();
    await confirmed(page, "writing", email, language);
    await page.goto(await receiptTo(email));
    await picture(page, "writing", `held.${language}`);
  });
}

/** Sends a form unchanged, without the browser's checks. */
async function returned(page: Page, form: string) {
  await page.locator(form).evaluate((one) => one.setAttribute("novalidate", ""));
  await page.locator(`${form} button[type=submit]`).first().click();
  await page.locator(".summary, [role=alert]").first().waitFor();
}

async function fill(page: Page, email: string) {
  await page.locator("input[name=name]").first().fill("Ana Sample");
  await page.locator("input[name=email]").first().fill(email);
  await page.locator("select[name=country]").first().selectOption("US");
}

/** The page behind the emailed link, and the one its button leads to. */
async function confirmed(page: Page, area: string, email: string, language: string) {
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await picture(page, area, `confirm.${language}`);
  await page.locator("main form .btn").first().click();
  await expect(page).toHaveURL(/thanks/);
  await picture(page, area, `thanks.${language}`);
}

const receiptTo = async (email: string) =>
  linkIn(await mailTo(email, ({ text }) => /\/manage\/[A-Za-z0-9_-]{50}/.test(text ?? "")), "manage");
