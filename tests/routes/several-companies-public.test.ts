import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTotals } from "#app/domain/entries/pledges/totals/publish-totals.server.ts";
import { coFilingRules, meetings, targets } from "#db/schema/index.ts";
import { anApiDocument } from "#tests/support/api-document.ts";
import { aCampaign, changeRows, rowIn, storeRow, testKeys } from "#tests/support/builders.ts";
import { aSecondCompany, seededCampaign } from "#tests/support/companies.ts";
import { aHandedOver } from "#tests/support/handed-over.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { pdfText } from "#tests/support/pdf-text.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { campaign } = await seededCampaign(site.db);
const path = `/c/${campaign.slug}`;
const { first, second, abroad } = await aSecondOf(campaign);
const shares = (number: number) => ({
  answers: pledgeAnswers({ holding: { shares: `${number}`, bucket: null } }),
});

/** Adds a second company and its meeting to a campaign. */
async function aSecondOf(campaign: { id: number; targetId: number }) {
  const first = await rowIn(site.db, targets, campaign.targetId);
  const second = await aSecondCompany(site.db, campaign);
  const abroad = await aMeeting(site.db, { targetId: second.id, zone: second.zone }, nextYear);
  return { first, second, abroad };
}

/** Makes a campaign about two companies that each have a meeting. */
async function aCampaignOfTwo() {
  const campaign = await aCampaign(site.db, { languages: ["en", "es"] });
  const meeting = await aMeeting(site.db, campaign, nextYear);
  return { campaign, path: `/c/${campaign.slug}`, meeting, ...(await aSecondOf(campaign)) };
}

async function text(at: string) {
  const answer = await site.get(at);
  expect([at, answer.status]).toEqual([at, 200]);
  return (await answer.text()).replaceAll("<!-- -->", "").replaceAll("\u00a0", " ");
}

test("one company has no part of its own, and no list", async () => {
  const alone = await aCampaign(site.db);
  await aMeeting(site.db, alone, nextYear);
  expect(await text(`/c/${alone.slug}/pledges`)).not.toContain("of-company");
  expect(await (await site.get(`/c/${alone.slug}/pledges.json`)).json()).not.toHaveProperty("companies");
});

test("totals are of each company, in parts of file and page; no sum of shares is told", async () => {
  const { campaign, path, meeting, first, second, abroad } = await aCampaignOfTwo();
  for (let n = 1; n <= 5; n++) await aHolder(site.db, { campaign, meeting }, shares(n));
  for (let n = 1; n <= 6; n++) await aHolder(site.db, { campaign, meeting: abroad }, shares(100 * n));
  await publishTotals(site.db, testKeys);
  await expect
    .poll(async () => (await site.get(`${path}/pledges.json`)).json())
    .toMatchObject({
      holders: 11,
      meeting: null,
      published: null,
      valueInDollars: null,
      results: [],
      companies: [
        { company: first.slug, name: first.name, holders: 5, published: { all: { wholeShares: "15" } } },
        {
          company: second.slug,
          name: "Hoshino",
          holders: 6,
          meeting: { year: nextYear, dates: { meetingOn: `${nextYear}-12-05` } },
          published: { all: { wholeShares: "2100" } },
        },
      ],
    });
  expect(await text(`${path}/pledges.json`)).not.toContain("2115");
  const { check } = await anApiDocument(site.get);
  for (const file of ["count", "letters", "pledges"])
    await check("get", `/c/{campaign}/${file}.json`, await site.get(`${path}/${file}.json`));
  for (const [at, name, or] of [
    ["", "Hoshino", "or"],
    ["/es", "Hoshino Motores", "u"],
  ] as const) {
    const html = await text(`${at}${path}/pledges`);
    expect(html).toContain(`${first.name} ${or} ${name}`);
    const [head = "", one = "", other = ""] = html.split('<h2 class="of-company"');
    expect(head).toContain(`href="#company-${second.slug}"`);
    expect(head.match(/class="btn act"/g)).toHaveLength(1);
    expect(one).toContain(`>${first.name}</h2>`);
    expect(one).toContain(`${at}${path}/co-file"`);
    expect(other).toContain(`>${name}</h2>`);
    expect(other).toContain("2,100");
    // Its law has no co-filing.
    expect(other).not.toContain("/co-file");
    for (const part of [one, other]) expect(part.match(/<h3>/g)?.length).toBeGreaterThan(3);
    expect(html).not.toMatch(/2[,.]?115/);
  }
});

