import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  changePledgePath,
  type KnownStep,
  knownPath,
  nextStepPath,
} from "#app/domain/entries/known-path.server.ts";
import { createReceiptCode } from "#app/domain/entries/signatures/receipt-code.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { openToken } from "#app/lib/token.server.ts";
import { signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, rowIn, storeRow } from "#tests/support/builders.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { anAddress, aSite, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const keys = makeKeys([site.env.SECRET]);
const day = 86_400_000;
const pledged = { kind: "direct", holding_form: "broker", shares: "1250", consent_pledge: "on" };
type Mail = { text?: string };
const nextIn = ({ text = "" }: Mail) => /\/c\/microsoft-ice\/next\/[A-Za-z0-9_-]{54}/.exec(text)?.[0] ?? "";
const undoOf =
  (kind: RegExp) =>
  ({ text = "" }: Mail) =>
    text.includes("/undo/") && kind.test(text);
const formIn = (html: string, form: string) =>
  new RegExp(`/c/microsoft-ice/${form}/[A-Za-z0-9_-]{54}`).exec(html)?.[0] ?? "";

/** Somebody who has confirmed a signature, with the receipt. */
async function aSigner() {
  const email = anAddress();
  await site.post(`${campaign}/sign`, { name: "Ana Sample", email, country: "CA", consent_sign: "on" });
  await press(site, linkIn(await waitForMail(site, email), "confirm"));
  const receipt = await waitForMail(site, email, undoOf(/You signed/));
  const person = await rowIn(site.db, supporters, { email });
  return { email, receipt, person };
}
const entriesOf = async (email: string) => {
  const [row] = await site.db.execute(sql`
    select (select count(*)::int from pledges p where p.supporter_id = s.id) as pledges,
      (select count(*)::int from letters l where l.supporter_id = s.id) as letters,
      (select g.state from signatures g where g.supporter_id = s.id and g.campaign_id =
        (select id from campaigns where slug = 'microsoft-ice')) as signature
    from supporters s where s.email = ${email}`);
  return row;
};

test("a receipt links to the next form, which knows its reader; opening does nothing", async () => {
  const { email, receipt } = await aSigner();
  expect(receipt.text).toMatch(/Do you own shares\?/);
  const link = nextIn(receipt);
  let html = "";
  for (let scan = 0; scan < 3; scan++) {
    const page = await site.get(link);
    expect([page.status, page.headers.get("cache-control"), page.headers.get("set-cookie")]).toEqual([
      200,
      "no-store",
      null,
    ]);
    html = await page.text();
    expect(html).not.toContain("<form");
    expect(textOfPage(html)).not.toMatch(new RegExp(`Ana Sample|${email}|Canada`));
  }
  expect((await site.post(link, pledged)).status).toBe(405);
  expect(await entriesOf(email)).toMatchObject({ pledges: 0 });
  expect(textOfPage(await (await site.get(`/es${link}`)).text())).toContain("30 minutos");

  const form = formIn(html, "pledge");
  const done = await site.post(form, pledged);
  expect(done.status).toBe(303);
  expect(await entriesOf(email)).toMatchObject({ pledges: 1 });
  // An entry is emailed to its owner immediately, to undo it.
  const undo = linkIn(await waitForMail(site, email, undoOf(/pledge/)), "undo");
  expect(textOfPage(await (await site.post(undo, {})).text())).toContain("Undone: your pledge is withdrawn");
});

test("a pledge's receipt leads to signing, and a signature's to a letter after a pledge", async () => {
  const email = anAddress();
  await site.post(`${campaign}/pledge`, { name: "Ada Holder", email, country: "US", ...pledged });
  await press(site, linkIn(await waitForMail(site, email), "confirm"));
  const toSign = nextIn(await waitForMail(site, email, undoOf(/pledge/)));
  const sign = formIn(await (await site.get(toSign)).text(), "sign");
  expect((await site.post(sign, { consent_sign: "on" })).status).toBe(303);
  const receipt = await waitForMail(site, email, undoOf(/You signed/));
  expect(receipt.text).toMatch(/write a letter/);
  const letter = formIn(await (await site.get(nextIn(receipt))).text(), "letter");
  const written = { body: "I write to you.", consent_letter: "on", consent_deliver: "on" };
  expect((await site.post(letter, written)).status).toBe(303);
  const last = await waitForMail(site, email, undoOf(/your letter/));
  expect(nextIn(last)).toBe("");
  expect(await entriesOf(email)).toEqual({ pledges: 1, letters: 1, signature: "confirmed" });
});

test("a forwarded email shows and changes nothing its owner entered since", async () => {
  const { email, receipt, person } = await aSigner();
  const before = textOfPage(await (await site.get(nextIn(receipt))).text());
  await site.post(formIn(await (await site.get(nextIn(receipt))).text(), "pledge"), pledged);
  const html = await (await site.get(nextIn(receipt))).text();
  expect(textOfPage(html)).toBe(before);
  const form = formIn(html, "pledge");
  expect(await (await site.get(form)).text()).not.toMatch(/1,?250/);
  expect((await site.post(form, { ...pledged, shares: "9" })).status).toBe(409);
  expect(await entriesOf(email)).toMatchObject({ pledges: 1 });

  // A signature from before the link was made gets no receipt and links with its thanks.
  const whose = { supporterPublicId: person.publicId, campaign: "microsoft-ice" };
  const later = knownPath(keys, "sign", whose, new Date(Date.now() + 2000));
  const answer = await site.post(later, { consent_sign: "on", display: "public", consent_updates: "on" });
  expect([answer.status, answer.headers.get("location")]).toEqual([409, null]);
  expect(textOfPage(await answer.text())).toContain("Your signature is already confirmed");
  const [row] = await site.db.execute(sql`
    select g.display, (select count(*)::int from consents c
      where c.supporter_id = ${person.id} and purpose = 'updates') as news
    from signatures g where g.supporter_id = ${person.id}`);
  expect(row).toEqual({ display: "anonymous", news: 0 });
});

