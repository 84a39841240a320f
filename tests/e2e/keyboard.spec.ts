import type { Locator, Page } from "@playwright/test";
import { anAddress, anOrganizer, expect, linkIn, mailTo, test } from "./fixtures.ts";
import { openTheMeeting } from "./meeting.ts";

/**
 * Presses Tab until `wanted` has the focus. Every stop must be visible and after the previous one; a page
 * that was just opened may be drawn as focused a moment later.
 */
async function tabTo(page: Page, wanted: Locator) {
  for (let stops = 0; stops < 60; stops++) {
    const before = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press("Tab");
    const findProblem = (last: Element | null) => {
      const now = document.activeElement;
      if (!now || now === document.body) return "nothing has the focus";
      const name = `${now.tagName} ${now.id} ${now.textContent?.trim().slice(0, 30)}`;
      const seen = [now, now.nextElementSibling, now.parentElement].some((one) => {
        const style = one && getComputedStyle(one);
        return style && style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
      });
      // A month input with its picker has several stops: the browser shows the focused part.
      const isPart = last === now;
      const { top, bottom, width, height } = now.getBoundingClientRect();
      const inView = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
      const follows =
        !last ||
        last === document.body ||
        last === now ||
        Boolean(last.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
      const problem = !(seen || isPart)
        ? "shows no focus"
        : !inView
          ? "is out of view"
          : !follows
            ? "comes too early"
            : null;
      return problem && `${name} ${problem}`;
    };
    await expect.poll(() => page.evaluate(findProblem, before)).toBeNull();
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

/** Types into a field by id once Tab reaches it. One arrow key picks the first country. */
async function fillIn(page: Page, fields: Record<string, string>) {
  for (const [id, text] of Object.entries(fields)) {
    await tabTo(page, page.locator(`#${id}`));
    await page.keyboard.type(text);
  }
}

async function choose(page: Page, ...controls: Locator[]) {
  for (const control of controls) {
    await tabTo(page, control);
    await page.keyboard.press("Space");
    await expect(control).toBeChecked();
  }
}

async function press(page: Page, button: Locator) {
  await tabTo(page, button);
  await page.keyboard.press("Enter");
}

const isAt = (page: Page, heading: string) =>
  expect(page.getByRole("heading", { level: 1 })).toHaveText(heading, { useInnerText: true });

/** Blocks images: nothing needed is an image. */
const withoutPictures = (page: Page) =>
  page.route(/\.(png|jpe?g|svg|webp|gif)(\?|$)/, (route) =>
    route.fulfill({ contentType: "image/png", body: "" }),
  );

/** Autocomplete tokens, by the field's name. */
const tokens = { name: "name", email: "email", country: "country", postal_code: "postal-code" };
async function expectTokens(page: Page) {
  for (const [name, token] of Object.entries(tokens)) {
    for (const field of await page.locator(`main [name=${name}]:not([type=hidden])`).all())
      await expect(field, `${page.url()} ${name}`).toHaveAttribute("autocomplete", token);
  }
  expect(await page.locator("main [name=email]:not([type=hidden])").count()).toBeGreaterThan(0);
}

test("a signature works by keyboard and without pictures, up to the thanks", { tag: "@journey" }, async ({
  page,
}) => {
  await withoutPictures(page);
  const email = anAddress();
  await page.goto("/c/microsoft-ice");
  await expectTokens(page);
  await press(page, page.getByRole("link", { name: "Skip to the content" }));
  await fillIn(page, { name: "Ana Sample", email });
  await tabTo(page, page.locator("#country"));
  await page.keyboard.press("ArrowDown");
  await choose(page, page.locator("#consent_sign"));
  await press(page, page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }));
  await isAt(page, "Check your inbox");
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await press(page, page.getByRole("button", { name: "Confirm my signature" }));
  await expect(page.locator("h1 + .standfirst")).toHaveText("Your signature is counted.");
  await press(page, page.getByRole("button", { name: "Get my own link" }));
  await expect(page.getByRole("status").filter({ hasText: "These links are your own now." })).toBeVisible();
});

test("somebody pledges by the keyboard alone, from the first Tab to the thanks", async ({ page }) => {
  await openTheMeeting();
  const email = anAddress();
  await page.goto("/c/microsoft-ice/pledge");
  await press(page, page.locator("#way"));
  await expectTokens(page);
  await expect(page.locator("#shares")).toBeVisible();
  await fillIn(page, { shares: "12" });
  await choose(page, page.getByLabel("Yes", { exact: true }).first());
  await fillIn(page, { name: "Ada Sample", email });
  await choose(page, page.locator("#consent_pledge"));
  await press(page, page.getByRole("button", { name: "Pledge how I will vote" }));
  await isAt(page, "Check your inbox");
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await press(page, page.getByRole("button", { name: "Confirm my pledge" }));
  await expect(page.locator("h1 + .standfirst")).toHaveText("Your pledge is counted.");
});

test("somebody writes a letter by the keyboard alone, from the first Tab to the thanks", async ({ page }) => {
  const email = anAddress();
  await page.goto("/c/microsoft-ice/letter");
  await expectTokens(page);
  await fillIn(page, {
    body: `I write because my street has changed, and ${email} is mine.`,
    name: "Wanda Sample",
    email,
  });
  await tabTo(page, page.locator("#country"));
  await page.keyboard.press("ArrowDown");
  await choose(page, page.locator("#consent_letter"), page.locator("#consent_deliver"));
  await press(page, page.getByRole("button", { name: "Send my letter" }).last());
  await isAt(page, "Check your inbox");
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await press(page, page.getByRole("button", { name: "Confirm my letter" }));
  await expect(page.locator("h1 + .standfirst")).toContainText("Your letter is confirmed");
});

test("a form of the console that came back says so first in its title, until it is sent", async ({
  page,
}) => {
  await anOrganizer(page);
  await page.goto("/organize/c/microsoft-ice/team");
  await expect(page).not.toHaveTitle(/^Error: /);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page).toHaveTitle(/^Error: [^:]+$/);
  await page.getByRole("link", { name: "Overview" }).first().click();
  await expect(page).not.toHaveTitle(/^Error: /);
});
