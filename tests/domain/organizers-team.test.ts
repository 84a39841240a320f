import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type OrganizerRight, rightsMark, rightsOf } from "#app/domain/access/organizer.ts";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { requestCode } from "#app/domain/access/sign-in/request-code.server.ts";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { startDueUpdates } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import { acceptInvitation } from "#app/domain/team/accept-invitation.server.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";
import { disableOrganizer, enableOrganizer } from "#app/domain/team/disable-organizer.server.ts";
import { inviteByMail } from "#app/domain/team/invite-by-mail.server.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";
import { renewInvitation, revokeInvitation } from "#app/domain/team/renew-invitation.server.ts";
import {
  auditEntries,
  campaignOrganizers,
  organizerInvitations,
  organizerSessions,
  outbox,
  packs,
  updates,
} from "#db/schema/index.ts";
import { accountsIn } from "#tests/support/accounts.ts";
import { changeRows, rowsIn, storeRow, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer, aSession, asRole, mailedCode } from "#tests/support/organizers.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();
const { aTeam, placeIn, newestToken } = accountsIn(db);
const email = "new.person@example.org";

const actionsIn = async (campaign: { id: number }) =>
  (await rowsIn(db, auditEntries, { campaignId: campaign.id })).map(({ action }) => action);

async function invited(values: Partial<Parameters<typeof inviteByMail>[2]> = {}, now = new Date()) {
  const team = await aTeam();
  const input = {
    campaignId: team.campaign.id,
    organizerId: team.owner.id,
    email,
    days: 3,
    ...({ role: "reviewer", rights: rightsOf.reviewer } as const),
    ...values,
  };
  expect(await inviteByMail(db, testKeys, input, now)).toEqual({ outcome: "invited" });
  return { ...team, input, token: () => newestToken(team.campaign) };
}

test("an invitation is emailed, and makes its addressee a member once", async () => {
  const { campaign, input, token } = await invited();
  const mails = await db.select().from(outbox).where(eq(outbox.campaignId, campaign.id));
  expect(mails.map(({ template }) => template)).toEqual(["organizer-invitation"]);
  const { token: invitation } = await token();

  const other = { invitation, name: "Somebody Else", email: "else@example.org" };
  expect(await acceptInvitation(db, testKeys, other)).toEqual({ outcome: "wrong-address" });
  const accepted = await acceptInvitation(db, testKeys, { ...other, email });
  if (accepted.outcome !== "code-requested") throw new Error(accepted.outcome);
  const again = await acceptInvitation(db, testKeys, { ...other, email });
  if (again.outcome !== "code-requested") throw new Error(again.outcome);
  const organizerId = mails[0]?.organizerId ?? "";
  const code = await mailedCode(db, { id: organizerId });
  const redeem = (ceremony: string) =>
    redeemCode(db, testKeys, { ceremony, code, userAgent: null, oldSession: null });
  expect((await redeem(again.token)).outcome).toBe("signed-in");
  expect(await placeIn(campaign, { id: organizerId })).toEqual({
    role: "reviewer",
    rights: rightsOf.reviewer,
  });
  expect((await redeem(again.token)).outcome).toBe("over");
  expect(await acceptInvitation(db, testKeys, { ...other, email })).toEqual({ outcome: "used" });
  expect((await inviteByMail(db, testKeys, input)).outcome).toBe("member");
});

test("an invitation taken back joins nobody, even with a code that was on its way", async () => {
  const { campaign, on, token } = await invited();
  const { id, token: invitation } = await token();
  const accepted = await acceptInvitation(db, testKeys, { invitation, name: "Late Person", email });
  if (accepted.outcome !== "code-requested") throw new Error(accepted.outcome);
  expect(await revokeInvitation(db, { ...on, id })).toEqual({ outcome: "revoked" });
  expect(await revokeInvitation(db, { ...on, id })).toEqual({ outcome: "gone" });
  const mails = await db.select().from(outbox).where(eq(outbox.campaignId, campaign.id));
  const code = await mailedCode(db, { id: mails[0]?.organizerId ?? "" });
  const input = { ceremony: accepted.token, code, userAgent: null, oldSession: null };
  expect((await redeemCode(db, testKeys, input)).outcome).toBe("invitation-over");
  const late = { invitation, name: "Late Person", email };
  expect(await acceptInvitation(db, testKeys, late)).toEqual({ outcome: "revoked" });
});