test("the link works seven days for its campaign and step, then leads to the open form", async () => {
  const { email, person } = await aSigner();
  const other = await aCampaign(site.db);
  await storeRow(site.db, signatures, {
    campaignId: other.id,
    supporterId: person.id,
    petitionVersion: 1,
    display: "anonymous",
    receiptCode: createReceiptCode(),
    state: "confirmed",
    confirmedAt: new Date(),
  });
  const link = (step: KnownStep, days: number, slug = "microsoft-ice") => {
    const issuedAt = new Date(Date.now() - days * day);
    const times = { issuedAt, expiresAt: new Date(issuedAt.getTime() + 7 * day) };
    return nextStepPath(keys, step, { supporterPublicId: person.publicId, campaign: slug }, times);
  };
  for (const [step, to] of [
    ["sign", `${campaign}#sign`],
    ["pledge", `${campaign}/pledge`],
    ["letter", `${campaign}/letter`],
  ] as const) {
    const fresh = link(step, 6.9);
    const html = await (await site.get(fresh)).text();
    expect(formIn(html, step)).not.toBe("");
    const late = await site.get(link(step, 7.1));
    expect([late.status, late.headers.get("location")]).toEqual([303, to]);
    // It opens no form by itself, and no form's link opens it.
    const whose = { supporterPublicId: person.publicId, campaign: "microsoft-ice" };
    for (const path of [
      fresh.replace("/next/", `/${step}/`),
      link(step, 1, other.slug).replace(other.slug, "microsoft-ice"),
      fresh.replace("microsoft-ice", other.slug),
      knownPath(keys, step, whose, new Date()).replace(`/${step}/`, "/next/"),
    ])
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
  }
  expect((await site.get(`${campaign}/next/${"A".repeat(54)}`)).status).toBe(404);
  await site.db.delete(signatures).where(eq(signatures.supporterId, person.id));
  await site.db.delete(supporters).where(eq(supporters.id, person.id));
  expect((await site.get(link("sign", 1))).status).toBe(404);
  expect(await entriesOf(email)).toBeUndefined();
});

test("a pledge from an email's link leads to no other pledge of its owner", async () => {
  const { email, receipt, person } = await aSigner();
  const signed = linkIn(
    await waitForMail(site, email, ({ text = "" }) => text.includes("/confirm/")),
    "confirm",
  );
  const comment = "Only its owner reads this.";
  await site.post(`${campaign}/pledge`, {
    name: "Ana Sample",
    email,
    country: "CA",
    ...pledged,
    shares: "1234",
    comment,
  });
  const toConfirm = await waitForMail(
    site,
    email,
    ({ text = "" }) => text.includes("/confirm/") && !text.includes(signed),
  );
  await press(site, linkIn(toConfirm, "confirm"));
  expect(await entriesOf(email)).toMatchObject({ pledges: 1 });
  const form = formIn(await (await site.get(nextIn(receipt))).text(), "pledge");
  const fund = { kind: "fund", fund_manager: "vanguard", consent_pledge: "on" };
  const done = await site.post(form, fund);
  expect(done.status).toBe(303);
  // Pressed twice, it is the same pledge.
  expect((await site.post(form, fund)).status).toBe(303);
  const thanks = await (await site.get(done.headers.get("location") ?? "")).text();
  expect(textOfPage(thanks)).toContain("The link to change it is in your email");
  expect(formIn(thanks, "pledge")).toBe("");
  for (const [, path = ""] of thanks.matchAll(/href="(\/[^"#]*)"/g)) {
    const html = await (await site.get(path.replaceAll("&amp;", "&"))).text();
    expect([path, /1,?234\b/.test(textOfPage(html)) || html.includes('value="1234"')]).toEqual([path, false]);
    expect([path, html.includes(comment)]).toEqual([path, false]);
  }

  // Equal answers through a later link do not reveal that they are equal.
  const whose = { supporterPublicId: person.publicId, campaign: "microsoft-ice" };
  const later = knownPath(keys, "pledge", whose, new Date(Date.now() + 2000));
  for (const same of [fund, { ...pledged, shares: "1234", comment }])
    expect((await site.post(later, same)).status).toBe(409);
});

test("a link that changes a pledge leads to none that works longer", async () => {
  const { email, receipt, person } = await aSigner();
  await site.post(formIn(await (await site.get(nextIn(receipt))).text(), "pledge"), pledged);
  const whose = { supporterPublicId: person.publicId, campaign: "microsoft-ice" };
  const change = changePledgePath(keys, whose, new Date(Date.now() - 23 * 3_600_000), 24);
  const location = (await site.post(change, { ...pledged, shares: "9" })).headers.get("location") ?? "";
  expect(await entriesOf(email)).toMatchObject({ pledges: 2 });
  const next = formIn(await (await site.get(location)).text(), "pledge");
  const inAnHour = new Date(Date.now() + 61 * 60_000);
  for (const [purpose, path, within] of [
    ["thanks-pledge", location, undefined],
    ["pledge", next, "microsoft-ice"],
  ] as const)
    expect(openToken(keys, purpose, path.slice(-54), inAnHour, within).outcome).toBe("expired");
});
