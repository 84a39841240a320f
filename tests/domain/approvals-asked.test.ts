import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type OrganizerRole, rightsOf } from "#app/domain/access/organizer.ts";
import { advanceFutureJobs } from "#app/domain/activity/bring-forward.server.ts";
import { askClosing } from "#app/domain/campaign/closing/ask-closing.server.ts";
import { freezeCampaign, unfreezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";
import { askNotice } from "#app/domain/campaign/petition/ask-notice.server.ts";
import { recordReply } from "#app/domain/entries/letters/replies/record-reply.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { recordHandOver } from "#app/domain/outgoing/packs/record-hand-over.server.ts";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { withdrawApproval } from "#app/domain/outgoing/updates/revert-to-draft.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { askBulk } from "#app/domain/review/bulk/change-bulk.server.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";
import { listWaitingApprovals } from "#app/domain/team/list-waiting.server.ts";
import { readApproval } from "#app/domain/team/read-approvals.server.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";
import { sendBack } from "#app/domain/team/send-back.server.ts";
import {
  auditEntries,
  campaignOrganizers,
  campaigns,
  outbox,
  packs,
  petitionVersions,
} from "#db/schema/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDispatch, aLetterCampaign } from "#tests/support/dispatches.ts";
import { readersOf } from "#tests/support/engine.ts";
import { aHandedOver } from "#tests/support/handed-over.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aFileMailing, silent } from "#tests/support/mail.ts";
import { asRole } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();

/** Two owners, an organizer who may approve and a reviewer who may not. Earlier emails are deleted. */
async function aTeam() {
  await db.update(outbox).set({ state: "skipped" }).where(eq(outbox.state, "queued"));
  const scene = await aLetterCampaign(db, ["owner", "owner", "organizer", "reviewer"]);
  const [asker, second, third, reviewer] = scene.team;
  if (!asker || !second || !third || !reviewer) throw new Error("it takes four");
  return { ...scene, asker, second, third, reviewer };
}
type Scene = Awaited<ReturnType<typeof aTeam>>;

/** Recipients of emails that ask for an approval in one campaign. */
async function asked({ campaign }: Pick<Scene, "campaign">) {
  const rows = await db.execute<{ id: string }>(sql`
    select organizer_id as id from outbox
    where campaign_id = ${campaign.id} and template::text = 'approval-asked'
    order by id`);
  return rows.map(({ id }) => id).sort();
}

async function submitted({ campaign, asker }: Scene) {
  await readersOf(db, campaign, 1);
  const on = { campaignId: campaign.id, publicId: randomUUID(), actor: asker.actor };
  await createDraft(db, on);
  const texts = [{ locale: "en", subject: "News", body: "Words." }];
  await saveDraft(db, { ...on, version: 1, content: { audience: everyone, inArchive: true, texts } });
  await submitUpdate(db, { ...on, version: 2 });
  return on;
}

const asks: Record<string, (scene: Scene) => Promise<unknown>> = {
  update: submitted,
  dispatch: async (scene) => {
    await aLetter(db, scene.campaign);
    await submitDispatch(db, await aDispatch(db, scene, scene.asker.actor));
  },
  reply: async ({ campaign, asker }) => {
    const dispatch = await aHandedOver(db, campaign, { letterIds: [(await aLetter(db, campaign)).id] });
    await recordReply(
      db,
      { campaignId: campaign.id, organizerId: asker.id },
      {
        dispatch: dispatch.publicId,
        received_on: "2026-10-15",
        from_whom: "Investor Relations",
        text: "We thank you.",
      },
      new Date("2026-10-20T10:00:00Z"),
    );
  },
  pack: ({ campaign, asker }) => askForPack(db, { campaignId: campaign.id, actor: asker.actor }),
  "hand-over": async ({ campaign, asker }) => {
    const [pack] = await db
      .insert(packs)
      .values({
        campaignId: campaign.id,
        number: 1,
        approvedAt: new Date(),
        approvedAlone: true,
        startedAt: new Date(),
        madeAt: new Date(),
        signatures: 0,
        letters: 0,
        letterIds: [],
        bytes: 1,
        sha256: Buffer.alloc(32),
        manifest: "{}",
        manifestSha256: Buffer.alloc(32),
        manifestSignature: Buffer.alloc(64),
      })
      .returning();
    const on = { campaignId: campaign.id, publicId: pack?.publicId ?? "", actor: asker.actor };
    expect(await recordHandOver(db, { ...on, handedOverAt: new Date(), to: "Reception" })).toEqual({
      outcome: "waits",
    });
  },
  notice: async ({ campaign, asker }) => {
    const text = { campaignId: campaign.id, version: 2, summary: "We ask more.", body: "We ask for more." };
    await db.insert(petitionVersions).values({ ...text, publishedAt: new Date(), earlierSigners: "apart" });
    await db.update(campaigns).set({ petitionVersion: 2 }).where(eq(campaigns.id, campaign.id));
    await askNotice(db, { campaignId: campaign.id, actor: asker.actor, version: 2, change: "It asks more." });
  },
  bulk: async ({ campaign, asker }) => {
    await aStoredSignature(db, campaign);
    const conditions = { reason: null, domain: null, country: null, source: null, block: null };
    await askBulk(db, {
      campaignId: campaign.id,
      actor: asker.actor,
      note: null,
      conditions: { ...conditions, from: null, to: null },
    });
  },
};

for (const [kind, ask] of Object.entries(asks))
  test(`each possible approver is emailed once for a request: ${kind}`, async () => {
    const scene = await aTeam();
    await ask(scene);
    expect(await asked(scene)).toEqual([scene.second.id, scene.third.id].sort());
  });

test("who cannot read the letters of a dispatch is not asked to approve it, and cannot", async () => {
  const scene = await aTeam();
  const { campaign, asker, second, third } = scene;
  const membership = { role: "viewer", rights: ["view", "approve"] } as const;
  const ofThird = and(
    eq(campaignOrganizers.campaignId, campaign.id),
    eq(campaignOrganizers.organizerId, third.id),
  );
  await db
    .update(campaignOrganizers)
    .set({ role: membership.role, rights: [...membership.rights] })
    .where(ofThird);
  await aLetter(db, campaign);
  const draft = await aDispatch(db, scene, asker.actor);
  await submitDispatch(db, draft);
  expect(await asked(scene)).toEqual([second.id]);
  const who = { campaign: { ...campaign, ...membership }, organizerId: third.id };
  expect(await listWaitingApprovals(db, who)).toEqual([]);
  expect(await approveDispatch(db, testKeys, { ...draft, actor: third.actor })).toEqual({
    outcome: "cannot-open",
  });
  expect(await approveDispatch(db, testKeys, { ...draft, actor: second.actor })).toEqual({
    outcome: "approved",
  });
});

test("closing a campaign asks those who may manage it", async () => {
  const scene = await aTeam();
  await askClosing(db, { campaignId: scene.campaign.id, actor: scene.asker.actor, months: 6 });
  expect(await asked(scene)).toEqual([scene.second.id]);
});

/** The states of the emails that ask, with their recipients' names. */
const emailsOf = ({ campaign }: Pick<Scene, "campaign">, template = "approval-asked") =>
  db
    .select({ to: outbox.organizerId, state: outbox.state, request: outbox.approvalRequestId })
    .from(outbox)
    .where(sql`${outbox.campaignId} = ${campaign.id} and ${outbox.template}::text = ${template}`)
    .orderBy(outbox.id);
const statesOf = async (scene: Pick<Scene, "campaign">) => (await emailsOf(scene)).map(({ state }) => state);
const send = async () => {
  const { mailing, readAll } = await aFileMailing();
  await sendDueEmails(db, mailing, { log: silent });
  return readAll();
};

test("an approval email names who asks for what, links to it, and contains none of it", async () => {
  const scene = await aTeam();
  const { publicId } = await submitted(scene);
  const mails = await send();
  expect(mails.map(({ to }) => [to].flat()[0]?.text).sort()).toEqual(
    [scene.second.email, scene.third.email].sort(),
  );
  const [mail] = mails;
  expect(mail?.subject).toBe("Your approval is needed");
  expect(mail?.text).toContain(`${scene.asker.name} asks you, `);
  expect(mail?.text).toContain("update 1");
  expect(mail?.text).toContain(`/organize/c/${scene.campaign.slug}/updates/${publicId}`);
  expect(mail?.text).not.toMatch(/News|Words\./);
});

test("outdated approval emails are not sent, and a repeated request emails once", async () => {
  const scene = await aTeam();
  const on = await submitted(scene);
  await withdrawApproval(db, on);
  await submitUpdate(db, { ...on, version: 2 });
  expect(await send()).toHaveLength(2);
  expect(await statesOf(scene)).toEqual(["skipped", "skipped", "accepted", "accepted"]);

  const other = await aTeam();
  const update = await submitted(other);
  await approveUpdate(db, { ...update, version: 2, actor: other.second.actor });
  expect(await send()).toEqual([]);
  expect(await statesOf(other)).toEqual(["skipped", "skipped"]);
});

test("while a campaign is frozen nobody is asked; when that is lifted, they are", async () => {
  const scene = await aTeam();
  await submitted(scene);
  const on = { campaignId: scene.campaign.id, actor: scene.asker.actor };
  await freezeCampaign(db, on);
  expect(await send()).toEqual([]);
  expect(await statesOf(scene)).toEqual(["queued", "queued"]);
  await unfreezeCampaign(db, on);
  expect(await send()).toHaveLength(2);
});

test("who left the campaign, or lost the right, before their email went is not asked", async () => {
  const scene = await aTeam();
  await submitted(scene);
  const by = { campaignId: scene.campaign.id, actor: scene.asker.actor };
  await removeMember(db, { ...by, memberId: scene.second.id });
  const rights = rightsOf.organizer.filter((right) => right !== "approve");
  await changeRights(db, { ...by, memberId: scene.third.id, seen: null, role: "organizer", rights });
  await db.execute(sql`delete from outbox where campaign_id = ${scene.campaign.id}
    and template = 'approver-changed'`);
  expect(await send()).toEqual([]);
  expect(await statesOf(scene)).toEqual(["skipped", "skipped"]);
});

test("an approver who does not count yet is asked when they do, and askers see it", async () => {
  const scene = await aTeam();
  const [row] = await db.execute<{ id: string }>(sql`
    insert into organizers (email, name, activated_at)
      values (${`new-${randomUUID()}@example.org`}, 'Nia New', now())
    returning id`);
  const newcomer = row?.id ?? "";
  const place = { campaignId: scene.campaign.id, organizerId: newcomer, ...asRole("organizer") };
  await db.insert(campaignOrganizers).values(place);
  const { publicId } = await submitted(scene);
  expect(await send()).toHaveLength(2);
  const of = { campaignId: scene.campaign.id, kind: "update", subject: publicId } as const;
  const { asked: people, sentBack } = await readApproval(db, of);
  expect(people.map(({ name, isLost }) => [name, isLost])).toEqual([
    ["Nia New", false],
    ["Olga Sample", false],
    ["Olga Sample", false],
  ]);
  const hours = (new Date(people[0]?.at ?? 0).getTime() - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(47);
  expect(hours).toBeLessThan(49);
  expect(sentBack).toBeNull();
  // Not a clock that was set back, which would send it immediately.
  expect(await advanceFutureJobs(db)).toMatchObject({ emails: 0 });
});

test("an approver's list holds what they may approve, except their own", async () => {
  const scene = await aTeam();
  await submitted(scene);
  await askForPack(db, { campaignId: scene.campaign.id, actor: scene.second.actor });
  await askClosing(db, { campaignId: scene.campaign.id, actor: scene.asker.actor, months: 6 });
  const waits = async (who: Scene["asker"], role: OrganizerRole) =>
    (
      await listWaitingApprovals(db, {
        campaign: { id: scene.campaign.id, slug: scene.campaign.slug, ...asRole(role) },
        organizerId: who.id,
      })
    ).map(({ kind }) => kind);
  expect(await waits(scene.asker, "owner")).toEqual(["pack"]);
  expect(await waits(scene.second, "owner")).toEqual(["update", "closing"]);
  expect(await waits(scene.third, "organizer")).toEqual(["update", "pack"]);
  expect(await waits(scene.reviewer, "reviewer")).toEqual([]);
  const elsewhere = await aTeam();
  const there = { id: elsewhere.campaign.id, slug: elsewhere.campaign.slug, ...asRole("owner") };
  expect(await listWaitingApprovals(db, { campaign: there, organizerId: scene.second.id })).toEqual([]);
  await freezeCampaign(db, { campaignId: scene.campaign.id, actor: scene.second.actor });
  expect(await waits(scene.second, "owner")).toEqual([]);
});

test("sending back gives the author a reason by email and on the page", async () => {
  const scene = await aTeam();
  const on = await submitted(scene);
  await send();
  const reason = "The date of the meeting is wrong.";
  const thing = { kind: "update", subject: on.publicId, campaignId: on.campaignId } as const;
  expect(await sendBack(db, { ...thing, actor: scene.second.actor, reason })).toEqual({
    outcome: "sent-back",
  });
  const mails = await send();
  expect(mails.map(({ to }) => [to].flat()[0]?.text)).toEqual([scene.asker.email]);
  expect(mails[0]?.subject).toBe("Changes needed before approval");
  expect(mails[0]?.text).toContain(`/organize/c/${scene.campaign.slug}/updates/${on.publicId}`);
  expect(mails[0]?.text).toContain(reason);
  const of = { campaignId: scene.campaign.id, kind: "update", subject: on.publicId } as const;
  expect((await readApproval(db, of)).sentBack).toMatchObject({ by: scene.second.name, reason });
  const entries = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subject, on.publicId))
    .orderBy(auditEntries.id);
  expect(entries.at(-1)).toMatchObject({ action: "update-sent-back", actor: scene.second.actor });
  expect(JSON.stringify(entries)).not.toContain(reason);

  await submitUpdate(db, { ...on, version: 2 });
  expect(await send()).toHaveLength(2);
});

test("an approval that ends as its approver leaves asks the others again", async () => {
  const scene = await aTeam();
  const { campaign, asker, second, third } = scene;
  const asked = await askForPack(db, { campaignId: campaign.id, actor: asker.actor });
  const publicId = asked.outcome === "asked" ? asked.publicId : "";
  await send();
  await approvePack(db, { campaignId: campaign.id, publicId, actor: second.actor });
  await removeMember(db, { campaignId: campaign.id, actor: asker.actor, memberId: second.id });
  const mails = await emailsOf(scene);
  expect(mails.slice(2)).toMatchObject([{ to: third.id, state: "queued" }]);
});
