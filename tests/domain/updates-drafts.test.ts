import { createHash, randomUUID } from "node:crypto";
import { and, asc, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listSecondPersons } from "#app/domain/access/list-approvers.server.ts";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { continueUpdate } from "#app/domain/outgoing/updates/continue-update.server.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import {
  findChangesSinceSubmitted,
  findUpdate,
  listUpdates,
} from "#app/domain/outgoing/updates/queries.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { withdrawApproval } from "#app/domain/outgoing/updates/revert-to-draft.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { testUpdate } from "#app/domain/outgoing/updates/test-update.server.ts";
import { hashOfContent, readCampaignDigest } from "#app/domain/outgoing/updates/update-content.server.ts";
import type { UpdateContent, UpdateText } from "#app/domain/outgoing/updates/update-form.ts";
import { sendBack } from "#app/domain/team/send-back.server.ts";
import {
  auditEntries,
  campaignOrganizers,
  campaigns,
  claims,
  emailBatches,
  outbox,
  supporters,
  updates,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, organization, rowsIn, storeRow } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer, asRole } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const words = "Two things happened.";
const content = (values: Partial<UpdateContent> = {}): UpdateContent => ({
  audience: everyone,
  inArchive: true,
  texts: [{ locale: "en", subject: "What happened", body: words, greeting: null }],
  ...values,
});
const english = (subject: string, body = words) =>
  content({ texts: [{ locale: "en", subject, body, greeting: null }] });

/** A campaign with someone who agreed to get updates, and a team that writes them. */
async function aTeam(...roles: OrganizerRole[]) {
  const campaign = await aCampaign(db, { languages: ["en", "es"] });
  const { supporter } = await aStoredSignature(db, campaign, { consents: ["sign", "updates"] });
  await db.update(supporters).set({ confirmedAt: now }).where(eq(supporters.id, supporter.id));
  const people = await Promise.all(roles.map((role) => anOrganizer(db, { campaign, role })));
  const team = people.map((person) => ({ ...person, actor: `organizer:${person.id}` as const }));
  return { campaign, team };
}

type Member = Awaited<ReturnType<typeof aTeam>>["team"][number];

const ready = { from: "Undersigned <news@undersigned.org>", localMode: false, rehearsal: false };

/** A draft with words, written by `writer`. */
async function aDraft(campaign: { id: number }, writer: Member, values = content()) {
  const on = { campaignId: campaign.id, publicId: randomUUID(), actor: writer.actor };
  await createDraft(db, on, now);
  const saved = await saveDraft(db, { ...on, version: 1, content: values }, now);
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  return { ...on, version: saved.version };
}

const row = async (publicId: string) =>
  (await db.select().from(updates).where(eq(updates.publicId, publicId)))[0];

const actionsOn = async (publicId: string) =>
  (await rowsIn(db, auditEntries, { subject: publicId }, asc(auditEntries.id))).map(({ action }) => action);

test("a resent form begins one draft, and numbers have no gaps", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  const begun = await Promise.all(
    [...ids, ...ids].map((publicId) =>
      createDraft(db, { campaignId: campaign.id, publicId, actor: writer.actor }, now),
    ),
  );
  expect(begun.every(({ outcome }) => outcome === "created")).toBe(true);
  const listed = await listUpdates(db, campaign.id);
  expect(listed.map(({ number }) => number)).toEqual([3, 2, 1]);
  expect(listed[0]).toMatchObject({ stage: "draft", author: "Olga Sample", audienceSize: null });
});

