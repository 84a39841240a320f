import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { listPublicDispatches } from "#app/domain/entries/letters/published/list-public-dispatches.server.ts";
import {
  findPublishedLetter,
  listPublishedLetters,
  searchPublishedLetters,
} from "#app/domain/entries/letters/published/list-published.server.ts";
import { countedLetters, initialsOf } from "#app/domain/entries/letters/published/public-letter.ts";
import { countModeration } from "#app/domain/moderation/list-moderation.server.ts";
import { reportLetter } from "#app/domain/moderation/report-letter.server.ts";
import { findDispatch, listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { letterReports, letters, supporters } from "#db/schema/index.ts";
import { aCampaign, changeRows } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHandedOver, sha } from "#tests/support/handed-over.ts";
import { aLetter } from "#tests/support/letters.ts";

const db = await aDatabase();

const published = { publication: "published", display: "public" } as const;
const found = async (campaign: { id: number }, typed: string) =>
  (await searchPublishedLetters(db, { campaignId: campaign.id }, typed))?.letters.map(
    ({ publicId }) => publicId,
  ) ?? null;

test("a stranger reads what its writer agreed to, an organizer published, and is in force", async () => {
  const campaign = await aCampaign(db);
  const withdrawn = { state: "withdrawn", withdrawnAt: new Date() } as const;
  const hidden = [
    await aLetter(db, campaign),
    await aLetter(db, campaign, { publication: "awaiting", display: "public" }),
    await aLetter(db, campaign, { publication: "hidden", display: "public" }),
    await aLetter(db, campaign, { ...published, ...withdrawn }),
    await aLetter(db, campaign, { ...published, state: "refused", moderationReason: "threat" }),
    await aLetter(db, await aCampaign(db), published),
  ];
  const named = await aLetter(db, campaign, { ...published, name: "Ana María Pérez" });
  const brief = await aLetter(db, campaign, { ...published, display: "initials", name: "Zoë van Dam" });

  const page = await listPublishedLetters(db, { campaignId: campaign.id });
  expect(page?.letters.map(({ publicId, name }) => [publicId, name])).toEqual([
    [brief.publicId, "Z. V. D."],
    [named.publicId, "Ana María Pérez"],
  ]);
  expect(JSON.stringify(page)).not.toContain("Zoë");
  for (const { publicId } of hidden) expect(await findPublishedLetter(db, campaign.id, publicId)).toBe(null);
  expect(await findPublishedLetter(db, campaign.id, brief.publicId)).toMatchObject({ name: "Z. V. D." });
  for (const odd of ["", "x", "'", `${named.publicId}x`]) {
    expect(await findPublishedLetter(db, campaign.id, odd)).toBe(null);
    expect(await listPublishedLetters(db, { campaignId: campaign.id }, odd)).toBe(null);
  }
});

test("pages follow each other without a gap, also after a letter that was hidden since", async () => {
  const campaign = await aCampaign(db);
  const all = [];
  for (let n = 0; n < 23; n++) all.unshift((await aLetter(db, campaign, published)).publicId);
  const first = await listPublishedLetters(db, { campaignId: campaign.id });
  expect(first?.letters.map(({ publicId }) => publicId)).toEqual(all.slice(0, 20));
  await changeRows(db, letters, { publicId: first?.older ?? "" }, { publication: "hidden" });
  const second = await listPublishedLetters(db, { campaignId: campaign.id }, first?.older);
  expect(second).toMatchObject({ older: null });
  expect(second?.letters.map(({ publicId }) => publicId)).toEqual(all.slice(20));
});

test.each([
  ["agreements", true],
  ["AGREE", true],
  ["agree ice", true],
  ["agree nothing", false],
  ["“agreements”", true],
  ["detención", true],
  ["DETENCIÓN", true],
  ["detencion", true],
  ["łódź", true],
  ["ŁÓD", true],
  ["终止", true],
  ["合同", true],
  ["العقد", true],
  ["договор", true],
  ["reements", false],
])("a search for %s finds what was written: %s", async (typed, finds) => {
  const campaign = await aCampaign(db);
  const body =
    "I ask you to end “agreements” with ICE — detención, Łódź. 我要求你们终止这些合同. أطلب إنهاء العقد. Договоры.";
  const { publicId } = await aLetter(db, campaign, { ...published, body });
  await aLetter(db, campaign, { body, display: "public", publication: "awaiting" });
  expect(await found(campaign, typed)).toEqual(finds ? [publicId] : []);
});

test("no input breaks a search", async () => {
  const campaign = await aCampaign(db);
  await aLetter(db, campaign, { ...published, body: "the" });
  for (const odd of ["", " ", "'", "\\", "!!!", "&|!()<->:*", "%", "_", "\u0301", "😀", "\ud800"]) {
    expect([odd, await found(campaign, odd)]).toEqual([odd, null]);
  }
  for (const odd of ["a'b", "a:*", "' or 1=1 --", "x".repeat(5000), "ª", "a ".repeat(500), "٣", "e\u0301"]) {
    expect(await found(campaign, odd)).toEqual([]);
  }
});

test("no number of reports hides a letter that an organizer has published", async () => {
  const campaign = await aCampaign(db);
  const { publicId } = await aLetter(db, campaign, { ...published, moderatedAt: new Date() });
  const of = { campaignId: campaign.id, publicId, reason: "attack" } as const;
  for (let n = 0; n < 5; n++) expect(await reportLetter(db, of)).toBe(true);
  expect(await findPublishedLetter(db, campaign.id, publicId)).not.toBe(null);
  expect(await countModeration(db, { campaignId: campaign.id, organizerId: null })).toMatchObject({
    reported: 1,
  });
});

