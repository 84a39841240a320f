import { expect, test } from "vitest";
import { pledging, signing, writing } from "#tests/support/forms.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { anAddress, aSite } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const sealed = new RegExp(`^${campaign}/check-your-inbox\\?for=[A-Za-z0-9_-]{388}$`);
const inboxOf = async (path: string, fields: Record<string, string>) =>
  (await site.post(path, fields)).headers.get("location") ?? "";

test("the inbox page names the address, the sender and the email's subject", async () => {
  const forms = [
    [`${campaign}/sign`, signing, "One step left: confirm your signature"],
    [`${campaign}/pledge`, pledging, "One step left: confirm your pledge"],
    [`${campaign}/letter`, writing, "One step left: confirm your letter"],
  ] as const;
  for (const [path, fields, subject] of forms) {
    const email = anAddress();
    const inbox = await inboxOf(path, fields(email));
    expect(inbox).toMatch(sealed);
    const page = await site.get(inbox);
    expect(page.status).toBe(200);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(page.headers.get("x-robots-tag")).toBe("noindex, nofollow");
    const html = await page.text();
    // Edge cases are behind the fold; sending it again is one button, and asks for nothing.
    const [pageText = "", folded = ""] = html.split("<details>").map(textOfPage);
    expect(pageText).toContain(`Subject ${subject}`);
    expect(pageText).toContain(email);
    expect(pageText).toContain("Not there? Look in your spam folder, or send it again.");
    expect(pageText).not.toMatch(/typo|already signed|Search/);
    expect(html).not.toMatch(/<input[^>]* type="email"/);
    expect(folded).toMatch(/Search your email for [^ ]+@[^ ]+,/);
    // The page about pledging explains what a pledge is.
    expect(pageText).not.toContain("binds");
  }
  expect(await inboxOf(`${campaign}/resend`, { email: anAddress() })).toMatch(sealed);
  const forEveryone = await (await site.get(`${campaign}/check-your-inbox`)).text();
  expect(forEveryone).toMatch(/<input[^>]* type="email"/);
});

test("the page offers the mail provider of the address, by a link without the address", async () => {
  const inbox = await inboxOf(`${campaign}/sign`, signing("ana.inbox@gmail.com"));
  const html = await (await site.get(inbox)).text();
  const link = /<a class="btn act" href="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(link).toMatch(/^https:\/\/mail\.google\.com\/mail\/#search\/from%3A/);
  expect(link).not.toContain("ana");
});

test("nobody reads the address in the link, and an invalid one names nobody", async () => {
  const email = anAddress();
  const inbox = await inboxOf(`${campaign}/sign`, signing(email));
  const text = inbox.split("for=")[1] ?? "";
  expect(Buffer.from(text, "base64url").toString("latin1")).not.toContain(email);
  const changed = text.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  const flipped = `${text.slice(0, 40)}${text[40] === "A" ? "B" : "A"}${text.slice(41)}`;
  for (const other of [
    changed.slice(1),
    flipped,
    "",
    "x",
    `${text}&for=${text}x`.slice(0, 80),
    "A".repeat(388),
  ]) {
    const page = await site.get(`${campaign}/check-your-inbox?for=${other}`);
    expect([other, page.status, page.headers.get("cache-control")]).toEqual([other, 200, "no-store"]);
    expect(textOfPage(await page.text())).not.toContain(email);
  }
});

test("the page for everyone stays as it is, after any request", async () => {
  const email = anAddress();
  const inbox = await inboxOf(`/es${campaign}/sign`, signing(email));
  expect(inbox).toMatch(/^\/es\/c\/microsoft-ice\/check-your-inbox\?for=/);
  expect(textOfPage(await (await site.get(inbox)).text())).toContain(email);
  for (const path of ["", "?source=x", "?for"]) {
    const page = await site.get(`/es${campaign}/check-your-inbox${path}`);
    expect(page.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=60");
    expect(textOfPage(await page.text())).not.toContain(email);
  }
});