test("only writers of a campaign begin, save, test, submit or continue", async () => {
  const { campaign, team } = await aTeam("organizer", "reviewer", "viewer");
  const [writer, reviewer, viewer] = team as [Member, Member, Member];
  const other = (await aTeam("owner")).team[0] as Member;
  const disabled = await anOrganizer(db, { campaign, role: "owner", disabledAt: now });
  const draft = await aDraft(campaign, writer);
  for (const actor of [reviewer.actor, viewer.actor, other.actor, `organizer:${disabled.id}` as const]) {
    const on = { ...draft, actor };
    const fresh = { ...on, publicId: randomUUID() };
    expect(await createDraft(db, fresh, now)).toEqual({ outcome: "gone" });
    expect(await saveDraft(db, { ...on, content: english("Theirs") }, now)).toEqual({ outcome: "gone" });
    const test = { ...on, organizerId: actor.slice(10), locale: "en" };
    expect(await testUpdate(db, test, now)).toEqual({ outcome: "gone" });
    expect(await submitUpdate(db, on, now)).toEqual({ outcome: "gone" });
    expect(await approveUpdate(db, on, now)).toEqual({ outcome: "gone" });
    expect(await withdrawApproval(db, on, now)).toEqual({ outcome: "gone" });
    expect(await continueUpdate(db, { ...on, draftId: randomUUID() }, now)).toEqual({ outcome: "gone" });
  }
  // The id of a draft does not open under another campaign of the same writer.
  const elsewhere = await aCampaign(db);
  const on = { ...draft, campaignId: elsewhere.id };
  expect(await saveDraft(db, { ...on, content: english("Theirs") }, now)).toEqual({ outcome: "gone" });
  expect(await createDraft(db, { ...on, actor: other.actor }, now)).toEqual({ outcome: "gone" });
  expect(await findUpdate(db, elsewhere.id, draft.publicId)).toBeNull();
  expect((await findUpdate(db, campaign.id, draft.publicId))?.texts[0]?.subject).toBe("What happened");
});

test("an edit that was begun on an older version is refused, and both texts are there", async () => {
  const { campaign, team } = await aTeam("owner", "organizer");
  const [writer, second] = team as [Member, Member];
  const draft = await aDraft(campaign, writer);
  const hers = { ...draft, actor: second.actor, content: english("Hers") };
  const his = { ...draft, content: english("His") };
  const ends = await Promise.all([saveDraft(db, hers, now), saveDraft(db, his, now)]);
  const stale = ends.find(({ outcome }) => outcome === "stale");
  const saved = ends.find(({ outcome }) => outcome === "saved");
  const kept = ends[0]?.outcome === "saved" ? "Hers" : "His";
  expect(saved).toMatchObject({ version: draft.version + 1 });
  expect(stale).toMatchObject({ version: draft.version + 1, theirs: { texts: [{ subject: kept }] } });
  expect((await findUpdate(db, campaign.id, draft.publicId))?.texts[0]?.subject).toBe(kept);
});

test("a save that changes nothing leaves version and approval as they are", async () => {
  const { campaign, team } = await aTeam("owner", "organizer");
  const [writer, second] = team as [Member, Member];
  const draft = await aDraft(campaign, writer);
  await submitUpdate(db, draft, now);
  await approveUpdate(db, { ...draft, actor: second.actor }, now);
  const again = await saveDraft(db, { ...draft, content: content() }, now);
  expect(again).toEqual({ outcome: "saved", version: draft.version, tookBack: false });
  expect((await row(draft.publicId))?.approvedAt).toEqual(now);
});

test("a draft without words, readers or readable text cannot be submitted", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const problemsOf = async (values: UpdateContent) => {
    const ended = await submitUpdate(db, await aDraft(campaign, writer, values), now);
    return ended.outcome === "incomplete" ? ended.problems.map(({ field, code }) => `${field} ${code}`) : [];
  };
  expect(await problemsOf(english("", ""))).toEqual(["subject_en subject-missing", "body_en body-missing"]);
  expect(await problemsOf(english("Subject", "[claim 99]"))).toEqual(["body_en markdown"]);
  const nobody = { ...everyone, countries: ["AQ"] };
  expect(await problemsOf(content({ audience: { ...nobody, countries: ["AQ"] } }))).toEqual([
    "did audience-empty",
  ]);
  const half = { locale: "es", subject: "", body: "Dos cosas.", greeting: null };
  expect(await problemsOf(content({ texts: [...content().texts, half] }))).toEqual([
    "subject_es subject-missing",
  ]);
});

