import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { NewCampaignForm } from "#app/domain/campaign/opening/new-campaign-form.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import {
  CorrectionForm,
  CorrectTranslationForm,
  NoticeForm,
  PublishPetitionForm,
} from "#app/domain/campaign/petition/petition-form.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";
import { saveWords } from "#app/domain/campaign/words/save-words.server.ts";
import { ReplyForm } from "#app/domain/entries/letters/replies/reply-form.ts";
import { TemplateForm } from "#app/domain/entries/letters/settings/settings-form.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { previewDispatch } from "#app/domain/outgoing/dispatches/preview/preview-dispatch.server.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/sending/resume-dispatch.server.ts";
import { startDispatches } from "#app/domain/outgoing/dispatches/sending/start-dispatches.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import {
  findLatestUpdate,
  listPublishedLines,
  listPublishedUpdates,
} from "#app/domain/outgoing/updates/archive/archive.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { startDueUpdates } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { readUpdate } from "#app/domain/outgoing/updates/words/read-update.server.ts";
import { wholeOf } from "#app/mail/transport.ts";
import { campaigns, letterDispatches, outbox, petitionNotices, updates } from "#db/schema/index.ts";
import { aSignatureInput, changeRows, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDispatch, aLetterCampaign, dispatchRow, plainPapers } from "#tests/support/dispatches.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aFileMailing } from "#tests/support/mail.ts";
import { sign } from "#tests/support/sign.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();

/** An example in place of a detail, and that detail's name on pages and in commands. */
const placeholders = [
  [{ operator: null }, "operator"],
  [{ operator: "Example Campaign Association" }, "operator"],
  [{ operator: "Example Campaign Association (Example)" }, "operator"],
  [{ operator: "Asociación de Campaña de Ejemplo" }, "operator"],
  [{ postalAddress: null }, "postal-address"],
  [{ postalAddress: "1 Example Street, Example City" }, "postal-address"],
  [{ postalAddress: "1 Example Street\nExample City" }, "postal-address"],
  [{ contactEmail: "campaign@example.org" }, "contact"],
  [{ fundingLine: "Paid for by its members. (Example)" }, "funding"],
  [{ privacyContact: "privacy@example.org" }, "privacy-contact"],
  [{ senderName: "Example Campaign Association" }, "campaign-sender"],
  [{ replyTo: "somebody@example.com" }, "campaign-sender"],
  [{ operator: "[Who runs it]" }, "operator"],
  [{ postalAddress: "[Street]\n[Town]" }, "postal-address"],
  [{ fundingLine: "[Quién paga]" }, "funding"],
  [{ senderName: "[Your name]" }, "campaign-sender"],
] as const;

async function aScene() {
  const scene = await aLetterCampaign(db);
  const [writer, second] = scene.team;
  if (!writer || !second) throw new Error("it takes two");
  return { ...scene, writer, second };
}

test("a campaign with example details sends no update", async () => {
  const { campaign, writer } = await aScene();
  const update = await anUpdate(db, campaign, approved);
  const { mailing } = await aFileMailing();
  const on = { campaignId: campaign.id, publicId: update.publicId, actor: writer.actor, sendAt: null };
  const { operator, postalAddress, contactEmail, privacyContact, fundingLine } = campaign;
  const whole = { operator, postalAddress, contactEmail, privacyContact, fundingLine };
  for (const [values, what] of placeholders) {
    await changeRows(db, campaigns, campaign.id, { ...whole, senderName: null, replyTo: null, ...values });
    expect(await scheduleUpdate(db, mailing, on), JSON.stringify(values)).toEqual({
      outcome: "not-ready",
      missing: [what],
    });
  }
});

test("a campaign with an example operator sends no dispatch", async () => {
  const scene = await aScene();
  const { campaign, writer, second } = scene;
  await changeRows(db, campaigns, campaign.id, { operator: "Example Campaign Association" });
  await aLetter(db, campaign);
  const draft = await aDispatch(db, scene, writer.actor);
  await submitDispatch(db, draft);
  await approveDispatch(db, testKeys, { ...draft, actor: second.actor });
  const { mailing } = await aFileMailing();
  await startDispatches(db, mailing);
  expect(await dispatchRow(db, draft)).toMatchObject({ state: "paused", pauseReason: "not-ready" });
  expect(await resumeDispatch(db, mailing, draft)).toEqual({ outcome: "not-ready", missing: ["operator"] });
});

