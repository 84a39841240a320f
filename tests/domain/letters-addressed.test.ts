// Letters to one of several recipients opened by organizers.
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { editRecipient } from "#app/domain/campaign/recipients/edit-recipient.server.ts";
import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import {
  closeRecipient,
  openRecipient,
  readRecipientClosing,
} from "#app/domain/campaign/recipients/open-recipient.server.ts";
import {
  chooseRecipient,
  listOpenRecipients,
} from "#app/domain/campaign/recipients/open-recipients.server.ts";
import { findRecipient } from "#app/domain/campaign/recipients/queries.server.ts";
import {
  retireRecipient,
  unverifyRecipient,
} from "#app/domain/campaign/recipients/retire-recipient.server.ts";
import { verifyRecipient } from "#app/domain/campaign/recipients/verify-recipient.server.ts";
import { findAddressee } from "#app/domain/entries/letters/find-addressee.server.ts";
import { findOwnLetter } from "#app/domain/entries/letters/queries.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { draftDueDispatches } from "#app/domain/outgoing/dispatches/drafting/draft-due-dispatches.server.ts";
import { countByRecipient } from "#app/domain/outgoing/dispatches/figures.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import type { PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import { auditEntries, letterDispatches, letterRecipients, letters } from "#db/schema/index.ts";
import { aCampaign, testKeys as keys, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter, aRecipient, unverified } from "#tests/support/letters.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aMadePack } from "#tests/support/packs.ts";
import { unzipped } from "#tests/support/zip.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");