test("sent again it has another link, and the one before opens nothing", async () => {
  const { on, input, token } = await invited({}, new Date(Date.now() - 60_000));
  expect((await inviteByMail(db, testKeys, input)).outcome).toBe("open");
  const before = await token();
  expect(await renewInvitation(db, testKeys, { ...on, id: before.id, days: 3 })).toEnd("renewed");
  const after = await token();
  expect(after.token).not.toBe(before.token);
  const accept = { name: "New Person", email };
  expect(await acceptInvitation(db, testKeys, { ...accept, invitation: before.token })).toEnd("unknown");
  expect((await acceptInvitation(db, testKeys, { ...accept, invitation: after.token })).outcome).toBe(
    "code-requested",
  );
});

test("no invitation of another campaign is sent again or taken back", async () => {
  const { token } = await invited();
  const { on } = await aTeam();
  const { id } = await token();
  expect(await revokeInvitation(db, { ...on, id })).toEqual({ outcome: "gone" });
  expect(await renewInvitation(db, testKeys, { ...on, id, days: 3 })).toEqual({ outcome: "gone" });
});

test("who was invited with less than they have loses nothing by accepting", async () => {
  const { campaign, owner } = await aTeam();
  const other = await anOrganizer(db, { campaign, email: "second.owner@example.org" });
  await storeRow(db, organizerInvitations, {
    tokenHash: Buffer.alloc(32, 7),
    campaignId: campaign.id,
    email: other.email,
    role: "viewer",
    rights: ["view"],
    invitedById: owner.id,
    expiresAt: new Date(Date.now() + 9e6),
  });
  const [row] = await rowsIn(db, organizerInvitations, { campaignId: campaign.id });
  const { beginCeremony } = await import("#app/domain/access/sign-in/begin-ceremony.server.ts");
  const { token } = await db.transaction((tx) =>
    beginCeremony(
      tx,
      testKeys,
      { email: other.email, organizerId: other.id, invitationId: row?.id ?? "", budget: "anyone" },
      new Date(),
    ),
  );
  const code = await mailedCode(db, other);
  await redeemCode(db, testKeys, { ceremony: token, code, userAgent: null, oldSession: null });
  const place = await placeIn(campaign, other);
  expect(place?.role).toBe("owner");
  expect(place?.rights.length).toBe(rightsOf.owner.length);
});

test("nobody gives rights they lack, and only owners make or change owners", async () => {
  const { campaign, owner, member } = await aTeam();
  const rights: OrganizerRight[] = ["view", "manage", "write"];
  const manager = await anOrganizer(db, { campaign, role: "viewer" });
  await db.update(campaignOrganizers).set({ rights }).where(eq(campaignOrganizers.organizerId, manager.id));
  const by = { campaignId: campaign.id, actor: `organizer:${manager.id}` as const, seen: null };
  const give = (memberId: string, role: "viewer" | "owner", given: OrganizerRight[]) =>
    changeRights(db, { ...by, memberId, role, rights: given });

  expect(await give(manager.id, "viewer", ["manage", "export-signatures"])).toEqual({ outcome: "not-yours" });
  expect(await give(manager.id, "owner", [])).toEqual({ outcome: "not-yours" });
  expect(await give(owner.id, "viewer", [])).toEqual({ outcome: "not-yours" });
  expect(await removeMember(db, { ...by, memberId: owner.id })).toEqual({ outcome: "not-yours" });
  expect(await give(member.id, "viewer", ["view-names"])).toEqual({ outcome: "changed" });
  expect(await give(member.id, "viewer", ["view-names", "review"])).toEqual({ outcome: "not-yours" });
  const invite = {
    campaignId: campaign.id,
    organizerId: manager.id,
    email,
    days: 1,
    role: "viewer" as const,
  };
  const asked = (given: OrganizerRight[]) => inviteByMail(db, testKeys, { ...invite, rights: given });
  expect(await asked(["export-pledges"])).toEqual({ outcome: "not-yours" });
  expect(await asked(["write"])).toEqual({ outcome: "invited" });
  expect(
    await changeRights(db, {
      ...by,
      actor: `organizer:${member.id}`,
      memberId: member.id,
      role: "owner",
      rights: [],
    }),
  ).toEqual({ outcome: "gone" });
});

