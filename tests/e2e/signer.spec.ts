import { check } from "./accessible.ts";
import { anAddress, aSigner, expect, fillSignForm, linkIn, mailTo, test } from "./fixtures.ts";

test("someone reads the case, signs on a phone, confirms by mail and is counted", {
  tag: "@journey",
}, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const email = anAddress();
  await page.goto("/?source=journey");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Microsoft: end all agreements with ICE");
  await page.locator(".case .bar").getByRole("link", { name: "Sign the petition" }).click();
  await fillSignForm(page, email);
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your inbox");

  await page.goto(linkIn(await mailTo(email), "confirm"));
  await expect(page.getByText("Ana Sample")).toBeVisible();
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you, Ana Sample");
  await expect(page.locator(".code")).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
});

test("on a laptop name, address and button are in the first screen", { tag: "@sight" }, async ({ page }) => {
  for (const height of [800, 720])
    for (const language of ["", "/es"]) {
      await page.setViewportSize({ width: 1280, height });
      await page.goto(`${language}/c/microsoft-ice`);
      for (const part of ["#name", "#email", "#country", ".btn.act"])
        await expect(page.locator(`.sign-form ${part}`), `${height} px ${language} ${part}`).toBeInViewport({
          ratio: 1,
        });
    }
});

test("a form with mistakes says what to do and keeps what was typed", { tag: "@sight" }, async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto("/c/microsoft-ice");
  await page.locator(".sign-form").evaluate((form) => form.setAttribute("novalidate", ""));
  await page.getByLabel("Name", { exact: true }).fill("Ana Sample");
  await page.getByLabel("Email", { exact: true }).fill("ana@example");
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();

  const summary = page.getByRole("alert");
  await expect(summary).toContainText("Nothing you typed is lost");
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ana Sample");
  await summary.getByRole("link", { name: /end of the address/ }).click();
  await expect(page.getByLabel("Email", { exact: true })).toBeFocused();
  if (javaScriptEnabled) await check(page);
});

test("a signer withdraws, and then erases everything", { tag: "@journey" }, async ({ page }) => {
  const { manage } = await aSigner(page);
  await page.goto(manage);
  await page.getByRole("button", { name: "Withdraw my signature" }).click();
  await expect(page.getByRole("status")).toContainText("no longer counts");

  await page.getByLabel("I understand that this cannot be undone").check();
  await page.getByRole("button", { name: "Erase all my data" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("All your data is erased");
  await page.goto(manage);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link doesn’t work");
});

test("the link is passed on by what the device has for it", async ({ page }) => {
  await page.addInitScript(() => {
    const receiver = window as unknown as { shared?: ShareData | undefined };
    navigator.share = async (data) => {
      receiver.shared = data;
    };
  });
  await page.goto("/c/microsoft-ice");
  await page.getByText("Ask someone you know to sign").click();
  const device = page.getByRole("button", { name: "Share", exact: true });
  await device.click();
  const shared = await page.evaluate(() => (window as unknown as { shared?: ShareData }).shared);
  expect(shared?.url).toMatch(/\/c\/microsoft-ice\?source=share$/);
});

test("a signer is thanked by name and count, and edits the message to share", async ({ page }) => {
  const email = anAddress();
  await page.goto("/c/microsoft-ice");
  await fillSignForm(page, email);
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
  await expect(page.locator("dl")).toContainText(email);
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Thank you, \S/);
  await expect(page.locator(".tally .count")).toHaveText(/\d.*signed/);

  const ways = page.locator("main .share").locator("a:visible");
  await expect(ways).toHaveText(["WhatsApp", "Text message", "Copy the link"]);
  const message = page.getByLabel("Your message");
  const whatsapp = page.getByRole("link", { name: "WhatsApp" });
  await message.fill("Read & sign: it’s 100 % worth it");
  const href = new URL((await whatsapp.getAttribute("href")) ?? "");
  expect(href.searchParams.get("text")).toMatch(
    /^Read & sign: it’s 100 % worth it https?:\S+\/c\/microsoft-ice\?source=whatsapp$/,
  );
  await page.getByText("More ways to share").click();
  await expect(page.locator("#for-signal")).toContainText("it’s 100 % worth it");
});
