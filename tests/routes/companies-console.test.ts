import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { countPledgesInForce } from "#app/domain/entries/pledges/list/list-pledges.server.ts";
import { moveTotals } from "#app/domain/entries/pledges/totals/move-totals.server.ts";
import {
  coFilingRules,
  issuerSnapshots,
  letterDispatches,
  letterRecipients,
  meetings,
  packs,
} from "#db/schema/index.ts";
import { aToken } from "#tests/support/api-tokens.ts";
import { aCampaign, firstOf, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aSecondCompany, companyFields } from "#tests/support/companies.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aPledgeWithHolding } from "#tests/support/pledges-with-holdings.ts";
import { htmlOf, signedIn } from "#tests/support/signed-in.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

async function aScene(status: "draft" | "open" = "open") {
  const campaign = await aCampaign(db, { status });
  const second = await aSecondCompany(db, campaign);
  const first = firstOf(await listCompaniesOf(db, campaign.id));
  const signIn = (name: string) => signedIn(site, campaign, "owner", { name });
  const base = `/organize/c/${campaign.slug}`;
  return { campaign, first, second, base, signIn, ada: await signIn("Ada Asks") };
}
const slugsOf = async ({ id }: { id: number }) => (await listCompaniesOf(db, id)).map(({ slug }) => slug);

const pages = [
  "meetings",
  "meetings/company",
  "meetings/figures",
  "letters/recipients",
  "letters/dispatches",
  "packs",
  "pledges",
] as const;

test("each page is about the company of its address, and without one leads to the first", async () => {
  const { first, second, base, ada } = await aScene();
  for (const page of pages) {
    const plain = await ada.get(`${base}/${page}`);
    expect([page, plain.status, plain.headers.get("location")]).toEqual([
      page,
      302,
      `${base}/${page}?company=${first.slug}`,
    ]);
    for (const company of [first, second]) {
      const answer = await ada.get(`${base}/${page}?company=${company.slug}`);
      const html = await htmlOf(answer);
      expect([page, answer.status]).toEqual([page, 200]);
      expect(html).toMatch(new RegExp(`aria-current="page"[^>]*>${company.name}<`));
    }
  }
});

test("a company of another campaign is 404 on each page, and posted to it nothing is stored", async () => {
  const { second, base, ada } = await aScene();
  const { second: foreign } = await aScene();
  const posts: Record<(typeof pages)[number], Record<string, string>> = {
    meetings: { year: `${nextYear}` },
    "meetings/company": companyFields({ name: "Taken over" }),
    "meetings/figures": { shares_outstanding: "1000" },
    "letters/recipients": { name: "IR", email: "ir@foreign.example", per_day: "20" },
    "letters/dispatches": { draft: crypto.randomUUID(), recipient: crypto.randomUUID() },
    packs: { intent: "ask" },
    pledges: { find: "Ana" },
  };
  for (const page of pages)
    for (const company of [foreign.slug, "nobody", `${second.slug}x`]) {
      const at = `${base}/${page}?company=${company}`;
      expect([page, (await ada.get(at)).status]).toEqual([page, 404]);
      // The dispatch is to its recipient's company, which no address names.
      if (page === "letters/dispatches") continue;
      expect([page, (await ada.post(at, posts[page])).status]).toEqual([page, 404]);
    }
  expect(await db.$count(letterRecipients, eq(letterRecipients.email, "ir@foreign.example"))).toBe(0);
  expect(await db.$count(packs, eq(packs.companyId, foreign.id))).toBe(0);
});

