import { createHash, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { moveTotals } from "#app/domain/entries/pledges/totals/move-totals.server.ts";
import { createToken } from "#app/lib/token.server.ts";
import {
  auditEntries,
  campaignCompanies,
  coFilers,
  listExports,
  pledgeReminders,
  pledges,
  supporters,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, testKeys } from "#tests/support/builders.ts";
import { runForBytes } from "#tests/support/operator.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aPledgeWithHolding } from "#tests/support/pledges-with-holdings.ts";
import { signedIn } from "#tests/support/signed-in.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;
const holding = { shares: "987654.321", bucket: null } as const;
const shareCount = "987,654.321";

async function aScene() {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign);
  await changeRows(db, campaignCompanies, { campaignId: campaign.id }, { meetingId: meeting.id });
  return { campaign, meeting, base: `/organize/c/${campaign.slug}` };
}

const viewsOf = (campaign: { id: number }) =>
  db.$count(
    auditEntries,
    and(eq(auditEntries.action, "holding-viewed"), eq(auditEntries.campaignId, campaign.id)),
  );

test("roles open their pledge pages and files, and holdings only with the right", async () => {
  const { campaign, meeting, base } = await aScene();
  const { publicId } = await aPledgeWithHolding(
    db,
    { campaign, meeting },
    { name: "Somebody Listed", holding },
  );
  const page = `${base}/pledges/${publicId}`;
  const opens: [OrganizerRole, { names: number; look: number; files: number }][] = [
    ["organizer", { names: 200, look: 200, files: 303 }],
    ["reviewer", { names: 200, look: 403, files: 403 }],
    ["viewer", { names: 403, look: 403, files: 403 }],
  ];
  for (const [role, { names, look: mayView, files }] of opens) {
    const organizer = await signedIn(site, campaign, role);
    for (const path of [`${base}/pledges`, page, `${base}/co-filers`]) {
      const answer = await organizer.get(path);
      expect(answer.status, `${role} ${path}`).toBe(names);
      const html = await answer.text();
      expect(html).not.toMatch(/987[,.]?654/);
      if (path === page) expect(html.includes('value="look"'), role).toBe(mayView === 200);
    }
    const before = await viewsOf(campaign);
    const looked = await organizer.post(page, { intent: "look" });
    expect(looked.status, role).toBe(mayView);
    expect((await looked.text()).includes(shareCount), role).toBe(mayView === 200);
    expect((await viewsOf(campaign)) - before, role).toBe(mayView === 200 ? 1 : 0);
    for (const fields of [
      { intent: "papers", level: "broker_letter" },
      { intent: "review", accept: "yes" },
    ]) {
      const status = (await organizer.post(page, fields)).status;
      expect(status === 403, `${role} ${fields.intent}`).toBe(mayView === 403);
    }
    expect((await organizer.post(`${base}/exports`, { preset: "pledges" })).status, role).toBe(files);
  }
});

test("pledges of another campaign are not there, and strangers are asked to sign in", async () => {
  const { campaign, meeting, base } = await aScene();
  const { publicId } = await aPledgeWithHolding(db, { campaign, meeting }, { name: "Not Yours", holding });
  const mine = await aScene();
  const organizer = await signedIn(site, mine.campaign);
  for (const path of [`${base}/pledges`, `${base}/pledges/${publicId}`, `${base}/co-filers`]) {
    const theirs = await organizer.get(path);
    expect(theirs.status, path).toBe(404);
    expect(await theirs.text()).not.toContain("Not Yours");
    expect((await site.get(path)).headers.get("location"), path).toBe("/sign-in");
  }
  const elsewhere = `${mine.base}/pledges/${publicId}`;
  for (const path of [elsewhere, `${mine.base}/pledges/no-such`, `${mine.base}/pledges/${randomUUID()}`])
    expect((await organizer.get(path)).status, path).toBe(404);
  const looked = await organizer.post(elsewhere, { intent: "look" });
  expect(await looked.text()).not.toContain(shareCount);
  for (const path of [`${base}/pledges/${publicId}`, elsewhere]) {
    expect((await site.post(path, { intent: "look" })).headers.get("location"), path).toBe("/sign-in");
  }
  expect(await viewsOf(campaign)).toBe(0);
  expect(await viewsOf(mine.campaign)).toBe(0);
});

