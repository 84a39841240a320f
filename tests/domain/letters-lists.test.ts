import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { findLetter } from "#app/domain/entries/letters/list/find-letter.server.ts";
import { type LetterFilter, wholeLetterList } from "#app/domain/entries/letters/list/letter-list.ts";
import {
  countLetters,
  countLettersOnHold,
  listLetters,
  searchLetters,
} from "#app/domain/entries/letters/list/list-letters.server.ts";
import {
  listSharesViews,
  viewLetterShares,
} from "#app/domain/entries/letters/shares/view-letter-shares.server.ts";
import { sealHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { auditEntries, letters, supporters } from "#db/schema/index.ts";
import { aCampaign, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter } from "#tests/support/letters.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");

async function aScene(role: OrganizerRole = "owner") {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, role });
  return { campaign, organizer, scope: { campaignId: campaign.id, organizerId: organizer.id } };
}
type Scope = Parameters<typeof listLetters>[1];

const names = async (scope: Scope, filter: Partial<LetterFilter> = {}) =>
  (await listLetters(db, scope, { ...wholeLetterList, ...filter }, null)).letters.map(({ name }) => name);

/** A letter that states how many shares its writer holds. */
async function aShareholdersLetter(campaign: { id: number }, shares = "120") {
  const { publicId } = await aLetter(db, campaign, { name: "Shara Holder", state: "email_pending" });
  const { sharesEnc, keyId } = sealHolding(testKeys, publicId, { shares, bucket: null });
  const confirmed = { state: "confirmed", confirmedAt: now } as const;
  await db.update(letters).set({ sharesEnc, keyId }).where(eq(letters.publicId, publicId));
  await db.update(letters).set(confirmed).where(eq(letters.publicId, publicId));
  return publicId;
}

test("letters are listed newest first, by state, hold, similarity, role, language", async () => {
  const { campaign, scope } = await aScene();
  await aLetter(db, campaign, { name: "plain" });
  await aLetter(db, campaign, { name: "own", templateSimilarity: 0.1, nearestSimilarity: 0.29 });
  await aLetter(db, campaign, { name: "mixed", templateSimilarity: 0.3, nearestSimilarity: 0 });
  await aLetter(db, campaign, { name: "alike", templateSimilarity: 0.2, nearestSimilarity: 0.7 });
  await aLetter(db, campaign, { name: "held", holdReason: "threat", links: 2 });
  await aLetter(db, campaign, { name: "released", holdReason: "threat", moderatedAt: now });
  await aLetter(db, campaign, { name: "pending", state: "email_pending", role: "neighbour", locale: "es" });
  await aLetter(db, await aCampaign(db), { name: "elsewhere" });

  expect(await names(scope)).toEqual(["pending", "released", "held", "alike", "mixed", "own", "plain"]);
  expect(await names(scope, { state: "email_pending" })).toEqual(["pending"]);
  expect(await names(scope, { onHold: true })).toEqual(["held"]);
  expect(await names(scope, { likeness: "own" })).toEqual(["own"]);
  expect(await names(scope, { likeness: "mixed" })).toEqual(["mixed"]);
  expect(await names(scope, { likeness: "alike" })).toEqual(["alike"]);
  expect(await names(scope, { likeness: "unscored", state: "confirmed" })).toEqual([
    "released",
    "held",
    "plain",
  ]);
  expect(await names(scope, { role: "neighbour" })).toEqual(["pending"]);
  expect(await names(scope, { locale: "es" })).toEqual(["pending"]);
  expect(await countLetters(db, campaign.id)).toMatchObject({ email_pending: 1, confirmed: 6, erased: 0 });
  expect(await countLettersOnHold(db, campaign.id)).toBe(1);
});

test("pages of the list continue from a row to both sides, and end where nothing is left", async () => {
  const { campaign, scope } = await aScene();
  const { supporterId } = await aLetter(db, campaign, { name: "Page Turner" });
  await db
    .insert(letters)
    .values(
      Array.from({ length: 60 }, (_, n) => ({
        campaignId: campaign.id,
        supporterId,
        locale: "en",
        body: `${n}`,
        state: "withdrawn" as const,
        createdAt: new Date(now.getTime() + n * 1000),
        confirmedAt: now,
        withdrawnAt: now,
      })),
    );
  const first = await listLetters(db, scope, wholeLetterList, null);
  expect(first).toMatchObject({ newer: null, letters: { length: 50 } });
  const than = first.older ?? "";
  const second = await listLetters(db, scope, wholeLetterList, { side: "older", than });
  expect(second).toMatchObject({ older: null, letters: { length: 11 } });
  const back = { side: "newer", than: second.newer ?? "" } as const;
  expect(await listLetters(db, scope, wholeLetterList, back)).toEqual({ ...first, older: than });
});