test("a campaign that says who sends, and from where, sends as before", async () => {
  const { campaign, writer } = await aScene();
  const update = await anUpdate(db, campaign, approved);
  const { mailing } = await aFileMailing();
  const on = { campaignId: campaign.id, publicId: update.publicId, actor: writer.actor, sendAt: null };
  await db
    .update(campaigns)
    .set({ contactEmail: null, privacyContact: null, fundingLine: null })
    .where(eq(campaigns.id, campaign.id));
  expect(await scheduleUpdate(db, mailing, on)).not.toMatchObject({ outcome: "not-ready" });
});

test("on one's own machine an example that somebody typed is marked in the email", async () => {
  const scene = await aScene();
  const { campaign, writer } = scene;
  await aLetter(db, campaign);
  const draft = await aDispatch(db, scene, writer.actor);
  const { mailing } = await aFileMailing();
  const textOf = async (values: { operator: string | null }, localMode: boolean) => {
    await db.update(campaigns).set(values).where(eq(campaigns.id, campaign.id));
    const which = { campaignId: campaign.id, publicId: draft.publicId };
    const ports = { mailing: { ...mailing, localMode, rehearsal: localMode }, papers: plainPapers };
    return wholeOf((await previewDispatch(db, ports, which))?.mail.message.text ?? "");
  };
  for (const operator of [null, "Example Campaign Association"])
    expect(await textOf({ operator }, true)).toContain("Example Campaign Association (Example)");
  expect(await textOf({ operator: "Example Campaign Association" }, false)).not.toContain("Example");
});

test("an email to one person leaves out a sender and a reply address that are examples", async () => {
  const { campaign } = await aScene();
  const from = "Undersigned <news@undersigned.org>";
  await sign(db, aSignatureInput(campaign));
  const [row] = await rowsIn(db, outbox, { campaignId: campaign.id, template: "confirm-signature" });
  const { mailing } = await aFileMailing();
  const signedBy = async (values: object, localMode = false) => {
    await db.update(campaigns).set(values).where(eq(campaigns.id, campaign.id));
    const email = await findEmail(db, { ...mailing, from, localMode }, row?.id ?? 0);
    return [email?.from, email?.replyTo];
  };
  const example = {
    senderName: "Example Campaign Association",
    senderAddress: null,
    replyTo: null,
    contactEmail: "campaign@example.org",
  };
  expect(await signedBy(example)).toEqual([from, null]);
  expect(await signedBy({ replyTo: "somebody@example.com" })).toEqual([from, null]);
  expect(await signedBy({ replyTo: null }, true)).toEqual([
    '"Example Campaign Association" <news@undersigned.org>',
    "campaign@example.org",
  ]);
  const own = { senderName: "Our campaign", contactEmail: "us@campaign.test" };
  expect(await signedBy(own)).toEqual(['"Our campaign" <news@undersigned.org>', "us@campaign.test"]);
});

const instruction = "Dear all,\n\n[Say what happened.]\n\nThank you.";

