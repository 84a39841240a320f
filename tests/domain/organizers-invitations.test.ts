import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mayDo, type OrganizerRight, organizerRoles } from "#app/domain/access/organizer.ts";
import {
  findCampaignOf,
  findInvitation,
  hasOrganizers,
  listCampaignsOf,
} from "#app/domain/access/queries.server.ts";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { requestCode } from "#app/domain/access/sign-in/request-code.server.ts";
import { acceptInvitation } from "#app/domain/team/accept-invitation.server.ts";
import { inviteOrganizer } from "#app/domain/team/invite.server.ts";
import { auditEntries, organizerInvitations, organizers, outbox } from "#db/schema/index.ts";
import { aCampaign, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer, anotherCode, asRole, mailedCode } from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function invite(campaign: { slug: string }, values: { email?: string; hours?: number } = {}) {
  const invited = await inviteOrganizer(
    db,
    { campaignSlug: campaign.slug, role: "organizer", by: "operator", ...values },
    now,
  );
  if (invited.outcome !== "invited") throw new Error(invited.outcome);
  return invited;
}

async function accept(invitation: string, email: string, name = "Ada Sample", at = now) {
  const accepted = await acceptInvitation(db, testKeys, { invitation, name, email }, at);
  if (accepted.outcome !== "code-requested") throw new Error(accepted.outcome);
  return accepted.token;
}

async function byAddress(email: string) {
  const [organizer] = await db.select().from(organizers).where(eq(organizers.email, email));
  if (!organizer) throw new Error(`${email} is not known`);
  return organizer;
}

const redeem = (ceremony: string, code: string, at = now) =>
  redeemCode(db, testKeys, { ceremony, code, userAgent: null, oldSession: null }, at);

test("an invited person becomes an organizer when the mailed code comes back", async () => {
  const campaign = await aCampaign(db, { title: "A" });
  // Those of earlier tests.
  await db.update(organizers).set({ activatedAt: null });
  expect(await hasOrganizers(db)).toBe(false);
  const { token } = await invite(campaign);
  const ceremony = await accept(token, "ada@example.org");
  const ada = await byAddress("ada@example.org");
  expect(ada.activatedAt).toBeNull();
  expect(await listCampaignsOf(db, ada.id)).toEqual([]);
  expect((await findInvitation(db, token, now))?.state).toBe("open");
  expect(await hasOrganizers(db)).toBe(false);

  expect(await redeem(ceremony, await mailedCode(db, ada))).toMatchObject({ outcome: "signed-in" });
  expect(await listCampaignsOf(db, ada.id)).toMatchObject([{ slug: campaign.slug, role: "organizer" }]);
  expect((await byAddress("ada@example.org")).activatedAt).toEqual(now);
  expect((await findInvitation(db, token, now))?.state).toBe("used");
  expect(await hasOrganizers(db)).toBe(true);

  const entries = await rowsIn(db, auditEntries, { campaignId: campaign.id });
  expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
    ["operator", "organizer-invited"],
    [`organizer:${ada.id}`, "organizer-joined"],
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/\bada\b/i);
});

test("only the hash of an invitation is stored", async () => {
  const { token } = await invite(await aCampaign(db));
  const rows = await db.select().from(organizerInvitations);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a mistyped address or a wrong code does not spend the invitation", async () => {
  const { token } = await invite(await aCampaign(db));
  await accept(token, "beta@exmaple.org");
  const ceremony = await accept(token, "beta@example.org");
  const beta = await byAddress("beta@example.org");
  const code = await mailedCode(db, beta);
  expect(await redeem(ceremony, anotherCode(code))).toMatchObject({ outcome: "wrong" });
  expect((await findInvitation(db, token, now))?.state).toBe("open");
  expect(await redeem(ceremony, code)).toMatchObject({ outcome: "signed-in" });
});

test("an invitation makes one organizer, also when two give their codes back at once", async () => {
  const campaign = await aCampaign(db);
  const { token } = await invite(campaign);
  const people = ["carol@example.org", "dora@example.org"];
  const ceremonies = await Promise.all(people.map((email) => accept(token, email)));
  const found = await Promise.all(people.map(byAddress));
  const codes = await Promise.all(found.map((organizer) => mailedCode(db, organizer)));
  const ends = await Promise.all(ceremonies.map((ceremony, n) => redeem(ceremony, codes[n] ?? "")));

  expect(ends.map(({ outcome }) => outcome).sort()).toEqual(["invitation-over", "signed-in"]);
  const loser = found[ends.findIndex(({ outcome }) => outcome === "invitation-over")];
  expect((await byAddress(loser?.email ?? "")).activatedAt).toBeNull();
  expect(await listCampaignsOf(db, loser?.id ?? "")).toEqual([]);
});