test.each([
  ["", "Hoshino", "or", "and"],
  ["/es", "Hoshino Motores", "u", "y"],
])(
  "a sentence about one of the companies says “or”, a list of both “and” (%s)",
  async (at, name, or, and) => {
    const any = `${first.name} ${or} ${name}`;
    const both = `${first.name} ${and} ${name}`;
    const counts: Record<string, [number, number]> = {};
    for (const page of [
      "",
      "/pledge",
      "/letter",
      "/letters",
      "/privacy",
      "/widget",
      "/widget/counter",
      "/updates",
    ]) {
      const html = await text(`${at}${path}${page}`);
      counts[page] = [html.split(any).length - 1, html.split(both).length - 1];
    }
    expect(counts).toEqual({
      // The button to a letter; and that the campaign is independent, as at the end of each page.
      "": [2, 0],
      // Whom it is for, and twice that nobody is affiliated.
      "/pledge": [3, 0],
      "/letter": [2, 0],
      // The heading of both companies' letters. Its head says twice what it is about.
      "/letters": [3, 1],
      // Both get the list of signatures.
      "/privacy": [1, 1],
      "/widget": [1, 0],
      "/widget/counter": [1, 0],
      "/updates": [1, 0],
    });
  },
);

test("a company without a meeting says so in its part", async () => {
  const { campaign, path } = await aCampaignOfTwo();
  const third = await aSecondCompany(site.db, campaign, { name: "Quiet" }, 3);
  const html = await text(`${path}/pledges`);
  expect(html).toContain(`id="company-${third.slug}"`);
  expect(html).toContain("No meeting is known yet");
});

test("the case asks holders of each company, and gives each one’s days by its clock", async () => {
  const at = new Date();
  await changeRows(site.db, meetings, abroad.id, {
    recordDate: `${nextYear}-09-30`,
    asOf: at.toISOString().slice(0, 10),
    verifiedAt: at,
    verifiedBy: "Ana",
  });
  await expect.poll(() => text(path)).toContain("Hoshino: Last day to hold shares that count");
  const html = await text(path);
  expect(html).toContain(`Do you own ${first.name} shares?`);
  expect(html).toContain(
    `Do you own Hoshino shares? Say how you will vote them at its annual meeting of ${nextYear}.`,
  );
});

test("earlier names are those of one company’s meeting", async () => {
  const { pledge } = await aHolder(site.db, { campaign, meeting: abroad });
  const html = await text(`${path}/pledges/page/${pledge.publicId}`);
  expect(html).toContain("Public pledges · Hoshino");
  const elsewhere = await aCampaign(site.db);
  const theirs = await aMeeting(site.db, elsewhere, nextYear);
  const foreign = await aHolder(site.db, { campaign: elsewhere, meeting: theirs });
  expect((await site.get(`${path}/pledges/page/${foreign.pledge.publicId}`)).status).toBe(404);
});

test("who co-files at another company finds its rule, its dates and its papers", async () => {
  const { campaign, path, first } = await aCampaignOfTwo();
  const american = await aSecondCompany(site.db, campaign, { name: "Acme", jurisdiction: "us" }, 3);
  await storeRow(site.db, coFilingRules, {
    targetId: american.id,
    tiers: [{ atLeast: "7777", years: 2 }],
    priceWindowDays: 60,
    wordsAtMost: 500,
    cureDays: 14,
  });
  const page = `${path}/co-file/company/${american.slug}`;
  const html = await text(page);
  expect(html).toContain("For people who own Acme shares");
  expect(html).toContain("at least $7,777");
  expect(html).toContain(`href="${page}/packet.pdf"`);
  expect(html).toContain(`href="${path}/co-file"`);
  const answer = await site.post(page, { shares: "40", held_since_month: "2020-01", price: "512.30" });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("For people who own Acme shares");
  const papers = await text(`${page}/packet.txt`);
  expect(papers).toContain("Acme");
  expect(papers).not.toContain(first.name.toUpperCase());
  const pdf = await site.post(`${page}/packet.pdf`, { name: "Ana Sample", paper: "a4" });
  expect(pdfText(Buffer.from(await pdf.arrayBuffer()))).toContain("Acme");
  const refused = await site.post(`${page}/packet.pdf`, { shares: "x" });
  expect([refused.status, refused.headers.get("location")]).toEqual([307, page]);
});

test("no page is of a company of another campaign, or of one whose law explains none", async () => {
  const elsewhere = await aCampaign(site.db);
  const [foreign] = await site.db.select().from(targets).where(eq(targets.id, elsewhere.targetId));
  for (const company of [foreign?.slug, second.slug, "nowhere", "..%2f"]) {
    const page = `${path}/co-file/company/${company}`;
    for (const at of [page, `${page}/packet.pdf`, `${page}/packet.txt`])
      expect([at, (await site.get(at)).status]).toEqual([at, 404]);
    expect((await site.post(page, { shares: "1" })).status).toBe(404);
  }
});