test("an update with an instruction in its words is neither scheduled, started nor resumed", async () => {
  const { campaign, writer } = await aScene();
  const { mailing } = await aFileMailing();
  for (const words of [{ body: instruction }, { subject: "[What this is about]" }]) {
    const update = await anUpdate(db, campaign, { ...approved, ...words });
    const on = { campaignId: campaign.id, publicId: update.publicId, actor: writer.actor };
    const refused = { outcome: "not-ready", missing: ["instruction"] };
    expect(await scheduleUpdate(db, mailing, { ...on, sendAt: null })).toEqual(refused);
    const sendAt = new Date(Date.now() - 1000);
    await db.update(updates).set({ state: "scheduled", sendAt }).where(eq(updates.id, update.id));
    await startDueUpdates(db, mailing);
    const [paused] = await db.select().from(updates).where(eq(updates.id, update.id));
    expect(paused).toMatchObject({ state: "paused", pauseReason: "not-ready" });
    expect(await resumeUpdate(db, mailing, on)).toEqual(refused);
  }
  // A statement is cited in square brackets, and words within a sentence may have them.
  const fine = await anUpdate(db, campaign, { ...approved, body: "They said so [sic]." });
  const on = { campaignId: campaign.id, publicId: fine.publicId, actor: writer.actor, sendAt: null };
  expect(await scheduleUpdate(db, mailing, on)).toMatchObject({ outcome: "scheduled" });
  const own = { ...campaign, own: ["One fact.\n\n[claim 9: the policy]\n\n[claim 12]"] };
  expect(missingForSending({ ...(await readSendingDetails(db, campaign.id)), ...own }, mailing)).toEqual([]);
});

test("a dispatch with an instruction in its words is not sent, and letters in brackets are", async () => {
  const scene = await aScene();
  const { campaign, writer, second } = scene;
  await aLetter(db, campaign, { body: "I write as a nurse.\n\n[Read this aloud.]\n\nPlease stop." });
  const draft = await aDispatch(db, scene, writer.actor);
  const which = eq(letterDispatches.publicId, draft.publicId);
  const { mailing } = await aFileMailing();
  const id = (await dispatchRow(db, draft)).id;
  const details = await readSendingDetails(db, campaign.id, { dispatchId: id });
  expect(missingForSending(details, mailing)).toEqual([]);
  await db.update(letterDispatches).set({ body: instruction }).where(which);
  await submitDispatch(db, draft);
  await approveDispatch(db, testKeys, { ...draft, actor: second.actor });
  await startDispatches(db, mailing);
  expect(await dispatchRow(db, draft)).toMatchObject({ state: "paused", pauseReason: "not-ready" });
  expect(await resumeDispatch(db, mailing, draft)).toEqual({
    outcome: "not-ready",
    missing: ["instruction"],
  });
});

test("a notice to earlier signers with an instruction in its words is not sent", async () => {
  const { campaign } = await aScene();
  const { mailing } = await aFileMailing();
  const [notice] = await db
    .insert(petitionNotices)
    .values({ campaignId: campaign.id, version: 1, change: instruction, askedAt: new Date() })
    .returning();
  const details = await readSendingDetails(db, campaign.id, { noticeId: notice?.id ?? 0 });
  expect(missingForSending(details, mailing)).toEqual(["instruction"]);
});

test("a title or a shared message with an instruction is not published", async () => {
  const { campaign } = await aScene();
  const on = { campaignId: campaign.id, actor: "operator" as const };
  for (const words of [{ shareTexts: { en: "[Say why]" } }, { title: "[Whom you ask for what]" }]) {
    const before = await readEditedWords(db, campaign.id);
    const saved = await saveWords(db, { ...on, version: before?.version ?? 0, words });
    if (saved.outcome !== "saved") throw new Error(saved.outcome);
    const publishing = { ...on, words: saved.version, claims: [], correction: null };
    expect(await publishWords(db, publishing)).toEqual({ outcome: "instruction", claimId: null });
  }
});

test("what letters begin with holds no instruction", () => {
  const ask = (text: string) => TemplateForm.safeParse({ locale: "en", ask: text, seen: "" });
  expect(ask("We ask this.\n\n[Say more.]").error?.issues[0]?.message).toBe("instruction");
  expect(ask("We ask this [and that].").success).toBe(true);
});