test("the last owner stays, no matter who asks and how many ask at once", async () => {
  const { campaign, owner, on } = await aTeam();
  const down = { ...on, memberId: owner.id, seen: null, role: "viewer", rights: [] } as const;
  expect(await changeRights(db, down)).toEqual({ outcome: "last-owner" });
  expect(await removeMember(db, { ...on, memberId: owner.id })).toEqual({ outcome: "last-owner" });
  expect(await removeMember(db, { ...on, actor: "operator", memberId: owner.id })).toEnd("last-owner");

  const second = await anOrganizer(db, { campaign });
  const outcomes = await Promise.all([
    removeMember(db, { ...on, memberId: second.id }),
    removeMember(db, { ...on, actor: `organizer:${second.id}`, memberId: owner.id }),
  ]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).not.toEqual(["removed", "removed"]);
});

test("a form that was opened before somebody else changed the rights changes nothing", async () => {
  const { campaign, member, on } = await aTeam();
  const seen = rightsMark({ role: "organizer", rights: rightsOf.organizer });
  const form = { ...on, memberId: member.id, seen };
  expect(await changeRights(db, { ...form, role: "viewer", rights: ["view"] })).toEnd("changed");
  const stale = { ...form, role: "organizer", rights: rightsOf.organizer } as const;
  expect(await changeRights(db, stale)).toEqual({ outcome: "stale" });
  expect((await placeIn(campaign, member))?.rights).toEqual(["view"]);
  expect(await changeRights(db, { ...form, seen: null, role: "viewer", rights: [] })).toEnd("unchanged");
});

test("with the right to approve ends what was approved by it and has not begun", async () => {
  const { campaign, owner, member, on } = await aTeam();
  const by = { ...approved, approvedAlone: false, submittedById: owner.id, approvedById: member.id };
  const update = await anUpdate(db, campaign, {
    ...by,
    state: "scheduled",
    sendAt: new Date(Date.now() + 9e6),
  });
  const asked = await askForPack(db, on);
  if (asked.outcome !== "asked") throw new Error(asked.outcome);
  const pack = { ...on, publicId: asked.publicId, actor: `organizer:${member.id}` as const };
  expect((await approvePack(db, pack)).outcome).toBe("approved");
  const rights = rightsOf.organizer.filter((right) => right !== "approve");
  await changeRights(db, { ...on, memberId: member.id, seen: null, role: "organizer", rights });

  const [row] = await db.select().from(updates).where(eq(updates.id, update.id));
  expect(row).toMatchObject({ state: "draft", approvedAt: null, submittedAt: null });
  const [waiting] = await db.select().from(packs).where(eq(packs.campaignId, campaign.id));
  expect(waiting).toMatchObject({ approvedAt: null, approvedById: null });
  expect(await actionsIn(campaign)).toEqual(
    expect.arrayContaining([
      "update-approval-withdrawn",
      "pack-approval-withdrawn",
      "organizer-rights-changed",
    ]),
  );
});

test("no update begins whose approver lost the right, in any way", async () => {
  const { campaign, owner, member } = await aTeam();
  const by = { ...approved, approvedAlone: false, submittedById: owner.id, approvedById: member.id };
  const update = await anUpdate(db, campaign, {
    ...by,
    state: "scheduled",
    sendAt: new Date(Date.now() - 1000),
  });
  await changeRows(db, campaignOrganizers, { organizerId: member.id }, { rights: ["view"] });
  await startDueUpdates(db, { from: "Sample <sample@example.org>", localMode: false, rehearsal: false });
  const [row] = await db.select().from(updates).where(eq(updates.id, update.id));
  expect(row).toMatchObject({ state: "draft", approvedAt: null });
});