test("a second person approves what was submitted, and what they saw is what is sent", async () => {
  const { campaign, team } = await aTeam("owner", "organizer");
  const [writer, second] = team as [Member, Member];
  const draft = await aDraft(campaign, writer);
  const approval = { ...draft, actor: second.actor };
  expect(await approveUpdate(db, approval, now)).toEqual({ outcome: "not-submitted" });
  const submitted = await Promise.all([submitUpdate(db, draft, now), submitUpdate(db, draft, now)]);
  expect(submitted.map(({ outcome }) => outcome).sort()).toEqual(["not-draft", "submitted"]);
  expect(await approveUpdate(db, draft, now)).toEqual({ outcome: "own" });
  expect(await approveUpdate(db, { ...approval, version: 1 }, now)).toEqual({ outcome: "changed" });

  const twice = await Promise.all([approveUpdate(db, approval, now), approveUpdate(db, approval, now)]);
  expect(twice.map(({ outcome }) => outcome).sort()).toEqual(["approved", "not-submitted"]);
  expect(await row(draft.publicId)).toMatchObject({
    approvedById: second.id,
    approvedAlone: false,
    approvedSha256: hashOfContent(content()),
  });
  expect(await actionsOn(draft.publicId)).toEqual([
    "update-drafted",
    "update-edited",
    "update-submitted",
    "update-approved",
  ]);
});

test("the last person to edit it does not approve it, even if another submitted it", async () => {
  const { campaign, team } = await aTeam("owner", "organizer");
  const [writer, second] = team as [Member, Member];
  const draft = await aDraft(campaign, writer);
  await submitUpdate(db, { ...draft, actor: second.actor }, now);
  expect(await approveUpdate(db, draft, now)).toEqual({ outcome: "own" });
  expect(await approveUpdate(db, { ...draft, actor: second.actor }, now)).toEqual({ outcome: "own" });
});

test("an edit after submission, approval or scheduling takes the approval back", async () => {
  const { campaign, team } = await aTeam("owner", "organizer");
  const [writer, second] = team as [Member, Member];
  for (const was of ["submitted", "approved", "scheduled"]) {
    const draft = await aDraft(campaign, writer);
    await submitUpdate(db, draft, now);
    if (was !== "submitted") await approveUpdate(db, { ...draft, actor: second.actor }, now);
    if (was === "scheduled") {
      await changeRows(db, updates, { publicId: draft.publicId }, { state: "scheduled", sendAt: now });
    }
    const edited = await saveDraft(db, { ...draft, content: english("Another subject") }, now);
    expect(edited, was).toMatchObject({ outcome: "saved", tookBack: true });
    expect(await row(draft.publicId), was).toMatchObject({
      state: "draft",
      sendAt: null,
      submittedAt: null,
      approvedAt: null,
      approvedById: null,
      approvedSha256: null,
    });
    expect((await actionsOn(draft.publicId)).slice(-2)).toEqual([
      "update-approval-withdrawn",
      "update-edited",
    ]);
  }
});

test("approvers send back, writers withdraw, and nothing does once sending", async () => {
  const { campaign, team } = await aTeam("owner", "organizer");
  const [writer, second] = team as [Member, Member];
  const draft = await aDraft(campaign, writer);
  const back = {
    ...({ kind: "update", subject: draft.publicId, campaignId: campaign.id } as const),
    actor: second.actor,
    reason: "The date is wrong.",
  };
  expect(await sendBack(db, back, now)).toEqual({ outcome: "not-waiting" });
  await submitUpdate(db, draft, now);
  expect(await sendBack(db, back, now)).toEqual({ outcome: "sent-back" });
  await submitUpdate(db, draft, now);
  await approveUpdate(db, { ...draft, actor: second.actor }, now);
  await changeRows(db, updates, { publicId: draft.publicId }, { state: "sending", startedAt: now });
  expect(await withdrawApproval(db, draft, now)).toEqual({ outcome: "not-submitted" });
  expect(await saveDraft(db, { ...draft, content: english("Too late") }, now)).toEqual({ outcome: "closed" });
});

