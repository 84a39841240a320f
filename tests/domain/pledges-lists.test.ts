import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import {
  type CoFilerPlace,
  countCoFilers,
  listCoFilers,
} from "#app/domain/entries/pledges/co-filers/list-co-filers.server.ts";
import { setCoFiler } from "#app/domain/entries/pledges/co-filers/set-co-filer.server.ts";
import {
  countPledges,
  listPledges,
  searchPledges,
} from "#app/domain/entries/pledges/list/list-pledges.server.ts";
import { type PledgeFilter, wholePledgeList } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { readPledge } from "#app/domain/entries/pledges/list/read-pledge.server.ts";
import { viewHolding } from "#app/domain/entries/pledges/view-holding.server.ts";
import { listHoldingViews } from "#app/domain/upkeep/own-data/list-views.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { auditEntries, campaignOrganizers, consents, pledgeReminders, pledges } from "#db/schema/index.ts";
import { aCampaign, changeRows, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer, asRole } from "#tests/support/organizers.ts";
import { aMeeting } from "#tests/support/pledges.ts";
import { aPledgeWithHolding } from "#tests/support/pledges-with-holdings.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function aScene(role: OrganizerRole = "owner") {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign);
  const organizer = await anOrganizer(db, { campaign, role });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  return { campaign, meeting, organizer, scope, ofMeeting: { ...scope, meetingId: meeting.id } };
}

type Scope = Parameters<typeof listPledges>[1];

const names = async (scope: Scope, filter: Partial<PledgeFilter> = {}) =>
  (await listPledges(db, scope, { ...wholePledgeList, ...filter }, null)).pledges.map(({ name }) => name);

async function found(scope: Scope, text: string) {
  const answer = await searchPledges(db, scope, text);
  return answer.outcome === "found" ? answer.pledges.map(({ name }) => name) : answer.outcome;
}

test("the list has a meeting's pledges, newest first, and each filter works", async () => {
  const { campaign, meeting, ofMeeting } = await aScene();
  const about = { campaign, meeting };
  await aPledgeWithHolding(db, about, { name: "plain", createdAt: new Date("2026-10-03T00:00:00Z") });
  const at = new Date("2026-10-03T23:59:59.999Z");
  await aPledgeWithHolding(db, about, { name: "fund", kind: "fund", createdAt: at });
  const rich = {
    name: "rich",
    holdingForm: "employee_plan",
    verification: "broker_letter",
    verifiedAt: now,
    outcome: "did_not_vote",
    outcomeAt: now,
    willing: ["media"],
    createdAt: new Date("2026-10-04T00:00:00Z"),
  } as const;
  await aPledgeWithHolding(db, about, rich);
  const other = { campaign, meeting: await aMeeting(db, campaign, 2027) };
  await aPledgeWithHolding(db, other, { name: "another meeting" });

  expect(await names(ofMeeting)).toEqual(["rich", "fund", "plain"]);
  expect(await names(ofMeeting, { kind: "fund" })).toEqual(["fund"]);
  expect(await names(ofMeeting, { holding: "employee_plan" })).toEqual(["rich"]);
  expect(await names(ofMeeting, { verification: "broker_letter" })).toEqual(["rich"]);
  expect(await names(ofMeeting, { willing: "media" })).toEqual(["rich"]);
  expect(await names(ofMeeting, { willing: "cofile" })).toEqual([]);
  expect(await names(ofMeeting, { outcome: "did_not_vote" })).toEqual(["rich"]);
  expect(await names(ofMeeting, { from: "2026-10-03", to: "2026-10-03" })).toEqual(["fund", "plain"]);
  expect(await names(ofMeeting, { from: "2026-10-04" })).toEqual(["rich"]);
});