test("an invitation that is used, over, unknown or for another address says so", async () => {
  const campaign = await aCampaign(db);
  const used = await invite(campaign);
  await redeem(
    await accept(used.token, "eve@example.org"),
    await mailedCode(db, await byAddress("eve@example.org")),
  );
  const over = await invite(campaign, { hours: 1 });
  const named = await invite(campaign, { email: "Frida@Example.org" });
  const tryOut = async (invitation: string, at = now) =>
    (await acceptInvitation(db, testKeys, { invitation, name: "X", email: "gus@example.org" }, at)).outcome;

  expect(await tryOut(used.token)).toBe("used");
  expect(await tryOut(over.token, later(60))).toBe("expired");
  expect(await tryOut(named.token)).toBe("wrong-address");
  expect(await tryOut("no-such-invitation")).toBe("unknown");
  expect(await db.$count(organizers, eq(organizers.email, "gus@example.org"))).toBe(0);
  await accept(named.token, "frida@example.org");
});

test("an invitation that runs out while the code is on its way makes nobody an organizer", async () => {
  const { token } = await invite(await aCampaign(db), { hours: 1 });
  const ceremony = await accept(token, "hana@example.org", "Hana", later(55));
  const hana = await byAddress("hana@example.org");
  expect(await redeem(ceremony, await mailedCode(db, hana), later(61))).toEnd("invitation-over");
  expect((await byAddress("hana@example.org")).activatedAt).toBeNull();
});

test("someone invited but not yet proved cannot sign in without the invitation", async () => {
  const { token } = await invite(await aCampaign(db));
  await accept(token, "ines@example.org");
  const ines = await byAddress("ines@example.org");
  const before = await db.$count(outbox, eq(outbox.organizerId, ines.id));
  await requestCode(db, testKeys, { email: ines.email }, now);
  expect(await db.$count(outbox, eq(outbox.organizerId, ines.id))).toBe(before);
});

test("an organizer of one campaign accepts for a second, and keeps their name", async () => {
  const [one, two] = [await aCampaign(db), await aCampaign(db)];
  const organizer = await anOrganizer(db, { campaign: one, name: "Jana" });
  const { token } = await invite(two);
  const ceremony = await accept(token, organizer.email, "Somebody Else");
  expect((await byAddress(organizer.email)).name).toBe("Jana");
  await redeem(ceremony, await mailedCode(db, organizer));
  expect((await listCampaignsOf(db, organizer.id)).map(({ slug }) => slug).sort()).toEqual(
    [one.slug, two.slug].sort(),
  );
});

test("invitations share the limit of mails with signing in", async () => {
  const { token } = await invite(await aCampaign(db));
  for (let n = 0; n < 8; n++) await accept(token, "kim@example.org");
  const kim = await byAddress("kim@example.org");
  expect(await db.$count(outbox, eq(outbox.organizerId, kim.id))).toBe(5);
});

test("inviting to an unknown campaign or to no address is refused", async () => {
  const campaign = await aCampaign(db);
  const input = { role: "viewer", by: "operator" } as const;
  expect(await inviteOrganizer(db, { ...input, campaignSlug: "no-such" })).toEnd("unknown-campaign");
  expect(await inviteOrganizer(db, { ...input, campaignSlug: campaign.slug, email: "a@b, c@d.org" })).toEqual(
    { outcome: "not-an-address" },
  );
});

test("a campaign is not there for those who are not its organizers", async () => {
  const [mine, other] = [await aCampaign(db), await aCampaign(db)];
  const organizer = await anOrganizer(db, { campaign: mine, role: "viewer" });
  expect(await findCampaignOf(db, mine.slug, organizer.id)).toMatchObject({ id: mine.id, role: "viewer" });
  expect(await findCampaignOf(db, other.slug, organizer.id)).toBeNull();
});

test("each role may do what it is for, and an owner everything", () => {
  const rolesWith = (right: OrganizerRight) => organizerRoles.filter((role) => mayDo(asRole(role), right));
  expect(rolesWith("view")).toEqual([...organizerRoles]);
  expect(rolesWith("view-names")).toEqual(["owner", "organizer", "reviewer", "exporter"]);
  expect(rolesWith("review")).toEqual(["owner", "organizer", "reviewer"]);
  expect(rolesWith("export-signatures")).toEqual(["owner", "organizer", "exporter"]);
  expect(rolesWith("manage")).toEqual(["owner"]);
  expect(mayDo({ role: "owner", rights: [] }, "manage")).toBe(true);
  expect(mayDo({ role: "viewer", rights: ["view", "review"] }, "review")).toBe(true);
});
