import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { campaignCompanies, letterDispatches, letters } from "#db/schema/index.ts";
import { aCampaign, changeRows } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aMeeting, aPledge, nextYear } from "#tests/support/pledges.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { htmlOf } from "#tests/support/signed-in.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

/** A campaign with a recipient, a letter and a holder for each company. */
async function aScene({ several = true } = {}) {
  const campaign = await aCampaign(db);
  if (several) await aSecondCompany(db, campaign);
  const companies = await listCompaniesOf(db, campaign.id);
  const each = [];
  for (const [n, company] of companies.entries()) {
    const of = { companyId: company.id };
    const recipient = await aRecipient(db, campaign, { ...of, name: `Office ${n}` });
    const letter = await aLetter(db, campaign, { ...of, name: `Writer ${n}` });
    const meeting = await aMeeting(db, { targetId: company.id, zone: company.zone }, nextYear);
    await changeRows(db, campaignCompanies, { companyId: company.id }, { meetingId: meeting.id });
    const { supporter } = await aStoredSignature(db, campaign, { name: `Holder ${n}` });
    await aPledge(db, { campaignId: campaign.id, supporterId: supporter.id, meetingId: meeting.id });
    each.push({ company, recipient, letter });
  }
  const [first, second = first] = each;
  if (!first || !second) throw new Error("no company");
  const organizer = await anOrganizer(db, { campaign });
  const headers = { cookie: `session=${await aSession(db, organizer)}` };
  const base = `/organize/c/${campaign.slug}`;
  const get = async (page: string) => htmlOf(await site.get(base + page, headers));
  return { campaign, first, second, headers, base, get };
}

test("letters say their company, and can be narrowed down to those to one", async () => {
  const { first, second, headers, base, get } = await aScene();
  const all = await get("/letters");
  for (const { company, letter } of [first, second]) {
    const row = all.slice(all.indexOf(letter.publicId)).split("</tr>")[0];
    expect(row).toContain(company.name);
    expect(all).toContain(`<option value="${company.slug}">${company.name}</option>`);
  }
  const narrowed = await get(`/letters?company=${second.company.slug}`);
  expect(narrowed).toContain("Writer 1");
  expect(narrowed).not.toContain("Writer 0");
  expect(narrowed).toContain(`?state=sent&amp;company=${second.company.slug}`);
  // Unreadable values count as not given.
  const { second: foreign } = await aScene();
  expect(await get(`/letters?company=${foreign.company.slug}`)).toContain("Writer 0");
  const found = await htmlOf(
    await site.post(`${base}/letters?index`, { intent: "find", find: "Writer 1" }, headers),
  );
  expect(found).toContain("Hoshino");
});

test("chosen letters go to a recipient of their company; others are refused, the choice kept", async () => {
  const { campaign, first, second, headers, base, get } = await aScene();
  const page = await get("/letters");
  expect(page).toContain("Office 0, Sample Corporation");
  expect(page).toContain("Office 1, Hoshino");
  const draft = randomUUID();
  const post = (recipient: string, chosen: readonly string[]) =>
    site.post(
      `${base}/letters?index`,
      new URLSearchParams([
        ...Object.entries({ intent: "draft", draft, recipient }),
        ...chosen.map((one): [string, string] => ["letters", one]),
      ]),
      headers,
    );
  const both = [first.letter.publicId, second.letter.publicId];
  const refused = await post(second.recipient.publicId, both);
  expect(refused.status).toBe(409);
  const html = await htmlOf(refused);
  expect(html).toContain("Not drafted: choose letters to the recipient’s company only.");
  for (const id of both) expect(html).toMatch(new RegExp(`<input[^>]*checked=""[^>]*value="${id}"`));
  expect(html).toContain(`<option value="${second.recipient.publicId}" selected="">`);
  expect(await db.$count(letterDispatches, eq(letterDispatches.campaignId, campaign.id))).toBe(0);

  const drafted = await post(second.recipient.publicId, [second.letter.publicId]);
  expect(drafted.headers.get("location")).toBe(`${base}/letters/dispatches/${draft}?done=drafted`);
  const [dispatch] = await db.select().from(letterDispatches).where(eq(letterDispatches.publicId, draft));
  expect(dispatch?.companyId).toBe(second.company.id);
  const [letter] = await db.select().from(letters).where(eq(letters.id, second.letter.id));
  expect(letter?.dispatchId).toBe(dispatch?.id);
});

test("lists of a campaign about one company name none", async () => {
  const { first, get } = await aScene({ several: false });
  for (const page of ["/letters", `/letters?company=${first.company.slug}`, "/pledges"]) {
    const html = await get(page);
    expect(html).toContain(page === "/pledges" ? "Holder 0" : "Writer 0");
    expect(html).not.toContain('name="company"');
    if (!page.includes("?")) expect(html).not.toContain("company=");
    expect(html).not.toContain("Sample Corporation");
  }
});
