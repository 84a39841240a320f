import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { countRefusals } from "#app/domain/upkeep/refusals/count-refusals.server.ts";
import { apiTokens, auditEntries, outbox, refusalWarnings } from "#db/schema/index.ts";
import { aToken } from "#tests/support/api-tokens.ts";
import { aCampaign, rowIn, rowsIn } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { anAddress, aSite, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

let output = "";
for (const stream of site.output)
  stream.on("data", (chunk) => {
    output += chunk;
  });

const refusals = ["sign-in-refused", "access-refused", "stranger-refused"];

/** Waits for an audit entry with this actor and reason. */
async function waitForEntry(actor: string, why: string, times = 1) {
  for (let tries = 0; tries < 300; tries++) {
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.actor, actor));
    const of = entries.filter(({ detail }) => (detail as { why?: string }).why === why);
    if (of.length >= times) return of;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no entry tells of ${why} by ${actor}`);
}

test("refused pages, acts, campaigns and tokens are logged: who, what, from where", async () => {
  const [mine, other] = [await aCampaign(db), await aCampaign(db)];
  const viewer = await anOrganizer(db, { campaign: mine, role: "viewer" });
  const headers = { cookie: `session=${await aSession(db, viewer)}` };
  const base = `/organize/c/${mine.slug}`;
  for (const page of ["exports", "erase", "team"])
    expect((await site.get(`${base}/${page}`, headers)).status, page).toBe(403);
  expect((await site.post(`${base}/freeze`, { intent: "freeze" }, headers)).status).toBe(403);
  const nothing = "00000000-0000-4000-8000-000000000000";
  expect((await site.get(`${base}/updates/${nothing}`, headers)).status).toBe(404);
  expect((await site.get(`/organize/c/${other.slug}`, headers)).status).toBe(404);
  expect((await site.get("/organize/c/no-such-campaign", headers)).status).toBe(404);
  const token = `undersigned_${"x".repeat(43)}`;
  const api = `/api/v1/organizer/campaigns/${mine.slug}/activity`;
  expect((await site.get(api, { authorization: `Bearer ${token}` })).status).toBe(401);

  const ended = await aToken(db, { campaign: mine, organizer: viewer }, ["activity"]);
  await db.update(apiTokens).set({ revokedAt: new Date() }).where(eq(apiTokens.organizerId, viewer.id));
  expect((await site.get(api, ended.headers)).status).toBe(401);

  const actor = `organizer:${viewer.id}`;
  const rights = await waitForEntry(actor, "right", 4);
  const pages = rights.map(({ detail }) => (detail as { page: string }).page);
  expect(pages.sort()).toEqual(["erase", "exports", "freeze", "team"]);
  expect(rights.every(({ campaignId, fromHash }) => campaignId === mine.id && fromHash?.length === 8)).toBe(
    true,
  );
  expect(await waitForEntry(actor, "campaign")).toMatchObject([{ campaignId: other.id }]);
  expect(await waitForEntry(actor, "thing")).toMatchObject([{ campaignId: mine.id }]);
  const [bad] = await waitForEntry("system", "token");
  expect(bad).toMatchObject({ action: "stranger-refused", campaignId: mine.id });

  expect(await waitForEntry(actor, "ended-token")).toMatchObject([
    { action: "access-refused", campaignId: mine.id },
  ]);

  expect(output).toContain(`"organizer":"${viewer.id}"`);
  expect(output).toMatch(
    /"event":"refused","why":"right","organizer":"[0-9a-f-]{36}","campaign":\d+,"page":"exports","network":"[0-9a-f]{16}","times":1/,
  );
  for (const secret of [token, ended.token]) expect(output).not.toContain(secret);
});

test("wrong codes and lockouts are logged without address, and owners warned", async () => {
  const campaign = await aCampaign(db);
  const owner = await anOrganizer(db, { campaign });
  const organizer = await anOrganizer(db, { campaign, role: "viewer" });
  const unknown = anAddress();
  await site.post("/sign-in", { email: unknown });
  for (let n = 0; n < 4; n++) {
    const asked = await site.post("/sign-in", { email: organizer.email });
    const cookie = asked.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    for (let tries = 0; tries < 3; tries++) await site.post("/sign-in", { code: "000000" }, { cookie });
  }
  const actor = `organizer:${organizer.id}`;
  expect((await waitForEntry(actor, "code"))[0]).toMatchObject({
    campaignId: null,
    action: "sign-in-refused",
  });
  await waitForEntry(actor, "locked");
  await waitForEntry("system", "unknown-address");

  const notice = await waitForMail(site, owner.email);
  expect(notice.subject).toBe("Someone may be trying to get in as an organizer");
  // As many as were stored when ten refusals were: wrong codes, and what was locked by them.
  const warning = await rowIn(db, refusalWarnings, { campaignId: campaign.id });
  expect(warning.wrong + warning.locked).toBeGreaterThanOrEqual(10);
  expect(notice.text).toContain(` ${warning.wrong} wrong codes`);
  await expect.poll(() => countRefusals(db, campaign.id)).toMatchObject({ wrong: 12, locked: 4 });
  const stored = await db.select().from(auditEntries).where(inArray(auditEntries.action, refusals));
  for (const text of [JSON.stringify(stored), output]) {
    expect(text).not.toContain(organizer.email);
    expect(text).not.toContain(unknown);
  }
  // Any number of them: one row, one email a day.
  const mails = await rowsIn(db, outbox, { campaignId: campaign.id, organizerId: owner.id });
  expect(mails).toHaveLength(1);
});