/** A campaign with two open recipients and a writer of updates. */
async function aScene() {
  const campaign = await aCampaign(db, { status: "open" });
  const organizer = await anOrganizer(db, { campaign });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const relations = await aRecipient(db, campaign, { openedAt: new Date("2026-10-02T00:00:00Z") });
  const chair = await aRecipient(db, campaign, {
    name: "Chair of the board",
    email: "chair@company.example",
  });
  expect(await openRecipient(db, { scope, publicId: chair.publicId }, now)).toEqual({ outcome: "opened" });
  return { campaign, organizer, scope, relations, chair, actor: `organizer:${organizer.id}` as const };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const toChair = (scene: Scene) => aLetter(db, scene.campaign, { recipientId: scene.chair.id });
const stateOf = async ({ id }: { id: number }) =>
  (await db.select().from(letters).where(eq(letters.id, id)))[0]?.state;

async function dispatched({ campaign, actor }: Scene, recipient: { publicId: string }, only: string[] = []) {
  const individual = only.length > 0;
  const draft = await draftDispatch(
    db,
    {
      campaignId: campaign.id,
      actor,
      kind: individual ? "individual" : "consolidated",
      recipientPublicId: recipient.publicId,
      letterPublicIds: only,
      cause: "organizer",
    },
    now,
  );
  if (draft.outcome !== "drafted") return draft;
  const on = { campaignId: campaign.id, publicId: draft.publicId, actor, version: 1 };
  return submitDispatch(db, on, now);
}

test("only a verified recipient can be opened, in code and in the database", async () => {
  const { campaign, scope } = await aScene();
  const nobody = await aRecipient(db, campaign, { ...unverified, email: "unverified@company.example" });
  const on = { scope, publicId: nobody.publicId };
  expect(await openRecipient(db, on, now)).toEqual({ outcome: "unverified" });
  const forced = db.update(letterRecipients).set({ openedAt: now }).where(eq(letterRecipients.id, nobody.id));
  await expect(forced).rejects.toMatchObject({
    cause: { constraint_name: "letter_recipients_open_if_verified" },
  });
  const stranger = { campaignId: campaign.id, organizerId: (await anOrganizer(db)).id };
  expect(await openRecipient(db, { scope: stranger, publicId: nobody.publicId }, now)).toEnd("gone");
  const other = await aScene();
  expect(await openRecipient(db, { scope: other.scope, publicId: nobody.publicId }, now)).toEnd("gone");
});

test("the first recipient that is verified is open, and an address that changes is closed", async () => {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const [one, two] = [
    await aRecipient(db, campaign, unverified),
    await aRecipient(db, campaign, { ...unverified, email: "two@company.example" }),
  ];
  const looked = { by: "Vera Verifier", on: "2026-11-23", where: "https://company.example/investors" };
  for (const recipient of [one, two])
    await verifyRecipient(
      db,
      { scope, publicId: recipient.publicId, seen: markOfAddress(recipient), ...looked },
      now,
    );
  const found = async ({ publicId }: { publicId: string }) => findRecipient(db, campaign.id, publicId);
  expect(await found(one)).toMatchObject({ isDefault: true, openedAt: now.toISOString() });
  expect(await found(two)).toMatchObject({ isDefault: false, openedAt: null });

  await openRecipient(db, { scope, publicId: two.publicId }, now);
  const values = { name: two.name, email: "new@company.example", postalAddress: null, perDay: 20 };
  await editRecipient(db, { scope, publicId: two.publicId, seen: markOfAddress(two), values }, now);
  expect(await found(two)).toMatchObject({ openedAt: null, verified: null });
  await unverifyRecipient(db, { scope, publicId: one.publicId }, now);
  expect(await listOpenRecipients(db, { campaignId: campaign.id })).toEqual([]);
});

test("a letter names an open recipient of its own campaign, or none", async () => {
  const scene = await aScene();
  const { campaign, relations, chair } = scene;
  const other = await aScene();
  const closed = await aRecipient(db, campaign, { email: "closed@company.example" });
  const choose = (publicId: string | undefined) => chooseRecipient(db, { campaignId: campaign.id }, publicId);
  expect(await choose(chair.publicId)).toEqual({ recipientId: chair.id });
  expect(await choose(undefined)).toEqual({ recipientId: relations.id });
  for (const wrong of [other.chair.publicId, closed.publicId, "chair", "'; --"])
    expect(await choose(wrong), wrong).toBe("closed");
  await expect(aLetter(db, campaign, { recipientId: other.chair.id })).rejects.toMatchObject({
    cause: { constraint_name: "letters_to_a_recipient_of_the_campaign" },
  });

  const single = await aCampaign(db);
  const only = await aRecipient(db, single, { openedAt: now });
  expect(await chooseRecipient(db, { campaignId: single.id }, undefined)).toEqual({ recipientId: null });
  expect(await chooseRecipient(db, { campaignId: single.id }, only.publicId)).toEqual({
    recipientId: only.id,
  });
});

test("each dispatch takes the letters to its recipient, the default those without a choice", async () => {
  const scene = await aScene();
  const [plain, chosen] = [await aLetter(db, scene.campaign), await toChair(scene)];
  const named = await aLetter(db, scene.campaign, { recipientId: scene.relations.id });
  expect(
    (await countByRecipient(db, { campaignId: scene.campaign.id })).map(({ name, letters: n }) => [name, n]),
  ).toEqual([
    ["Investor Relations", 2],
    ["Chair of the board", 1],
  ]);
  expect(await dispatched(scene, scene.chair)).toMatchObject({ outcome: "submitted", letters: 1 });
  expect([await stateOf(plain), await stateOf(chosen)]).toEqual(["confirmed", "queued"]);
  const alone = await dispatched(scene, scene.chair, [plain.publicId]);
  expect(alone).toEqual({ outcome: "no-letters" });
  expect(await dispatched(scene, scene.relations)).toMatchObject({ outcome: "submitted", letters: 2 });
  expect([await stateOf(plain), await stateOf(named)]).toEqual(["queued", "queued"]);
  const [row] = await rowsIn(db, letterDispatches, { recipientId: scene.chair.id });
  expect(row?.withNames, "names go to the default once").toBe(false);
});

test("the calendar drafts for each open recipient whose letters are due", async () => {
  const scene = await aScene();
  await aLetter(db, scene.campaign);
  await toChair(scene);
  const later = new Date("2026-12-24T12:00:00Z");
  await draftDueDispatches(db, later);
  const drafts = async () =>
    (
      await db
        .select({ to: letterDispatches.recipientId })
        .from(letterDispatches)
        .where(eq(letterDispatches.campaignId, scene.campaign.id))
    )
      .map(({ to }) => to)
      .sort();
  expect(await drafts()).toEqual([scene.relations.id, scene.chair.id].sort());
  await draftDueDispatches(db, later);
  expect((await drafts()).length).toBe(2);
});

test("closing tells how many letters wait, and they go to the default", async () => {
  const scene = await aScene();
  const { campaign, scope, relations, chair } = scene;
  const on = { scope, publicId: chair.publicId };
  const letter = await toChair(scene);
  const addressee = async () => (await findAddressee(db, campaign.id, { recipientId: chair.id })).office;
  expect(await addressee()).toBe("Chair of the board");
  expect(await findOwnLetter(db, keys, letter.publicId)).toMatchObject({ recipient: "Chair of the board" });
  expect(await readRecipientClosing(db, campaign.id, chair.publicId)).toEqual({
    letters: 1,
    next: "Investor Relations",
  });
  expect(await closeRecipient(db, { ...on, seen: 0 }, now)).toEqual({ outcome: "more-wait", letters: 1 });
  expect(await closeRecipient(db, { ...on, seen: 1 }, now)).toEqual({ outcome: "closed", letters: 1 });
  expect(await closeRecipient(db, { ...on, seen: 1 }, now)).toEqual({ outcome: "closed-before" });
  expect(await addressee()).toBe("Investor Relations");
  expect(await findOwnLetter(db, keys, letter.publicId)).toMatchObject({ recipient: null });
  expect(await dispatched(scene, relations)).toMatchObject({ letters: 1 });

  const only = { scope, publicId: relations.publicId, seen: 0 };
  expect(await closeRecipient(db, only, now)).toEqual({ outcome: "only-one" });
  await retireRecipient(db, { scope, publicId: relations.publicId }, now);
  expect(await listOpenRecipients(db, { campaignId: campaign.id })).toEqual([]);
  const noted = await db
    .select({ detail: auditEntries.detail })
    .from(auditEntries)
    .where(sql`campaign_id = ${campaign.id} and action = 'letter-recipient-closed'`);
  expect(noted).toEqual([{ detail: { letters: 1 } }]);
});

test("a pack leaves out letters to a recipient chosen over the default, and counts them", async () => {
  const scene = await aScene();
  const { campaign, relations, chair, scope } = scene;
  await aLetter(db, campaign, { body: "Without a choice." });
  await aLetter(db, campaign, { body: "For investor relations.", recipientId: relations.id });
  await aLetter(db, campaign, { body: "For the chair alone.", recipientId: chair.id });
  const textOf = async () => {
    const files = await unzipped((await aMadePack(db, campaign)).bytes);
    const { letters: listed } = JSON.parse(files["manifest.json"] ?? "") as PackManifest;
    return { csv: files["letters.csv"] ?? "", pdf: files["cover-and-lists.pdf"] ?? "", listed };
  };
  const { csv, pdf, listed } = await textOf();
  expect(csv).toContain("Without a choice.");
  expect(csv).toContain("For investor relations.");
  expect(csv + pdf).not.toContain("For the chair alone.");
  expect([listed.rows, listed.inAll]).toEqual([2, 3]);
  expect(JSON.stringify(listed.leftOut)).toContain("To another recipient");

  // Once that recipient is closed it goes to the default, as the letter's own page says.
  const closed = await closeRecipient(db, { scope, publicId: chair.publicId, seen: 1 }, now);
  expect(closed).toEqual({ outcome: "closed", letters: 1 });
  expect((await textOf()).csv).toContain("For the chair alone.");
});
