import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { approvalStateOf, approvingOf } from "#app/domain/access/approving.ts";
import { invitationToken } from "#app/domain/access/invitation-token.server.ts";
import { listSecondPersons } from "#app/domain/access/list-approvers.server.ts";
import { type OrganizerRole, rightsOf } from "#app/domain/access/organizer.ts";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { approveClosing, askClosing } from "#app/domain/campaign/closing/ask-closing.server.ts";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { acceptInvitation } from "#app/domain/team/accept-invitation.server.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";
import { inviteOrganizer } from "#app/domain/team/invite.server.ts";
import { inviteByMail } from "#app/domain/team/invite-by-mail.server.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";
import { render } from "#app/mail/render.server.ts";
import {
  campaignClosings,
  organizerInvitations,
  organizers,
  outbox,
  rightPeriods,
  updates,
} from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { readersOf } from "#tests/support/engine.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aFileMailing } from "#tests/support/mail.ts";
import { anOrganizer, mailedCode } from "#tests/support/organizers.ts";

const db = await aDatabase();
const listApprovers = (on: typeof db, campaignId: number) =>
  listSecondPersons(on, campaignId, { right: "approve", opens: "view" });
type Campaign = Awaited<ReturnType<typeof aCampaign>>;
type Person = { id: string; actor: `organizer:${string}` };

async function aTeam(...roles: OrganizerRole[]) {
  const campaign = await aCampaign(db);
  await readersOf(db, campaign, 1);
  const people: Person[] = [];
  for (const role of roles) {
    const { id } = await anOrganizer(db, { campaign, role });
    people.push({ id, actor: `organizer:${id}` });
  }
  return { campaign, people: people as [Person, ...Person[]] };
}

/** Submits an update as `asker`, approves it as `approver`, and returns the outcome. */
async function approvalBy(
  campaign: Campaign,
  approver: Person,
  asker = approver,
  during: () => Promise<unknown> = async () => {},
) {
  const on = { campaignId: campaign.id, publicId: randomUUID(), actor: asker.actor };
  await createDraft(db, on);
  const texts = [{ locale: "en", subject: "News", body: "Words.", greeting: null }];
  const saved = await saveDraft(db, {
    ...on,
    version: 1,
    content: { audience: everyone, inArchive: true, texts },
  });
  const version = saved.outcome === "saved" ? saved.version : 0;
  await submitUpdate(db, { ...on, version });
  await during();
  return (await approveUpdate(db, { ...on, actor: approver.actor, version })).outcome;
}

const takeRight = (campaign: Campaign, from: Person, actor: Person["actor"] | "operator") =>
  changeRights(db, {
    campaignId: campaign.id,
    actor,
    memberId: from.id,
    seen: null,
    role: "organizer",
    rights: rightsOf.organizer.filter((right) => right !== "approve"),
  });
const giveRight = (campaign: Campaign, to: Person, actor: Person["actor"] | "operator") =>
  changeRights(db, {
    campaignId: campaign.id,
    actor,
    memberId: to.id,
    seen: null,
    role: "organizer",
    rights: rightsOf.organizer,
  });

/** Moves changes of rights that long into the past. */
const passTime = (campaign: Campaign, hours: number) =>
  db.execute(sql`update right_periods set since = since - make_interval(hours => ${hours}),
    until = until - make_interval(hours => ${hours}) where campaign_id = ${campaign.id}`);

