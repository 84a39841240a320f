import { expect, test } from "@playwright/test";

for (const [path, one, many] of [
  ["/c/microsoft-ice", "1 person has signed", "2 people have signed"],
  ["/es/c/microsoft-ice/widget/counter", "1 persona firmó", "2 personas firmaron"],
] as const) {
  test(`the count of ${path} updates in the plural form of each number`, async ({ browser, baseURL }) => {
    const page = await (
      await browser.newContext({ baseURL: process.env.E2E_URL ?? baseURL ?? "" })
    ).newPage();
    let signatures = 1;
    await page.clock.install();
    await page.route("**/count.json", (route) => route.fulfill({ json: { signatures } }));
    await page.goto(path);
    for (const [number, message] of [
      [1, one],
      [2, many],
      [1, one],
    ] as const) {
      signatures = number;
      await page.clock.runFor(15_000);
      await expect(page.locator(".count").filter({ visible: true }).first()).toHaveText(message);
    }
    await page.context().close();
  });
}

test("an unreadable count is polled less often, and at once when its tab shows", async ({
  browser,
  baseURL,
}) => {
  const page = await (await browser.newContext({ baseURL: process.env.E2E_URL ?? baseURL ?? "" })).newPage();
  let asked = 0;
  let status = 503;
  await page.addInitScript(() => {
    const ask = window.fetch;
    window.fetch = (...request) => {
      const answer = ask(...request);
      Object.assign(window, { answered: answer.then(() => {}) });
      return answer;
    };
  });
  await page.clock.install();
  await page.route("**/count.json", (route) => {
    asked += 1;
    return route.fulfill({ status, json: { signatures: 2 } });
  });
  await page.goto("/c/microsoft-ice");
  const turns = async (times: number) => {
    for (let n = 0; n < times; n++) {
      await page.clock.fastForward(15_000);
      await page.evaluate(() => (window as { answered?: Promise<void> }).answered);
    }
  };
  // Half an hour: 120 turns of 15 s.
  await turns(120);
  expect(asked).toBeGreaterThan(5);
  expect(asked).toBeLessThan(15);
  const before = asked;
  status = 200;
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await expect.poll(() => asked).toBe(before + 1);
  await expect(page.locator(".count").filter({ visible: true }).first()).toHaveText("2 people have signed");
  await turns(4);
  expect(asked).toBe(before + 5);
  await page.context().close();
});
