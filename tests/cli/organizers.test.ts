import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries, campaignOrganizers, organizerSessions, organizers } from "#db/schema/index.ts";
import { rowsIn } from "#tests/support/builders.ts";
import { aFolder, anOperator } from "#tests/support/operator.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";

const folder = aFolder();

async function aScene() {
  const operator = await anOperator(folder);
  const { db, campaign } = operator;
  const owner = await anOrganizer(db, { campaign, email: "owner@example.org", name: "Olga Owner" });
  const member = await anOrganizer(db, { campaign, role: "organizer", email: "member@example.org" });
  const organizer = (verb: string, ...args: string[]) => operator.cli("organizer", verb, ...args);
  return { ...operator, owner, member, organizer };
}

const outcomeOf = (ended: { out: string }) => JSON.parse(ended.out);

test("a team is listed with its rights, which change, and members are removed", async () => {
  const { db, campaign, member, organizer } = await aScene();
  await aSession(db, member);
  expect((await organizer("list")).out).toMatch(
    /^member@example\.org +organizer +email only +view,view-names/m,
  );
  expect(outcomeOf(await organizer("list", "--json"))).toMatchObject({
    outcome: "listed",
    members: [{ email: "owner@example.org", role: "owner" }, { email: "member@example.org" }],
    invitations: [],
  });
  const to = ["--email", "Member@example.org"];
  const role = ["--role", "viewer", "--rights", "review,export-signatures"];
  expect(outcomeOf(await organizer("rights", ...to, ...role, "--json"))).toEqual({ outcome: "changed" });
  const theirs = and(
    eq(campaignOrganizers.campaignId, campaign.id),
    eq(campaignOrganizers.organizerId, member.id),
  );
  const [place] = await db.select().from(campaignOrganizers).where(theirs);
  expect(place).toMatchObject({
    role: "viewer",
    rights: ["view", "view-names", "review", "export-signatures"],
  });
  expect(outcomeOf(await organizer("rights", ...to, ...role, "--json"))).toEqual({ outcome: "unchanged" });

  expect(outcomeOf(await organizer("remove", ...to, "--json"))).toEqual({ outcome: "removed" });
  expect(await db.$count(campaignOrganizers, theirs)).toBe(0);
  expect(await db.$count(organizerSessions, eq(organizerSessions.organizerId, member.id))).toBe(0);
  expect(await organizer("remove", ...to)).toMatchObject({
    code: 1,
    err: expect.stringContaining("organizer list"),
  });
  const actions = await rowsIn(db, auditEntries, { campaignId: campaign.id });
  expect(actions.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    "operator organizer-rights-changed",
    "operator organizer-removed",
  ]);
}, 120_000);

test("the last owner stays, and what cannot be understood says how to write it", async () => {
  const { organizer } = await aScene();
  const owner = ["--email", "owner@example.org"];
  const last = { code: 1, err: expect.stringContaining("last owner") };
  expect(await organizer("remove", ...owner)).toMatchObject(last);
  expect(await organizer("rights", ...owner, "--role", "viewer")).toMatchObject(last);
  expect(await organizer("rights", ...owner, "--role", "boss")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--role must be one of owner, organizer"),
  });
  expect(await organizer("rights", ...owner, "--role", "viewer", "--rights", "fly")).toMatchObject({
    code: 2,
  });
});

test("lost factors are taken off, and a campaign is frozen and let go", async () => {
  const { db, owner, organizer, cli, run } = await aScene();
  await aSession(db, owner);
  const values = { totpSecretEnc: Buffer.alloc(40), totpKeyId: "a", totpSince: new Date(), totpLastStep: 1 };
  await db.update(organizers).set(values).where(eq(organizers.id, owner.id));
  expect(outcomeOf(await organizer("list", "--json")).members[0]).toMatchObject({ hasSecondFactor: true });
  const reset = await run("organizer", "reset-second-factor", "--email", "owner@example.org", "--json");
  expect(outcomeOf(reset)).toEqual({ outcome: "reset" });
  expect(outcomeOf(await organizer("list", "--json")).members[0]).toMatchObject({ hasSecondFactor: false });
  expect(await db.$count(organizerSessions, eq(organizerSessions.organizerId, owner.id))).toBe(0);

  expect(outcomeOf(await cli("freeze", "--json"))).toEqual({ outcome: "frozen" });
  expect(outcomeOf(await cli("freeze", "--json"))).toEqual({ outcome: "already" });
  const exported = await cli("export", "signatures", "--preset", "full");
  expect(exported).toMatchObject({ code: 1, out: "", err: expect.stringContaining("frozen") });
  expect(outcomeOf(await cli("unfreeze", "--json"))).toEqual({ outcome: "unfrozen" });
  expect(outcomeOf(await cli("unfreeze", "--json"))).toEqual({ outcome: "not-frozen" });
  expect((await cli("export", "signatures", "--preset", "full")).code).toBe(0);
}, 120_000);

test("an account is closed and reopened; invitations are withdrawn and sent again", async () => {
  const { db, campaign, member, organizer, run } = await aScene();
  const to = ["--email", "Member@example.org"];
  expect(outcomeOf(await run("organizer", "disable", ...to, "--json"))).toEqual({
    outcome: "disabled",
    campaigns: 1,
  });
  expect(await run("organizer", "disable", ...to)).toMatchObject({ code: 1, out: "" });
  expect(await run("organizer", "disable", "--email", "owner@example.org")).toMatchObject({
    code: 1,
    err: expect.stringContaining(campaign.slug),
  });
  expect(await run("organizer", "disable")).toMatchObject({ code: 2, out: "" });
  expect(
    (await db.select().from(organizers).where(eq(organizers.id, member.id)))[0]?.disabledAt,
  ).not.toBeNull();
  expect(outcomeOf(await run("organizer", "enable", ...to, "--json"))).toEqual({ outcome: "enabled" });
  expect(await run("organizer", "enable", ...to)).toMatchObject({ code: 1, out: "" });

  const guest = ["--email", "guest@example.org"];
  await organizer("invite", ...guest, "--role", "viewer");
  expect(await organizer("reinvite", ...guest, "--days", "99")).toMatchObject({ code: 2, out: "" });
  expect(outcomeOf(await organizer("reinvite", ...guest, "--json"))).toEqual({ outcome: "renewed" });
  expect(outcomeOf(await organizer("uninvite", ...guest, "--json"))).toEqual({ outcome: "revoked" });
  expect(await organizer("uninvite", ...guest)).toMatchObject({ code: 1, out: "" });
}, 200_000);
