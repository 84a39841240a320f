import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
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
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aPledgeWithHolding } from "#tests/support/pledges-with-holdings.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;
const holding = { shares: "987654.321", bucket: null } as const;
const shareCount = "987,654.321";

async function aScene() {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign);
  await db
    .update(campaignCompanies)
    .set({ meetingId: meeting.id })
    .where(eq(campaignCompanies.campaignId, campaign.id));
  return { campaign, meeting, base: `/organize/c/${campaign.slug}` };
}

async function signedIn(campaign: { id: number }, role: OrganizerRole = "owner") {
  const organizer = await anOrganizer(db, { campaign, role });
  return { cookie: `session=${await aSession(db, organizer)}` };
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
    const cookies = await signedIn(campaign, role);
    for (const path of [`${base}/pledges`, page, `${base}/co-filers`]) {
      const answer = await site.get(path, cookies);
      expect(answer.status, `${role} ${path}`).toBe(names);
      const html = await answer.text();
      expect(html).not.toMatch(/987[,.]?654/);
      if (path === page) expect(html.includes('value="look"'), role).toBe(mayView === 200);
    }
    const before = await viewsOf(campaign);
    const looked = await site.post(page, { intent: "look" }, cookies);
    expect(looked.status, role).toBe(mayView);
    expect((await looked.text()).includes(shareCount), role).toBe(mayView === 200);
    expect((await viewsOf(campaign)) - before, role).toBe(mayView === 200 ? 1 : 0);
    for (const fields of [
      { intent: "papers", level: "broker_letter" },
      { intent: "review", accept: "yes" },
    ]) {
      const status = (await site.post(page, fields, cookies)).status;
      expect(status === 403, `${role} ${fields.intent}`).toBe(mayView === 403);
    }
    expect((await site.post(`${base}/exports`, { preset: "pledges" }, cookies)).status, role).toBe(files);
  }
});

test("pledges of another campaign are not there, and strangers are asked to sign in", async () => {
  const { campaign, meeting, base } = await aScene();
  const { publicId } = await aPledgeWithHolding(db, { campaign, meeting }, { name: "Not Yours", holding });
  const mine = await aScene();
  const cookies = await signedIn(mine.campaign);
  for (const path of [`${base}/pledges`, `${base}/pledges/${publicId}`, `${base}/co-filers`]) {
    const theirs = await site.get(path, cookies);
    expect(theirs.status, path).toBe(404);
    expect(await theirs.text()).not.toContain("Not Yours");
    expect((await site.get(path)).headers.get("location"), path).toBe("/sign-in");
  }
  const elsewhere = `${mine.base}/pledges/${publicId}`;
  for (const path of [elsewhere, `${mine.base}/pledges/no-such`, `${mine.base}/pledges/${randomUUID()}`])
    expect((await site.get(path, cookies)).status, path).toBe(404);
  const looked = await site.post(elsewhere, { intent: "look" }, cookies);
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
  const cookies = await signedIn(campaign);
  const before = await (await site.get(page, cookies)).text();
  expect(before).toContain("A number of shares, hidden");
  expect(before).toContain("Nobody has viewed or exported it");

  const looked = await site.post(page, { intent: "look" }, cookies);
  expect(looked.status).toBe(200);
  expect(looked.headers.get("cache-control")).toBe("no-store");
  const pageHtml = await looked.text();
  expect(pageHtml).toContain(shareCount);
  expect(pageHtml).not.toContain("Nobody has viewed or exported it");

  const after = await site.get(page, cookies);
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
    const html = await (await site.get(page, await signedIn(campaign, role))).text();
    expect(html, role).not.toMatch(new RegExp(`${nextYear}-03-04|Mar(ch)? 4|tier-unlocks`));
  }
  const looked = await site.post(page, { intent: "look" }, await signedIn(campaign));
  expect(await looked.text()).toMatch(new RegExp(`scheduled for Mar 4, ${nextYear}, 3:00\\sp.m.`));
});

