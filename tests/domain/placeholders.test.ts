import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { previewDispatch } from "#app/domain/outgoing/dispatches/preview/preview-dispatch.server.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/sending/resume-dispatch.server.ts";
import { startDispatches } from "#app/domain/outgoing/dispatches/sending/start-dispatches.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { wholeOf } from "#app/mail/transport.ts";
import { campaigns, outbox } from "#db/schema/index.ts";
import { aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDispatch, aLetterCampaign, dispatchRow, plainPapers } from "#tests/support/dispatches.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aFileMailing } from "#tests/support/mail.ts";
import { sign } from "#tests/support/sign.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();

/** An example in place of a detail, and what pages and commands call that detail. */
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
    await db
      .update(campaigns)
      .set({ ...whole, senderName: null, replyTo: null, ...values })
      .where(eq(campaigns.id, campaign.id));
    expect(await scheduleUpdate(db, mailing, on), JSON.stringify(values)).toEqual({
      outcome: "not-ready",
      missing: [what],
    });
  }
});

test("a campaign with an example operator sends no dispatch", async () => {
  const scene = await aScene();
  const { campaign, writer, second } = scene;
  await db
    .update(campaigns)
    .set({ operator: "Example Campaign Association" })
    .where(eq(campaigns.id, campaign.id));
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
  const [row] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.campaignId, campaign.id), eq(outbox.template, "confirm-signature")));
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