test("public letters say whom they are to, and each company has a list of its own", async () => {
  const { campaign, path, first, second } = await aCampaignOfTwo();
  const published = { publication: "published", display: "public" } as const;
  const here = await aLetter(site.db, campaign, {
    ...published,
    name: "Here",
    body: "To the first, agreements.",
  });
  const there = { ...published, name: "There", body: "To the second, agreements.", companyId: second.id };
  const { publicId } = await aLetter(site.db, campaign, there);
  const all = await text(`${path}/letters`);
  expect(all).toContain(`${first.name}: goes with the next letters`);
  expect(all).toContain("Hoshino: goes with the next letters");
  const list = `${path}/letters/company/${second.slug}`;
  expect(all).toContain(`href="${list}"`);
  const html = await text(list);
  expect(html).toContain("<h1>Letters to Hoshino</h1>");
  expect(html).toContain("One letter and its status");
  expect(html).toContain("To the second");
  expect(html).not.toContain("To the first");
  expect(html).toContain(`<a href="${list}" aria-current="page">Hoshino</a>`);
  expect(await text(`/es${list}`)).toContain("Hoshino Motores");

  const found = await (await site.post(list, { find: "agreements" })).text();
  expect(found).toContain("There");
  expect(found).not.toContain("To the first");
  const both = await (await site.post(`${path}/letters`, { find: "agreements" })).text();
  expect(both).toContain("To the first");
  const one = await text(`${path}/letters/${publicId}`);
  expect(one).toContain(">Letters to Hoshino</a>");
  expect(await text(`${list}/page/${publicId}`)).toContain("No older letters");
  // A letter to another company is no position in this list.
  expect((await site.get(`${list}/page/${here.publicId}`)).status).toBe(404);
});

test("letters.json gives the sums, and each company apart", async () => {
  const { campaign, path, first, second } = await aCampaignOfTwo();
  await aLetter(site.db, campaign, { publication: "published", display: "public" });
  const sent = await aLetter(site.db, campaign, { companyId: second.id });
  const recipient = await aRecipient(site.db, campaign, {
    companyId: second.id,
    email: "ir@hoshino.example",
    openedAt: new Date(),
  });
  await aHandedOver(site.db, campaign, { letterIds: [sent.id], companyId: second.id, number: 77 });
  await expect
    .poll(async () => (await site.get(`${path}/letters.json`)).json())
    .toMatchObject({
      recipients: [],
      letters: 2,
      states: { confirmed: 1 },
      companies: [
        { company: first.slug, name: first.name, letters: 1, recipients: [] },
        { company: second.slug, name: "Hoshino", letters: 1, recipients: [recipient.name] },
      ],
      dispatches: [{ number: 77, company: second.slug }],
    });
  await expect.poll(() => text(`${path}/letters`)).toContain(`To ${recipient.name}, Hoshino:`);
  const list = `${path}/letters/company/${second.slug}`;
  await expect.poll(() => text(list)).toContain(`To ${recipient.name}:`);
  expect(await text(`${path}/letters/company/${first.slug}`)).not.toContain("Dispatch 77");
});

test("no list of letters is of a company of another campaign", async () => {
  const elsewhere = await aCampaign(site.db);
  const [foreign] = await site.db.select().from(targets).where(eq(targets.id, elsewhere.targetId));
  for (const company of [foreign?.slug, "nowhere", "%00"]) {
    const list = `${path}/letters/company/${company}`;
    expect([company, (await site.get(list)).status]).toEqual([company, 404]);
    expect([company, (await site.post(list, { find: "agreements" })).status]).toEqual([company, 404]);
    const page = `${list}/page/${randomUUID()}`;
    expect([company, (await site.get(page)).status]).toEqual([company, 404]);
  }
});

test("organizers narrow exports down to one company, of their campaign alone", async () => {
  const organizer = await anOrganizer(site.db, { campaign, role: "owner" });
  const cookie = `session=${await aSession(site.db, organizer)}`;
  const page = `/organize/c/${campaign.slug}/exports`;
  for (const list of ["pledges", "signatures"]) {
    const html = await (await site.get(`${page}?list=${list}`, { cookie })).text();
    expect(html).toContain(`<option value="${second.slug}">Hoshino</option>`);
    expect(html).toContain(list === "pledges" ? "whose meeting it is" : "companies that get the name");
  }
  const elsewhere = await aCampaign(site.db);
  const [foreign] = await site.db.select().from(targets).where(eq(targets.id, elsewhere.targetId));
  for (const company of [foreign?.slug ?? "", "nowhere", "'"]) {
    const refused = await site.post(page, { preset: "pledges", company }, { cookie });
    expect([company, refused.status]).toEqual([company, 422]);
    expect(await refused.text()).toContain("Choose a company from the list");
  }
  const others = { campaign: elsewhere, role: "owner" } as const;
  const theirs = `session=${await aSession(site.db, await anOrganizer(site.db, others))}`;
  const alone = await (await site.get(`/organize/c/${elsewhere.slug}/exports`, { cookie: theirs })).text();
  expect(alone).not.toContain('name="company"');
});
