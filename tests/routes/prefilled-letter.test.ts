import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knownPath } from "#app/domain/entries/known-path.server.ts";
import { createReceiptCode } from "#app/domain/entries/signatures/receipt-code.server.ts";
import { suppressAddress } from "#app/domain/queue/suppress-address.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { letters, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, rowIn, storeRow } from "#tests/support/builders.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { anAddress, aSite, hiddenFieldsOf, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const keys = makeKeys([site.env.SECRET]);
const body = "I write to you.\n\nEnd these agreements, and publish what you supply.";
const written = { body, consent_letter: "on", consent_deliver: "on" };

/** Somebody whose signature is confirmed, and the letter form that knows them. */
async function aSigner() {
  const email = anAddress();
  await site.post(`${campaign}/sign`, { name: "Ana Sample", email, country: "CA", consent_sign: "on" });
  const confirmed = await press(site, linkIn(await waitForMail(site, email), "confirm"));
  const html = await (await site.get(confirmed.headers.get("location") ?? "")).text();
  const [form = ""] = /\/c\/microsoft-ice\/letter\/[A-Za-z0-9_-]{54}/.exec(html) ?? [];
  const person = await rowIn(site.db, supporters, { email });
  return { email, form, person };
}
const lettersOf = (email: string) =>
  site.db
    .select({ state: letters.state, body: letters.body, held: letters.holdReason, id: letters.publicId })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(supporters.email, email));
const undoOfLetter = ({ text = "" }: { text?: string }) => /\/undo\//.test(text) && /letter/.test(text);
const whose = ({ publicId }: { publicId: string }, slug = "microsoft-ice") => ({
  supporterPublicId: publicId,
  campaign: slug,
});

test("a known signer's letter is confirmed at once, emailed, and undone with one tap", async () => {
  const { email, form } = await aSigner();
  const page = await site.get(form);
  expect([page.status, page.headers.get("cache-control"), page.headers.get("set-cookie")]).toEqual([
    200,
    "no-store",
    null,
  ]);
  const html = await page.text();
  for (const part of ["You write as", "Ana Sample", email, "Not you?"])
    expect(textOfPage(html)).toContain(part);
  expect(html).not.toMatch(/name="(email|name|country)"/);
  expect(textOfPage(html)).not.toMatch(/You confirm it by e|If you don’t confirm/);

  const seen = textOfPage(await (await site.post(form, { ...written, step: "preview" })).text());
  expect(seen).toContain("As Microsoft will read it");
  expect((await site.post(form, { ...written, consent_deliver: "" })).status).toBe(422);
  expect(await lettersOf(email)).toEqual([]);

  const done = await site.post(form, written);
  expect(done.status).toBe(303);
  const thanks = textOfPage(await (await site.get(done.headers.get("location") ?? "")).text());
  expect(thanks).toContain("Thank you, Ana Sample");
  expect(await lettersOf(email)).toMatchObject([{ state: "confirmed", body, held: null }]);
  const undo = linkIn(await waitForMail(site, email, undoOfLetter), "undo");
  expect(textOfPage(await (await site.post(undo, {})).text())).toContain("Undone: your letter is withdrawn");
  expect(await lettersOf(email)).toMatchObject([{ state: "withdrawn" }]);
});

