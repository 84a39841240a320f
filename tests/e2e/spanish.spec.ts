import { anAddress, expect, linkIn, mailTo, test } from "./fixtures.ts";

test("someone reads, signs, confirms and sees what is held, all in Spanish", { tag: "@journey" }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const email = anAddress();
  await page.goto("/c/microsoft-ice");
  await page.getByRole("link", { name: /Español/ }).click();
  await expect(page).toHaveURL(/\/es\/c\/microsoft-ice$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Microsoft: fin a todos los acuerdos con ICE",
  );

  const languages = await page
    .locator("link[hreflang]")
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute("hreflang"), new URL((link as HTMLLinkElement).href).pathname]),
    );
  expect(languages).toEqual([
    ["en", "/c/microsoft-ice"],
    ["es", "/es/c/microsoft-ice"],
    ["x-default", "/c/microsoft-ice"],
  ]);

  await page.getByLabel("Nombre", { exact: true }).fill("Ana Ejemplo");
  await page.getByLabel("Correo electrónico", { exact: true }).fill(email);
  await page.getByLabel("País", { exact: true }).selectOption({ label: "México" });
  await page.locator("#consent_sign").check();
  await page.locator(".sign-form").getByRole("button", { name: "Firmar la petición" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revise su correo");

  const mail = await mailTo(email);
  expect(mail.subject).toBe("Falta un paso: confirme su firma");
  expect(mail.text?.replace(/\s+/g, " ")).toContain(
    "Gracias por firmar la petición “Microsoft: fin a todos los acuerdos con ICE”",
  );
  expect(mail.html).toContain('lang="es"');
  await page.goto(linkIn(mail, "confirm"));
  await expect(page.locator(".signed-text")).toContainText("Quien suscribe pide a Microsoft que");
  await page.getByRole("button", { name: "Confirmar mi firma" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Gracias, \S/);

  const receipt = await mailTo(email, ({ text }) => /\/manage\/[A-Za-z0-9_-]{50}/.test(text ?? ""));
  expect(receipt.subject).toMatch(/^La suya es la firma número \d[\d.,]*\. Gracias$/);
  await page.goto(linkIn(receipt, "manage"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sus datos");
});

test("an unsent form keeps its content in another language", async ({ page }) => {
  const change = (name: RegExp) => page.locator(".mast").getByRole("link", { name }).click();
  const inSpanish = async () => {
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page).not.toHaveTitle(/^Error/);
  };
  await page.goto("/c/microsoft-ice");
  await page.getByLabel("Name", { exact: true }).fill("Ana Sample");
  await page.locator("#consent_updates").check();
  await change(/español/i);
  await inSpanish();
  await expect(page.getByLabel("Nombre", { exact: true })).toHaveValue("Ana Sample");
  await expect(page.locator("#consent_updates")).toBeChecked();
  await change(/English/);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ana Sample");

  await page.goto("/c/microsoft-ice/letter");
  await page.locator("#country").selectOption("MX");
  await change(/español/i);
  await inSpanish();
  await expect(page.locator("#country")).toHaveValue("MX");

  // If nothing is filled in, the link leads to the page itself.
  await page.goto("/c/microsoft-ice/letter");
  await page
    .locator(".mast")
    .getByRole("link", { name: /Español/ })
    .click();
  await expect(page).toHaveURL(/\/es\/c\/microsoft-ice\/letter$/);
});

test("a browser that prefers Spanish is offered it once; nothing moves or is stored here", async ({
  browser,
  baseURL,
}) => {
  const open = async (locale: string) => {
    const context = await browser.newContext({ baseURL: baseURL ?? "", locale });
    const page = await context.newPage();
    await page.goto("/c/microsoft-ice", { waitUntil: "networkidle" });
    return { context, page, offer: page.getByRole("link", { name: "Leer esta página en español" }) };
  };
  const { context, page, offer } = await open("es-MX");
  await expect(offer).toBeVisible();
  const moved = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({
          type: "layout-shift",
          buffered: true,
        });
        setTimeout(() => resolve(0), 200);
      }),
  );
  expect(moved).toBe(0);
  expect(await context.cookies()).toEqual([]);
  await page.getByRole("button", { name: "No, gracias" }).click();
  await expect(offer).toBeHidden();
  await page.goto("/c/microsoft-ice/pledge", { waitUntil: "networkidle" });
  await expect(offer).toBeHidden();
  await context.close();

  const another = await open("es");
  await another.offer.click();
  await expect(another.page).toHaveURL(/\/es\/c\/microsoft-ice$/);
  await another.context.close();

  const english = await open("en-US");
  await expect(english.offer).toBeHidden();
  await english.context.close();
});