test("where emails are only saved to files, an instruction is marked in them as an example", async () => {
  const scene = await aScene();
  const { campaign, writer } = scene;
  const { mailing } = await aFileMailing();
  const inFiles = { ...mailing, localMode: true, rehearsal: true };
  const update = await anUpdate(db, campaign, { ...approved, body: instruction });
  const on = { campaignId: campaign.id, publicId: update.publicId, actor: writer.actor, sendAt: null };
  const read = await readUpdate(db, inFiles, update.id, "en");
  expect(JSON.stringify(read?.props.blocks)).toContain("[Say what happened.] (Example)");
  expect(await scheduleUpdate(db, inFiles, on)).toMatchObject({ outcome: "scheduled" });

  await aLetter(db, campaign);
  const draft = await aDispatch(db, scene, writer.actor);
  await changeRows(db, letterDispatches, { publicId: draft.publicId }, { body: instruction });
  const ports = { mailing: inFiles, papers: plainPapers };
  const email = await previewDispatch(db, ports, { campaignId: campaign.id, publicId: draft.publicId });
  expect(wholeOf(email?.mail.message.text ?? "")).toContain("[Say what happened.] (Example)");
});

test("a correction, a note, a notice and a recorded reply hold no instruction", () => {
  const codesOf = (
    form: { safeParse: (value: unknown) => { error?: { issues: { message: string }[] } } },
    value: object,
  ) => form.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
  const correction = { kind: "wording", corrected_on: "2026-03-01" };
  expect(codesOf(CorrectionForm, { ...correction, text: "[Say what was wrong.]" })).toEqual(["instruction"]);
  expect(codesOf(CorrectionForm, { ...correction, text: "They said so [sic]." })).toEqual([]);
  expect(codesOf(NoticeForm, { version: "2", change: "[What it asks now]" })).toEqual(["instruction"]);
  expect(codesOf(CorrectTranslationForm, { note: "[Note]", note_in: "Una coma." })).toEqual(["instruction"]);
  const published = { version: "2", meaning: "same", note: "[What was corrected]" };
  expect(codesOf(PublishPetitionForm, published)).toContain("instruction");
  const reply = {
    dispatch: randomUUID(),
    received_on: "2026-03-01",
    from_whom: "[Who wrote]",
    text: instruction,
  };
  expect(codesOf(ReplyForm, reply)).toEqual(["instruction", "instruction"]);
  expect(codesOf(ReplyForm, { ...reply, from_whom: "Investor Relations", text: "Thank you [sic]." })).toEqual(
    [],
  );
});

test("a campaign or company is not named by an instruction, as its pages and packs show it at once", () => {
  const typed = {
    begin: "empty",
    slug: "night-trains",
    name: "[Whom you ask for what]",
    company_name: "[Name]",
  };
  const codes = NewCampaignForm.safeParse(typed).error?.issues.map(({ path, message }) => [path[0], message]);
  expect(codes).toEqual([
    ["company_name", "instruction"],
    ["name", "instruction"],
  ]);
});

test("what is refused names the title where the instruction is in it", async () => {
  const { campaign } = await aScene();
  const { mailing } = await aFileMailing();
  await db.update(campaigns).set({ title: "[Whom you ask for what]" }).where(eq(campaigns.id, campaign.id));
  const details = await readSendingDetails(db, campaign.id);
  expect(missingForSending(details, mailing)).toEqual(["title-instruction"]);
  expect(missingForSending({ ...details, own: ["[What changed]"] }, mailing)).toEqual([
    "title-instruction",
    "instruction",
  ]);
});

test("on one's own machine the archive marks an instruction as an example", async () => {
  const { campaign } = await aScene();
  const at = new Date(Date.now() - 3_600_000);
  const sent = { ...approved, state: "sent", startedAt: at, preparedAt: at, finishedAt: at } as const;
  await anUpdate(db, campaign, { ...sent, subject: "[What this is about]", body: instruction });
  const asked = { campaignId: campaign.id, locale: "en" } as const;
  const readArchive = async (localMode: boolean) => {
    const [update] = await listPublishedUpdates(db, { ...asked, localMode }, 1);
    const [line] = await listPublishedLines(db, { ...asked, localMode });
    const latest = await findLatestUpdate(db, { ...asked, localMode });
    return JSON.stringify([update?.subject, update?.blocks, line?.subject, latest?.subject]);
  };
  const marked = await readArchive(true);
  expect(marked.match(/\[What this is about\] \(Example\)/g)).toHaveLength(3);
  expect(marked).toContain("[Say what happened.] (Example)");
  expect(await readArchive(false)).not.toContain("(Example)");
});