test("an export with a holding is on the pages of its pledge and its holder", async () => {
  const { campaign, meeting, base } = await aScene();
  const pledge = await aPledgeWithHolding(db, { campaign, meeting }, { holding });
  const [person] = await db.select().from(supporters).where(eq(supporters.id, pledge.supporterId));
  const subject = person?.publicId ?? "";
  const token = createToken(testKeys, "manage", { subject, issuedAt: new Date(), expiresAt: null });
  const manage = `/manage/${token}`;
  const plain = async (path: string, cookies = {}) =>
    (await (await site.get(path, cookies)).text()).replace(/<script[\s\S]*?<\/script>|<[^>]*>/g, "");
  expect(await plain(manage)).toContain("Nobody so far.");

  const cookies = await signedIn(campaign);
  const asked = await site.post(`${base}/exports`, { preset: "pledges" }, cookies);
  await (await site.get(asked.headers.get("location") ?? "", cookies)).arrayBuffer();
  const mine = await plain(manage);
  expect(mine).toContain("exported by Olga Sample");
  expect(mine).not.toContain("Nobody so far");
  const page = await plain(`${base}/pledges/${pledge.publicId}`, cookies);
  expect(page).toContain("exported by Olga Sample");
  const taken = await (await site.get(`${manage}/export`)).json();
  expect(taken.pledges[0].looks).toMatchObject([{ by: "Olga Sample", byOperator: false, how: "export" }]);
});

