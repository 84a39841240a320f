import { checkConsole, openAll } from "./accessible.ts";
import { anOrganizer, expect, reauthenticate, test } from "./fixtures.ts";

const base = "/organize/c/microsoft-ice";

test("an organizer makes a token, uses it, and ends it, on accessible pages", async ({ page, request }) => {
  test.setTimeout(120_000);
  const organizer = await anOrganizer(page);
  await page.goto(`${base}/tokens`);
  const name = `Alarm ${Date.now()}`;
  await page.getByRole("button", { name: "Create the token" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose what it may do");
  await page.getByLabel("What it is for").fill(name);
  await page.getByLabel("Read the queues").check();
  await page.getByRole("button", { name: "Create the token" }).click();
  await reauthenticate(page, organizer);
  await expect(page.getByRole("heading", { name: `“${name}” is created` })).toBeVisible();
  await checkConsole(page);
  const token = await page.getByLabel("The token", { exact: true }).inputValue();
  const authorization = { headers: { authorization: `Bearer ${token}` } };
  const address = "/api/v1/organizer/campaigns/microsoft-ice/queues";
  expect((await request.get(address, authorization)).status()).toBe(200);

  await page.goto(`${base}/tokens`);
  expect(await page.content()).not.toContain(token);
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText(new Date().toISOString().slice(0, 10));
  await row.getByText("Revoke", { exact: true }).click();
  await row.getByRole("button", { name: "Revoke this token" }).click();
  await expect(page.getByRole("status")).toContainText("The token is revoked");
  expect((await request.get(address, authorization)).status()).toBe(401);
  await page.goto(base);
  await openAll(page);
  await checkConsole(page);
});

test("the overview updates itself, pauses while hidden, and survives errors", async ({ page }) => {
  test.setTimeout(120_000);
  await anOrganizer(page);
  let asked = 0;
  let answer: "more" | "broken" | "gone" = "more";
  await page.route("**/overview.json*", async (route) => {
    asked++;
    if (answer === "broken")
      return route.fulfill({ contentType: "text/html", body: "Sign in to the network" });
    if (answer === "gone") return route.fulfill({ status: 302, headers: { location: "/sign-in" } });
    const figures = await (await route.fetch()).json();
    figures.board.counts.signatures = 4_321_987;
    return route.fulfill({ json: figures });
  });
  await page.clock.install();
  await page.goto(base);
  await expect(page.getByText("Updates automatically")).toBeVisible();
  await page.clock.fastForward(16_000);
  await expect(page.getByText("4,321,987").first()).toBeVisible();

  answer = "broken";
  await page.clock.fastForward(16_000);
  await expect(page.getByText("Could not refresh.")).toBeVisible();
  await expect(page.getByText("4,321,987").first()).toBeVisible();
  answer = "gone";
  await page.clock.fastForward(31_000);
  await expect.poll(() => asked).toBe(3);
  await expect(page.getByText("Could not refresh.")).toBeVisible();
  answer = "more";
  await page.clock.fastForward(61_000);
  await expect(page.getByText("Updates automatically")).toBeVisible();

  const before = asked;
  await page.evaluate(() => Object.defineProperty(document, "hidden", { value: true, configurable: true }));
  await page.clock.fastForward(60_000);
  expect(asked).toBe(before);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: false, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect.poll(() => asked).toBe(before + 1);
  await page.unrouteAll({ behavior: "wait" });
});