test("a submission covers what the page showed: other edits need a new review", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const claim = (position: number, text = "As it was") => ({
    ...({ campaignId: campaign.id, section: "ask", position, kind: "opinion", published: true } as const),
    text,
    attribution: "this campaign",
  });
  await db.insert(claims).values([claim(1), claim(2)]);
  const texts = [
    { locale: "en", subject: "What happened", body: "Read this.\n\n> [Claim 1: a note]", greeting: null },
  ];
  const draft = await aDraft(campaign, writer, content({ texts }));
  const digest = await readCampaignDigest(db, campaign.id);
  const set = (text: string, position: number) =>
    changeRows(db, claims, { campaignId: campaign.id, position }, { text });
  const edits = [
    () => db.update(campaigns).set({ senderName: "Another sender" }).where(eq(campaigns.id, campaign.id)),
    () => db.update(campaigns).set({ title: "Another title" }).where(eq(campaigns.id, campaign.id)),
    () => set("As it is", 1),
  ];
  let campaignDigest = digest;
  for (const edit of edits) {
    await edit();
    expect(await submitUpdate(db, { ...draft, campaignDigest }, now)).toEqual({ outcome: "frame-changed" });
    campaignDigest = await readCampaignDigest(db, campaign.id);
  }
  expect(await submitUpdate(db, { ...draft, campaignDigest: digest }, now)).toEnd("frame-changed");
  // It cites another one.
  await set("As it is", 2);
  expect(await submitUpdate(db, { ...draft, campaignDigest }, now)).toEqual({ outcome: "submitted" });
});

test("an approver is told which parts changed since it was last submitted", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const draft = await aDraft(campaign, writer);
  await submitUpdate(db, draft, now);
  expect(await findChangesSinceSubmitted(db, campaign.id, draft.publicId)).toBeNull();
  const texts = [...content().texts, { locale: "es", subject: "Asunto", body: "Dos cosas.", greeting: null }];
  const edit = { ...draft, content: content({ texts, inArchive: false }) };
  const saved = await saveDraft(db, edit, now);
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  await submitUpdate(db, { ...draft, version: saved.version }, now);
  const [edited] = await db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.action, "update-edited"), eq(auditEntries.subject, draft.publicId)))
    .orderBy(desc(auditEntries.id));
  expect(edited?.detail).toEqual({
    version: saved.version,
    changed: ["archive", "subject-es", "body-es"],
    tookBack: true,
  });
  const changes = await findChangesSinceSubmitted(db, campaign.id, draft.publicId);
  expect(changes).toEqual({ at: now.toISOString(), parts: expect.arrayContaining(["es", "archive"]) });
  expect(changes?.parts).toHaveLength(2);
});

test("the only approver approves alone what they have seen, which is logged", async () => {
  const { campaign, team } = await aTeam("owner", "viewer");
  const [writer] = team as [Member];
  const draft = await aDraft(campaign, writer);
  await submitUpdate(db, draft, now);
  const otherVersion = { ...draft, version: draft.version + 1 };
  expect(await approveUpdate(db, otherVersion, now)).toEqual({ outcome: "changed" });
  expect((await row(draft.publicId))?.approvedAt).toBeNull();

  expect(await approveUpdate(db, draft, now)).toEqual({ outcome: "approved" });
  expect(await approveUpdate(db, draft, now)).toEqual({ outcome: "not-submitted" });
  expect(await row(draft.publicId)).toMatchObject({ approvedAlone: true, approvedById: writer.id });
  expect(await actionsOn(draft.publicId)).toEqual([
    "update-drafted",
    "update-edited",
    "update-submitted",
    "update-approved-alone",
  ]);
});

test("a test goes to oneself, at most twenty times an hour, also when asked for at once", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const draft = await aDraft(campaign, writer);
  const asks = await Promise.all(
    Array.from({ length: 24 }, () => testUpdate(db, { ...draft, organizerId: writer.id, locale: "es" }, now)),
  );
  expect(asks.filter(({ outcome }) => outcome === "queued")).toHaveLength(20);
  expect(asks.filter(({ outcome }) => outcome === "too-many")).toHaveLength(4);
  const mails = await db.select().from(outbox).where(eq(outbox.organizerId, writer.id));
  expect(mails[0]).toMatchObject({ template: "update-test", locale: "es", campaignId: campaign.id });
  const nextHour = new Date(now.getTime() + 3_600_001);
  const later = await testUpdate(db, { ...draft, organizerId: writer.id, locale: "en" }, nextHour);
  expect(later).toEqual({ outcome: "queued" });
});