test("a holding is covered before and after its button, and the view is logged", async () => {
  const { campaign, meeting, base } = await aScene();
  const { publicId } = await aPledgeWithHolding(db, { campaign, meeting }, { holding });
  const page = `${base}/pledges/${publicId}`;
  const organizer = await signedIn(site, campaign);
  const before = await (await organizer.get(page)).text();
  expect(before).toContain("A number of shares, hidden");
  expect(before).toContain("Nobody has viewed or exported it");

  const looked = await organizer.post(page, { intent: "look" });
  expect(looked.status).toBe(200);
  expect(looked.headers.get("cache-control")).toBe("no-store");
  const pageHtml = await looked.text();
  expect(pageHtml).toContain(shareCount);
  expect(pageHtml).not.toContain("Nobody has viewed or exported it");

  const after = await organizer.get(page);
  expect(after.headers.get("cache-control")).toBe("no-store");
  const html = await after.text();
  expect(html).not.toMatch(/987[,.]?654/);
  expect(html).toMatch(/Views and exports[\s\S]*Olga Sample/);
});

test("a tier's unlock day shows only with the holding, to those who may see it", async () => {
  const { campaign, meeting, base } = await aScene();
  const { id: pledgeId, series, publicId } = await aPledgeWithHolding(db, { campaign, meeting }, { holding });
  const times = {
    dueAt: new Date(`${nextYear}-03-04T15:00:00Z`),
    uselessAt: new Date(`${nextYear}-06-04T15:00:00Z`),
  };
  await db.insert(pledgeReminders).values({ pledgeId, series, reminder: "tier-unlocks", ...times });
  const page = `${base}/pledges/${publicId}`;
  for (const role of ["reviewer", "exporter", "owner"] as const) {
    const html = await (await (await signedIn(site, campaign, role)).get(page)).text();
    expect(html, role).not.toMatch(new RegExp(`${nextYear}-03-04|Mar(ch)? 4|tier-unlocks`));
  }
  const looked = await (await signedIn(site, campaign)).post(page, { intent: "look" });
  expect(await looked.text()).toMatch(new RegExp(`scheduled for Mar 4, ${nextYear}, 3:00\\sp.m.`));
});

test("an export with a holding is on the pages of its pledge and its holder", async () => {
  const { campaign, meeting, base } = await aScene();
  const pledge = await aPledgeWithHolding(db, { campaign, meeting }, { holding });
  const [person] = await db.select().from(supporters).where(eq(supporters.id, pledge.supporterId));
  const subject = person?.publicId ?? "";
  const token = createToken(testKeys, "manage", { subject, issuedAt: new Date(), expiresAt: null });
  const manage = `/manage/${token}`;
  const plain = async (path: string, headers = {}) =>
    (await (await site.get(path, headers)).text()).replace(/<script[\s\S]*?<\/script>|<[^>]*>/g, "");
  expect(await plain(manage)).toContain("Nobody so far.");

  const organizer = await signedIn(site, campaign);
  const asked = await organizer.post(`${base}/exports`, { preset: "pledges" });
  await (await organizer.get(asked.headers.get("location") ?? "")).arrayBuffer();
  const mine = await plain(manage);
  expect(mine).toContain("exported by Olga Sample");
  expect(mine).not.toContain("Nobody so far");
  const page = await plain(`${base}/pledges/${pledge.publicId}`, organizer.headers);
  expect(page).toContain("exported by Olga Sample");
  const taken = await (await site.get(`${manage}/export`)).json();
  expect(taken.pledges[0].looks).toMatchObject([{ by: "Olga Sample", byOperator: false, how: "export" }]);
});

test("a holding without its key is unreadable on view and when checking papers", async () => {
  const { campaign, meeting, base } = await aScene();
  const { id, publicId } = await aPledgeWithHolding(db, { campaign, meeting }, { holding });
  await db.update(pledges).set({ keyId: "0badc0de" }).where(eq(pledges.id, id));
  const organizer = await signedIn(site, campaign);
  const papers = { intent: "papers", seen: "email_confirmed", level: "broker_letter" };
  for (const fields of [{ intent: "look" }, papers]) {
    const answer = await organizer.post(`${base}/pledges/${publicId}`, fields);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("share count can’t be read");
  }
  expect(await viewsOf(campaign)).toBe(0);
});