test("removal ends place, sessions and invitations, and the log stays", async () => {
  const { campaign, owner, member, on } = await aTeam();
  await changeRights(db, { ...on, memberId: member.id, seen: null, role: "owner", rights: [] });
  await aSession(db, member);
  const invite = { campaignId: campaign.id, organizerId: member.id, email, days: 7 };
  await inviteByMail(db, testKeys, { ...invite, role: "owner", rights: [] });
  const { token } = await newestToken(campaign);
  expect(await removeMember(db, { ...on, memberId: member.id })).toEqual({ outcome: "removed" });
  expect(await placeIn(campaign, member)).toBeUndefined();
  expect(await db.$count(organizerSessions, eq(organizerSessions.organizerId, member.id))).toBe(0);
  const accept = { invitation: token, name: "Planted Person", email };
  expect(await acceptInvitation(db, testKeys, accept)).toEqual({ outcome: "revoked" });
  expect(await actionsIn(campaign)).toContain("organizer-removed");
  expect(await removeMember(db, { ...on, memberId: member.id })).toEqual({ outcome: "gone" });
  expect((await placeIn(campaign, owner))?.role).toBe("owner");
});

test("a closed account is in no team or session, and returns by invitation", async () => {
  const { campaign, member, on } = await aTeam();
  const other = await aTeam();
  await db
    .insert(campaignOrganizers)
    .values({ campaignId: other.campaign.id, organizerId: member.id, ...asRole("viewer") });
  await aSession(db, member);
  const third = await aTeam();
  const waits = { campaignId: third.campaign.id, organizerId: third.owner.id, email: member.email, days: 7 };
  await inviteByMail(db, testKeys, { ...waits, role: "viewer", rights: [] } as const);
  const { token } = await newestToken(third.campaign);
  const { token: ceremony } = await requestCode(db, testKeys, { email: member.email });
  const code = await mailedCode(db, member);
  expect(await enableOrganizer(db, member.email)).toBe(false);

  expect(await disableOrganizer(db, member.email)).toEqual({ outcome: "disabled", campaigns: 2 });
  expect(await disableOrganizer(db, member.email)).toEqual({ outcome: "disabled-before" });
  expect(await disableOrganizer(db, "nobody@example.org")).toEqual({ outcome: "gone" });
  expect([await placeIn(campaign, member), await placeIn(other.campaign, member)]).toEqual([
    undefined,
    undefined,
  ]);
  expect(await db.$count(organizerSessions, eq(organizerSessions.organizerId, member.id))).toBe(0);
  const mailed = { ceremony, code, userAgent: "test", oldSession: null };
  expect(await redeemCode(db, testKeys, mailed)).toEqual({ outcome: "over" });
  const accept = { invitation: token, name: "Planted Person", email: member.email };
  expect(await acceptInvitation(db, testKeys, accept)).toEqual({ outcome: "revoked" });
  expect(await actionsIn(campaign)).toContain("organizer-removed");
  expect(await actionsIn(third.campaign)).toContain("invitation-revoked");

  expect(await enableOrganizer(db, member.email)).toBe(true);
  expect(await placeIn(campaign, member)).toBeUndefined();
  const again = { ...on, organizerId: on.actor.slice("organizer:".length), email: member.email, days: 7 };
  expect(await inviteByMail(db, testKeys, { ...again, role: "viewer", rights: [] } as const)).toEqual({
    outcome: "invited",
  });
});

test("the account of a campaign's last owner cannot be closed", async () => {
  const { campaign, owner } = await aTeam();
  const other = await aTeam();
  await db
    .insert(campaignOrganizers)
    .values({ campaignId: other.campaign.id, organizerId: owner.id, ...asRole("viewer") });
  await aSession(db, owner);
  expect(await disableOrganizer(db, owner.email)).toEqual({ outcome: "last-owner", slugs: [campaign.slug] });
  expect((await placeIn(other.campaign, owner))?.role).toBe("viewer");
  expect(await db.$count(organizerSessions, eq(organizerSessions.organizerId, owner.id))).toBe(1);
});