/** Accepts an invitation by `by`, at another address. */
async function joins(
  campaign: Campaign,
  by: Person | "operator",
  role: OrganizerRole = "organizer",
  email = `second-${randomUUID().slice(0, 8)}@example.org`,
) {
  let token = "";
  if (by === "operator") {
    const invited = await inviteOrganizer(db, { campaignSlug: campaign.slug, email, role, by: "operator" });
    token = invited.outcome === "invited" ? invited.token : "";
  } else {
    const invited = await inviteByMail(db, testKeys, {
      campaignId: campaign.id,
      organizerId: by.id,
      email,
      role,
      rights: rightsOf[role],
      days: 7,
    });
    expect(invited).toEqual({ outcome: "invited" });
    const [row] = await db.select().from(organizerInvitations).where(eq(organizerInvitations.email, email));
    token = row ? invitationToken(testKeys, row) : "";
  }
  const accepted = await acceptInvitation(db, testKeys, { invitation: token, name: "Second Address", email });
  const ceremony = accepted.outcome === "code-requested" ? accepted.token : "";
  const [organizer] = await db.select().from(organizers).where(eq(organizers.email, email));
  const id = organizer?.id ?? "";
  const code = await mailedCode(db, { id });
  const redeemed = await redeemCode(db, testKeys, { ceremony, code, userAgent: null, oldSession: null });
  expect(redeemed.outcome).toBe("signed-in");
  return { id, email, actor: `organizer:${id}` as const };
}

test("revoking others' rights does not make anybody the only approver", async () => {
  const { campaign, people } = await aTeam("owner", "organizer");
  const [manager, other] = people as [Person, Person];
  await takeRight(campaign, other, manager.actor);
  expect(await approvalBy(campaign, manager)).toBe("lost");
  const approvers = await listApprovers(db, campaign.id);
  const stands = Object.fromEntries(approvers.map(({ id, holds, counts }) => [id, { holds, counts }]));
  expect(stands).toEqual({
    [manager.id]: { holds: true, counts: true },
    [other.id]: { holds: false, counts: true },
  });
  const state = approvalStateOf({ approvers, gives: [], opens: "view" }, manager.id, [manager.id]);
  expect(state).toMatchObject({ approving: "lost", missing: null });
  const from = state.approvesFrom ?? "";
  expect(Math.round((Date.parse(from) - Date.now()) / 3_600_000)).toBe(7 * 24);

  // Restored for a moment and revoked again is the same as revoked.
  await giveRight(campaign, other, manager.actor);
  expect(await approvalBy(campaign, manager)).toBe("own");
  expect(await approvalBy(campaign, other, manager)).toBe("approved");
  await takeRight(campaign, other, manager.actor);
  expect(await approvalBy(campaign, manager)).toBe("lost");
  await passTime(campaign, 7 * 24 - 1);
  expect(await approvalBy(campaign, manager)).toBe("lost");
  await passTime(campaign, 2);
  expect(await approvalBy(campaign, manager)).toBe("approved");
});

test("a removed member counts for a week more, unless the operator removed them", async () => {
  const { campaign, people } = await aTeam("owner", "owner", "owner");
  const [manager, second, third] = people as [Person, Person, Person];
  await removeMember(db, { campaignId: campaign.id, actor: manager.actor, memberId: second.id });
  await removeMember(db, { campaignId: campaign.id, actor: "operator", memberId: third.id });
  expect(await approvalBy(campaign, manager)).toBe("lost");
  await passTime(campaign, 8 * 24);
  expect(await approvalBy(campaign, manager)).toBe("approved");

  const other = await aTeam("owner", "organizer");
  const [owner, organizer] = other.people as [Person, Person];
  await takeRight(other.campaign, organizer, "operator");
  expect(await approvalBy(other.campaign, owner)).toBe("approved");
});

test("a second address of one person is no second person for two days", async () => {
  const { campaign, people } = await aTeam("owner", "organizer");
  const [manager] = people;
  const puppet = await joins(campaign, manager);
  expect(await approvalBy(campaign, puppet, manager)).toBe("new");
  expect(await approvalBy(campaign, manager)).toBe("own");
  await passTime(campaign, 47);
  expect(await approvalBy(campaign, puppet, manager)).toBe("new");
  await passTime(campaign, 2);
  expect(await approvalBy(campaign, puppet, manager)).toBe("approved");

  // Alone, they stay alone, and that is recorded.
  const alone = await aTeam("owner");
  const [only] = alone.people;
  const second = await joins(alone.campaign, only);
  expect(await approvalBy(alone.campaign, second, only)).toBe("new");
  expect(approvingOf(await listApprovers(db, alone.campaign.id), only.id, [only.id])).toBe("alone");
});

