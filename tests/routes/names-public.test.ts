import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { consentTextVersion } from "#app/domain/entries/signatures/signature.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anAddress, aSite, linkIn, press, waitForMail, waitForReceipt } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;
const plain = (html: string) => html.replaceAll("<!-- -->", "").replaceAll("<wbr/>", "");
const page = async (path: string) => plain(await (await site.get(path)).text());
const campaign = "/c/microsoft-ice";

const listed = { display: "public", listed: true, consents: ["sign", "public_name"] } as const;
const aListed = (of: { id: number }, name: string) =>
  aStoredSignature(db, of, { ...listed, textVersion: consentTextVersion, name });

test("the form says where a name appears, and it appears there until its person hides it", async () => {
  const form = await page(campaign);
  expect(form).toContain(
    "your initials or name and your country appear on the public list until you hide them.",
  );
  expect(await page(`/es${campaign}`)).toContain(
    "Si elige aparecer, sus iniciales o su nombre y su país estarán en la lista pública hasta que los oculte.",
  );
  const email = anAddress();
  const fields = {
    name: "Wilhelmina Testerling",
    email,
    country: "US",
    consent_sign: "on",
    display: "public",
  };
  await site.post(`${campaign}/sign`, fields);
  const confirm = linkIn(await waitForMail(site, email), "confirm");
  expect(await page(confirm)).toContain(
    "Your name and country appear on the public list of people who signed.",
  );
  await press(site, confirm);
  await screenNewNames(db);
  const receipt = await waitForReceipt(site, email);
  const manage = linkIn(receipt, "manage");

  await expect.poll(() => page(`${campaign}/signers`)).toContain("Wilhelmina Testerling");
  expect(await page(`/es${campaign}/signers`)).toContain("Wilhelmina Testerling</bdi> <span>Estados Unidos");
  const own = await page(manage);
  expect(own).toContain("off this site and its public list");
  const [, signature] = /name="signature" value="([0-9a-f-]{36})"/.exec(own) ?? [];
  await site.post(manage, { intent: "hide", signature: signature ?? "" });
  await expect.poll(() => page(`${campaign}/signers`)).not.toContain("Wilhelmina");
});

test("the list of signers handles being empty, noindex, and pages by path", async () => {
  const one = await aCampaign(db);
  const list = `/c/${one.slug}/signers`;
  const empty = await site.get(list);
  expect(empty.status).toBe(200);
  expect(empty.headers.get("x-robots-tag")).toBe("noindex");
  expect(empty.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=60");
  expect(empty.headers.get("set-cookie")).toBe(null);
  const html = plain(await empty.text());
  expect(html).toContain("No names here yet");
  expect(html).toMatch(/<meta name="robots" content="noindex"\/>/);
  expect(html).not.toMatch(/type="search"|name="find"/);
  expect(await page(`/es${list}`)).toContain("Todavía no hay nombres aquí");

  for (let n = 0; n < 101; n++) await aListed(one, n === 0 ? "Ada Oldest" : "Bo Newer");
  await db.execute(sql`delete from names_awaiting_review`);
  await expect.poll(() => page(list)).toContain("Bo Newer");
  const first = await page(list);
  expect(first).not.toContain("Ada Oldest");
  expect(first).toContain("Email me the link to my page");
  const [, older] = /href="([^"]+\/signers\/page\/[0-9a-f-]{36})" rel="next"/.exec(first) ?? [];
  const next = await site.get(older ?? "");
  expect([next.status, next.headers.get("x-robots-tag")]).toEqual([200, "noindex"]);
  const last = plain(await next.text());
  expect(last).toContain("Ada Oldest");
  expect(last).not.toContain('rel="next"');
  for (const cursor of ["1", "00000000-0000-4000-8000-000000000000", "%27"])
    expect((await site.get(`${list}/page/${cursor}`)).status, cursor).toBe(404);
  expect((await site.get("/c/no-such-campaign/signers")).status).toBe(404);
  expect(await page("/sitemap.xml")).not.toMatch(/signers|\/pledges</);
});

test("a signer's full name is on no page where they chose initials", async () => {
  const one = await aCampaign(db);
  await aStoredSignature(db, one, {
    ...listed,
    textVersion: consentTextVersion,
    display: "initials",
    name: "Secret Signer",
    country: "DE",
  });
  await db.execute(sql`delete from names_awaiting_review`);
  await expect.poll(() => page(`/c/${one.slug}/signers`)).toContain("<bdi>S. S.</bdi> <span>Germany</span>");
  expect(await page(`/c/${one.slug}/signers`)).not.toContain("Secret");
});

test("holders who chose it are on the totals page, without their holdings", async () => {
  const one = await aCampaign(db);
  const meeting = await aMeeting(db, one, nextYear);
  const path = `/c/${one.slug}/pledges`;
  expect(await page(path)).not.toContain("chose to be shown");
  const says = { display: "public", holding: { shares: "4321", bucket: null } } as const;
  await aHolder(
    db,
    { campaign: one, meeting },
    {
      name: "Maren Lindqvist",
      country: "SE",
      consents: ["pledge", "public_name"],
      answers: pledgeAnswers(says),
    },
  );
  await expect.poll(() => page(path)).toContain("<bdi>Maren Lindqvist</bdi> <span>Sweden</span>");
  const answer = await site.get(path);
  expect(answer.headers.get("x-robots-tag")).toBe("noindex");
  expect(plain(await answer.text())).not.toContain("4,321");
  expect(await page(`/es${path}`)).toContain("Compromisos públicos");
  expect((await site.get(`${path}/page/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
});