test("an update is continued once for new subscribers, unapproved as before", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const draft = await aDraft(campaign, writer);
  const again = { ...draft, draftId: randomUUID() };
  expect(await continueUpdate(db, again, now)).toEqual({ outcome: "not-sent" });
  const sent = await anUpdate(db, campaign, {
    ...approved,
    state: "sent",
    startedAt: now,
    finishedAt: now,
    subject: "Sent",
  });
  const input = { ...again, publicId: sent.publicId };
  const ends = await Promise.all([continueUpdate(db, input, now), continueUpdate(db, input, now)]);
  expect(ends).toEqual([{ outcome: "created" }, { outcome: "created" }]);
  const view = await findUpdate(db, campaign.id, again.draftId);
  expect(view).toMatchObject({
    stage: "draft",
    continuesId: sent.id,
    continuesNumber: sent.number,
    texts: [{ subject: "Sent" }],
  });

  const second = await anUpdate(db, campaign, {
    ...approved,
    state: "sent",
    startedAt: now,
    finishedAt: now,
    continuesId: sent.id,
  });
  const draftId = randomUUID();
  await continueUpdate(db, { ...input, publicId: second.publicId, draftId }, now);
  expect((await findUpdate(db, campaign.id, draftId))?.continuesId).toBe(sent.id);
});

test("what is approved is the same hash in any order of storing", () => {
  const texts = [
    { locale: "es", subject: "Asunto", body: "Uno", greeting: null },
    { locale: "en", subject: "Subject", body: "One", greeting: null },
  ];
  const audience = { ...everyone, countries: ["US", "DE"], did: "signed" as const };
  const one = content({ texts, audience: { ...audience, countries: ["US", "DE"] } });
  const two = content({ texts: [...texts].reverse(), audience: { ...audience, countries: ["DE", "US"] } });
  expect(hashOfContent(one)).toEqual(hashOfContent(two));
  for (const change of [
    { inArchive: false },
    { audience: everyone },
    { audience: { ...audience, languages: ["es"] } },
    { audience: { ...audience, willing: ["media" as const] } },
    { audience: { ...audience, companies: ["media"] } },
    { texts: texts.slice(1) },
    { texts: [{ locale: "en", subject: "SubjectOne", body: "", greeting: null }] },
  ]) {
    expect(hashOfContent({ ...one, ...change })).not.toEqual(hashOfContent(one));
  }
});

test("a greeting is part of what is approved, and a text without its own keeps the hash it had", () => {
  const [text] = content().texts;
  if (!text) throw new Error("no text");
  const before = [[["en", text.subject, text.body]], [[], "anything", null], true];
  expect(hashOfContent(content())).toEqual(createHash("sha256").update(JSON.stringify(before)).digest());
  const hashes = [null, "", "Hello,", "Hello, {first_name|friend},"].map((greeting) =>
    hashOfContent(content({ texts: [{ ...text, greeting }] })).toString("hex"),
  );
  expect(new Set(hashes).size).toBe(4);
});

test("a changed greeting takes the approval back; a continuation has the same one", async () => {
  const { campaign, team } = await aTeam("owner", "organizer");
  const [writer, second] = team as [Member, Member];
  const draft = await aDraft(campaign, writer);
  await submitUpdate(db, draft, now);
  await approveUpdate(db, { ...draft, actor: second.actor }, now);
  const [text] = content().texts;
  const edited = content({ texts: [{ ...(text as UpdateText), greeting: "" }] });
  expect(await saveDraft(db, { ...draft, content: content() }, now)).toMatchObject({ tookBack: false });
  const saved = await saveDraft(db, { ...draft, content: edited }, now);
  expect(saved).toMatchObject({ outcome: "saved", tookBack: true });
  expect(await findUpdate(db, campaign.id, draft.publicId)).toMatchObject({
    stage: "draft",
    texts: [{ locale: "en", greeting: "" }],
  });
  const [entry] = await db
    .select({ detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.action, "update-edited"), eq(auditEntries.subject, draft.publicId)))
    .orderBy(desc(auditEntries.id));
  expect(entry?.detail).toMatchObject({ changed: ["greeting-en"] });

  const sent = { ...approved, state: "sent", startedAt: now, finishedAt: now } as const;
  const over = await anUpdate(db, campaign, { ...sent, greeting: "Hi, {first_name|all}!" });
  const draftId = randomUUID();
  await continueUpdate(db, { ...draft, publicId: over.publicId, draftId }, now);
  expect(await findUpdate(db, campaign.id, draftId)).toMatchObject({
    texts: [{ greeting: "Hi, {first_name|all}!" }],
  });
});