test("a state of the pipeline has pages, and its number is of all of them", async () => {
  const { campaign, meeting, base } = await aScene();
  const agreeing = { willing: ["cofile"], consents: ["pledge", "contact_cofile"] } as const;
  for (let n = 0; n < 51; n++) {
    await aPledgeWithHolding(
      db,
      { campaign, meeting },
      { name: `Holder ${String(n).padStart(2, "0")}`, ...agreeing },
    );
  }
  const organizer = await signedIn(site, campaign);
  const page = async (search: string) => (await organizer.get(`${base}/co-filers${search}`)).text();
  const named = (html: string) =>
    [...html.matchAll(/class="name"[^>]*>(Holder \d\d)</g)].map(([, name]) => name);

  const all = await page("");
  expect(all).toContain("51 people");
  expect(named(all)).toHaveLength(20);
  expect(all).toContain("All 51 in this state");
  const first = await page("?meeting=2026&state=interested");
  expect(named(first)).toHaveLength(50);
  expect(first).toContain("51 people");
  const next = /href="[^"]*(\?[^"]*newer=[^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = await page(next);
  expect(named(second)).toEqual(["Holder 50"]);
  const pledge = /name="pledge" value="([^"]*)"/.exec(second)?.[1] ?? "";
  const step = { pledge, from: "interested", to: "declined" };
  const moved = await organizer.post(`${base}/co-filers${next}`, step);
  expect(moved.headers.get("location")).toMatch(/\?meeting=2026&state=interested&newer=.*&done=1$/);
  for (const place of ["2026-02-30T00:00:00.000000Z", "0000-01-01T00:00:00.000000Z", "x"]) {
    const wrong = await organizer.get(`${base}/co-filers?state=interested&newer=${place}~${pledge}`);
    expect(wrong.status, place).toBe(200);
  }
});

test("the list filters by address and searches by form, with no query in it", async () => {
  const campaign = await aCampaign(db);
  const base = `/organize/c/${campaign.slug}`;
  // A meeting to come: after its day the list would open on the next.
  const meeting = await aMeeting(db, campaign, nextYear);
  await changeRows(db, campaignCompanies, { campaignId: campaign.id }, { meetingId: meeting.id });
  const email = `fund-${randomUUID()}@example.org`;
  await aPledgeWithHolding(db, { campaign, meeting }, { name: "Plain Holder" });
  await aPledgeWithHolding(db, { campaign, meeting }, { name: "Fundina Łoś", kind: "fund", email });
  const other = { campaign, meeting: await aMeeting(db, campaign, nextYear + 1) };
  await aPledgeWithHolding(db, other, { name: "Year After" });
  const organizer = await signedIn(site, campaign);
  const list = async (search: string) => (await organizer.get(`${base}/pledges${search}`)).text();

  const usual = await list("");
  expect(usual).toContain("Plain Holder");
  expect(usual).not.toContain("Year After");
  expect(await list(`?meeting=${nextYear + 1}`)).toContain("Year After");
  const funds = await list("?kind=fund&from=not-a-day&state=nonsense");
  expect(funds).toContain("Fundina");
  expect(funds).not.toContain("Plain Holder");
  expect(funds).toContain("Write days like");
  expect(await list("?verification=broker_letter")).toContain("No pledge matches these filters");

  for (const find of ["łoś", email.toUpperCase()]) {
    const answer = await organizer.post(`${base}/pledges?meeting=2026`, { find });
    expect(answer.status).toBe(200);
    const html = (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, "");
    expect(html, find).toContain(email);
    expect(html, find).not.toContain("Plain Holder");
    expect(html, find).not.toMatch(/(href|action)="[^"]*(fund-|%C5%82)/i);
  }
  expect(await (await organizer.post(`${base}/pledges`, { find: "ab" })).text()).toContain(
    "Type a little more",
  );
});

test("the next matches of a search are a post away, and logged like the first", async () => {
  const { campaign, meeting, base } = await aScene();
  for (let n = 0; n < 53; n++) await aPledgeWithHolding(db, { campaign, meeting }, { name: `Manifold ${n}` });
  const organizer = await signedIn(site, campaign);
  const search = async (fields: Record<string, string>) =>
    (await organizer.post(`${base}/pledges?meeting=2026`, { find: "manifold", ...fields })).text();
  const first = await search({});
  expect(first).toContain("More than 50 pledges match");
  const older = /name="older" value="([^"]+)"/.exec(first)?.[1] ?? "";
  const next = await search({ older });
  expect(next.match(/Manifold \d+(?=<)/g)).toEqual(["Manifold 2", "Manifold 1", "Manifold 0"]);
  expect(next).not.toContain('name="older"');
  const searches = and(eq(auditEntries.action, "people-searched"), eq(auditEntries.campaignId, campaign.id));
  expect(await db.select().from(auditEntries).where(searches).orderBy(auditEntries.id)).toMatchObject([
    { detail: { list: "pledges", rows: 50 } },
    { detail: { list: "pledges", rows: 3 } },
  ]);
});