test("a person is listed by newest confirmed version, and by one that waits", async () => {
  const { campaign, meeting, ofMeeting } = await aScene();
  const about = { campaign, meeting };
  const series = randomUUID();
  const first = await aPledgeWithHolding(db, about, { name: "Edited", series, status: "superseded" });
  const { supporterId } = first;
  const next = (version: number, values: Parameters<typeof aPledgeWithHolding>[2]) =>
    aPledgeWithHolding(db, about, { series, supporterId, version, ...values });
  await next(2, { status: "withdrawn" });
  await next(3, { status: "active" });
  await next(4, { status: "email_pending" });

  const { pledges: rows } = await listPledges(db, ofMeeting, wholePledgeList, null);
  expect(rows.map(({ version, state }) => [version, state])).toEqual([
    [4, "email_pending"],
    [3, "active"],
  ]);
  expect(await countPledges(db, ofMeeting)).toMatchObject({ active: 1, email_pending: 1, withdrawn: 0 });

  const read = await readPledge(db, ofMeeting, first.publicId);
  expect(read?.state).toBe("superseded");
  expect(read?.versions.map(({ version, state }) => [version, state])).toEqual([
    [4, "email_pending"],
    [3, "active"],
    [2, "withdrawn"],
    [1, "superseded"],
  ]);
});

test("those who wait for somebody's look are told apart from those who were not accepted", async () => {
  const { campaign, meeting, ofMeeting } = await aScene();
  await aPledgeWithHolding(db, { campaign, meeting }, { name: "waits", status: "flagged" });
  await aPledgeWithHolding(
    db,
    { campaign, meeting },
    { name: "refused", status: "flagged", reviewedAt: now },
  );
  expect(await countPledges(db, ofMeeting)).toMatchObject({ waiting: 1, not_accepted: 1, active: 0 });
  expect(await names(ofMeeting, { state: "waiting" })).toEqual(["waits"]);
  expect(await names(ofMeeting, { state: "not_accepted" })).toEqual(["refused"]);
});

test("pages of pledges have no gaps either way, and foreign cursors lead nowhere", async () => {
  const { campaign, meeting, ofMeeting } = await aScene();
  const createdAt = new Date("2026-10-05T12:00:00Z");
  for (let n = 0; n < 60; n++)
    await aPledgeWithHolding(db, { campaign, meeting }, { name: `n${n}`, createdAt });
  const page = (side: "newer" | "older", than: string | null) =>
    listPledges(db, ofMeeting, wholePledgeList, than === null ? null : { side, than });

  const first = await page("older", null);
  const second = await page("older", first.older);
  expect([first.newer, second.older]).toEqual([null, null]);
  const all = [...first.pledges, ...second.pledges].map(({ name }) => name);
  expect(all).toEqual(Array.from({ length: 60 }, (_, n) => `n${59 - n}`));
  const back = await page("newer", second.newer);
  expect(back.pledges).toEqual(first.pledges);

  const other = await aScene();
  const theirs = { side: "older" as const, than: first.pledges[0]?.publicId ?? "" };
  expect((await listPledges(db, other.ofMeeting, wholePledgeList, theirs)).pledges).toEqual([]);
});

test("no list and no page of a pledge holds what somebody holds", async () => {
  const { campaign, meeting, ofMeeting } = await aScene();
  const pledge = await aPledgeWithHolding(
    db,
    { campaign, meeting },
    { holding: { shares: "987654.321", bucket: null } },
  );
  const seen = JSON.stringify([
    await listPledges(db, ofMeeting, wholePledgeList, null),
    await searchPledges(db, ofMeeting, "hanna"),
    await readPledge(db, ofMeeting, pledge.publicId),
  ]);
  expect(seen).toContain("Hanna Holder");
  expect(seen).not.toMatch(/(?<![\da-f-])987654(?![\da-f-])|shares_enc|sharesEnc/i);
});

test("a member who may not see names finds no pledge by list, search, page or pipeline", async () => {
  const { campaign, meeting } = await aScene();
  const values = {
    name: "Hidden Holder",
    email: "hidden.holder@example.org",
    willing: ["cofile"],
    consents: ["contact_cofile"],
  } as const;
  const pledge = await aPledgeWithHolding(db, { campaign, meeting }, values);
  const viewer = await anOrganizer(db, { campaign, role: "viewer" });
  const stranger = await anOrganizer(db, { campaign: await aCampaign(db) });
  for (const { id } of [viewer, stranger]) {
    const scope = { campaignId: campaign.id, organizerId: id, meetingId: meeting.id };
    expect(await names(scope)).toEqual([]);
    expect(await found(scope, "hidden")).toEqual([]);
    expect(await found(scope, values.email)).toEqual([]);
    expect(await readPledge(db, scope, pledge.publicId)).toBeNull();
    const page = { coFilers: [], newer: null, older: null };
    expect(await listCoFilers(db, scope, "interested", null)).toEqual(page);
    expect(await countCoFilers(db, scope)).toMatchObject({ counts: { interested: 0 }, notAsked: 0 });
  }
  const own = { ...(await aScene()).ofMeeting, meetingId: meeting.id };
  expect(await readPledge(db, own, pledge.publicId)).toBeNull();
});