test("a greeting with a field that nothing fills in is not submitted", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const [text] = content().texts;
  for (const [greeting, value] of [
    ["Dear {last_name|friend},", "{last_name|friend}"],
    ["Dear *|FNAME|*,", "*|FNAME|*"],
    ["See x.test/{first_name|you}", "{first_name|you}"],
  ] as const) {
    const values = content({ texts: [{ ...(text as UpdateText), greeting }] });
    expect(await submitUpdate(db, await aDraft(campaign, writer, values), now)).toEqual({
      outcome: "incomplete",
      problems: [{ field: "greeting_en", code: "merge-field", value }],
    });
  }
});

test("a save while somebody types takes no approval back", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const draft = await aDraft(campaign, writer);
  await submitUpdate(db, draft, now);
  const edit = { ...draft, content: english("Typed on"), mayTakeBack: false };
  expect(await saveDraft(db, edit, now)).toEqual({ outcome: "submitted" });
  expect((await row(draft.publicId))?.submittedAt).toEqual(now);
});

test("disabled or never active members are no second person", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  await anOrganizer(db, { campaign, role: "owner", disabledAt: now });
  await anOrganizer(db, { campaign, role: "organizer", activatedAt: null });
  expect(
    (await listSecondPersons(db, campaign.id, { right: "approve", opens: "view" })).map(({ id }) => id),
  ).toEqual([writer.id]);

  const draft = await aDraft(campaign, writer);
  await submitUpdate(db, draft, now);
  expect(await approveUpdate(db, draft, now)).toEqual({ outcome: "approved" });
});

test("nothing is scheduled without postal address, sender or site address", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const update = await anUpdate(db, campaign, approved);
  const input = { campaignId: campaign.id, publicId: update.publicId, actor: writer.actor, sendAt: null };
  const setAddress = (postalAddress: string | null) =>
    db.update(campaigns).set({ postalAddress }).where(eq(campaigns.id, campaign.id));
  await db.update(campaigns).set(organization).where(eq(campaigns.id, campaign.id));
  for (const [lacks, missing] of [
    [{ ...ready, from: "news@example.org" }, ["sender"]],
    [{ ...ready, localMode: true }, ["base-url"]],
  ] as const) {
    expect(await scheduleUpdate(db, lacks, input, now)).toEqual({ outcome: "not-ready", missing });
  }
  for (const address of [null, "  "]) {
    await setAddress(address);
    const missing = ["postal-address"];
    expect(await scheduleUpdate(db, ready, input, now)).toEqual({ outcome: "not-ready", missing });
  }
  expect(await row(update.publicId)).toMatchObject({ state: "draft", sendAt: null });
  expect(await actionsOn(update.publicId)).toEqual([]);
});

test("an update sent now four times at once is scheduled once", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  await db.update(campaigns).set(organization).where(eq(campaigns.id, campaign.id));
  const update = await anUpdate(db, campaign, approved);
  const input = { campaignId: campaign.id, publicId: update.publicId, actor: writer.actor };
  const ends = await Promise.all(
    [0, 1, 2, 3].map((ms) =>
      scheduleUpdate(db, ready, { ...input, sendAt: null }, new Date(now.getTime() - ms)),
    ),
  );
  const stored = (await row(update.publicId))?.sendAt;
  expect(ends).toEqual(Array(4).fill({ outcome: "scheduled", sendAt: stored }));
  expect(await actionsOn(update.publicId)).toEqual(["update-scheduled"]);
  const later = new Date(Date.now() + 3_600_000);
  for (const _ of [1, 2]) await scheduleUpdate(db, ready, { ...input, sendAt: later });
  await scheduleUpdate(db, ready, { ...input, sendAt: null });
  expect(await actionsOn(update.publicId)).toEqual(Array(3).fill("update-scheduled"));
});