test("the list ends with how many pledges became votes, by way of holding", async () => {
  const { campaign, meeting, base } = await aScene();
  const reportedAs = (outcome: "voted_as_pledged" | "did_not_vote") => ({ outcome, outcomeAt: new Date() });
  await aPledgeWithHolding(
    db,
    { campaign, meeting },
    { holdingForm: "employee_plan", ...reportedAs("did_not_vote") },
  );
  await aPledgeWithHolding(
    db,
    { campaign, meeting },
    { holdingForm: "broker", ...reportedAs("voted_as_pledged") },
  );
  await aPledgeWithHolding(db, { campaign, meeting }, { holdingForm: "broker" });
  const html = await (await (await signedIn(site, campaign)).get(`${base}/pledges`)).text();
  const table = html.slice(html.indexOf('id="voted"')).replace(/<[^>]+>/g, " ");
  expect(table).toMatch(/Who voted/);
  expect(table).toMatch(/All\s+3\s+2\s+1\s\(50/);
});

test("an empty list says what will appear, and without a meeting where to enter one", async () => {
  const { campaign, base } = await aScene();
  const organizer = await signedIn(site, campaign);
  expect(await (await organizer.get(`${base}/pledges`)).text()).toContain("No one has pledged yet");
  expect(await (await organizer.get(`${base}/co-filers`)).text()).toContain("No co-filers yet");
  const bare = await aCampaign(db);
  const answer = await (await signedIn(site, bare)).get(`/organize/c/${bare.slug}/pledges`);
  expect(await answer.text()).toContain("No meeting added yet");
});

test("a pledge that waits is told before all else, and counts once somebody accepts it", async () => {
  const { campaign, meeting, base } = await aScene();
  const large = { shares: "10000001", bucket: null } as const;
  const waiting = { status: "flagged", holding: large } as const;
  const pledge = await aPledgeWithHolding(db, { campaign, meeting }, { name: "Large Holder", ...waiting });
  const organizer = await signedIn(site, campaign);
  expect(await (await organizer.get(`${base}/pledges`)).text()).toContain("One pledge needs review");

  const page = `${base}/pledges/${pledge.publicId}`;
  const refused = await organizer.post(page, { intent: "review", accept: "no" });
  expect([refused.status, refused.headers.get("location")]).toEqual([303, `${page}?done=not-accepted`]);
  expect(await (await organizer.get(`${base}/pledges`)).text()).not.toContain("needs review");
  const accepted = await organizer.post(page, { intent: "review", accept: "yes" });
  expect(accepted.headers.get("location")).toBe(`${page}?done=accepted`);
  expect(await (await organizer.get(`${page}?done=accepted`)).text()).toContain("It counts now");
  const again = await organizer.post(page, { intent: "review", accept: "yes" });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain("no longer under review");
  expect((await organizer.post(page, { intent: "review" })).status).toBe(422);
});

test("a level of papers is recorded, taken back, and asked for when none is chosen", async () => {
  const { campaign, meeting, base } = await aScene();
  const pledge = await aPledgeWithHolding(db, { campaign, meeting });
  await db.transaction((tx) => moveTotals(tx, testKeys, pledge, 1));
  const organizer = await signedIn(site, campaign);
  const page = `${base}/pledges/${pledge.publicId}`;
  const papers = async (level: string, seen?: string) =>
    organizer.post(page, { intent: "papers", level, seen: seen ?? (await recorded()) ?? "" });
  const recorded = async () => {
    const [row] = await db.select().from(pledges).where(eq(pledges.id, pledge.id));
    return row?.verification;
  };
  expect((await papers("broker_letter")).headers.get("location")).toBe(`${page}?done=recorded`);
  expect(await recorded()).toBe("broker_letter");
  const html = await (await organizer.get(page)).text();
  expect(html).toContain("none are kept here");
  expect(html).toMatch(/Broker letter seen[\s\S]*Olga Sample, [A-Z][a-z]{2} \d+, \d{4}, /);
  expect((await papers("email_confirmed")).status).toBe(303);
  expect(await recorded()).toBe("email_confirmed");

  const behind = await papers("document_checked", "broker_letter");
  expect(behind.status).toBe(409);
  expect(await behind.text()).toContain("was edited after you opened this page");
  expect(await recorded()).toBe("email_confirmed");

  const none = await organizer.post(page, { intent: "papers" });
  expect(none.status).toBe(422);
  expect(await none.text()).toContain("Choose what you have seen");
  expect((await papers("notary")).status).toBe(422);
  expect((await organizer.post(page, { intent: "erase" })).status).toBe(422);
  expect(await recorded()).toBe("email_confirmed");
});

test("a co-filer moves step by step, and an outdated page changes nothing", async () => {
  const { campaign, meeting, base } = await aScene();
  const agreeing = { willing: ["cofile"], consents: ["pledge", "contact_cofile"] } as const;
  const pledge = await aPledgeWithHolding(db, { campaign, meeting }, { name: "Willing Holder", ...agreeing });
  await aPledgeWithHolding(db, { campaign, meeting }, { name: "Unasked Holder", willing: ["cofile"] });
  const organizer = await signedIn(site, campaign);
  const page = `${base}/co-filers`;
  const html = await (await organizer.get(page)).text();
  expect(html).toContain("Willing Holder");
  expect(html).not.toContain("Unasked Holder");
  expect(html).toContain("One more person is willing");

  const step = { pledge: pledge.publicId, from: "interested", to: "documents_asked" };
  expect((await organizer.post(page, step)).headers.get("location")).toBe(`${page}?done=1`);
  const behind = await organizer.post(page, step);
  expect(behind.status).toBe(409);
  expect(await behind.text()).toContain("someone else moved this person first");
  expect((await organizer.post(page, { ...step, to: "friends" })).status).toBe(422);
  const reviewer = await signedIn(site, campaign, "reviewer");
  expect((await reviewer.post(page, step)).status).toBe(403);
  const [row] = await db.select().from(coFilers).where(eq(coFilers.series, pledge.series));
  expect(row?.state).toBe("documents_asked");
});

test("a downloaded list equals the operator's, and its manifest has its hash", async () => {
  const { campaign, meeting, base } = await aScene();
  const agreeing = { willing: ["cofile"], consents: ["pledge", "contact_cofile"] } as const;
  await aPledgeWithHolding(
    db,
    { campaign, meeting },
    { name: "=Łucja", holding, comment: 'é 😀,\n"x"', ...agreeing },
  );
  const organizer = await signedIn(site, campaign);
  for (const preset of ["pledges", "pledges-co-filers"]) {
    const asked = await organizer.post(`${base}/exports`, { preset });
    const path = asked.headers.get("location") ?? "";
    const answer = await organizer.get(path);
    expect(answer.headers.get("content-disposition")).toMatch(
      new RegExp(`^attachment; filename="${preset}-${campaign.slug}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.toString()).toContain("'=Łucja");
    expect(bytes.includes("987654.321")).toBe(preset === "pledges");

    const args = ["--campaign", campaign.slug, "--preset", preset, "--json"];
    const { out, err } = await runForBytes(["export", "pledges", ...args], site.env);
    expect(out.equals(bytes), preset).toBe(true);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(JSON.parse(err)).toMatchObject({ preset, rows: 1, sha256, by: "operator" });
    const manifest = await (await organizer.get(path.replace(".csv", ".manifest.json"))).json();
    expect(manifest).toMatchObject({ preset, rows: 1, bytes: bytes.length, sha256 });
    expect((await organizer.get(path)).status).toBe(410);
  }
});

test("the page of exports opens for either right, with the lists that a role may take", async () => {
  const { campaign, meeting, base } = await aScene();
  await aPledgeWithHolding(db, { campaign, meeting });
  const owner = await signedIn(site, campaign);
  const asked = await owner.post(`${base}/exports`, { preset: "pledges" });
  const file = asked.headers.get("location") ?? "";

  const pledgesPage = await (await owner.get(`${base}/exports?list=pledges`)).text();
  expect(pledgesPage).toContain("Export pledges");
  expect(pledgesPage).toContain('value="pledges-co-filers"');
  expect(pledgesPage).toContain("All pledges");
  expect(await (await owner.get(`${base}/exports`)).text()).toContain('value="delivery"');

  const exporter = await signedIn(site, campaign, "exporter");
  const theirs = await (await exporter.get(`${base}/exports?list=pledges`)).text();
  expect(theirs).toContain('value="delivery"');
  expect(theirs).not.toContain('value="pledges"');
  expect((await exporter.get(file)).status).toBe(404);
  expect((await (await signedIn(site, campaign, "reviewer")).get(`${base}/exports`)).status).toBe(403);

  const wrong = await owner.post(`${base}/exports`, { preset: "pledges", state: "confirmed", from: "x" });
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  expect(html).toContain("Export pledges");
  expect(html).toMatch(/value="pledges"[^>]* checked|checked[^>]*value="pledges"/);
  expect(await db.$count(listExports, eq(listExports.campaignId, campaign.id))).toBe(1);
});