test("letters are found by whole address and part of the name, in one's own campaign", async () => {
  const { campaign, scope } = await aScene();
  await aLetter(db, campaign, { name: "Żaneta O'Brien", email: "zaneta@example.org" });
  await aLetter(db, await aCampaign(db), { name: "Żaneta Elsewhere" });
  const find = async (text: string) => {
    const found = await searchLetters(db, scope, text);
    return found.outcome === "found" ? found.letters.map(({ name }) => name) : found.outcome;
  };
  for (const text of [
    "żaneta",
    "o'brien",
    " ZANETA+tag@Example.org ",
    "zaneta@ex",
    "@example.o",
    "<zaneta@example.org>",
  ])
    expect(await find(text), text).toEqual(["Żaneta O'Brien"]);
  for (const text of ["%%%", "elsewhere"]) expect(await find(text), text).not.toContain("Żaneta O'Brien");
  expect(await find("ab")).toBe("too-short");
});

test("a search finds somebody who wrote long before the newest letters", async () => {
  const { campaign, scope } = await aScene();
  await aLetter(db, campaign, { name: "Oldest Quillfeather", createdAt: new Date("2026-01-01T00:00:00Z") });
  await db.execute(sql`
    with writers as (
      insert into supporters (email_canonical, email, name, country)
      select n || '@many.example', n || '@many.example', 'Many Writer', 'US' from generate_series(1, 2001) n
      returning id
    )
    insert into letters (campaign_id, supporter_id, locale, body, created_at)
    select ${campaign.id}, id, 'en', 'I ask you to end it.', '2026-11-01' from writers`);
  const found = await searchLetters(db, scope, "quillf");
  expect(found).toMatchObject({ letters: [{ name: "Oldest Quillfeather" }], more: false });
  await aLetter(db, campaign, { name: "Newest Many Writer", createdAt: now });
  const many = await searchLetters(db, scope, "many w");
  expect(many).toMatchObject({ letters: { length: 50, 0: { name: "Newest Many Writer" } }, more: true });
});

test("one letter shows its ledger and similarity, only to those who see names", async () => {
  const { campaign, scope } = await aScene();
  const near = await aLetter(db, campaign);
  const letter = await aLetter(db, campaign, { nearestLetterId: near.id, nearestSimilarity: 0.5 });
  await db
    .update(letters)
    .set({ state: "refused", moderationReason: "threat", moderatedAt: now, moderatedById: scope.organizerId })
    .where(eq(letters.id, letter.id));
  expect(await findLetter(db, scope, letter.publicId)).toMatchObject({
    body: letter.body,
    company: "Sample Corporation",
    nearestLetter: near.publicId,
    consented: true,
    moderated: { at: now.toISOString(), by: "Olga Sample", reason: "threat" },
    ledger: [
      { event: "confirmed", problem: null, mail: null },
      { event: "refused", problem: "threat", mail: null },
    ],
    replies: [],
    dispatchedIn: null,
    selfSent: null,
  });

  const other = (await aScene()).scope;
  const viewer = { ...scope, organizerId: (await anOrganizer(db, { campaign, role: "viewer" })).id };
  for (const theirs of [other, { ...other, campaignId: campaign.id }, viewer]) {
    expect(await findLetter(db, theirs, letter.publicId)).toBeNull();
    expect(await names(theirs)).toEqual([]);
    expect(await searchLetters(db, theirs, "Walter Writer")).toMatchObject({ letters: [] });
  }
  expect(await findLetter(db, scope, "no-uuid")).toBeNull();
});

test("only those with the right open a letter's shares, and each view is logged", async () => {
  const { campaign, organizer, scope } = await aScene("organizer");
  const publicId = await aShareholdersLetter(campaign);
  expect(await findLetter(db, scope, publicId)).toMatchObject({ tellsShares: true });
  const values = Object.values((await findLetter(db, scope, publicId)) ?? {});
  expect(values).not.toEqual([]);
  expect(values.filter((value) => value === 120 || value === "120")).toEqual([]);

  const reviewer = { ...scope, organizerId: (await anOrganizer(db, { campaign, role: "reviewer" })).id };
  const stranger = (await aScene()).scope;
  for (const theirs of [reviewer, stranger, { ...stranger, campaignId: campaign.id }])
    expect(await viewLetterShares(db, testKeys, { scope: theirs, publicId }, now)).toEnd("not-shown");
  const otherKeys = makeKeys(["another-secret-for-tests-that-is-long-enough"]);
  expect(await viewLetterShares(db, otherKeys, { scope, publicId }, now)).toEqual({ outcome: "unreadable" });
  const silent = await aLetter(db, campaign);
  expect(await viewLetterShares(db, testKeys, { scope, publicId: silent.publicId }, now)).toEnd("not-shown");
  const of = { campaignId: campaign.id, publicId };
  expect(await listSharesViews(db, testKeys, of)).toEqual([]);

  expect(await viewLetterShares(db, testKeys, { scope, publicId }, now)).toEqual({
    outcome: "shown",
    shares: "120",
  });
  expect(await listSharesViews(db, testKeys, of)).toEqual([
    { at: now.toISOString(), by: organizer.name, byOperator: false },
  ]);
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaign.id));
  const [writer] = await rowsIn(db, supporters, { name: "Shara Holder" });
  for (const trace of [publicId, writer?.publicId ?? "none"])
    expect(JSON.stringify(entry)).not.toContain(trace);
});