test("somebody who lost their role schedules, pauses, resumes and cancels nothing", async () => {
  const { campaign, team } = await aTeam("owner", "viewer");
  const [writer, viewer] = team as [Member, Member];
  await db.update(campaigns).set(organization).where(eq(campaigns.id, campaign.id));
  await changeRows(db, campaignOrganizers, { organizerId: writer.id }, asRole("reviewer"));
  const begun = { ...approved, startedAt: now };
  const paused = { ...begun, state: "paused", pausedAt: now, pauseReason: "organizer" } as const;
  const [draft, sending, stopped] = [
    await anUpdate(db, campaign, approved),
    await anUpdate(db, campaign, { ...begun, state: "sending" }),
    await anUpdate(db, campaign, paused),
  ];
  for (const { actor } of [writer, viewer]) {
    const on = (update: { publicId: string }) => ({
      campaignId: campaign.id,
      publicId: update.publicId,
      actor,
    });
    expect(await scheduleUpdate(db, ready, { ...on(draft), sendAt: null })).toEqual({ outcome: "gone" });
    expect(await pauseByOrganizer(db, on(sending))).toEqual({ outcome: "not-sending" });
    expect(await resumeUpdate(db, ready, on(stopped))).toEqual({ outcome: "not-paused" });
    for (const update of [draft, sending, stopped]) {
      expect(await cancelUpdate(db, on(update))).toEqual({ outcome: "over" });
    }
  }
  const states = await Promise.all([draft, sending, stopped].map(({ publicId }) => row(publicId)));
  expect(states.map((update) => update?.state)).toEqual(["draft", "sending", "paused"]);
});

test("only what was seen is cancelled", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const update = await anUpdate(db, campaign, { ...approved, state: "sending", startedAt: now });
  const named = { campaignId: campaign.id, publicId: update.publicId, actor: writer.actor };
  expect(await cancelUpdate(db, { ...named, from: ["draft"] })).toEqual({
    outcome: "elsewhere",
    state: "sending",
  });
  expect((await row(update.publicId))?.state).toBe("sending");
  expect(await cancelUpdate(db, { ...named, from: ["sending", "paused"] })).toEqual({ outcome: "cancelled" });
  expect(await cancelUpdate(db, named)).toEqual({ outcome: "over" });
});

test("an update stopped before its start is withdrawn, and not afterwards", async () => {
  const { campaign, team } = await aTeam("owner");
  const [writer] = team as [Member];
  const paused = { ...approved, state: "paused", pausedAt: now, pauseReason: "not-ready" } as const;
  const stopped = await anUpdate(db, campaign, paused);
  const on = { campaignId: campaign.id, publicId: stopped.publicId, actor: writer.actor };
  expect(await withdrawApproval(db, on, now)).toEqual({ outcome: "withdrawn" });
  expect(await row(stopped.publicId)).toMatchObject({ state: "draft", approvedAt: null, pauseReason: null });
  const begun = await anUpdate(db, campaign, { ...paused, startedAt: now });
  const late = { ...on, publicId: begun.publicId };
  expect(await withdrawApproval(db, late, now)).toEqual({ outcome: "not-submitted" });
});

test("waiting batches are named with their emails, warm-ups are not", async () => {
  const { campaign } = await aTeam("owner");
  const update = await anUpdate(db, campaign, { ...approved, state: "sending", startedAt: now });
  const mail = async (state: "queued" | "failed", problem: string | null) => {
    const { supporter } = await aStoredSignature(db, campaign);
    const stored = await storeRow(db, outbox, {
      campaignId: campaign.id,
      supporterId: supporter.id,
      updateId: update.id,
      template: "update",
      state,
      problem,
    });
    return stored?.id ?? 0;
  };
  const batch = async (problem: string | null, emailIds: number[]) =>
    db.insert(emailBatches).values({ updateId: update.id, emailIds, problem });
  await batch("rate-limited", [await mail("queued", "rate-limited"), await mail("queued", null)]);
  await batch("warm-up", [await mail("queued", null)]);
  await batch(null, [await mail("queued", null)]);
  await mail("failed", "refused");
  expect((await readProgress(db, update.id)).problems).toEqual([
    { state: "queued", problem: "rate-limited", mails: 2 },
    { state: "failed", problem: "refused", mails: 1 },
  ]);
});
