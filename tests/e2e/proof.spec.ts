import type { Page } from "@playwright/test";
import { anAddress, expect, fillSignForm, linkIn, mailTo, test } from "./fixtures.ts";

/** Sends more forms from one address than people do; an incomplete one does no harm. */
async function raiseRisk(page: Page) {
  const headers = { origin: process.env.E2E_URL ?? "" };
  const post = () =>
    page.request.post("/c/microsoft-ice/sign", { form: { name: "" }, headers }).catch(() => null);
  for (let batch = 0; batch < 35; batch++) await Promise.all(Array.from({ length: 10 }, post));
}

test("under attack a signature is sent automatically or by button, as always", async ({
  page,
  javaScriptEnabled,
}) => {
  test.slow();
  await raiseRisk(page);
  const email = anAddress();
  await page.goto("/c/microsoft-ice");
  await fillSignForm(page, email, "Petra Proof");
  await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
  if (javaScriptEnabled === false) {
    await expect(page.getByRole("heading", { name: "One moment: checking your browser" })).toBeVisible();
    await expect(page.getByText("An organizer may review your signature before it counts")).toBeVisible();
    await page.getByRole("button", { name: "Sign without the calculation" }).click();
  }
  // The calculation's time depends on the machine.
  await expect(page).toHaveURL(/\/c\/microsoft-ice\/check-your-inbox\?for=/, { timeout: 40_000 });
  await page.goto(linkIn(await mailTo(email), "confirm"));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  await expect(page.locator("h1 + .standfirst")).toHaveText("Your signature is counted.");
});