test("a holder is found by a whole address or three letters of the name", async () => {
  const { campaign, meeting, ofMeeting } = await aScene();
  await aPledgeWithHolding(db, { campaign, meeting }, { name: "Zofia Łoś-100%", email: "zofia@example.org" });
  for (const text of ["łoś", "100%", "Zofia@Example.org", "zofia@", "example.org"]) {
    expect(await found(ofMeeting, text), text).toEqual(["Zofia Łoś-100%"]);
  }
  expect(await found(ofMeeting, "z%ł")).toBe("too-short");
  expect(await found(ofMeeting, "zof%łoś")).toEqual([]);
});

test("a view of a holding is logged, also for its person, for any version", async () => {
  const { campaign, meeting, scope, organizer } = await aScene();
  const series = randomUUID();
  const first = await aPledgeWithHolding(db, { campaign, meeting }, { series });
  const { supporterId } = first;
  expect(await viewHolding(db, testKeys, { scope, publicId: first.publicId }, now)).toEqual({
    outcome: "shown",
    holding: { shares: "120.5", bucket: null },
    tierReminder: null,
  });
  await db.update(pledges).set({ status: "superseded" }).where(eq(pledges.id, first.id));
  const holding = { shares: null, bucket: "10-99" } as const;
  const second = await aPledgeWithHolding(
    db,
    { campaign, meeting },
    { series, supporterId, version: 2, holding },
  );
  expect(await viewHolding(db, testKeys, { scope, publicId: second.publicId }, later(5))).toEqual({
    outcome: "shown",
    holding,
    tierReminder: null,
  });
  const another = await aPledgeWithHolding(db, { campaign: await aCampaign(db), meeting });
  const theirs = { ...scope, campaignId: another.campaignId };
  await db.insert(campaignOrganizers).values({ ...theirs, ...asRole("owner") });
  await viewHolding(db, testKeys, { scope: theirs, publicId: another.publicId }, now);
  const neighbour = await aPledgeWithHolding(db, { campaign, meeting });
  await viewHolding(db, testKeys, { scope, publicId: neighbour.publicId }, now);

  const view = { by: "Olga Sample", byOperator: false, how: "look" };
  const views = [
    { ...view, at: later(5) },
    { ...view, at: now },
  ];
  for (const { publicId } of [first, second])
    expect(await listHoldingViews(db, testKeys, publicId)).toEqual(views);
  const rotated = makeKeys([
    "another-secret-that-is-long-enough-000002",
    "a-secret-for-tests-that-is-long-enough-0001",
  ]);
  expect(await listHoldingViews(db, rotated, first.publicId)).toEqual(views);

  const entries = await rowsIn(db, auditEntries, { action: "holding-viewed", campaignId: campaign.id });
  expect(entries).toHaveLength(3);
  for (const { actor, subject, detail } of entries) {
    expect(actor).toBe(`organizer:${organizer.id}`);
    expect(detail).toEqual({ pledge: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect([first, second].flatMap((pledge) => [pledge.publicId, pledge.series])).not.toContain(subject);
  }
});

test("a tier's unlock day follows from the holding, and shows only with it", async () => {
  const { campaign, meeting, scope, ofMeeting } = await aScene();
  const pledge = await aPledgeWithHolding(db, { campaign, meeting }, { ...agreeing });
  const { id: pledgeId, series, publicId } = pledge;
  const times = { dueAt: later(60), uselessAt: later(120) };
  for (const reminder of ["tier-unlocks", "ballot-open"] as const) {
    await db.insert(pledgeReminders).values({ pledgeId, series, reminder, ...times });
  }
  const reviewer = await anOrganizer(db, { campaign, role: "reviewer" });
  for (const organizerId of [scope.organizerId, reviewer.id]) {
    const theirs = { ...ofMeeting, organizerId };
    const read = await readPledge(db, theirs, publicId);
    expect(read?.reminders.map(({ reminder }) => reminder)).toEqual(["ballot-open"]);
    const seen = [read, await listCoFilers(db, theirs, "interested", null)];
    expect(JSON.stringify(seen)).not.toMatch(/tier-unlocks|tierDay/);
  }
  expect(await viewHolding(db, testKeys, { scope, publicId }, now)).toMatchObject({
    outcome: "shown",
    tierReminder: { state: "scheduled", dueAt: later(60).toISOString(), queuedAt: null },
  });
});

test("a holding opens only with the right, in force, and refusals log no view", async () => {
  const { campaign, meeting, scope } = await aScene();
  const { publicId } = await aPledgeWithHolding(db, { campaign, meeting });
  const refused = { outcome: "not-shown" };
  for (const role of ["reviewer", "exporter", "viewer"] as const) {
    const { id } = await anOrganizer(db, { campaign, role });
    const theirs = { campaignId: campaign.id, organizerId: id };
    expect(await viewHolding(db, testKeys, { scope: theirs, publicId }, now), role).toEqual(refused);
  }
  const other = await aScene();
  expect(await viewHolding(db, testKeys, { scope: other.scope, publicId }, now)).toEqual(refused);
  const mixed = { ...other.scope, campaignId: campaign.id };
  expect(await viewHolding(db, testKeys, { scope: mixed, publicId }, now)).toEqual(refused);

  const pending = await aPledgeWithHolding(db, { campaign, meeting }, { status: "email_pending" });
  const fund = await aPledgeWithHolding(db, { campaign, meeting }, { kind: "fund" });
  for (const each of [pending, fund]) {
    expect(await viewHolding(db, testKeys, { scope, publicId: each.publicId }, now)).toEqual(refused);
  }
  expect(await listHoldingViews(db, testKeys, publicId)).toEqual([]);
  expect(
    await db.$count(
      auditEntries,
      and(eq(auditEntries.action, "holding-viewed"), eq(auditEntries.campaignId, campaign.id)),
    ),
  ).toBe(0);
  const others = makeKeys(["another-secret-that-is-long-enough-000004"]);
  expect(await viewHolding(db, others, { scope, publicId }, now)).toEqual({ outcome: "unreadable" });
  expect(await listHoldingViews(db, others, publicId)).toEqual([]);
  const flagged = await aPledgeWithHolding(db, { campaign, meeting }, { status: "flagged" });
  expect((await viewHolding(db, testKeys, { scope, publicId: flagged.publicId }, now)).outcome).toBe("shown");
});

const agreeing = { willing: ["cofile"], consents: ["pledge", "contact_cofile"] } as const;

test("the pipeline names only willing people who consented, and counts others", async () => {
  const { campaign, meeting, ofMeeting } = await aScene();
  const about = { campaign, meeting };
  await aPledgeWithHolding(db, about, { name: "In", ...agreeing });
  await aPledgeWithHolding(db, about, { name: "Did Not Agree", willing: ["cofile"] });
  await aPledgeWithHolding(db, about, { name: "Not Willing", consents: ["contact_cofile"] });
  await aPledgeWithHolding(db, about, { name: "Withdrew", status: "withdrawn", ...agreeing });
  const revoked = await aPledgeWithHolding(db, about, { name: "Took Back", ...agreeing });
  await db.update(consents).set({ revokedAt: now }).where(eq(consents.supporterId, revoked.supporterId));

  const { coFilers } = await listCoFilers(db, ofMeeting, "interested", null);
  const { counts, notAsked } = await countCoFilers(db, ofMeeting);
  expect(counts).toEqual({ interested: 1, documents_asked: 0, received: 0, accepted: 0, declined: 0 });
  expect(coFilers).toMatchObject([{ name: "In", state: "interested", changedAt: null }]);
  expect(notAsked).toBe(2);
});

test("a co-filer moves one logged step at a time, and an edit keeps it", async () => {
  const { campaign, meeting, scope, ofMeeting } = await aScene();
  const series = randomUUID();
  const first = await aPledgeWithHolding(db, { campaign, meeting }, { series, ...agreeing });
  const move = (
    from: "interested" | "documents_asked" | "received",
    to: typeof from | "accepted",
    at = now,
  ) => setCoFiler(db, testKeys, { scope, publicId: first.publicId, from, to }, at);

  expect(await move("interested", "received")).toEqual({ outcome: "not-from-there" });
  expect(await move("documents_asked", "received")).toEqual({ outcome: "not-from-there" });
  expect(await move("interested", "documents_asked")).toEqual({ outcome: "recorded" });
  expect(await move("interested", "documents_asked")).toEqual({ outcome: "not-from-there" });
  expect(await move("documents_asked", "received", later(1))).toEqual({ outcome: "recorded" });
  expect(await move("received", "documents_asked", later(2))).toEqual({ outcome: "recorded" });

  await db.update(pledges).set({ status: "superseded" }).where(eq(pledges.id, first.id));
  const { supporterId } = first;
  await aPledgeWithHolding(db, { campaign, meeting }, { series, supporterId, version: 2, ...agreeing });
  expect((await listCoFilers(db, ofMeeting, "documents_asked", null)).coFilers).toMatchObject([
    { state: "documents_asked", changedAt: "2026-11-24T12:02:00Z" },
  ]);

  const entries = await rowsIn(db, auditEntries, { action: "co-filer-changed", campaignId: campaign.id });
  expect(entries.map(({ detail }) => detail)).toMatchObject([
    { from: "interested", to: "documents_asked" },
    { from: "documents_asked", to: "received" },
    { from: "received", to: "documents_asked" },
  ]);
});

test("no step without the right, from another campaign, or after a withdrawal", async () => {
  const { campaign, meeting, scope } = await aScene();
  const { publicId, supporterId } = await aPledgeWithHolding(db, { campaign, meeting }, agreeing);
  const step = { publicId, from: "interested", to: "documents_asked" } as const;
  const refused = { outcome: "not-a-co-filer" };
  const reviewer = await anOrganizer(db, { campaign, role: "reviewer" });
  const theirs = { ...scope, organizerId: reviewer.id };
  expect(await setCoFiler(db, testKeys, { scope: theirs, ...step }, now)).toEqual(refused);
  expect(await setCoFiler(db, testKeys, { scope: (await aScene()).scope, ...step }, now)).toEqual(refused);
  await changeRows(db, consents, { supporterId, purpose: "contact_cofile" }, { revokedAt: now });
  expect(await setCoFiler(db, testKeys, { scope, ...step }, now)).toEqual(refused);
});

test("pages of co-filers have no gaps either way, even while some move", async () => {
  const { campaign, meeting, scope, ofMeeting } = await aScene();
  const confirmedAt = new Date("2026-10-05T12:00:00.123Z");
  const people: string[] = [];
  for (let n = 0; n < 60; n++) {
    const pledge = await aPledgeWithHolding(db, { campaign, meeting }, { confirmedAt, ...agreeing });
    people.push(pledge.publicId);
  }
  const page = (side: "newer" | "older", than: CoFilerPlace | null) =>
    listCoFilers(db, ofMeeting, "interested", than === null ? null : { side, than });
  const ids = ({ coFilers }: Awaited<ReturnType<typeof page>>) => coFilers.map(({ publicId }) => publicId);

  const first = await page("newer", null);
  const second = await page("newer", first.newer);
  expect([first.older, second.newer]).toEqual([null, null]);
  expect([...ids(first), ...ids(second)]).toEqual(people.sort());
  expect(ids(await page("older", second.older))).toEqual(ids(first));
  expect((await countCoFilers(db, ofMeeting)).counts.interested).toBe(60);

  // The last of the first page: the next page begins after its former position.
  const publicId = first.newer?.publicId ?? "";
  const step = { publicId, from: "interested", to: "documents_asked" } as const;
  await setCoFiler(db, testKeys, { scope, ...step }, later(1));
  expect(ids(await page("newer", first.newer))).toEqual(ids(second));
  const asked = await listCoFilers(db, ofMeeting, "documents_asked", null);
  expect(ids(asked)).toEqual([publicId]);
});