test("what is posted at a company's page is of that company", async () => {
  const { campaign, first, second, base, ada } = await aScene();
  const at = (page: string) => `${base}/${page}?company=${second.slug}`;
  const added = await ada.post(at("letters/recipients"), {
    name: "Shareholder Services",
    email: "ir@hoshino.example",
    per_day: "20",
  });
  expect(added.headers.get("location")).toContain(`company=${second.slug}`);
  const [recipient] = await rowsIn(db, letterRecipients, { campaignId: campaign.id });
  expect(recipient?.companyId).toBe(second.id);
  const own = await ada.read(`${base}/letters/recipients/${recipient?.publicId}`);
  expect(own).toContain("Hoshino");
  expect(own).toContain(`/letters/recipients?company=${second.slug}`);

  const saved = await ada.post(`${base}/meetings/new?company=${second.slug}`, {
    year: `${nextYear}`,
    status: "expected",
  });
  expect(saved.status).toBe(303);
  const [meeting] = await db.select().from(meetings).where(eq(meetings.targetId, second.id));
  expect(meeting).toMatchObject({ year: nextYear, zone: "Asia/Tokyo" });
  const here = await ada.get(`${base}/meetings/${nextYear}?company=${first.slug}`);
  expect(here.status).toBe(404);
  const there = await ada.read(`${base}/meetings/${nextYear}?company=${second.slug}`);
  expect(there).toContain("All are in Japan Standard time");
  // Its law has no record date.
  expect(there).not.toContain('name="record_date"');

  const asked = await ada.post(at("packs"), { intent: "ask" });
  expect(asked.headers.get("location")).toBe(`${base}/packs?done=asked&company=${second.slug}`);
  const [pack] = await db.select().from(packs).where(eq(packs.campaignId, campaign.id));
  expect(pack?.companyId).toBe(second.id);
  // The first company's pack does not wait for it.
  expect(await ada.read(`${base}/packs?company=${first.slug}`)).toContain('value="ask"');

  const draft = crypto.randomUUID();
  const begun = await ada.post(at("letters/dispatches"), { draft, recipient: recipient?.publicId ?? "" });
  expect(begun.status).toBe(303);
  const [dispatch] = await db.select().from(letterDispatches).where(eq(letterDispatches.publicId, draft));
  expect(dispatch?.companyId).toBe(second.id);
  const list = (company: string) => ada.get(`${base}/letters/dispatches?company=${company}`).then(htmlOf);
  expect(await list(second.slug)).toContain(draft);
  expect(await list(first.slug)).not.toContain(draft);
});

test("a draft's companies are added, ordered and removed on their page", async () => {
  const { campaign, first, second, base, ada } = await aScene("draft");
  const page = `${base}/meetings/companies`;
  const press = (fields: Record<string, string>) => ada.post(page, fields);
  const done = async (fields: Record<string, string>) =>
    (await press(fields)).headers.get("location")?.split("?")[1];
  expect(await done({ intent: "new", ...companyFields({ name: "Aoi" }) })).toBe("done=changed");
  expect(await slugsOf(campaign)).toEqual([first.slug, second.slug, "aoi"]);
  expect(await done({ intent: "up", company: second.slug })).toBe("done=changed");
  expect(await slugsOf(campaign)).toEqual([second.slug, first.slug, "aoi"]);
  expect((await press({ intent: "up", company: second.slug })).status).toBe(409);
  expect((await press({ intent: "up", company: "nobody" })).status).toBe(422);
  expect((await press({ intent: "sell" })).status).toBe(422);
  expect(await done({ intent: "remove", company: "aoi" })).toBe("done=changed");
  await aRecipient(db, campaign, { companyId: second.id });
  const refused = await press({ intent: "remove", company: second.slug });
  expect(refused.status).toBe(409);
  expect(await htmlOf(refused)).toContain("Cannot be removed: it has recipients.");
  const wrong = await press({ intent: "new", ...companyFields({ name: "", ticker: "KEPT" }) });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="KEPT"');
  const { second: foreign } = await aScene();
  for (const intent of ["add", "remove", "up"])
    expect([intent, (await press({ intent, company: foreign.slug })).status]).toEqual([intent, 422]);
  expect(await slugsOf(campaign)).toEqual([second.slug, first.slug]);
});

test("an open campaign's change waits for a second person, who sees what it would be", async () => {
  const { campaign, first, second, base, ada, signIn } = await aScene();
  const bea = await signIn("Bea Approves");
  const page = `${base}/meetings/companies`;
  const asked = await ada.post(page, { intent: "remove", company: second.slug });
  expect(asked.headers.get("location")).toBe(`${page}?done=asked`);
  expect(await slugsOf(campaign)).toEqual([first.slug, second.slug]);
  const mine = await ada.read(page);
  expect(mine).toContain("Someone else must approve: Bea Approves.");
  expect(mine).not.toContain('value="approve"');
  const theirs = await bea.read(page);
  expect(theirs).toContain("Ada Asks asked on");
  const subject = /name="subject" value="([^"]+)"/.exec(theirs)?.[1] ?? "";
  expect((await ada.post(page, { intent: "approve", subject })).status).toBe(409);
  const other = await bea.post(page, { intent: "approve", subject: crypto.randomUUID() });
  expect(other.status).toBe(409);
  const approved = await bea.post(page, { intent: "approve", subject });
  expect(approved.headers.get("location")).toBe(`${page}?done=approved`);
  expect(await slugsOf(campaign)).toEqual([first.slug]);
  expect((await bea.post(page, { intent: "withdraw", subject })).status).toBe(409);
});

