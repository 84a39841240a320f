import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { anAddress, expect, fillSignForm, mailTo, test } from "./fixtures.ts";

/** Opens a page at another origin with the embed code in it. */
async function openNewspaper(page: Page, site: string, which: "form" | "counter") {
  await page.goto("/c/microsoft-ice/embed");
  const lines = (await page.locator(`#embed-${which}`).textContent()) ?? "";
  expect(lines).toContain(`${site}/c/microsoft-ice/widget`);
  const server = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><title>A newspaper</title><h1>A newspaper</h1>${lines.replace("YOUR-SITE", "newspaper")}`,
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return () => server.close();
}

test("someone signs on a newspaper's page, and confirms on ours", { tag: "@sight" }, async ({
  page,
  baseURL,
  context,
}) => {
  const close = await openNewspaper(page, baseURL ?? "", "form");
  const frame = page.frameLocator("iframe");
  const email = anAddress();
  await fillSignForm(frame, email);
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    frame.getByRole("button", { name: "Sign the petition" }).click(),
  ]);
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Check your inbox");
  await expect(page.getByRole("heading", { name: "A newspaper" })).toBeVisible();
  await mailTo(email);
  expect(await context.cookies()).toEqual([]);
  close();
});

test("mistakes come back in the new tab, with what was typed", async ({ page, baseURL, context }) => {
  const close = await openNewspaper(page, baseURL ?? "", "form");
  const frame = page.frameLocator("iframe");
  await frame.locator(".sign-form").evaluate((form) => form.setAttribute("novalidate", ""));
  await frame.getByLabel("Name", { exact: true }).fill("Ana Sample");
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    frame.getByRole("button", { name: "Sign the petition" }).click(),
  ]);
  await expect(tab.getByRole("alert")).toContainText("Nothing you typed is lost");
  await expect(tab.getByLabel("Name", { exact: true })).toHaveValue("Ana Sample");
  close();
});

test("a frame fits its content with scripts, and scrolls without", { tag: "@sight" }, async ({
  page,
  baseURL,
  javaScriptEnabled,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const close = await openNewspaper(page, baseURL ?? "", "form");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("button", { name: "Sign the petition" })).toBeAttached();
  const height = async () => (await page.locator("iframe").boundingBox())?.height ?? 0;
  if (javaScriptEnabled) {
    const whole = await frame.locator("body").evaluate((body) => body.getBoundingClientRect().height);
    await expect.poll(height).toBeGreaterThanOrEqual(whole);
    await frame.locator("summary").first().click();
    await expect.poll(height).toBeGreaterThan(whole + 100);
  } else {
    expect(await height()).toBe(900);
    await expect(page.getByRole("link", { name: /Sign “Microsoft/ })).toBeVisible();
  }
  close();
});

test("the count leads to the form on our page, with its source where scripts run", { tag: "@sight" }, async ({
  page,
  baseURL,
  context,
  javaScriptEnabled,
}) => {
  const close = await openNewspaper(page, baseURL ?? "", "counter");
  const frame = page.frameLocator("iframe");
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    frame.getByRole("link", { name: "Sign the petition" }).click(),
  ]);
  await expect(tab).toHaveURL(
    javaScriptEnabled ? /\/c\/microsoft-ice\?source=newspaper#sign$/ : /\/c\/microsoft-ice#sign$/,
  );
  close();
});

test("a fitting frame has no scrollbar and logs nothing in its host", async ({ page, baseURL }) => {
  const messages: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  for (const which of ["form", "counter"] as const) {
    await page.setViewportSize({ width: 390, height: 1400 });
    const close = await openNewspaper(page, baseURL ?? "", which);
    const hidden = () =>
      page
        .frameLocator("iframe")
        .locator("html")
        .evaluate((html) => html.scrollHeight - html.clientHeight);
    await expect.poll(hidden, which).toBe(0);
    close();
  }
  expect(messages).toEqual([]);
});

test("on a phone the lines to copy are seen whole", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/c/microsoft-ice/embed");
  const cut = await page
    .locator(".snippet pre")
    .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  expect(cut).toEqual([0, 0]);
});
