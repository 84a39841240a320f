import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { letterReports, letters } from "#db/schema/index.ts";
import { anApiDocument } from "#tests/support/api-document.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aHandedOver, sha } from "#tests/support/handed-over.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite({ TRUST_PROXY: "1" });
const { db } = site;
const published = { publication: "published", display: "public" } as const;

const plain = (html: string) => html.replaceAll("<!-- -->", "");
const page = async (path: string) => plain(await (await site.get(path)).text());

test("a campaign without letters says so, and takes no search for one", async () => {
  const { slug } = await aCampaign(db);
  const answer = await site.get(`/c/${slug}/letters`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toContain("s-maxage=60");
  expect(answer.headers.get("x-robots-tag")).toBe("noindex");
  expect(answer.headers.get("set-cookie")).toBe(null);
  const html = plain(await answer.text());
  for (const phrase of [
    "No letter has been confirmed yet.",
    "Nothing was sent yet",
    "No letter is published yet",
  ])
    expect(html).toContain(phrase);
  expect(html).not.toContain('name="find"');
  expect((await site.get("/c/no-such-campaign/letters")).status).toBe(404);
});

test("no name and no word of a letter that nobody may read is anywhere", async () => {
  const campaign = await aCampaign(db);
  const { slug } = campaign;
  const secret = { name: "Secret Writer", body: "My secret words." };
  const hidden = [
    await aLetter(db, campaign, secret),
    await aLetter(db, campaign, { ...secret, publication: "awaiting", display: "public" }),
    await aLetter(db, campaign, { ...secret, publication: "hidden", display: "public" }),
  ];
  const brief = await aLetter(db, campaign, { ...published, display: "initials", name: "Secret Writer" });
  await aHandedOver(db, campaign, { letterIds: hidden.map(({ id }) => id) });

  const own = await page(`/c/${slug}/letters/${brief.publicId}`);
  expect(own).toContain("S. W.");
  const found = await site.post(`/c/${slug}/letters`, { find: "secret" });
  const pages = [own, await page(`/c/${slug}/letters`), await found.text()];
  for (const path of ["letters.json", "count.json", `letters/page/${brief.publicId}`])
    pages.push(await page(`/c/${slug}/${path}`));
  for (const text of pages) expect(text).not.toMatch(/Secret|secret words/);
  for (const { publicId } of hidden) {
    expect((await site.get(`/c/${slug}/letters/${publicId}`)).status).toBe(404);
    expect((await site.post(`/c/${slug}/letters/${publicId}/report`, { reason: "other" })).status).toBe(404);
  }
});

test("a letter’s words are text, even if they look like markup", async () => {
  const campaign = await aCampaign(db);
  const body = '<script>alert(1)</script> "><img src=x onerror=alert(1)> </title>';
  const name = "<b>Bo</b> & Co";
  const { publicId } = await aLetter(db, campaign, { ...published, body, name });
  for (const html of [
    await page(`/c/${campaign.slug}/letters`),
    await page(`/c/${campaign.slug}/letters/${publicId}`),
    await (await site.post(`/c/${campaign.slug}/letters`, { find: "alert" })).text(),
  ]) {
    expect(html).toContain("&lt;script&gt;alert(1)");
    expect(html).toContain("&lt;b&gt;Bo&lt;/b&gt; &amp; Co");
    expect(html).not.toMatch(/<script>alert|<img src=x|<b>Bo/);
  }
});

test("a letter that is withdrawn or hidden is gone from every page", async () => {
  const campaign = await aCampaign(db);
  const { slug } = campaign;
  const one = await aLetter(db, campaign, { ...published, body: "Words of the first." });
  const other = await aLetter(db, campaign, { ...published, body: "Words of the second." });
  expect(await page(`/c/${slug}/letters/${one.publicId}`)).toContain("Words of the first.");
  const withdrawn = { state: "withdrawn", withdrawnAt: new Date() } as const;
  await db.update(letters).set(withdrawn).where(eq(letters.id, one.id));
  await db.update(letters).set({ publication: "hidden" }).where(eq(letters.id, other.id));
  await expect.poll(async () => (await site.get(`/c/${slug}/letters/${one.publicId}`)).status).toBe(404);
  await expect.poll(() => page(`/c/${slug}/letters`)).not.toContain("Words of");
});

test("the ledger tells what became of letters, in figures, on the page and as JSON", async () => {
  const campaign = await aCampaign(db);
  const { slug } = campaign;
  const sentLetters = [await aLetter(db, campaign), await aLetter(db, campaign, published)];
  await aHandedOver(db, campaign, {
    letterIds: sentLetters.map(({ id }) => id),
    mail: { state: "unknown", problem: "interrupted" },
  });
  await aLetter(db, campaign, { selfSentAt: new Date(), selfSentWay: "post" });
  await aLetter(db, campaign, { state: "withdrawn", withdrawnAt: new Date() });

  const html = await page(`/c/${slug}/letters`);
  for (const phrase of [
    "3 letters and their status",
    "We got no answer",
    "1 email: unknown, we got no answer",
  ])
    expect(html).toContain(phrase);
  expect(html).toContain("1 letter withdrawn");
  expect(html).toMatch(/1 writer says .* We have not verified this\./);
  const answer = await site.get(`/c/${slug}/letters.json`);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const { check } = await anApiDocument(site.get);
  expect(await check("get", "/c/{campaign}/letters.json", answer)).toMatchObject({
    campaign: slug,
    letters: 3,
    states: { confirmed: 1, unknown: 2, accepted: 0, erased: 0 },
    apart: { withdrawn: 1, refused: 0, selfReported: 1 },
    dispatches: [
      { number: 1, letters: 2, names: 2, mails: [{ state: "unknown", sha256: sha(1).toString("hex") }] },
    ],
  });
  expect(await (await site.get(`/c/${slug}/count.json`)).json()).toMatchObject({ letters: 3 });
  const own = await page(`/c/${slug}/letters/${sentLetters[1]?.publicId}`);
  expect(own).toContain("unknown whether it arrived");
  expect(own).toContain(sha(9).toString("hex"));
});

test("what was only saved to a file is nowhere said to be sent", async () => {
  const campaign = await aCampaign(db);
  const letter = await aLetter(db, campaign, published);
  const file = { state: "accepted", transport: "file" } as const;
  const path = `/c/${campaign.slug}/letters`;
  await aHandedOver(db, campaign, { letterIds: [letter.id], mail: file });
  expect(await page(path)).toMatch(/saved to a file, not sent.*Not sent: this site has no email provider/s);
  expect(await page(`/es${path}`)).toContain("No se envió: este sitio no tiene proveedor de correo");
  const own = await page(`${path}/${letter.publicId}`);
  expect(own).toContain("Of the exact text in the file. The company does not have it.");
  expect(own).not.toMatch(/recalled|text sent/);
  const figuresOf = async ({ slug }: { slug: string }) =>
    (await (await site.get(`/c/${slug}/letters.json`)).json()).dispatches[0];
  const filed = { mails: 1, letters: 1, names: 2 };
  expect(await figuresOf(campaign)).toMatchObject({ state: "filed", letters: 0, names: 0, filed });

  const mixed = await aCampaign(db);
  await aHandedOver(db, mixed, { letterIds: [], more: [file] });
  expect(await page(`/c/${mixed.slug}/letters`)).toContain(
    "not sent: 0 letters and 2 names attached. In other emails: 0 letters and 2 names attached.",
  );
  expect(await page(`/es/c/${mixed.slug}/letters`)).toContain(
    "sin enviar: 0 cartas y 2 nombres adjuntos. En otros correos: 0 cartas y 2 nombres adjuntos.",
  );
  const both = { state: "sent", names: 2, filed: { mails: 1, letters: 0, names: 2 } };
  expect(await figuresOf(mixed)).toMatchObject(both);
});

test("a search is answered for who asked alone, and says when nothing was typed", async () => {
  const campaign = await aCampaign(db);
  const path = `/c/${campaign.slug}/letters`;
  await aLetter(db, campaign, { ...published, body: "I teach with your software." });
  await aLetter(db, campaign, { ...published, body: "I mend telephones." });
  const found = await site.post(path, { find: "telephon" });
  expect(found.headers.get("cache-control")).toBe("no-store");
  const html = plain(await found.text());
  expect(html).toContain("I mend telephones.");
  expect(html).not.toContain("I teach");
  expect(html).toMatch(/value="telephon"/);
  const empty = await site.post(path, { find: " ' " });
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain("Enter a word to search for.");
  expect(await page(path)).toContain("I teach");
});

test("who searches without end is asked to wait, and what they typed is kept", async () => {
  const { slug } = await aCampaign(db);
  const find = () =>
    site.post(`/c/${slug}/letters`, { find: "software" }, { "x-forwarded-for": "198.51.100.77" });
  for (let n = 0; n < 120; n++) expect((await find()).status).toBe(200);
  const refused = await find();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const html = await refused.text();
  expect(html).toContain("Please try again in a few minutes.");
  expect(html).toMatch(/value="software"/);
});

test("a reader reports a letter once; a report without a reason comes back", async () => {
  const campaign = await aCampaign(db);
  const { id, publicId } = await aLetter(db, campaign, published);
  const path = `/c/${campaign.slug}/letters/${publicId}/report`;
  const from = (address: string) => ({ "x-forwarded-for": address });
  const missing = await site.post(path, {}, from("203.0.113.1"));
  expect(missing.status).toBe(422);
  expect(await missing.text()).toContain("Choose what is wrong");
  for (const address of ["203.0.113.1", "203.0.113.1", "203.0.113.1", "203.0.113.2"]) {
    const answer = await site.post(path, { reason: "attack" }, from(address));
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/c/${campaign.slug}/letters/reported`,
    ]);
  }
  const another = path.replace(publicId, publicId.toUpperCase());
  expect((await site.post(another, { reason: "attack" }, from("203.0.113.1"))).status).toBe(303);
  expect(await db.$count(letterReports, eq(letterReports.letterId, id))).toBe(2);
  const isPublic = async () => (await site.get(`/c/${campaign.slug}/letters/${publicId}`)).status === 200;
  for (const address of ["203.0.113.3", "2001:db8:1:1::1", "2001:db8:1:2::1", "2001:db8:1:3::1"]) {
    await site.post(path, { reason: "attack" }, from(address));
    expect([address, await isPublic()]).toEqual([address, true]);
  }
  await site.post(path, { reason: "attack" }, from("198.51.100.1"));
  await expect.poll(isPublic).toBe(false);
  await db.update(letters).set({ publication: "published" }).where(eq(letters.id, id));
  expect(await db.$count(letterReports, eq(letterReports.letterId, id))).toBe(7);
  expect(await page(`/c/${campaign.slug}/letters/reported`)).toContain("Thank you");
  expect((await site.get(path)).headers.get("location")).toBe(`/c/${campaign.slug}/letters/${publicId}`);
  const evil = await site.post(path, { reason: "attack" }, { origin: "https://evil.example" });
  expect(evil.status).toBe(403);
});
