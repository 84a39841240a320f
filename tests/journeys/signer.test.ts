import { expect, test } from "vitest";
import { aSigner, campaign, confirmPage, manageLinkOf, sendSignForm } from "#tests/support/journeys.ts";
import { anAddress, aSite, waitForMail } from "#tests/support/site.ts";
import { Visitor } from "#tests/support/visitor.ts";

const site = await aSite({ TRUST_PROXY: "1" });

test("someone reads the case, signs, confirms by mail, is thanked and counted", async () => {
  const visitor = new Visitor(site);
  const email = anAddress();
  const page = await visitor.open("/?source=journey");
  expect(page.heading).toBe("Microsoft: end all agreements with ICE");
  // No button that only scripts would answer.
  expect(page.texts("button")).toEqual(["Sign the petition", "En español"]);
  const ways = page.links(".share a[rel=noreferrer]");
  expect(ways).toHaveLength(9);
  for (const way of ways)
    expect(decodeURIComponent(way)).toMatch(/\/c\/microsoft-ice\?source=[a-z]+($|&text=)/);

  const inbox = await sendSignForm(page, email);
  expect(inbox.heading).toBe("Check your inbox");
  expect(inbox.text).toContain(email);
  const confirm = await confirmPage(site, visitor, email);
  expect(confirm.text).toContain("Ana Sample");
  const thanks = await confirm.press("Confirm my signature");
  expect(thanks.heading).toBe("Thank you, Ana Sample");
  expect(thanks.texts(".code")).toEqual([expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/)]);
  expect(thanks.in(".tally .count").text).toMatch(/\d.*signed/);
  expect(thanks.texts("main .share a").slice(0, 3)).toEqual(["WhatsApp", "Text message", "Copy the link"]);
  expect(thanks.has("Your message")).toBe(false);
});

test("a form with mistakes says what to do and keeps what was typed", async () => {
  const page = await new Visitor(site).open(campaign);
  const form = page.fill({ Name: "Ana Sample", Email: "ana@example" });
  const again = await form.press("Sign the petition", { asOldBrowser: true });
  expect(again.status).toBe(422);
  expect(again.title).toMatch(/^Error: /);
  expect(again.alert).toContain("Nothing you typed is lost");
  expect(again.value("Name")).toBe("Ana Sample");
  expect(again.error("Email")).toContain("Add the end of the address");
  expect(again.link(/end of the address/)).toBe("#email");
});

test("a slip in the address is asked about once", async () => {
  const local = `slip${Date.now()}`;
  const asked = await sendSignForm(await new Visitor(site).open(campaign), `${local}@gmial.com`);
  expect(asked.hasButton(`Keep ${local}@gmial.com`)).toBe(true);
  const inbox = await asked.press(`Use ${local}@gmail.com`);
  expect(inbox.heading).toBe("Check your inbox");
  await waitForMail(site, `${local}@gmail.com`);
});

test("a signer withdraws, and then erases everything", async () => {
  const visitor = new Visitor(site);
  const { email } = await aSigner(site, visitor);
  const link = await manageLinkOf(site, email);
  const own = await (await visitor.open(link)).press("Withdraw my signature");
  expect(own.done).toContain("no longer counts");
  const gone = await own.check("I understand that this cannot be undone.").press("Erase all my data");
  expect(gone.heading).toBe("All your data is erased");
  expect((await visitor.open(link)).heading).toBe("This link doesn’t work");
});

test("someone whose address was typed by another person is never written to again", async () => {
  const visitor = new Visitor(site);
  const email = anAddress();
  await sendSignForm(await visitor.open(campaign), email);
  const confirm = await confirmPage(site, visitor, email);
  const done = await confirm.press("Delete it and never write to me again");
  expect(done.heading).toContain("We won’t write to this address again");
});
