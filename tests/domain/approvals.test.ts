import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import { type OrganizerRight, type OrganizerRole, rightsOf } from "#app/domain/access/organizer.ts";
import { advanceFutureJobs } from "#app/domain/activity/bring-forward.server.ts";
import { type ApprovalKind, approvalPage } from "#app/domain/approvals/approval.ts";
import { approveClosing, askClosing } from "#app/domain/campaign/closing/ask-closing.server.ts";
import { approveCompanies } from "#app/domain/campaign/company/approve-companies.server.ts";
import { changeCompanies } from "#app/domain/campaign/company/change-companies.server.ts";
import { freezeCampaign, unfreezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";
import { proposeResult } from "#app/domain/campaign/meetings/results/propose-result.server.ts";
import { publishResult } from "#app/domain/campaign/meetings/results/publish-result.server.ts";
import { approveNotice } from "#app/domain/campaign/notices/approve-notice.server.ts";
import { askNoticeAgain } from "#app/domain/campaign/notices/ask-notice-again.server.ts";
import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";
import { askNotice } from "#app/domain/campaign/petition/ask-notice.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { withdrawPetition } from "#app/domain/campaign/petition/return-petition.server.ts";
import { savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import { approveReply } from "#app/domain/entries/letters/replies/approve-reply.server.ts";
import { listReplies } from "#app/domain/entries/letters/replies/list-replies.server.ts";
import { recordReply } from "#app/domain/entries/letters/replies/record-reply.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { listPacks } from "#app/domain/outgoing/packs/list-packs.server.ts";
import { approveHandOver, recordHandOver } from "#app/domain/outgoing/packs/record-hand-over.server.ts";
import { reportedHandOverOf } from "#app/domain/outgoing/packs/recorded-hand-over.server.ts";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import { askUpdateApprovalAgain } from "#app/domain/outgoing/updates/ask-again.server.ts";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { withdrawApproval } from "#app/domain/outgoing/updates/revert-to-draft.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { approveBulk, askBulk } from "#app/domain/review/bulk/change-bulk.server.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";
import { listSentBack, resolveSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { findApprovalOf, listWaitingApprovals } from "#app/domain/team/list-waiting.server.ts";
import { portOf } from "#app/domain/team/ports.server.ts";
import { readApproval } from "#app/domain/team/read-approvals.server.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";
import { sendBack } from "#app/domain/team/send-back.server.ts";
import { addresses } from "#app/routes.ts";
import {
  auditEntries,
  campaignOrganizers,
  campaigns,
  meetings,
  outbox,
  packs,
  petitionVersions,
  updates,
} from "#db/schema/index.ts";
import { storeRow, testKeys } from "#tests/support/builders.ts";
import { companyValues } from "#tests/support/companies.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDispatch, aLetterCampaign } from "#tests/support/dispatches.ts";
import { readersOf } from "#tests/support/engine.ts";
import { aHandedOver } from "#tests/support/handed-over.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aFileMailing, silent } from "#tests/support/mail.ts";
import { anOrganizer, asRole } from "#tests/support/organizers.ts";
import { aMeeting } from "#tests/support/pledges.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const reason = "The date is wrong.\nIt is the fifth.";
const site = { from: "Undersigned <news@undersigned.org>", localMode: false, rehearsal: false };

/** Two owners, one of whom asks, an organizer who may approve, and a reviewer who may not. */
async function aTeam() {
  await db.update(outbox).set({ state: "skipped" }).where(eq(outbox.state, "queued"));
  const scene = await aLetterCampaign(db, ["owner", "owner", "organizer", "reviewer"]);
  const [asker, second, third, reviewer] = scene.team;
  if (!asker || !second || !third || !reviewer) throw new Error("it takes four");
  const on = { campaignId: scene.campaign.id, actor: asker.actor };
  const campaign = { id: scene.campaign.id, slug: scene.campaign.slug };
  const own = (who: { id: string }) => listSentBack(db, { campaign, organizerId: who.id });
  const waits = (who: { id: string }) =>
    listWaitingApprovals(db, { campaign: { ...campaign, ...asRole("owner") }, organizerId: who.id });
  return { ...scene, asker, second, third, reviewer, on, own, waits };
}
type Scene = Awaited<ReturnType<typeof aTeam>>;

/** A team that asks for nothing. */
const strangers = await aTeam();

async function aSubmittedUpdate({ campaign, on }: Scene) {
  await readersOf(db, campaign, 1);
  const update = { ...on, publicId: randomUUID() };
  await createDraft(db, update);
  const texts = [{ locale: "en", subject: "News", body: "Words.", greeting: null }];
  await saveDraft(db, { ...update, version: 1, content: { audience: everyone, inArchive: true, texts } });
  await submitUpdate(db, { ...update, version: 2 });
  return update;
}
async function aBulk({ campaign, on }: Scene) {
  await aStoredSignature(db, campaign);
  const nothing = { reason: null, domain: null, country: null, source: null, block: null };
  await askBulk(db, { ...on, note: null, conditions: { ...nothing, from: null, to: null } });
}
const aReply = async ({ campaign, asker }: Scene) => {
  const dispatch = await aHandedOver(db, campaign, { letterIds: [(await aLetter(db, campaign)).id] });
  return {
    scope: { campaignId: campaign.id, organizerId: asker.id },
    form: {
      dispatch: dispatch.publicId,
      received_on: "2026-10-15",
      from_whom: "Investor Relations",
      text: "We thank you.",
    },
    now: new Date("2026-10-20T10:00:00Z"),
  };
};
const next = { summary: "We ask more.", body: "We ask for much more." };
const changed = { is: "changed", earlier: "apart" } as const;

/** For each kind: asks, and tries to approve something sent back, which must change nothing. */
const kinds: Record<
  ApprovalKind,
  {
    ask: (s: Scene) => Promise<unknown>;
    approve: (s: Scene, subject: string) => Promise<{ outcome: string }>;
  }
> = {
  result: {
    ask: async ({ campaign, asker }) => {
      const meeting = await aMeeting(db, campaign, 2025);
      await db.update(meetings).set({ status: "closed" }).where(eq(meetings.id, meeting.id));
      const results = [
        { number: 8, title: "Sample", for: "1", against: "3", abstain: null, brokerNonVotes: null },
      ];
      const scope = { campaignId: campaign.id, organizerId: asker.id };
      const source = { sourceUrl: "https://example.org/8-k", asOf: "2025-12-09" };
      expect(await proposeResult(db, { scope, year: 2025, results, ...source })).toEnd("asked");
    },
    approve: ({ campaign, second }, subject) =>
      publishResult(db, { scope: { campaignId: campaign.id, organizerId: second.id }, subject }),
  },
  companies: {
    ask: ({ campaign, asker }) =>
      changeCompanies(db, {
        scope: { campaignId: campaign.id, organizerId: asker.id },
        change: { addNew: companyValues(), checked: false },
      }),
    approve: ({ campaign, second }, subject) =>
      approveCompanies(db, { scope: { campaignId: campaign.id, organizerId: second.id }, subject }),
  },
  update: {
    ask: aSubmittedUpdate,
    approve: ({ on, second }, publicId) =>
      approveUpdate(db, { ...on, publicId, version: 2, actor: second.actor }),
  },
  dispatch: {
    ask: async (scene) => {
      await aLetter(db, scene.campaign);
      await submitDispatch(db, await aDispatch(db, scene, scene.asker.actor));
    },
    approve: async ({ on, second }, publicId) =>
      approveDispatch(db, testKeys, { ...on, publicId, version: 1, actor: second.actor }),
  },
  reply: {
    ask: async (scene) => {
      const { scope, form, now } = await aReply(scene);
      await recordReply(db, scope, form, now);
    },
    approve: ({ campaign, second }, publicId) =>
      approveReply(db, { scope: { campaignId: campaign.id, organizerId: second.id }, publicId }),
  },
  pack: {
    ask: ({ on }) => askForPack(db, on),
    approve: ({ on, second }, publicId) => approvePack(db, { ...on, publicId, actor: second.actor }),
  },
  "hand-over": {
    ask: async ({ campaign, on }) => {
      const pack = await storeRow(db, packs, {
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
      });
      await recordHandOver(db, {
        ...on,
        publicId: pack?.publicId ?? "",
        handedOverAt: new Date(),
        to: "Desk",
      });
    },
    approve: async ({ on, second }, publicId) => {
      const [pack] = await db.select().from(packs).where(eq(packs.campaignId, on.campaignId));
      const seen = (pack && reportedHandOverOf(pack))?.seen ?? "";
      return approveHandOver(db, { ...on, publicId, seen, actor: second.actor });
    },
  },
  petition: {
    ask: async ({ campaign, on }) => {
      await aStoredSignature(db, campaign);
      await savePetition(db, { ...on, version: 0, words: next } as Parameters<typeof savePetition>[1]);
      await publishPetition(db, { ...on, version: 1, meaning: changed } as Parameters<
        typeof publishPetition
      >[1]);
    },
    approve: ({ on, second }, publicId) =>
      approvePetition(db, { ...on, actor: second.actor, publicId } as Parameters<typeof approvePetition>[1]),
  },
  notice: {
    ask: async ({ campaign, on }) => {
      await storeRow(db, petitionVersions, {
        campaignId: campaign.id,
        version: 2,
        ...next,
        publishedAt: new Date(),
        earlierSigners: "apart",
      });
      await db.update(campaigns).set({ petitionVersion: 2 }).where(eq(campaigns.id, campaign.id));
      await askNotice(db, { ...on, version: 2, change: "More." } as Parameters<typeof askNotice>[1]);
    },
    approve: ({ on, second }, publicId) =>
      approveNotice(db, site, { ...on, publicId, actor: second.actor } as Parameters<
        typeof approveNotice
      >[2]),
  },
  bulk: {
    ask: aBulk,
    approve: ({ on, second }) => approveBulk(db, { ...on, number: 1, actor: second.actor }),
  },
  closing: {
    ask: ({ on }) => askClosing(db, { ...on, months: 6 }),
    approve: ({ on, second }) => approveClosing(db, { ...on, months: 6, actor: second.actor }),
  },
};

/** How approvals end that took effect. */
const approved = ["approved", "published", "closed", "changed", "recorded"];

const send = async () => {
  const { mailing, readAll } = await aFileMailing();
  await sendDueEmails(db, mailing, { log: silent });
  return readAll();
};
const toOf = (mails: Awaited<ReturnType<typeof send>>) => mails.map(({ to }) => [to].flat()[0]?.text);

async function waitingThing({ campaign, second }: Scene, kind: ApprovalKind) {
  const rows = await db.execute<{ subject: string }>(sql`
    select subject from approval_requests where campaign_id = ${campaign.id} and kind = ${kind}
    order by id desc limit 1`);
  const subject = rows[0]?.subject ?? "";
  const who = { campaign: { ...campaign, ...asRole("owner") }, organizerId: second.id };
  return { kind, subject, waits: await findApprovalOf(db, who, { kind, subject }) };
}

const pageOf = ({ campaign }: Scene, kind: ApprovalKind, subject: string) =>
  approvalPage(campaign.slug, { kind, subject, number: kind === "result" ? 2025 : 1 });

for (const [name, { ask, approve }] of Object.entries(kinds))
  test(`a request can be sent back with a reason, by email and on the overview: ${name}`, async () => {
    const kind = name as ApprovalKind;
    const scene = await aTeam();
    const { campaign, asker, second, third, reviewer } = scene;
    await ask(scene);
    const { subject, waits } = await waitingThing(scene, kind);
    expect(waits).toMatchObject({ approving: "yes" });
    const mayApprove = rightsOf.organizer.includes(portOf(kind).right) ? [second, third] : [second];
    expect(await asked(scene)).toEqual(mayApprove.map(({ id }) => id).sort());
    await db.execute(sql`update outbox set state = 'skipped' where campaign_id = ${campaign.id}`);

    const back = { campaignId: campaign.id, kind, subject, reason };
    expect(await sendBack(db, { ...back, actor: strangers.second.actor })).toEqual({ outcome: "gone" });
    const elsewhere = { ...back, campaignId: strangers.campaign.id, actor: strangers.second.actor };
    expect(await sendBack(db, elsewhere)).toEqual({ outcome: "not-waiting" });
    expect(await sendBack(db, { ...back, actor: reviewer.actor })).toEqual({ outcome: "gone" });
    const newcomer = await anOrganizer(db, { campaign, role: "owner" });
    await db.execute(sql`update right_periods set since = now(), given_by_operator = false
      where organizer_id = ${newcomer.id}`);
    expect(await sendBack(db, { ...back, actor: `organizer:${newcomer.id}` })).toEnd("may-not");
    expect(await sendBack(db, { ...back, actor: asker.actor })).toEqual({ outcome: "own" });
    expect((await waitingThing(scene, kind)).waits).toEqual(waits);
    expect(await sendBack(db, { ...back, actor: second.actor })).toEqual({ outcome: "sent-back" });
    expect(await sendBack(db, { ...back, actor: second.actor })).toEqual({ outcome: "not-waiting" });
    expect((await waitingThing(scene, kind)).waits).toBeNull();
    expect(await scene.waits(second)).toEqual([]);
    expect(approved).not.toContain((await approve(scene, subject)).outcome);

    const mails = await send();
    expect(toOf(mails)).toEqual([asker.email]);
    expect(mails[0]?.subject).toBe("Changes needed before approval");
    expect(mails[0]?.text).toContain(pageOf(scene, kind, subject));
    expect(mails[0]?.text).toContain("The date is wrong.");
    expect(mails[0]?.text).toContain("It is the fifth.");
    const of = { campaignId: campaign.id, kind, subject };
    expect(await readApproval(db, of)).toMatchObject({
      isSentBack: true,
      sentBack: { by: second.name, reason },
    });
    expect(await scene.own(asker)).toMatchObject([{ kind, subject, reason, isMine: true }]);
    expect(await scene.own(second)).toEqual([]);
    const on = { campaign: { id: campaign.id, slug: campaign.slug }, organizerId: second.id };
    expect(await listSentBack(db, { ...on, kinds: [kind] })).toMatchObject([{ subject, isMine: false }]);
    const log = await db.select().from(auditEntries).where(eq(auditEntries.subject, subject));
    expect(log.filter(({ action }) => action.endsWith("sent-back"))).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain("The date");

    const [line] = await scene.own(asker);
    const settle = { campaignId: campaign.id, request: line?.request ?? 0 };
    expect(await resolveSentBack(db, { ...settle, actor: second.actor })).toEqual({ outcome: "gone" });
    const foreign = { ...settle, campaignId: strangers.campaign.id, actor: strangers.asker.actor };
    expect(await resolveSentBack(db, foreign)).toEqual({ outcome: "gone" });
    expect(await resolveSentBack(db, { ...settle, actor: asker.actor })).toEqual({ outcome: "settled" });
    expect(await resolveSentBack(db, { ...settle, actor: asker.actor })).toEqual({ outcome: "gone" });
    expect(await scene.own(asker)).toEqual([]);
  });

/** One of these rights opens the console page at a path. */
function needsOf(path: string) {
  const bare = path.replace(/#.*/, "");
  const matching = addresses.filter(({ address }) =>
    RegExp(`^${address.replace(/:\w+/g, "[^/*]+")}$`).test(bare),
  );
  return matching.sort((a, b) => a.address.split(":").length - b.address.split(":").length)[0]?.needs ?? [];
}

for (const [name, { ask, approve }] of Object.entries(kinds))
  test(`a request waits only for people who can open and approve it, or says what to do: ${name}`, async () => {
    const kind = name as ApprovalKind;
    const { right, opens } = portOf(kind);
    const scene = await aTeam();
    const { campaign, asker, second, third, on } = scene;
    const setRights = (memberId: string, ...rights: OrganizerRight[]) =>
      changeRights(db, { ...on, actor: "operator", memberId, seen: null, role: "viewer", rights });
    await setRights(third.id, "view");
    await setRights(second.id, "view", right);
    await ask(scene);
    const { subject } = await waitingThing(scene, kind);
    const stateOf = async (who: { id: string }) => {
      const [{ hands = [] } = {}] = await db.execute<{ hands: string[] }>(sql`
        select w.hands::text[] as hands from (${portOf(kind).waiting}) w where w.subject = ${subject}::uuid`);
      const of = { campaignId: campaign.id, organizerId: who.id };
      return (await readApprovalStates(db, of, portOf(kind)))(hands);
    };
    const asked = async () =>
      (await readApproval(db, { campaignId: campaign.id, kind, subject })).asked.map(({ name }) => name);
    const page = pageOf(scene, kind, subject);
    expect([...needsOf(page)].some((each) => ["view", right, opens].includes(each))).toBe(true);

    if (!["view", right].includes(opens)) {
      expect([await asked(), await scene.waits(second)]).toEqual([[], []]);
      const missing = { right: opens, lack: [second.name], gives: [asker.name] };
      expect(await stateOf(asker)).toMatchObject({ approving: "none-opens", others: [], missing });
      expect(await stateOf(third)).toMatchObject({ approving: "none-opens", missing });
      expect(await stateOf(second)).toMatchObject({ approving: "cannot-open", missing: { right: opens } });
      expect(await approve(scene, subject)).toEqual({ outcome: "cannot-open" });
      const back = { campaignId: campaign.id, kind, subject, reason };
      expect(await sendBack(db, { ...back, actor: second.actor })).toEqual({ outcome: "gone" });
      await setRights(second.id, "view", right, opens);
    } else expect(await asked()).toEqual([second.name]);
    expect(await stateOf(asker)).toMatchObject({ approving: "own", others: [second.name], missing: null });
    expect(await stateOf(second)).toMatchObject({ approving: "yes", missing: null });
    expect(await scene.waits(second)).toMatchObject([{ kind, page }]);
    expect(approved).toContain((await approve(scene, subject)).outcome);
  });

for (const [name, { ask, approve }] of Object.entries(kinds))
  test(`who asked must still be able to ask when it is approved, and nobody approves in a freeze: ${name}`, async () => {
    const kind = name as ApprovalKind;
    const scene = await aTeam();
    const { asker, second } = scene;
    await ask(scene);
    const { subject } = await waitingThing(scene, kind);
    const by = { campaignId: scene.campaign.id, actor: second.actor };
    const setRights = (role: "viewer" | "owner") =>
      changeRights(db, { ...by, memberId: asker.id, seen: null, ...asRole(role) });

    await setRights("viewer");
    expect(await approve(scene, subject)).toEqual({ outcome: "asker" });
    expect((await waitingThing(scene, kind)).waits).not.toBeNull();
    await setRights("owner");
    await freezeCampaign(db, by);
    expect(await approve(scene, subject)).toEqual({ outcome: "frozen" });
    await unfreezeCampaign(db, by);
    expect(approved).toContain((await approve(scene, subject)).outcome);

    const left = await aTeam();
    await ask(left);
    const waiting = await waitingThing(left, kind);
    const owner = { campaignId: left.campaign.id, actor: left.second.actor };
    await removeMember(db, { ...owner, memberId: left.third.id });
    await removeMember(db, { ...owner, memberId: left.asker.id });
    expect(await approve(left, waiting.subject)).toEqual({ outcome: "asker" });
  });

test("without the person who asked, the operator approves alone, which is recorded", async () => {
  const { asker, second, on } = await aTeam();
  const pack = await askForPack(db, on);
  const publicId = pack.outcome === "asked" ? pack.publicId : "";
  const change = { addNew: companyValues(), checked: false };
  await changeCompanies(db, { scope: { campaignId: on.campaignId, organizerId: asker.id }, change });
  await removeMember(db, { campaignId: on.campaignId, actor: second.actor, memberId: asker.id });
  const operator = { campaignId: on.campaignId, publicId, actor: "operator" } as const;
  expect(await approvePack(db, operator)).toEqual({ outcome: "asker" });
  expect(await approvePack(db, { ...operator, alone: true })).toEqual({ outcome: "approved" });
  const [approvedPack] = await db.select().from(packs).where(eq(packs.publicId, publicId));
  expect(approvedPack).toMatchObject({ approvedById: null, approvedAlone: true });
  const scope = { campaignId: on.campaignId, organizerId: null };
  expect(await approveCompanies(db, { scope })).toEqual({ outcome: "asker" });
  expect(await approveCompanies(db, { scope, alone: true })).toEqual({ outcome: "approved" });
});

test("a new request settles what was sent back, and so does cancelling its draft", async () => {
  const scene = await aTeam();
  const { campaign, on, second, asker } = scene;
  const update = await aSubmittedUpdate(scene);
  const thing = { kind: "update", subject: update.publicId, campaignId: campaign.id } as const;
  await sendBack(db, { ...thing, actor: second.actor, reason });
  await submitUpdate(db, { ...update, version: 2 });
  expect(await scene.own(asker)).toEqual([]);
  await sendBack(db, { ...thing, actor: second.actor, reason });
  expect(await scene.own(asker)).toHaveLength(1);
  await cancelUpdate(db, { ...update, from: ["draft"] });
  expect(await scene.own(asker)).toEqual([]);

  const pack = await askForPack(db, on);
  const subject = pack.outcome === "asked" ? pack.publicId : "";
  await sendBack(db, { kind: "pack", subject, campaignId: campaign.id, actor: second.actor, reason });
  const { id: campaignId } = campaign;
  expect(await listPacks(db, { campaignId, organizerId: null })).toMatchObject([{ state: "sent-back" }]);
  expect(await askForPack(db, on)).toMatchObject({ outcome: "asked", number: 2 });
  expect(await scene.own(asker)).toEqual([]);
});

test("a reply that was sent back is recorded again in its place", async () => {
  const scene = await aTeam();
  const { campaign, second } = scene;
  const { scope, form, now } = await aReply(scene);
  const first = await recordReply(db, scope, form, now);
  const subject = first.outcome === "recorded" ? first.publicId : "";
  await sendBack(db, { kind: "reply", subject, campaignId: campaign.id, actor: second.actor, reason });
  expect(await listReplies(db, campaign.id)).toMatchObject([{ publicId: subject, isSentBack: true }]);
  const again = await recordReply(db, scope, { ...form, text: "We thank you all." }, now, {
    instead: subject,
  });
  const [reply, ...others] = await listReplies(db, campaign.id);
  expect(others).toEqual([]);
  expect(reply).toMatchObject({ text: "We thank you all.", isSentBack: false });
  // A waiting request, or one sent back in another campaign, is not replaced.
  const stranger = await aTeam();
  const theirs = await aReply(stranger);
  const waiting = again.outcome === "recorded" ? again.publicId : "";
  await recordReply(db, theirs.scope, theirs.form, theirs.now, { instead: waiting });
  await recordReply(db, scope, form, now, { instead: waiting });
  expect(await listReplies(db, campaign.id)).toHaveLength(2);
});

test("a reply to one dispatch replaces none of another", async () => {
  const scene = await aTeam();
  const { campaign, second } = scene;
  const { scope, form, now } = await aReply(scene);
  const first = await recordReply(db, scope, form, now);
  const subject = first.outcome === "recorded" ? first.publicId : "";
  await sendBack(db, { kind: "reply", subject, campaignId: campaign.id, actor: second.actor, reason });
  const letterIds = [(await aLetter(db, campaign)).id];
  const other = await aHandedOver(db, campaign, { letterIds, number: 2 });
  await recordReply(db, scope, { ...form, dispatch: other.publicId }, now, { instead: subject });
  const replies = await listReplies(db, campaign.id);
  expect(replies.map(({ publicId }) => publicId)).toContain(subject);
  expect(replies).toHaveLength(2);
});

test("a notice that was sent back can be asked for again, as it was", async () => {
  const scene = await aTeam();
  const { campaign, second, on } = scene;
  await kinds.notice.ask(scene);
  const { subject } = await waitingThing(scene, "notice");
  await sendBack(db, { kind: "notice", subject, campaignId: campaign.id, actor: second.actor, reason });
  const notice = { campaignId: campaign.id, publicId: subject };
  const ask = { ...notice, actor: on.actor } as Parameters<typeof askNoticeAgain>[1];
  expect(await askNoticeAgain(db, ask)).toEqual({ outcome: "asked" });
  expect(await kinds.notice.approve(scene, subject)).toMatchObject({ outcome: "approved" });
});

test("an update on hold that was sent back stays on hold, and is asked for again", async () => {
  const scene = await aTeam();
  const { campaign, second, on } = scene;
  const update = await aSubmittedUpdate(scene);
  const own = eq(updates.publicId, update.publicId);
  await db
    .update(updates)
    .set({ state: "paused", pauseReason: "differs", pausedAt: new Date(), startedAt: new Date() })
    .where(own);
  const thing = { kind: "update", subject: update.publicId, campaignId: campaign.id } as const;
  expect(await sendBack(db, { ...thing, actor: second.actor, reason })).toEqual({ outcome: "sent-back" });
  expect((await db.select().from(updates).where(own))[0]).toMatchObject({ state: "paused" });
  const approve = () => approveUpdate(db, { ...update, version: 2, actor: second.actor });
  expect(await approve()).toEqual({ outcome: "not-submitted" });
  expect(await askUpdateApprovalAgain(db, { ...on, publicId: update.publicId })).toEnd("submitted");
  expect(await approve()).toEqual({ outcome: "approved" });
});

test("who left the campaign is not emailed why, and sees no line", async () => {
  const scene = await aTeam();
  const { campaign, second, asker } = scene;
  const pack = await askForPack(db, scene.on);
  const subject = pack.outcome === "asked" ? pack.publicId : "";
  await db.execute(sql`delete from outbox where campaign_id = ${campaign.id}`);
  await removeMember(db, { campaignId: campaign.id, actor: second.actor, memberId: asker.id });
  await db.execute(sql`update outbox set state = 'skipped' where campaign_id = ${campaign.id}`);
  await sendBack(db, { kind: "pack", subject, campaignId: campaign.id, actor: second.actor, reason });
  expect(await send()).toEqual([]);
});

test("withdrawing a petition text tells only those whose email was sent", async () => {
  const scene = await aTeam();
  const { campaign, on, second, third } = scene;
  const withdraw = (actor: typeof on.actor) =>
    withdrawPetition(db, { campaignId: campaign.id, actor } as Parameters<typeof withdrawPetition>[1]);
  await kinds.petition.ask(scene);
  expect(toOf(await send()).sort()).toEqual([second.email, third.email].sort());
  expect(await withdraw(on.actor)).toEqual({ outcome: "withdrawn" });
  const sent = await send();
  expect(toOf(sent).sort()).toEqual([second.email, third.email].sort());
  expect(sent[0]?.subject).toBe("Your approval is no longer needed");
  expect(sent[0]?.text).toContain("The request was withdrawn.");

  const again = { ...on, version: 1, meaning: changed } as Parameters<typeof publishPetition>[1];
  expect(await publishPetition(db, again)).toMatchObject({ outcome: "asked" });
  await withdraw(second.actor);
  expect(await send()).toEqual([]);
  // Editing the draft also withdraws the request.
  await publishPetition(db, again);
  await send();
  const edited = { ...on, version: 1, words: { ...next, body: "Even more." } };
  await savePetition(db, edited as Parameters<typeof savePetition>[1]);
  expect(await send()).toHaveLength(2);
  const queued = and(eq(outbox.campaignId, campaign.id), eq(outbox.state, "queued"));
  expect(await db.$count(outbox, queued)).toBe(0);
});

test("who approves while somebody sends it back learns that, in either order", async () => {
  const subjects: [ApprovalKind, string, string][] = [
    ["pack", "packs", "not-asked"],
    ["reply", "letter_replies", "gone"],
    ["notice", "petition_notices", "not-waiting"],
    ["update", "updates", "not-submitted"],
  ];
  for (const [kind, table, ends] of subjects) {
    const scene = await aTeam();
    await kinds[kind].ask(scene);
    if (kind === "update") {
      const paused = {
        state: "paused",
        pauseReason: "differs",
        pausedAt: new Date(),
        startedAt: new Date(),
      } as const;
      await db.update(updates).set(paused).where(eq(updates.campaignId, scene.campaign.id));
    }
    const { subject } = await waitingThing(scene, kind);
    const approved = await db.transaction(async (tx) => {
      await tx.execute(sql`select from ${sql.raw(table)} where public_id = ${subject}::uuid for update`);
      const approving = kinds[kind].approve(scene, subject);
      const waits = sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(async () => (await db.execute(waits)).length).toBeGreaterThan(0);
      await tx.execute(sql`
        update approval_requests set sent_back_at = now(), reason = 'No.' where subject = ${subject}::uuid`);
      return { approving };
    });
    expect(await approved.approving, kind).toEqual({ outcome: ends });
  }
});

/** Recipients of emails that ask for an approval in one campaign. */
async function asked({ campaign }: Pick<Scene, "campaign">) {
  const rows = await db.execute<{ id: string }>(sql`
    select organizer_id as id from outbox
    where campaign_id = ${campaign.id} and template::text = 'approval-asked'
    order by id`);
  return rows.map(({ id }) => id).sort();
}

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
  expect(await approveDispatch(db, testKeys, { ...draft, actor: third.actor })).toEnd("cannot-open");
  expect(await approveDispatch(db, testKeys, { ...draft, actor: second.actor })).toEnd("approved");
});

/** The states of the emails that ask, with their recipients' names. */
const emailsOf = ({ campaign }: Pick<Scene, "campaign">, template = "approval-asked") =>
  db
    .select({ to: outbox.organizerId, state: outbox.state, request: outbox.approvalRequestId })
    .from(outbox)
    .where(sql`${outbox.campaignId} = ${campaign.id} and ${outbox.template}::text = ${template}`)
    .orderBy(outbox.id);
const statesOf = async (scene: Pick<Scene, "campaign">) => (await emailsOf(scene)).map(({ state }) => state);

test("an approval email names who asks for what, links to it, and contains none of it", async () => {
  const scene = await aTeam();
  const { publicId } = await aSubmittedUpdate(scene);
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
  const on = await aSubmittedUpdate(scene);
  await withdrawApproval(db, on);
  await submitUpdate(db, { ...on, version: 2 });
  expect(await send()).toHaveLength(2);
  expect(await statesOf(scene)).toEqual(["skipped", "skipped", "accepted", "accepted"]);

  const other = await aTeam();
  const update = await aSubmittedUpdate(other);
  await approveUpdate(db, { ...update, version: 2, actor: other.second.actor });
  expect(await send()).toEqual([]);
  expect(await statesOf(other)).toEqual(["skipped", "skipped"]);
});

test("while a campaign is frozen nobody is asked; when that is lifted, they are", async () => {
  const scene = await aTeam();
  await aSubmittedUpdate(scene);
  const on = { campaignId: scene.campaign.id, actor: scene.asker.actor };
  await freezeCampaign(db, on);
  expect(await send()).toEqual([]);
  expect(await statesOf(scene)).toEqual(["queued", "queued"]);
  await unfreezeCampaign(db, on);
  expect(await send()).toHaveLength(2);
});

test("who left the campaign, or lost the right, before their email went is not asked", async () => {
  const scene = await aTeam();
  await aSubmittedUpdate(scene);
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
  const { publicId } = await aSubmittedUpdate(scene);
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
  await aSubmittedUpdate(scene);
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
  const there = { id: strangers.campaign.id, slug: strangers.campaign.slug, ...asRole("owner") };
  expect(await listWaitingApprovals(db, { campaign: there, organizerId: scene.second.id })).toEqual([]);
  await freezeCampaign(db, { campaignId: scene.campaign.id, actor: scene.second.actor });
  expect(await waits(scene.second, "owner")).toEqual([]);
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
