import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Member } from "#app/domain/outbox/batches/lock-batch.server.ts";
import { createWriter, prepared } from "#app/domain/outbox/batches/write-mails.server.ts";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import { askUpdateApprovalAgain } from "#app/domain/outgoing/updates/ask-again.server.ts";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { startDueUpdates } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { readFrameState } from "#app/domain/outgoing/updates/update-content.server.ts";
import {
  auditEntries,
  campaigns,
  campaignTranslations,
  claims,
  outbox,
  supporters,
  updates,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, rowIn, rowsIn, storeRow } from "#tests/support/builders.ts";
import { aStoredClaim, ofReuters } from "#tests/support/claims.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aBatchMailing, passTime, readersOf, runEngine, takeAll } from "#tests/support/engine.ts";
import { aStubMailing } from "#tests/support/mail.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const ready = { from: "Undersigned <news@undersigned.org>", localMode: false, rehearsal: false };
const cited = "The policy bars it.";

/** A team of two, a published claim, readers in two languages, and an update that cites the claim. */
async function aScene() {
  const campaign = await aCampaign(db, {
    languages: ["en", "es"],
    operator: "Sample Committee",
    postalAddress: "1 Sample Street",
    contactEmail: "hello@campaign.test",
    fundingLine: "Paid by its members.",
    privacyContact: "privacy@campaign.test",
  });
  const reported = { ...ofReuters, text: cited };
  await aStoredClaim(db, campaign, reported);
  const readers = await readersOf(db, campaign, 3);
  await changeRows(db, supporters, readers[2]?.id ?? 0, { locale: "es" });
  const [writer, second] = await Promise.all(
    (["owner", "organizer"] as const).map(async (role) => {
      const { id } = await anOrganizer(db, { campaign, role });
      return { id, actor: `organizer:${id}` as const };
    }),
  );
  if (!writer || !second) throw new Error("no team");
  const on = { campaignId: campaign.id, publicId: randomUUID(), actor: writer.actor };
  await createDraft(db, on, now);
  const texts = [{ locale: "en", subject: "What happened", body: "Look:\n\n[claim 9]", greeting: null }];
  const saved = await saveDraft(
    db,
    { ...on, version: 1, content: { audience: everyone, inArchive: true, texts } },
    now,
  );
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  const draft = { ...on, version: saved.version };
  const hers = { ...draft, actor: second.actor };
  return { campaign, readers, draft, hers, writer, second };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

/** The scene's readers among these addresses: the engine sends other tests' updates, too. */
const readersIn = ({ readers }: Scene, to: string[]) =>
  to.filter((address) => readers.some(({ email }) => email === address));

const submitted = async () => {
  const scene = await aScene();
  expect(await submitUpdate(db, scene.draft, now)).toEqual({ outcome: "submitted" });
  return scene;
};
const approved = async () => {
  const scene = await submitted();
  expect(await approveUpdate(db, scene.hers, now)).toEqual({ outcome: "approved" });
  return scene;
};
const scheduled = async () => {
  const scene = await approved();
  await scheduleUpdate(db, ready, { ...scene.draft, sendAt: new Date("2026-03-03T00:00:00Z") }, now);
  return scene;
};

const row = async ({ draft }: Scene) => {
  return rowIn(db, updates, { publicId: draft.publicId });
};

const claimIs = (campaignId: number, values: Partial<typeof claims.$inferInsert>) =>
  db.update(claims).set(values).where(eq(claims.campaignId, campaignId));
const campaignIs = (id: number, values: Partial<typeof campaigns.$inferInsert>) =>
  db.update(campaigns).set(values).where(eq(campaigns.id, id));

/** Everything readers would get besides the approved words. */
const changes: [
  string,
  (campaignId: number) => Promise<unknown>,
  back: (scene: Scene) => Promise<unknown>,
][] = [
  [
    "claims",
    (id) => claimIs(id, { text: "Another statement." }),
    ({ campaign }) => claimIs(campaign.id, { text: cited }),
  ],
  [
    "claims",
    (id) => claimIs(id, { limits: null }),
    ({ campaign }) => claimIs(campaign.id, { limits: "Nobody has looked." }),
  ],
  ...(
    [
      ["title", { title: "Another campaign" }],
      ["operator", { operator: "Somebody Else" }],
      ["postal-address", { postalAddress: "2 Other Street" }],
      ["funding", { fundingLine: "Paid by somebody else." }],
      ["sender-name", { senderName: "Somebody Else" }],
      ["sender-address", { senderAddress: "else@campaign.test" }],
      ["reply-to", { replyTo: "thief@elsewhere.test" }],
      ["reply-to", { contactEmail: "thief@elsewhere.test" }],
    ] as const
  ).map(([what, values]): (typeof changes)[number] => [
    what,
    (id) => campaignIs(id, values),
    ({ campaign }) => {
      const { title, operator, postalAddress, fundingLine, senderName, senderAddress } = campaign;
      const { replyTo, contactEmail } = campaign;
      return campaignIs(campaign.id, {
        title,
        operator,
        postalAddress,
        fundingLine,
        senderName,
        senderAddress,
        replyTo,
        contactEmail,
      });
    },
  ]),
];

test("an approval covers all readers get: changes are named and not sent", async () => {
  const scene = await scheduled();
  const { mailing, calls } = aBatchMailing(takeAll);
  const taken = () =>
    readersIn(
      scene,
      calls.flatMap(({ to }) => to),
    );
  let notified = 0;
  for (const [what, change, back] of changes) {
    await change(scene.campaign.id);
    await runEngine(db, mailing, createWriter(db, mailing));
    expect(taken(), what).toEqual([]);
    const paused = await row(scene);
    expect(paused, what).toMatchObject({ state: "paused", pauseReason: "differs", startedAt: null });
    expect((await readFrameState(db, paused.id))?.differs, what).toEqual([what]);
    expect(await resumeUpdate(db, ready, scene.draft, now), what).toEqual({ outcome: "differs" });
    notified += 2;
    expect(await db.$count(outbox, eq(outbox.updateId, paused.id)), what).toBe(notified);
    await back(scene);
    expect(await resumeUpdate(db, ready, scene.draft, now), what).toEqual({ outcome: "resumed" });
  }
  await runEngine(db, mailing, createWriter(db, mailing));
  expect(taken()).toHaveLength(3);
});

test("a title translated after the approval does not reach readers", async () => {
  const scene = await aScene();
  const texts = [
    { locale: "en", subject: "News", body: "Words.", greeting: null },
    { locale: "es", subject: "Noticias", body: "Palabras.", greeting: null },
  ];
  const content = { audience: everyone, inArchive: true, texts };
  const saved = await saveDraft(db, { ...scene.draft, content }, now);
  const version = saved.outcome === "saved" ? saved.version : 0;
  await submitUpdate(db, { ...scene.draft, version }, now);
  await approveUpdate(db, { ...scene.hers, version }, now);
  await scheduleUpdate(db, ready, { ...scene.draft, sendAt: new Date("2026-03-03T00:00:00Z") }, now);
  await storeRow(db, campaignTranslations, {
    campaignId: scene.campaign.id,
    locale: "es",
    original: scene.campaign.title,
    originalSha256: createHash("sha256").update(scene.campaign.title).digest(),
    translation: "Otra cosa",
  });
  await startDueUpdates(db, ready, now);
  expect(await row(scene)).toMatchObject({ state: "paused", pauseReason: "differs" });
});

test("changes during sending stop the rest, in batches and one by one", async () => {
  for (const by of ["batches", "one by one"] as const) {
    const scene = await scheduled();
    const batches = aBatchMailing(takeAll);
    const stub = aStubMailing("smtp");
    const taken = () =>
      readersIn(scene, [...batches.calls.flatMap(({ to }) => to), ...stub.tries.map(({ to }) => to)]);
    const { mailing } = by === "batches" ? batches : stub;
    await startDueUpdates(db, mailing, now);
    await campaignIs(scene.campaign.id, { replyTo: "thief@elsewhere.test" });
    await runEngine(db, mailing, createWriter(db, mailing));
    expect(taken(), by).toEqual([]);
    const paused = await row(scene);
    expect(paused, by).toMatchObject({ state: "paused", pauseReason: "differs" });

    expect(await approveUpdate(db, scene.hers, now), by).toEqual({ outcome: "not-submitted" });
    expect(await askUpdateApprovalAgain(db, scene.draft, now), by).toEqual({ outcome: "submitted" });
    expect(await resumeUpdate(db, mailing, scene.draft, now), by).toEqual({ outcome: "not-approved" });
    expect(await approveUpdate(db, scene.draft, now), by).toEqual({ outcome: "own" });
    expect(await approveUpdate(db, scene.hers, now), by).toEqual({ outcome: "approved" });
    expect(await resumeUpdate(db, mailing, scene.draft, now), by).toEqual({ outcome: "resumed" });
    await passTime(db, paused);
    await runEngine(db, mailing, createWriter(db, mailing));
    expect(taken(), by).toHaveLength(3);
  }
});

test("a layout that a worker remembers does not go under another approval", async () => {
  const scene = await scheduled();
  const { mailing, calls } = aBatchMailing(takeAll);
  const writeMails = createWriter(db, mailing);
  await startDueUpdates(db, mailing, now);
  const frameOf = async () => (await row(scene)).approvedFrame as never;
  const member: Member = {
    publicId: randomUUID(),
    createdAt: 1_770_000_000,
    supporterId: 1,
    campaignId: 1,
    email: "reader@example.org",
    name: "Reader",
    locale: "en",
    id: 1,
    state: "queued" as const,
    attempts: 0,
    agrees: true,
    isMeant: true,
    transport: null,
    due: true,
  };
  const write = async () => {
    const [{ id }, frame] = [await row(scene), await frameOf()];
    return (await prepared(() => writeMails(id, [member], frame))).messages[0];
  };
  expect((await write())?.replyTo).toBe("hello@campaign.test");
  await campaignIs(scene.campaign.id, { replyTo: "other@campaign.test" });
  await db
    .update(updates)
    .set({ state: "paused", pausedAt: now, pauseReason: "organizer" })
    .where(eq(updates.publicId, scene.draft.publicId));
  await askUpdateApprovalAgain(db, scene.draft, now);
  await approveUpdate(db, scene.hers, now);
  expect((await write())?.replyTo).toBe("other@campaign.test");
  expect(calls).toEqual([]);
});

test("what an approver lets go is what their page showed, and what was asked about", async () => {
  const scene = await submitted();
  const { id } = await row(scene);
  const frameNow = async () => (await readFrameState(db, id))?.frame ?? "";
  const frame = await frameNow();
  await campaignIs(scene.campaign.id, { title: "Another campaign" });
  expect(await approveUpdate(db, { ...scene.hers, frame }, now)).toEqual({ outcome: "changed" });
  // Somebody who changed it cannot approve it either: nobody else has checked it.
  expect(await approveUpdate(db, { ...scene.hers, frame: await frameNow() }, now)).toEnd("differs");
  expect((await readFrameState(db, id))?.differs).toEqual(["title"]);
  await campaignIs(scene.campaign.id, { title: scene.campaign.title });
  expect(await approveUpdate(db, { ...scene.hers, frame }, now)).toEqual({ outcome: "approved" });
  await campaignIs(scene.campaign.id, { title: "Another campaign" });
  const sending = scheduleUpdate(db, ready, { ...scene.draft, sendAt: null }, now);
  expect(await sending).toEqual({ outcome: "differs" });
});

test("an approval from before approvals covered all of it lets nothing go", async () => {
  const scene = await scheduled();
  await db.update(updates).set({ approvedFrame: null }).where(eq(updates.publicId, scene.draft.publicId));
  await startDueUpdates(db, ready, now);
  expect(await row(scene)).toMatchObject({ state: "paused", pauseReason: "differs" });
  expect(await askUpdateApprovalAgain(db, scene.draft, now)).toEqual({ outcome: "submitted" });
  expect(await approveUpdate(db, scene.hers, now)).toEqual({ outcome: "approved" });
  expect(await resumeUpdate(db, ready, scene.draft, now)).toEqual({ outcome: "resumed" });
  const actions = await rowsIn(db, auditEntries, { subject: scene.draft.publicId });
  expect(actions.map(({ action }) => action)).toContain("update-paused");
  const submissions = actions.filter(({ action }) => action === "update-submitted");
  expect(submissions.map(({ detail }) => detail)).toContainEqual(expect.objectContaining({ anew: true }));
});