test("a holding without its key is unreadable on view and when checking papers", async () => {
  const { campaign, meeting, base } = await aScene();
  const { id, publicId } = await aPledgeWithHolding(db, { campaign, meeting }, { holding });
  await db.update(pledges).set({ keyId: "0badc0de" }).where(eq(pledges.id, id));
  const cookies = await signedIn(campaign);
  const papers = { intent: "papers", seen: "email_confirmed", level: "broker_letter" };
  for (const fields of [{ intent: "look" }, papers]) {
    const answer = await site.post(`${base}/pledges/${publicId}`, fields, cookies);
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
  const cookies = await signedIn(campaign);
  const page = async (search: string) => (await site.get(`${base}/co-filers${search}`, cookies)).text();
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
  const moved = await site.post(`${base}/co-filers${next}`, step, cookies);
  expect(moved.headers.get("location")).toMatch(/\?meeting=2026&state=interested&newer=.*&done=1$/);
  for (const place of ["2026-02-30T00:00:00.000000Z", "0000-01-01T00:00:00.000000Z", "x"]) {
    const wrong = await site.get(`${base}/co-filers?state=interested&newer=${place}~${pledge}`, cookies);
    expect(wrong.status, place).toBe(200);
  }
});

test("the list filters by address and searches by form, with no query in it", async () => {
  const { campaign, meeting, base } = await aScene();
  const email = `fund-${randomUUID()}@example.org`;
  await aPledgeWithHolding(db, { campaign, meeting }, { name: "Plain Holder" });
  await aPledgeWithHolding(db, { campaign, meeting }, { name: "Fundina Łoś", kind: "fund", email });
  const other = { campaign, meeting: await aMeeting(db, campaign, nextYear) };
  await aPledgeWithHolding(db, other, { name: "Next Year" });
  const cookies = await signedIn(campaign);
  const list = async (search: string) => (await site.get(`${base}/pledges${search}`, cookies)).text();

  const usual = await list("");
  expect(usual).toContain("Plain Holder");
  expect(usual).not.toContain("Next Year");
  expect(await list(`?meeting=${nextYear}`)).toContain("Next Year");
  const funds = await list("?kind=fund&from=not-a-day&state=nonsense");
  expect(funds).toContain("Fundina");
  expect(funds).not.toContain("Plain Holder");
  expect(funds).toContain("Write days like");
  expect(await list("?verification=broker_letter")).toContain("No pledge matches these filters");

  for (const find of ["łoś", email.toUpperCase()]) {
    const answer = await site.post(`${base}/pledges?meeting=2026`, { find }, cookies);
    expect(answer.status).toBe(200);
    const html = (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, "");
    expect(html, find).toContain(email);
    expect(html, find).not.toContain("Plain Holder");
    expect(html, find).not.toMatch(/(href|action)="[^"]*(fund-|%C5%82)/i);
  }
  expect(await (await site.post(`${base}/pledges`, { find: "ab" }, cookies)).text()).toContain(
    "Type a little more",
  );
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
  const html = await (await site.get(`${base}/pledges`, await signedIn(campaign))).text();
  const table = html.slice(html.indexOf('id="voted"')).replace(/<[^>]+>/g, " ");
  expect(table).toMatch(/Who voted/);
  expect(table).toMatch(/All\s+3\s+2\s+1\s\(50/);
});

test("an empty list says what will appear, and without a meeting where to enter one", async () => {
  const { campaign, base } = await aScene();
  const cookies = await signedIn(campaign);
  expect(await (await site.get(`${base}/pledges`, cookies)).text()).toContain("No one has pledged yet");
  expect(await (await site.get(`${base}/co-filers`, cookies)).text()).toContain("No co-filers yet");
  const bare = await aCampaign(db);
  const answer = await site.get(`/organize/c/${bare.slug}/pledges`, await signedIn(bare));
  expect(await answer.text()).toContain("No meeting added yet");
});

test("a pledge that waits is told before all else, and counts once somebody accepts it", async () => {
  const { campaign, meeting, base } = await aScene();
  const large = { shares: "10000001", bucket: null } as const;
  const waiting = { status: "flagged", holding: large } as const;
  const pledge = await aPledgeWithHolding(db, { campaign, meeting }, { name: "Large Holder", ...waiting });
  const cookies = await signedIn(campaign);
  expect(await (await site.get(`${base}/pledges`, cookies)).text()).toContain("One pledge needs review");

  const page = `${base}/pledges/${pledge.publicId}`;
  const refused = await site.post(page, { intent: "review", accept: "no" }, cookies);
  expect([refused.status, refused.headers.get("location")]).toEqual([303, `${page}?done=not-accepted`]);
  expect(await (await site.get(`${base}/pledges`, cookies)).text()).not.toContain("needs review");
  const accepted = await site.post(page, { intent: "review", accept: "yes" }, cookies);
  expect(accepted.headers.get("location")).toBe(`${page}?done=accepted`);
  expect(await (await site.get(`${page}?done=accepted`, cookies)).text()).toContain("It counts now");
  const again = await site.post(page, { intent: "review", accept: "yes" }, cookies);
  expect(again.status).toBe(409);
  expect(await again.text()).toContain("no longer under review");
  expect((await site.post(page, { intent: "review" }, cookies)).status).toBe(422);
});

test("a level of papers is recorded, taken back, and asked for when none is chosen", async () => {
  const { campaign, meeting, base } = await aScene();
  const pledge = await aPledgeWithHolding(db, { campaign, meeting });
  await db.transaction((tx) => moveTotals(tx, testKeys, pledge, 1));
  const cookies = await signedIn(campaign);
  const page = `${base}/pledges/${pledge.publicId}`;
  const papers = async (level: string, seen?: string) =>
    site.post(page, { intent: "papers", level, seen: seen ?? (await recorded()) ?? "" }, cookies);
  const recorded = async () => {
    const [row] = await db.select().from(pledges).where(eq(pledges.id, pledge.id));
    return row?.verification;
  };
  expect((await papers("broker_letter")).headers.get("location")).toBe(`${page}?done=recorded`);
  expect(await recorded()).toBe("broker_letter");
  const html = await (await site.get(page, cookies)).text();
  expect(html).toContain("none are kept here");
  expect(html).toMatch(/Broker letter seen[\s\S]*Olga Sample, [A-Z][a-z]{2} \d+, \d{4}, /);
  expect((await papers("email_confirmed")).status).toBe(303);
  expect(await recorded()).toBe("email_confirmed");

  const behind = await papers("document_checked", "broker_letter");
  expect(behind.status).toBe(409);
  expect(await behind.text()).toContain("was edited after you opened this page");
  expect(await recorded()).toBe("email_confirmed");

  const none = await site.post(page, { intent: "papers" }, cookies);
  expect(none.status).toBe(422);
  expect(await none.text()).toContain("Choose what you have seen");
  expect((await papers("notary")).status).toBe(422);
  expect((await site.post(page, { intent: "erase" }, cookies)).status).toBe(422);
  expect(await recorded()).toBe("email_confirmed");
});

test("a co-filer moves step by step, and an outdated page changes nothing", async () => {
  const { campaign, meeting, base } = await aScene();
  const agreeing = { willing: ["cofile"], consents: ["pledge", "contact_cofile"] } as const;
  const pledge = await aPledgeWithHolding(db, { campaign, meeting }, { name: "Willing Holder", ...agreeing });
  await aPledgeWithHolding(db, { campaign, meeting }, { name: "Unasked Holder", willing: ["cofile"] });
  const cookies = await signedIn(campaign);
  const page = `${base}/co-filers`;
  const html = await (await site.get(page, cookies)).text();
  expect(html).toContain("Willing Holder");
  expect(html).not.toContain("Unasked Holder");
  expect(html).toContain("One more person is willing");

  const step = { pledge: pledge.publicId, from: "interested", to: "documents_asked" };
  expect((await site.post(page, step, cookies)).headers.get("location")).toBe(`${page}?done=1`);
  const behind = await site.post(page, step, cookies);
  expect(behind.status).toBe(409);
  expect(await behind.text()).toContain("someone else moved this person first");
  expect((await site.post(page, { ...step, to: "friends" }, cookies)).status).toBe(422);
  const reviewer = await signedIn(campaign, "reviewer");
  expect((await site.post(page, step, reviewer)).status).toBe(403);
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
  const cookies = await signedIn(campaign);
  for (const preset of ["pledges", "pledges-co-filers"]) {
    const asked = await site.post(`${base}/exports`, { preset }, cookies);
    const path = asked.headers.get("location") ?? "";
    const answer = await site.get(path, cookies);
    expect(answer.headers.get("content-disposition")).toMatch(
      new RegExp(`^attachment; filename="${preset}-${campaign.slug}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.toString()).toContain("'=Łucja");
    expect(bytes.includes("987654.321")).toBe(preset === "pledges");

    const program = join(import.meta.dirname, "../../build/server/index.js");
    const args = ["export", "pledges", "--campaign", campaign.slug, "--preset", preset, "--json"];
    const ended = await promisify(execFile)(process.execPath, [program, ...args], {
      env: site.env,
      cwd: site.folder,
      encoding: "buffer",
    });
    expect(ended.stdout.equals(bytes), preset).toBe(true);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(JSON.parse(ended.stderr.toString())).toMatchObject({ preset, rows: 1, sha256, by: "operator" });
    const manifest = await (await site.get(path.replace(".csv", ".manifest.json"), cookies)).json();
    expect(manifest).toMatchObject({ preset, rows: 1, bytes: bytes.length, sha256 });
    expect((await site.get(path, cookies)).status).toBe(410);
  }
});

test("the page of exports opens for either right, with the lists that a role may take", async () => {
  const { campaign, meeting, base } = await aScene();
  await aPledgeWithHolding(db, { campaign, meeting });
  const owner = await signedIn(campaign);
  const asked = await site.post(`${base}/exports`, { preset: "pledges" }, owner);
  const file = asked.headers.get("location") ?? "";

  const pledgesPage = await (await site.get(`${base}/exports?list=pledges`, owner)).text();
  expect(pledgesPage).toContain("Export pledges");
  expect(pledgesPage).toContain('value="pledges-co-filers"');
  expect(pledgesPage).toContain("All pledges");
  expect(await (await site.get(`${base}/exports`, owner)).text()).toContain('value="delivery"');

  const exporter = await signedIn(campaign, "exporter");
  const theirs = await (await site.get(`${base}/exports?list=pledges`, exporter)).text();
  expect(theirs).toContain('value="delivery"');
  expect(theirs).not.toContain('value="pledges"');
  expect((await site.get(file, exporter)).status).toBe(404);
  expect((await site.get(`${base}/exports`, await signedIn(campaign, "reviewer"))).status).toBe(403);

  const wrong = await site.post(
    `${base}/exports`,
    { preset: "pledges", state: "confirmed", from: "x" },
    owner,
  );
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  expect(html).toContain("Export pledges");
  expect(html).toMatch(/value="pledges"[^>]* checked|checked[^>]*value="pledges"/);
  expect(await db.$count(listExports, eq(listExports.campaignId, campaign.id))).toBe(1);
});
