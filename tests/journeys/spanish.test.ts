import { expect, test } from "vitest";
import { campaign, confirmPage, manageLinkOf } from "#tests/support/journeys.ts";
import { anAddress, aSite, waitForMail } from "#tests/support/site.ts";
import { Visitor } from "#tests/support/visitor.ts";

const site = await aSite({ TRUST_PROXY: "1" });

test("someone reads, signs, confirms and sees what is held, all in Spanish", async () => {
  const visitor = new Visitor(site);
  const email = anAddress();
  const page = await (await visitor.open(campaign)).in(".mast").follow(/^Español/);
  expect([page.url.pathname, page.language]).toEqual(["/es/c/microsoft-ice", "es"]);
  expect(page.heading).toBe("Microsoft: fin a todos los acuerdos con ICE");
  page.fill({ Nombre: "Ana Ejemplo", "Correo electrónico": email, País: "México" });
  const inbox = await page.check(/^Firmo/).press("Firmar la petición");
  expect(inbox.heading).toBe("Revise su correo");

  const mail = await waitForMail(site, email);
  expect(mail.subject).toBe("Falta un paso: confirme su firma");
  expect(mail.html).toContain('lang="es"');
  const confirm = await confirmPage(site, visitor, email);
  expect(confirm.in(".signed-text").text).toContain("Quien suscribe pide a Microsoft que");
  expect((await confirm.press("Confirmar mi firma")).heading).toMatch(/^Gracias, \S/);
  expect((await visitor.open(await manageLinkOf(site, email))).heading).toBe("Sus datos");
});

test("a form with errors keeps what was typed in another language, and signs nothing", async () => {
  const page = await new Visitor(site).open(campaign);
  page.fill({ Name: "Ana Sample", Email: "ana@example" });
  const again = await page.press("Sign the petition", { asOldBrowser: true });
  expect(again.alert).toContain("Add the end");
  const spanish = await again.press(/español/i);
  expect(spanish.language).toBe("es");
  expect(spanish.alert).toContain("Agregue el final de la dirección");
  expect(spanish.value("Nombre")).toBe("Ana Sample");
  expect(spanish.value("Correo electrónico")).toBe("ana@example");

  const email = anAddress();
  spanish.fill({ "Correo electrónico": email, País: "Estados Unidos" }).check(/^Firmo/);
  const english = await spanish.press(/English/);
  expect(english.heading).toBe("Sign the petition");
  expect(english.value("Email")).toBe(email);
  expect((await english.press("Sign the petition")).heading).toBe("Check your inbox");
});

test("an unsent form keeps its content in another language", async () => {
  const visitor = new Visitor(site);
  const page = await visitor.open(campaign);
  page.fill({ Name: "Ana Sample" }).check(/^Send me updates/);
  const spanish = await page.in(".sign-form").press(/español/i);
  expect([spanish.language, spanish.alert]).toEqual(["es", ""]);
  expect(spanish.title).not.toMatch(/^Error/);
  expect(spanish.value("Nombre")).toBe("Ana Sample");
  expect(spanish.isChecked(/actualizaciones|novedades/i)).toBe(true);
  expect((await spanish.press(/English/)).value("Name")).toBe("Ana Sample");

  const letter = await visitor.open(`${campaign}/letter`);
  letter.fill({ Country: "Mexico" });
  const carta = await letter.in(".letter-form").press(/español/i);
  expect(carta.value("País")).toBe("México");
  // If nothing is filled in, the link leads to the page itself.
  expect((await letter.in(".mast").follow(/^Español/)).url.pathname).toBe("/es/c/microsoft-ice/letter");
});

test("no page in Spanish names the campaign in English", async () => {
  const visitor = new Visitor(site);
  const pages =
    "/petition /sources /updates /pledge /pledges /letter /letters /co-file /transparency /embed /widget /check-your-inbox /resend";
  for (const page of ["", ...pages.split(" ")]) {
    const { status, bytes } = await visitor.open(`/es${campaign}${page}`);
    expect([page, status, bytes.includes("Microsoft: end all agreements")]).toEqual([page, 200, false]);
  }
});