test("a holder who then signed writes a letter from there, in Spanish as well", async () => {
  const { person, email } = await aSigner();
  const form = `/es${knownPath(keys, "letter", whose(person), new Date())}`;
  const html = await (await site.get(form)).text();
  expect(textOfPage(html)).toContain("Usted escribe como Ana Sample");
  const done = await site.post(form, { ...written, body: "Les escribo para pedirles que lo terminen." });
  expect(done.headers.get("location")).toMatch(/^\/es\/thanks\//);
  expect(await waitForMail(site, email, undoOfLetter)).toBeDefined();
});

test("a suspicious letter is held as any other, and can be undone from its email", async () => {
  const { email, form } = await aSigner();
  const links = Array.from({ length: 8 }, (_, n) => `https://example.org/${n}`).join(" ");
  expect((await site.post(form, { ...written, body: `Read these: ${links}` })).status).toBe(303);
  expect(await lettersOf(email)).toMatchObject([{ state: "confirmed", held: "links" }]);
  const undo = linkIn(await waitForMail(site, email, undoOfLetter), "undo");
  await site.post(undo, {});
  expect(await lettersOf(email)).toMatchObject([{ state: "withdrawn" }]);
});

test("pressed twice at once it is one letter and one email", async () => {
  const { email, form, person } = await aSigner();
  const answers = await Promise.all([site.post(form, written), site.post(form, written)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect((await site.post(form, written)).status).toBe(303);
  expect(await lettersOf(email)).toMatchObject([{ state: "confirmed" }]);
  const [mails] = await site.db.execute<{ n: number }>(sql`
    select count(*)::int as n from outbox where supporter_id = ${person.id} and letter_id is not null`);
  expect(mails?.n).toBe(1);
});

test("the form shows no earlier letter, and takes none while one is under way", async () => {
  const { email, form } = await aSigner();
  await site.post(form, { ...written, body: "What I wrote before.", shares: "321", say_shares: "on" });
  const other = { ...written, body: "Words of somebody with a forwarded email." };
  const page = await site.get(form);
  expect(page.status).toBe(200);
  const answer = await site.post(form, other);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([409, "no-store"]);
  const text = textOfPage(await answer.text());
  expect(text).toContain("This letter was not stored");
  expect(text).toContain(other.body);
  for (const expected of [textOfPage(await page.text()), text])
    expect(expected).not.toMatch(/What I wrote before|321/);
  expect(await lettersOf(email)).toMatchObject([{ state: "confirmed", body: "What I wrote before." }]);
  await waitForMail(site, email, ({ text = "" }) => /entered\s+another\s+letter/.test(text));
});

test("the form knows somebody for half an hour in its campaign, and keeps slow drafts", async () => {
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
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const token = (purpose: TokenPurpose) =>
    createToken(keys, purpose, { subject: person.publicId, issuedAt: ago(1), expiresAt: ago(-29) });
  const late = knownPath(keys, "letter", whose(person), ago(31));
  const elsewhere = knownPath(keys, "letter", whose(person, other.slug), ago(1));
  const form = await site.get(late);
  expect([form.status, form.headers.get("location")]).toEqual([303, `${campaign}/letter`]);
  for (const dead of [
    elsewhere.replace(other.slug, "microsoft-ice"),
    knownPath(keys, "sign", whose(person), ago(1)).replace("/sign/", "/letter/"),
    `${campaign}/letter/${token("manage")}`,
    `${campaign}/letter/${"A".repeat(54)}`,
  ])
    expect([dead, (await site.get(dead)).status, (await site.post(dead, written)).status]).toEqual([
      dead,
      404,
      410,
    ]);
  const fresh = knownPath(keys, "letter", whose(person), ago(29));
  expect((await site.post(fresh, written, { origin: "https://evil.example" })).status).toBe(403);
  expect(await lettersOf(email)).toEqual([]);

  const html = await (await site.post(late, written)).text();
  expect(textOfPage(html)).not.toMatch(new RegExp(`Ana Sample|${email}`));
  const hiddenFields = hiddenFieldsOf(html);
  expect(html).toContain(`action="${campaign}/letter"`);
  const open = await (await site.post(`${campaign}/letter`, { ...hiddenFields, step: "back" })).text();
  expect(open).toMatch(/name="email"/);
  expect(textOfPage(open)).toContain("End these agreements, and publish what you supply.");

  // A link of this campaign does not show the person's other campaigns.
  const signing = knownPath(keys, "sign", whose(person), ago(1));
  expect((await site.get(signing.replace("microsoft-ice", other.slug))).status).toBe(404);
  expect((await site.post(fresh, written)).status).toBe(303);
});

test("nobody is known by a link whose emails would reach nobody", async () => {
  const { email, form } = await aSigner();
  await suppressAddress(site.db.$client, keys, { address: email, reason: "hard_bounce" });
  expect((await site.get(form)).status).toBe(404);
  expect((await site.post(form, written)).status).toBe(410);
  expect(await lettersOf(email)).toEqual([]);
});