test("a manager's grant counts after two days, the operator's at once", async () => {
  const { campaign, people } = await aTeam("owner", "reviewer", "owner");
  const [manager, reviewer] = people as [Person, Person];
  await giveRight(campaign, reviewer, manager.actor);
  expect(await approvalBy(campaign, reviewer, manager)).toBe("new");
  await takeRight(campaign, reviewer, "operator");
  await giveRight(campaign, reviewer, "operator");
  expect(await approvalBy(campaign, reviewer, manager)).toBe("approved");
  const invited = await joins(campaign, "operator");
  expect(await approvalBy(campaign, invited, manager)).toBe("approved");
});

test("an operator's other change does not make a recent grant count", async () => {
  const { campaign, people } = await aTeam("owner", "reviewer", "owner");
  const [manager, reviewer] = people as [Person, Person];
  await giveRight(campaign, reviewer, manager.actor);
  const puppet = await joins(campaign, manager);
  const changed = { campaignId: campaign.id, actor: "operator", role: "organizer", seen: null } as const;
  const rights = rightsOf.organizer.filter((right) => right !== "export-pledges");
  for (const { id } of [reviewer, puppet])
    expect(await changeRights(db, { ...changed, memberId: id, rights })).toEqual({ outcome: "changed" });
  expect(await approvalBy(campaign, reviewer, manager)).toBe("new");
  expect(await approvalBy(campaign, manager, puppet)).toBe("newcomer");
  // Nor because the operator invites them to what they have.
  await joins(campaign, "operator", "organizer", puppet.email);
  expect(await approvalBy(campaign, puppet, manager)).toBe("new");
  expect(await approvalBy(campaign, manager, puppet)).toBe("newcomer");
});

test("a right held under two days does not stop approving alone afterwards", async () => {
  const { campaign, people } = await aTeam("owner");
  const [manager] = people;
  const brief = await joins(campaign, manager);
  await removeMember(db, { campaignId: campaign.id, actor: manager.actor, memberId: brief.id });
  expect(await approvalBy(campaign, manager)).toBe("approved");
  expect(await db.$count(rightPeriods, eq(rightPeriods.organizerId, brief.id))).toBe(2);
});

test("a campaign is not closed alone by who took the others out a moment before", async () => {
  const { campaign, people } = await aTeam("owner", "owner");
  const [manager, other] = people as [Person, Person];
  await removeMember(db, { campaignId: campaign.id, actor: manager.actor, memberId: other.id });
  const on = { campaignId: campaign.id, actor: manager.actor, months: 6 };
  expect(await askClosing(db, on)).toEqual({ outcome: "asked" });
  expect(await approveClosing(db, on)).toEqual({ outcome: "lost" });
  const puppet = await joins(campaign, manager, "owner");
  expect(await approveClosing(db, { ...on, actor: puppet.actor })).toEqual({ outcome: "new" });
  await passTime(campaign, 8 * 24);
  expect(await approveClosing(db, { ...on, actor: puppet.actor })).toEqual({ outcome: "closed" });
});

