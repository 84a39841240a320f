import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { sealHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { checkDispatch, readDispatchSheet } from "#app/domain/outgoing/dispatches/check-dispatch.server.ts";
import { readDispatchDigest } from "#app/domain/outgoing/dispatches/dispatch-frame.server.ts";
import { downloadPartFile } from "#app/domain/outgoing/dispatches/preview/download-part-file.server.ts";
import { previewDispatch } from "#app/domain/outgoing/dispatches/preview/preview-dispatch.server.ts";
import { listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { wholeOf } from "#app/mail/transport.ts";
import {
  auditEntries,
  campaigns,
  consents,
  letterRecipients,
  letterReplies,
  letters,
  supporters,
} from "#db/schema/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDispatch, aLetterCampaign, dispatchRow, plainPapers } from "#tests/support/dispatches.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aStubMailing } from "#tests/support/mail.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { agreeTo, aNameThatMayGo } from "#tests/support/signatures.ts";

const db = await aDatabase();
const ports = { mailing: aStubMailing("file").mailing, papers: plainPapers };

/** A letter that states how many shares its writer holds. */
async function aShareholdersLetter(campaign: { id: number }) {
  const letter = await aLetter(db, campaign, { state: "email_pending" });
  const sealed = sealHolding(testKeys, letter.publicId, { shares: "7654321", bucket: null });
  const of = eq(letters.id, letter.id);
  await db.update(letters).set({ sharesEnc: sealed.sharesEnc, keyId: sealed.keyId }).where(of);
  await db.update(letters).set({ state: "confirmed", confirmedAt: new Date() }).where(of);
  for (const purpose of ["letter", "deliver_letter"] as const)
    await agreeTo(db, purpose, letter.supporterId, campaign);
  return letter;
}

type Scene = Awaited<ReturnType<typeof aLetterCampaign>>;

/** A dispatch submitted by the team's first member. */
async function aSubmitted(scene: Scene, letters?: readonly { publicId: string }[]) {
  const draft = await aDraft(scene, letters);
  expect((await submitDispatch(db, draft)).outcome).toBe("submitted");
  const { id } = await dispatchRow(db, draft);
  const which = { campaignId: scene.campaign.id, publicId: draft.publicId, part: 1 };
  return { id, publicId: draft.publicId, which };
}

const aDraft = (scene: Scene, letters?: readonly { publicId: string }[]) =>
  aDispatch(db, scene, scene.team[0]?.actor ?? "operator", letters && { letters });

const colleague = async ({ campaign }: Scene, role: OrganizerRole) =>
  (await anOrganizer(db, { campaign, role })).id;

test("what is submitted is what the page showed of campaign and offices too", async () => {
  const scene = await aLetterCampaign(db);
  const { campaign, recipient } = scene;
  await aLetter(db, campaign);
  const on = { ...(await aDraft(scene)), version: 1 };
  const digest = await readDispatchDigest(db, { campaignId: campaign.id });
  await db.update(campaigns).set({ replyTo: "other@campaign.test" }).where(eq(campaigns.id, campaign.id));
  expect(await submitDispatch(db, { ...on, campaignDigest: digest })).toEqual({ outcome: "frame-changed" });
  const then = await readDispatchDigest(db, { campaignId: campaign.id });
  const office = eq(letterRecipients.publicId, recipient.publicId);
  await db.update(letterRecipients).set({ postalAddress: "2 Other Street" }).where(office);
  expect(await submitDispatch(db, { ...on, campaignDigest: then })).toEqual({ outcome: "frame-changed" });
  const campaignDigest = await readDispatchDigest(db, { campaignId: campaign.id });
  expect(await submitDispatch(db, { ...on, campaignDigest })).toMatchObject({ outcome: "submitted" });
});

test("checks before an approval list revoked consents, and letters without one", async () => {
  const scene = await aLetterCampaign(db);
  const [one] = [await aLetter(db, scene.campaign), await aLetter(db, scene.campaign)];
  const { supporter } = await aNameThatMayGo(db, scene.campaign);
  const { id } = await aSubmitted(scene);
  const well = { notConsented: 0, onHold: 0, namesTwice: 0, withoutConsent: 0 };
  expect(await checkDispatch(db, id)).toEqual(well);

  const late = await aLetter(db, scene.campaign);
  for (const supporterId of [one.supporterId, supporter.id, late.supporterId])
    await db.update(consents).set({ revokedAt: new Date() }).where(eq(consents.supporterId, supporterId));
  expect(await checkDispatch(db, id)).toEqual({ ...well, notConsented: 2, withoutConsent: 1 });
});

test("checks before an approval list letters withdrawn or erased since submission", async () => {
  const scene = await aLetterCampaign(db);
  const [one, two] = [await aLetter(db, scene.campaign), await aLetter(db, scene.campaign)];
  await aLetter(db, scene.campaign);
  const { id } = await aSubmitted(scene);
  await withdrawLetter(db, one);
  expect(await checkDispatch(db, id)).toMatchObject({ notConsented: 1, onHold: 0 });
  await db.delete(supporters).where(eq(supporters.id, two.supporterId));
  expect(await checkDispatch(db, id)).toMatchObject({ notConsented: 2 });
});

test("a mail is shown as it would go, in its campaign alone, until nothing is left in it", async () => {
  const scene = await aLetterCampaign(db);
  const letter = await aLetter(db, scene.campaign);
  const { which, id } = await aSubmitted(scene);
  expect(await previewDispatch(db, ports, which)).toMatchObject({ letters: 1, names: 0, holdings: 0 });
  expect((await readDispatchSheet(db, id)).figures).toMatchObject({ letters: 1, names: 0 });
  const other = await aLetterCampaign(db);
  for (const wrong of [{ part: 2 }, { campaignId: other.campaign.id }, { publicId: "x" }])
    expect(await previewDispatch(db, ports, { ...which, ...wrong })).toBeNull();
  const ofWriter = eq(consents.supporterId, letter.supporterId);
  await db.update(consents).set({ revokedAt: new Date() }).where(ofWriter);
  expect(await previewDispatch(db, ports, which)).toBeNull();
});

test("shares are covered on pages, and in files only for those who see holdings", async () => {
  const scene = await aLetterCampaign(db);
  const letter = await aShareholdersLetter(scene.campaign);
  const { which, publicId } = await aSubmitted(scene, [letter]);
  const preview = await previewDispatch(db, ports, { ...which, covered: true });
  const { html = "", text = "" } = preview?.mail.message ?? {};
  expect(`${wholeOf(html)}${wholeOf(text)}`).not.toContain("7654321");
  expect(wholeOf(text)).toContain("I hold … shares");

  const take = (organizerId: string) =>
    downloadPartFile(db, ports, { ...which, organizerId, kind: "letter.txt" });
  expect(await take(await colleague(scene, "exporter"))).toEqual({ outcome: "no-holdings" });
  expect(await take(await colleague(scene, "reviewer"))).toEqual({ outcome: "gone" });
  const stranger = await aLetterCampaign(db);
  expect(await take(stranger.team[0]?.id ?? "")).toEqual({ outcome: "gone" });
  expect(await db.$count(auditEntries, eq(auditEntries.action, "dispatch-file-taken"))).toBe(0);
  const taken = await take(await colleague(scene, "organizer"));
  if (taken.outcome !== "taken") throw new Error(taken.outcome);
  expect(String(taken.files[0]?.content)).toContain("I hold 7654321 shares");
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.action, "dispatch-file-taken"));
  expect(entry).toMatchObject({ subject: publicId, detail: { file: "letter.txt", letters: 1, holdings: 1 } });
});

test("the list of dispatches tells the answers that were published, and no removed one", async () => {
  const scene = await aLetterCampaign(db);
  await aLetter(db, scene.campaign);
  const { id } = await aSubmitted(scene);
  const reply = { campaignId: scene.campaign.id, dispatchId: id, receivedOn: "2026-11-24" };
  await db.insert(letterReplies).values([
    { ...reply, fromWhom: "Investor Relations", text: "We read them.", approvedAt: new Date() },
    { ...reply, fromWhom: "Investor Relations", text: "Waits for a second person." },
    {
      ...reply,
      fromWhom: "Investor Relations",
      text: "Removed.",
      approvedAt: new Date(),
      removedAt: new Date(),
    },
  ]);
  const quiet = { unknown: 0, bounced: 0, approvedSha256: null };
  expect(await listDispatches(db, scene.campaign.id)).toMatchObject([{ replies: 1, ...quiet }]);
});