test("a campaign about one company has neither tabs nor a company in its addresses", async () => {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, name: "Ada Alone" });
  const headers = { cookie: `session=${await aSession(db, organizer)}` };
  for (const page of pages) {
    const answer = await site.get(`/organize/c/${campaign.slug}/${page}`, headers);
    const html = await htmlOf(answer);
    expect([page, answer.status]).toEqual([page, 200]);
    expect(html).not.toContain('class="companies"');
    expect(html).not.toContain("?company=");
    expect(html).not.toContain('class="of-company"');
  }
});

test("the page of a pledge is about its own company, and assesses a holding by its rule", async () => {
  const { campaign, second, base, ada } = await aScene();
  const asOf = new Date().toISOString().slice(0, 10);
  const rule = {
    tiers: [{ atLeast: "25000", years: 1 }],
    priceWindowDays: 60,
    wordsAtMost: 500,
    cureDays: 14,
  };
  await db.insert(coFilingRules).values({ targetId: campaign.targetId, ...rule, asOf });
  await db.insert(issuerSnapshots).values({ targetId: campaign.targetId, priceHigh60d: "100", asOf });
  const viewHolding = async (company: { targetId: number; zone: string }) => {
    const meeting = await aMeeting(db, company, nextYear);
    const holding = { willing: ["cofile"], heldSinceMonth: "2020-01-01" } as const;
    const { publicId } = await aPledgeWithHolding(db, { campaign, meeting }, holding);
    return htmlOf(await ada.post(`${base}/pledges/${publicId}`, { intent: "look" }));
  };
  const unknown = "Unknown: the rule’s thresholds are not entered.";
  expect(await viewHolding({ targetId: campaign.targetId, zone: "America/New_York" })).not.toContain(unknown);
  const tallow = await aSecondCompany(db, campaign, { name: "Tallow", jurisdiction: "us" }, 3);
  expect(await viewHolding({ targetId: tallow.id, zone: tallow.zone })).toContain(unknown);
  const html = await viewHolding({ targetId: second.id, zone: second.zone });
  expect(html).toContain(`<p class="of-company">${second.name}</p>`);
  expect(html).toContain(`${base}/pledges?meeting=${nextYear}&amp;company=${second.slug}"`);
  expect(html).toContain("Views and exports");
  expect(html).not.toContain("for this holder alone");
});

test("the overview counts pledges and letters of each company, and of one company nothing more", async () => {
  const { campaign, first, second, base, ada } = await aScene();
  const pledgeAt = async (company: { targetId: number; zone: string }, count: number) => {
    const meeting = await aMeeting(db, company, nextYear);
    for (let n = 0; n < count; n++) {
      const pledge = await aPledgeWithHolding(db, { campaign, meeting });
      await db.transaction((tx) => moveTotals(tx, testKeys, pledge, 1));
    }
  };
  await pledgeAt({ targetId: first.id, zone: first.zone }, 1);
  await pledgeAt({ targetId: second.id, zone: second.zone }, 3);
  for (const companyId of [first.id, first.id, second.id]) await aLetter(db, campaign, { companyId });

  const counts = {
    pledges: 4,
    letters: 3,
    companies: [
      { company: first.slug, name: first.name, pledges: 1, letters: 2 },
      { company: second.slug, name: "Hoshino", pledges: 3, letters: 1 },
    ],
  };
  const read = async (at: string, headers: { cookie: string } | { authorization: string }) =>
    (await site.get(at, headers)).json();
  expect((await read(`${base}/overview.json`, ada.headers)).board.counts).toMatchObject(counts);
  const heads = /class="figures heads[\s\S]*?<\/section>/.exec(await ada.read(base))?.[0];
  expect(heads?.match(/(?<=class="small">)[^<:]+: \d+/g)).toEqual([
    `${first.name}: 1`,
    "Hoshino: 3",
    `${first.name}: 2`,
    "Hoshino: 1",
  ]);

  const maker = { campaign, organizer: await anOrganizer(db, { campaign }) };
  const token = await aToken(db, maker, ["activity"]);
  const path = `/api/v1/organizer/campaigns/${campaign.slug}/activity`;
  const answer = await read(path, token.headers);
  expect(answer.counts).toMatchObject(counts);

  const alone = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign: alone });
  const cookie = `session=${await aSession(db, organizer)}`;
  const { board } = await read(`/organize/c/${alone.slug}/overview.json`, { cookie });
  expect(board.counts).not.toHaveProperty("companies");
});

test("the frame counts the pledges at each company", async () => {
  const { campaign, second } = await aScene();
  const meeting = await aMeeting(db, { targetId: second.id, zone: second.zone }, nextYear);
  const pledge = await aPledgeWithHolding(db, { campaign, meeting });
  await db.transaction((tx) => moveTotals(tx, testKeys, pledge, 1));
  expect(await countPledgesInForce(db, campaign.id)).toBe(1);
});