test("the team is emailed who gained or lost approval, and from when it counts", async () => {
  const { campaign, people } = await aTeam("owner", "organizer", "viewer");
  const [manager, other, viewer] = people as [Person, Person, Person];
  const notified = async () => {
    const mails = await db
      .select({ id: outbox.id, to: outbox.organizerId })
      .from(outbox)
      .where(eq(outbox.campaignId, campaign.id));
    const { mailing } = await aFileMailing();
    const found = await Promise.all(mails.map(({ id }) => findEmail(db, mailing, id)));
    await db.delete(outbox).where(eq(outbox.campaignId, campaign.id));
    const texts = await Promise.all(found.map(async (one) => (one ? (await render(one.email)).text : "")));
    return new Map(mails.map(({ to }, place) => [to, texts[place] ?? ""]));
  };
  await takeRight(campaign, other, manager.actor);
  const taken = await notified();
  expect([...taken.keys()].sort()).toEqual([manager.id, other.id].sort());
  expect(taken.get(other.id)).toContain("withdrew your right to approve");
  expect(taken.get(manager.id)).toContain("withdrew Olga Sample’s right to approve");
  await giveRight(campaign, viewer, manager.actor);
  const given = await notified();
  expect([...given.keys()].sort()).toEqual([manager.id, viewer.id].sort());
  expect(given.get(viewer.id)).toContain("gave you the right to approve");
  await removeMember(db, { campaignId: campaign.id, actor: "operator", memberId: viewer.id });
  expect((await notified()).get(viewer.id)).toContain("The operator withdrew your right");
  await changeRights(db, {
    campaignId: campaign.id,
    actor: manager.actor,
    memberId: other.id,
    seen: null,
    role: "viewer",
    rights: ["view"],
  });
  expect((await notified()).size).toBe(0);
});

test("a newcomer's request cannot be approved by the only other approver", async () => {
  const { campaign, people } = await aTeam("owner", "owner");
  const [manager] = people;
  const puppet = await joins(campaign, manager, "owner");
  expect(await approvalBy(campaign, manager, puppet)).toBe("newcomer");
  await passTime(campaign, 47);
  expect(await approvalBy(campaign, manager, puppet)).toBe("newcomer");
  // Removed before the approval, they count no more as another person than before.
  const { people: elsewhere, campaign: other } = await aTeam("owner", "owner");
  const brief = await joins(other, elsewhere[0]);
  const remove = () =>
    removeMember(db, { campaignId: other.id, actor: elsewhere[0].actor, memberId: brief.id });
  // Somebody who may no longer ask is no second person at all.
  expect(await approvalBy(other, elsewhere[0], brief, remove)).toBe("asker");
  await passTime(campaign, 2);
  expect(await approvalBy(campaign, manager, puppet)).toBe("approved");

  const invited = await joins(campaign, "operator");
  expect(await approvalBy(campaign, manager, invited)).toBe("approved");
});

test("of a team of one, what a newcomer asked for is approved alone", async () => {
  const { campaign, people } = await aTeam("owner");
  const [only] = people;
  const puppet = await joins(campaign, only);
  expect(await approvalBy(campaign, only, puppet)).toBe("approved");
  const [update] = await db.select().from(updates).where(eq(updates.campaignId, campaign.id));
  expect(update).toMatchObject({ approvedAlone: true, approvedById: only.id, submittedById: puppet.id });
});

test("a campaign is not closed by a manager and the second address that asked for it", async () => {
  const { campaign, people } = await aTeam("owner", "owner");
  const [manager] = people;
  const puppet = await joins(campaign, manager, "owner");
  const on = { campaignId: campaign.id, months: 6 };
  expect(await askClosing(db, { ...on, actor: puppet.actor })).toEqual({ outcome: "asked" });
  expect(await approveClosing(db, { ...on, actor: manager.actor })).toEqual({ outcome: "newcomer" });
  await passTime(campaign, 49);
  expect(await approveClosing(db, { ...on, actor: manager.actor })).toEqual({ outcome: "closed" });

  const alone = await aTeam("owner");
  const second = await joins(alone.campaign, alone.people[0], "owner");
  const there = { campaignId: alone.campaign.id, months: 6 };
  await askClosing(db, { ...there, actor: second.actor });
  expect(await approveClosing(db, { ...there, actor: alone.people[0].actor })).toEqual({ outcome: "closed" });
  const closedAlone = async ({ id }: Campaign) =>
    (await db.select().from(campaignClosings).where(eq(campaignClosings.campaignId, id)))[0]?.approvedAlone;
  expect(await closedAlone(campaign)).toBe(false);
  expect(await closedAlone(alone.campaign)).toBe(true);
});