test("three reports by several hide a letter nobody decided about, until a review", async () => {
  const campaign = await aCampaign(db);
  const { id, publicId } = await aLetter(db, campaign, published);
  const report = () => reportLetter(db, { campaignId: campaign.id, publicId, reason: "attack" });
  expect([await report(), await report()]).toEqual([true, true]);
  await reportLetter(db, { campaignId: campaign.id, publicId, reason: "attack", bySeveral: false });
  expect(await findPublishedLetter(db, campaign.id, publicId)).not.toBe(null);
  expect(await report()).toBe(true);
  expect(await findPublishedLetter(db, campaign.id, publicId)).toBe(null);
  expect(await report()).toBe(false);

  await db.update(letterReports).set({ settledAt: new Date() }).where(eq(letterReports.letterId, id));
  await db.update(letters).set({ publication: "published" }).where(eq(letters.id, id));
  for (let n = 0; n < 4; n++) expect(await report()).toBe(true);
  expect(await findPublishedLetter(db, campaign.id, publicId)).not.toBe(null);
  const elsewhere = await aCampaign(db);
  expect(await reportLetter(db, { campaignId: elsewhere.id, publicId, reason: "other" })).toBe(false);
});

test.each([
  [{ state: "delivered" }, "accepted"],
  [{ state: "accepted", transport: "resend" }, "sent"],
  [{ state: "accepted", transport: "file" }, "filed"],
  [{ state: "bounced" }, "bounced"],
  [{ state: "unknown" }, "unknown"],
  [{ state: "queued" }, "waiting"],
] as const)("a mail to the company that is %o is shown as %s, with its hashes", async (mail, state) => {
  const campaign = await aCampaign(db);
  const letter = await aLetter(db, campaign);
  await aHandedOver(db, campaign, { letterIds: [letter.id], mail });
  const [dispatch] = await listPublicDispatches(db, campaign.id);
  expect(dispatch).toMatchObject({ number: 1, startedOn: "2026-10-12", replies: [] });
  expect(dispatch?.mails).toMatchObject([{ state, sha256: sha(1).toString("hex") }]);
  expect(dispatch?.mails[0]?.fileSha256s).toEqual([sha(3).toString("hex"), sha(4).toString("hex")]);
});

const file = { state: "accepted", transport: "file" } as const;
const none = { mails: 0, letters: 0, names: 0 };

test.each([
  ["sent", { state: "delivered" }, [], "sent", { letters: 1, names: 2, filed: none }],
  ["saved", file, [], "filed", { letters: 0, names: 0, filed: { mails: 1, letters: 1, names: 2 } }],
  [
    "mixed",
    file,
    [{ state: "delivered" }],
    "sent",
    { letters: 0, names: 2, filed: { mails: 1, letters: 1, names: 2 } },
  ],
  ["empty", file, [{ state: "skipped" }], "filed", { filed: { mails: 1, letters: 1, names: 2 } }],
  ["bounced", file, [{ state: "bounced" }], "sent", { letters: 0, names: 2 }],
] as const)("a %s dispatch counts as sent only what was not saved to a file", async (...row) => {
  const [, mail, more, state, figures] = row;
  const campaign = await aCampaign(db);
  const letter = await aLetter(db, campaign);
  await aHandedOver(db, campaign, { letterIds: [letter.id], mail, more: [...more] });
  expect(await listPublicDispatches(db, campaign.id)).toMatchObject([{ state, ...figures }]);
  const [listed] = await listDispatches(db, campaign.id);
  const filed = "filed" in figures ? figures.filed : { mails: 1, letters: 1, names: 2 };
  expect(listed).toMatchObject({ stage: state, filed });
  expect(await findDispatch(db, campaign.id, listed?.publicId ?? "")).toMatchObject({ stage: state, filed });
});

test("a letter that was only saved to a file leaves the count with its writer", async () => {
  const campaign = await aCampaign(db);
  const { supporterId, id } = await aLetter(db, campaign);
  await aHandedOver(db, campaign, { letterIds: [id], mail: file });
  expect(await countLetters(db, campaign.id)).toMatchObject({ filed: 1 });
  await db.delete(supporters).where(eq(supporters.id, supporterId));
  expect(await countLetters(db, campaign.id)).toMatchObject({ filed: 0, erased: 0 });
});

test("the count has confirmed letters, and handed-over ones of erased writers", async () => {
  const campaign = await aCampaign(db);
  const handedOver = { state: "sent", sentSha256: sha(1), handedOverAt: new Date() } as const;
  const erased = [await aLetter(db, campaign), await aLetter(db, campaign, handedOver)];
  await aLetter(db, campaign);
  await aLetter(db, campaign, { state: "email_pending" });
  await aLetter(db, campaign, { state: "withdrawn", withdrawnAt: new Date() });
  await aLetter(db, campaign, { state: "refused", moderationReason: "threat" });
  const counted = async () => countedLetters(await countLetters(db, campaign.id));
  expect(await counted()).toBe(3);
  for (const { supporterId } of erased) await db.delete(supporters).where(eq(supporters.id, supporterId));
  expect(await counted()).toBe(2);
});

test.each([
  ["Mary Jane Watson", "M. J. W."],
  ["  žofie  d'Arc-Novák ", "Ž. D. N."],
  ["王小明", "王."],
  ["محمد علي", "م. ع."],
  ["a b c d e f", "A. B. C. D."],
  ["!!!", ""],
])("the initials of %s are %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
