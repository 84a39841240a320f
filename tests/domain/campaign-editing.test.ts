import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { claimForm, claimOfForm } from "#app/domain/campaign/claims/claim-form.ts";
import { moveClaim } from "#app/domain/campaign/claims/move-claim.server.ts";
import { removeClaims } from "#app/domain/campaign/claims/remove-claims.server.ts";
import { saveClaim } from "#app/domain/campaign/claims/save-claim.server.ts";
import { withdrawClaim } from "#app/domain/campaign/claims/withdraw-claim.server.ts";
import { addCorrection } from "#app/domain/campaign/corrections/add-correction.server.ts";
import { editCorrection } from "#app/domain/campaign/corrections/edit-correction.server.ts";
import { WordsForm } from "#app/domain/campaign/forms/words-form.ts";
import { diffWords } from "#app/domain/campaign/history/diff-words.ts";
import { listChanges } from "#app/domain/campaign/history/list-changes.server.ts";
import { restoreChange } from "#app/domain/campaign/history/restore-change.server.ts";
import { SenderForm } from "#app/domain/campaign/organization/sender-form.ts";
import { setOrganization } from "#app/domain/campaign/organization/set-organization.server.ts";
import { setSender } from "#app/domain/campaign/organization/set-sender.server.ts";
import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { dropPetition, savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import { findCampaign, readCase, readCounts } from "#app/domain/campaign/queries.server.ts";
import {
  findEditedClaim,
  listCorrections,
  listEditedClaims,
  readEditedPetition,
  readEditedWords,
} from "#app/domain/campaign/read-edit.server.ts";
import type { CampaignWords, ClaimWords } from "#app/domain/campaign/wording.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";
import { saveWords } from "#app/domain/campaign/words/save-words.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { readPreview } from "#app/domain/pages/read-preview.server.ts";
import { senderOf } from "#app/domain/queue/sender-of.ts";
import { auditEntries, corrections, signatures } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aClaim, aPublicClaim, claimWords } from "#tests/support/claims.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { sign } from "#tests/support/sign.ts";

const db = await aDatabase();
const preview = { url: "https://example.org/c/x", locale: "en", localMode: false } as const;

/** A campaign with somebody who manages it and somebody who only writes. */
async function aScene() {
  const campaign = await aCampaign(db);
  const owner = await anOrganizer(db, { campaign, role: "owner", name: "Olga Owner" });
  const writer = await anOrganizer(db, { campaign, role: "organizer", name: "Wanda Writer" });
  const on = { campaignId: campaign.id, actor: `organizer:${owner.id}` as const };
  const writing = { campaignId: campaign.id, actor: `organizer:${writer.id}` as const };
  return { campaign, on, writing };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const publish = (
  on: Scene["on"],
  what: { words?: number; claims?: { id: number; version: number }[] },
  correction: { kind: "figure"; correctedOn: string; text: string } | null = null,
) => publishWords(db, { ...on, words: what.words ?? null, claims: what.claims ?? [], correction });

const textsOf = async (campaignId: number) => (await readCase(db, campaignId)).claims.map(({ text }) => text);

async function aSigner(campaign: { id: number; slug: string }) {
  const current = await findCampaign(db, campaign.slug);
  const petition = { id: campaign.id, petitionVersion: current?.petition.version ?? 1 };
  const input = aSignatureInput(petition);
  await sign(db, input);
  const [row] = await db.execute<{ public_id: string }>(sql`
    select g.public_id from signatures g join supporters s on s.id = g.supporter_id
    where g.campaign_id = ${campaign.id} and s.email = ${input.email.address}`);
  await confirmSignature(db, testKeys, row?.public_id ?? "");
}

test("a page's words are public only once a manager of the campaign publishes them", async () => {
  const { campaign, on, writing } = await aScene();
  const edited = await readEditedWords(db, campaign.id);
  const words: CampaignWords = {
    ...(edited?.live as CampaignWords),
    title: "Another title",
    goalSteps: [50, 500],
    shareTexts: { en: "Look at this" },
  };
  expect(await saveWords(db, { ...writing, version: 1, words })).toEqual({ outcome: "saved", version: 2 });
  expect(await findCampaign(db, campaign.slug)).toMatchObject({ title: "Sample campaign", shareTexts: {} });
  const place = { ...preview, withUnpublished: false };
  expect((await readPreview(db, campaign.id, place))?.campaign.title).toBe("Another title");

  expect(await publish(writing, { words: 2 })).toEqual({ outcome: "gone" });
  expect(await publish(on, { words: 1 })).toEqual({ outcome: "stale" });
  expect(await publish(on, { words: 2 })).toEqual({ outcome: "published", fields: 3, claims: 0 });
  expect(await findCampaign(db, campaign.slug)).toMatchObject({
    title: "Another title",
    goalSteps: [50, 500],
    shareTexts: { en: "Look at this" },
  });
  expect(await publish(on, { words: 3 })).toEqual({ outcome: "nothing" });
});

test("of two who edit at once the second gets what the first saved, and nothing is lost", async () => {
  const { campaign, on, writing } = await aScene();
  const live = (await readEditedWords(db, campaign.id))?.live as CampaignWords;
  const first = { ...live, title: "The first" };
  await saveWords(db, { ...on, version: 1, words: first });
  const second = await saveWords(db, { ...writing, version: 1, words: { ...live, title: "The second" } });
  expect(second).toEqual({ outcome: "stale", version: 2, theirs: first });
  expect((await readEditedWords(db, campaign.id))?.draft?.title).toBe("The first");
  // Saving the same text twice is no conflict.
  expect(await saveWords(db, { ...writing, version: 1, words: first })).toEqual({
    outcome: "saved",
    version: 2,
  });

  const { id, version } = await aClaim(db, on);
  await saveClaim(db, { ...on, id, version, words: { ...claimWords, text: "It grew much." } });
  expect(
    await saveClaim(db, { ...writing, id, version, words: { ...claimWords, text: "It shrank." } }),
  ).toMatchObject({ outcome: "stale", version: 2, theirs: { text: "It grew much." } });

  const words = { summary: "We ask.", body: "We, the undersigned, ask." };
  await savePetition(db, { ...on, version: 0, words });
  expect(await savePetition(db, { ...writing, version: 0, words: { ...words, body: "Mine." } })).toEqual({
    outcome: "stale",
    version: 1,
    theirs: words,
  });
  expect(
    await Promise.all(
      ["One.", "Two."].map(async (body) => {
        const saved = await savePetition(db, { ...on, version: 1, words: { ...words, body } });
        return saved.outcome;
      }),
    ).then((ends) => ends.sort()),
  ).toEqual(["saved", "stale"]);
});

test("a claim that is no opinion is not published without who published it and when", async () => {
  const { campaign, on } = await aScene();
  const bare = await aClaim(db, on, { publisher: null, publishedOn: null, publishedPrecision: null });
  const good = await aClaim(db, on, { text: "This one is sourced." });
  expect(await publish(on, { claims: [good, bare] })).toEqual({ outcome: "no-source", claimId: bare.id });
  expect(await textsOf(campaign.id)).toEqual([]);
  const opinion = await aClaim(db, on, {
    kind: "opinion",
    text: "We think so.",
    publisher: null,
    publishedOn: null,
    publishedPrecision: null,
  });
  expect(await publish(on, { claims: [good, opinion] })).toMatchObject({ outcome: "published", claims: 2 });
  expect(await textsOf(campaign.id)).toEqual(["This one is sourced.", "We think so."]);
});

test("an edit of a public claim is a draft, and the history shows its words and author", async () => {
  const { campaign, on, writing } = await aScene();
  const { id, version } = await aPublicClaim(db, on);
  await saveClaim(db, { ...writing, id, version, words: { ...claimWords, text: "It grew much." } });
  expect(await textsOf(campaign.id)).toEqual(["It grew."]);
  const line = { kind: "figure", correctedOn: "2026-03-02", text: "It said less." } as const;
  const claims = [{ id, version: version + 1 }];
  expect(await publish(on, { claims }, line)).toMatchObject({ outcome: "published", claims: 1 });
  expect(await textsOf(campaign.id)).toEqual(["It grew much."]);
  expect((await readCase(db, campaign.id)).corrections).toEqual([{ ...line, earlier: [] }]);
  const [stored] = await db.select().from(corrections).where(eq(corrections.campaignId, campaign.id));
  expect(stored?.claimId).toBe(id);

  const { changes } = await listChanges(db, campaign.id, { thing: "claim", thingId: id });
  expect(
    changes.map(({ by, stage, fields }) => [by, stage, fields.length > 1 ? "all" : fields[0]?.field]),
  ).toEqual([
    ["Olga Owner", "public", "text"],
    ["Wanda Writer", "draft", "text"],
    ["Olga Owner", "public", "all"],
    ["Olga Owner", "draft", "all"],
  ]);
  expect(changes[0]?.fields).toEqual([
    expect.objectContaining({ field: "text", before: "It grew.", after: "It grew much." }),
  ]);
  const actions = await rowsIn(db, auditEntries, { campaignId: campaign.id });
  expect(actions.map(({ action }) => action)).toEqual([
    "words-drafted",
    "words-published",
    "words-drafted",
    "words-published",
  ]);
  expect(JSON.stringify(actions)).not.toContain("grew");
});

test("the history is neither changed nor removed", async () => {
  const { on } = await aScene();
  await aClaim(db, on);
  for (const statement of [sql`update campaign_changes set field = 'x'`, sql`delete from campaign_changes`])
    await expect(db.execute(statement)).rejects.toThrow();
});

test("restoring an edit from the history makes a draft and publishes nothing", async () => {
  const { campaign, on } = await aScene();
  const { id, version } = await aPublicClaim(db, on);
  await saveClaim(db, { ...on, id, version, words: { ...claimWords, text: "Worse.", limits: null } });
  await publish(on, { claims: [{ id, version: version + 1 }] });
  const { changes } = await listChanges(db, campaign.id, { thing: "claim", thingId: id });
  const changeId = changes[0]?.fields[0]?.id ?? 0;
  expect(await restoreChange(db, { ...on, changeId })).toEqual({ outcome: "restored", thing: "claim", id });
  expect(await textsOf(campaign.id)).toEqual(["Worse."]);
  expect((await findEditedClaim(db, campaign.id, id))?.draft).toMatchObject({
    text: "It grew.",
    limits: "One report.",
  });
  const other = await aScene();
  expect(await restoreChange(db, { ...other.on, changeId })).toEqual({ outcome: "gone" });
});

test("a claim that was never public can be removed, and restored with its number", async () => {
  const { campaign, on, writing } = await aScene();
  const { id, version } = await aClaim(db, on);
  const remove = (claim: { id: number; version: number }) =>
    removeClaims(db, { ...writing, claims: [claim], withdraw: false });
  expect(await remove({ id, version: 9 })).toEqual({ outcome: "stale" });
  expect(await remove({ id, version })).toMatchObject({ outcome: "removed", deleted: 1 });
  const { changes } = await listChanges(db, campaign.id);
  const changeId = changes[0]?.fields[0]?.id ?? 0;
  expect(await restoreChange(db, { ...on, changeId })).toMatchObject({ outcome: "restored", thing: "claim" });
  const [back] = await listEditedClaims(db, campaign.id);
  expect([back?.live.text, back?.position, back?.published]).toEqual(["It grew.", 2, false]);
});

test("a public claim is taken off the page by who manages it, and never removed", async () => {
  const { campaign, on, writing } = await aScene();
  const claim = await aPublicClaim(db, on);
  const remove = (version: number) =>
    removeClaims(db, { ...on, claims: [{ id: claim.id, version }], withdraw: false });
  expect(await remove(claim.version)).toEqual({ outcome: "was-published" });
  expect(await withdrawClaim(db, { ...writing, ...claim })).toEqual({ outcome: "gone" });
  expect(await withdrawClaim(db, { ...on, ...claim })).toEqual({ outcome: "withdrawn" });
  expect(await textsOf(campaign.id)).toEqual([]);
  expect(await remove(claim.version + 1)).toEqual({ outcome: "was-published" });
});

test("claims are put in another order within their section", async () => {
  const { campaign, on, writing } = await aScene();
  for (const text of ["One", "Two", "Three"]) await aPublicClaim(db, on, { text });
  await aPublicClaim(db, on, { text: "Ask", section: "ask" });
  const [first, , third] = await listEditedClaims(db, campaign.id);
  expect(await moveClaim(db, { ...writing, id: third?.id ?? 0, to: "up" })).toEqual({ outcome: "gone" });
  expect(await moveClaim(db, { ...on, id: third?.id ?? 0, to: "up" })).toEqual({ outcome: "moved" });
  expect(await textsOf(campaign.id)).toEqual(["One", "Three", "Two", "Ask"]);
  expect(await moveClaim(db, { ...on, id: first?.id ?? 0, to: "up" })).toEqual({ outcome: "at-the-end" });
});

test("a correction of form is a text of the same meaning, and its note is in the log", async () => {
  const { campaign, on, writing } = await aScene();
  await aSigner(campaign);
  await savePetition(db, { ...on, version: 0, words: { summary: "We ask for a sample.", body: "Better." } });
  const meaning = { is: "same", note: "A word was misspelled." } as const;
  expect(await publishPetition(db, { ...on, version: 1, meaning })).toMatchObject({ outcome: "asked" });
  expect(await approvePetition(db, { ...writing, publicId: null })).toEqual({
    outcome: "published",
    version: 2,
    alone: false,
  });
  expect((await findCampaign(db, campaign.slug))?.petition).toMatchObject({
    version: 2,
    body: "Better.",
    sameMeaningAs: 1,
    note: "A word was misspelled.",
  });
  expect((await readCase(db, campaign.id)).corrections).toMatchObject([
    { kind: "wording", text: "A word was misspelled." },
  ]);
  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 1, pending: 0, earlier: 0 });
  const [row] = await db.select().from(signatures).where(eq(signatures.campaignId, campaign.id));
  expect(row?.petitionVersion).toBe(1);
});

test("after a change of meaning, earlier signers are counted separately", async () => {
  const { campaign, on, writing } = await aScene();
  await aSigner(campaign);
  await aSigner(campaign);
  await savePetition(db, { ...writing, version: 0, words: { summary: "We ask more.", body: "Much more." } });
  const put = (earlier: "apart" | null, as = on) =>
    publishPetition(db, { ...as, version: 1, meaning: { is: "changed", earlier } });
  expect(await put("apart", writing)).toEqual({ outcome: "gone" });
  expect(await put(null)).toEqual({ outcome: "earlier-missing" });
  expect(await put("apart")).toMatchObject({ outcome: "asked", forecast: { before: 2, after: 0, apart: 2 } });
  const approve = (by: Scene["on"]) => approvePetition(db, { ...by, publicId: null });
  expect([await approve(on), await approve(writing)]).toEqual([{ outcome: "own" }, { outcome: "own" }]);
  const third = await anOrganizer(db, { campaign, role: "organizer" });
  expect(await approve({ ...on, actor: `organizer:${third.id}` })).toEqual({
    outcome: "published",
    version: 2,
    alone: false,
  });
  expect(await put("apart")).toEqual({ outcome: "stale" });
  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 0, pending: 0, earlier: 2 });
  await aSigner(campaign);
  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 1, pending: 0, earlier: 2 });
  const { versions, draft } = await readEditedPetition(db, campaign.id);
  expect(draft).toBeNull();
  expect(versions.map(({ version, signatures }) => [version, signatures])).toEqual([
    [2, 1],
    [1, 2],
  ]);
});

test("nobody signs a petition's draft, which is dropped and restored from history", async () => {
  const { campaign, on } = await aScene();
  const words = { summary: "We ask more.", body: "Much more." };
  await savePetition(db, { ...on, version: 0, words });
  expect((await findCampaign(db, campaign.slug))?.petition.version).toBe(1);
  expect(await dropPetition(db, { ...on, version: 1 })).toEqual({ outcome: "dropped" });
  const { changes } = await listChanges(db, campaign.id, { thing: "petition" });
  const changeId = changes[0]?.fields[0]?.id ?? 0;
  expect(await restoreChange(db, { ...on, changeId })).toEqual({ outcome: "restored", thing: "petition" });
  expect((await readEditedPetition(db, campaign.id)).draft).toMatchObject(words);
});

const problemsOf = (parsed: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) => parsed.error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`) ?? [];

test("empty, long and marked up words are refused, each at its field", () => {
  const good = {
    version: "1",
    title: "A title",
    eyebrow: "Petition",
    standfirst: "Why.",
    goal_steps: "100, 1000",
    languages: ["en"],
    first_language: "en",
  };
  const problemsWith = (change: object) => problemsOf(WordsForm.safeParse({ ...good, ...change }));
  expect(problemsWith({})).toEqual([]);
  expect(problemsWith({ title: " \u200b " })).toEqual(["title title-missing"]);
  expect(problemsWith({ title: "x".repeat(121) })).toEqual(["title title-long"]);
  expect(problemsWith({ title: "Two\nlines" })).toEqual(["title title-line"]);
  expect(problemsWith({ standfirst: "<script>alert(1)</script>" })).toEqual(["standfirst tags"]);
  expect(problemsWith({ standfirst: "1 < 2 and 3 > 2" })).toEqual([]);
  expect(problemsWith({ goal_steps: "" })).toEqual(["goal_steps goals-missing"]);
  expect(problemsWith({ goal_steps: "1000, 100" })).toEqual(["goal_steps goals-order"]);
  expect(problemsWith({ goal_steps: "1e9" })).toEqual(["goal_steps goals-digits"]);
  expect(problemsWith({ languages: [] })).toEqual(["languages languages-missing"]);
  expect(problemsWith({ languages: ["es"] })).toEqual(["first_language first-language-off"]);
  expect(problemsWith({ languages: ["xx"] })).toEqual(["languages languages-unknown"]);
  expect(problemsWith({ version: "1; drop" })).toEqual(["version unreadable"]);
});

test("a source is an https page that somebody says to have opened", () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const good = {
    version: "0",
    section: "reported",
    kind: "reported",
    text: "It grew.",
    attribution: "A newsroom",
  };
  const problemsWith = (change: object) => problemsOf(claimForm(now).safeParse({ ...good, ...change }));
  const opened = { opened: "on", source_title: "A report" };
  expect(problemsWith({})).toEqual([]);
  for (const source_url of [
    "javascript:alert(1)",
    "http://example.org/",
    "https://a:b@example.org/",
    "data:x",
    "//x",
  ])
    expect(problemsWith({ ...opened, source_url })).toEqual(["source_url url-shape"]);
  expect(problemsWith({ source_url: "https://example.org/report" })).toEqual(["opened not-opened"]);
  expect(problemsWith({ ...opened })).toEqual(["source_url url-missing"]);
  expect(problemsWith({ ...opened, source_url: "https://example.org/report" })).toEqual([]);
  const misleading = { source_url: "https://evil.test/", source_title: "https://microsoft.com/report" };
  expect(problemsWith({ ...opened, ...misleading })).toEqual(["source_title title-differs"]);
  expect(problemsWith({ ...second, source_title_2: "microsoft.com/report" })).toEqual([
    "source_title_2 title-differs",
  ]);
  expect(problemsWith({ text: "" })).toEqual(["text claim-missing"]);
  expect(problemsWith({ text: "<b>bold</b>" })).toEqual(["text tags"]);
  expect(problemsWith({ published_on: "2026-04-01", published_precision: "day" })).toEqual([
    "published_on published-future",
  ]);
  expect(problemsWith({ published_on: "2026-02-30" })).toEqual(["published_on day-shape"]);
  expect(problemsWith({ published_on: "2026-02-01" })).toEqual(["published_precision precision-missing"]);

  const parse = (source_url: string) => claimForm(now).parse({ ...good, ...opened, source_url });
  const before = {
    sourceUrl: "https://example.org/report",
    urlVerifiedAt: "2026-02-20T00:00:00.000Z",
    moreSources: [],
  };
  const verifiedAt = (url: string) => claimOfForm(parse(url), before, now).urlVerifiedAt;
  expect(verifiedAt("https://example.org/report")).toBe(before.urlVerifiedAt);
  expect(verifiedAt("https://example.org/other")).toBe(now.toISOString());

  const linked = { ...opened, source_url: "https://example.org/report" };
  const archive_url = "https://web.archive.org/web/2026/https://example.org/report";
  const kept = claimForm(now).parse({ ...good, ...linked, archive_url });
  expect(claimOfForm(kept, null, now).archiveUrl).toBe(archive_url);
  expect(problemsWith({ ...linked, archive_url: "http://web.archive.org/a" })).toEqual([
    "archive_url url-shape",
  ]);
  expect(problemsWith({ archive_url })).toEqual(["source_url url-missing"]);

  const reviewBy = (fields: object) =>
    claimOfForm(claimForm(now).parse({ ...good, ...fields }), null, now).reviewBy;
  const days = (iso: string | null) =>
    (Date.parse(iso ?? "") - Date.parse(now.toISOString().slice(0, 10))) / 86_400_000;
  expect(reviewBy({})).toBeNull();
  expect(days(reviewBy({ ongoing: "on" }))).toBe(90);
  expect(reviewBy({ ongoing: "on", review_by: "2026-12-24" })).toBe("2026-12-24");
  expect(problemsWith({ review_by: "soon" })).toEqual(["review_by day-shape"]);
});

const claimFields = {
  version: "0",
  section: "reported",
  kind: "reported",
  text: "It grew.",
  attribution: "A newsroom",
  publisher: "The First",
  published_on: "2026-02-17",
  published_precision: "day",
};
const second = {
  publisher_2: "The Second",
  published_on_2: "2026-02-18",
  published_precision_2: "day",
  source_title_2: "A report",
  source_url_2: "https://example.org/2",
  opened_2: "on",
};

test("a claim has several sources, which are added, put in order and taken away", async () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const read = (fields: object, before: ClaimWords | null = null) =>
    claimOfForm(claimForm(now).parse({ ...claimFields, ...fields }), before, now);
  const publishers = (words: ClaimWords) => [words, ...words.moreSources].map(({ publisher }) => publisher);
  const words = read({
    ...second,
    publisher_4: "The Third",
    published_on_4: "2026-02-19",
    published_precision_4: "day",
  });
  expect(publishers(words)).toEqual(["The First", "The Second", "The Third"]);
  expect(words.moreSources[0]?.urlVerifiedAt).toBe(now.toISOString());
  expect(publishers(read({ ...second, place_2: "1" }))).toEqual(["The Second", "The First"]);
  expect(publishers(read({ ...second, place_1: "2" }))).toEqual(["The Second", "The First"]);
  expect(publishers(read({ ...second, remove_2: "on" }))).toEqual(["The First"]);
  expect(publishers(read({ ...second, publisher: "", published_on: "", published_precision: "" }))).toEqual([
    "The Second",
  ]);
  const problemsWith = (fields: object) =>
    problemsOf(claimForm(now).safeParse({ ...claimFields, ...fields }));
  expect(problemsWith({ publisher_2: "Only a name" })).toEqual(["published_on_2 source-day-missing"]);
  expect(problemsWith({ ...second, opened_2: undefined })).toEqual(["opened_2 not-opened"]);
  expect(problemsWith({ ...second, source_url_2: "http://example.org" })).toEqual(["source_url_2 url-shape"]);
  expect(problemsWith({ ...second, published_on_2: "2027-01-01" })).toEqual([
    "published_on_2 published-future",
  ]);

  const { campaign, on } = await aScene();
  const { id, version } = await aPublicClaim(db, on);
  const saved = await saveClaim(db, { ...on, id, version, words });
  expect((await readCase(db, campaign.id)).claims[0]?.moreSources).toEqual([]);
  expect(saved).toMatchObject({ outcome: "saved" });
  await publish(on, { claims: [{ id, version: version + 1 }] });
  expect((await readCase(db, campaign.id)).claims[0]).toMatchObject({
    publisher: "The First",
    moreSources: [
      { publisher: "The Second", source: { title: "A report", url: "https://example.org/2" } },
      { publisher: "The Third", source: null },
    ],
  });
  // Refused by the database itself: a link that nobody checked, and one that is not https.
  for (const change of [{ urlVerifiedAt: null }, { sourceUrl: "javascript:alert(1)" }, { publisher: null }]) {
    const wrong = JSON.stringify([{ ...words.moreSources[0], ...change }]);
    const store = db.execute(sql`update claims set more_sources = ${wrong}::text::jsonb where id = ${id}`);
    await expect(store).rejects.toThrow();
  }
});

test("a claim's picture and timeline are drafted, published and restored with it", async () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const { campaign, on } = await aScene();
  const { id, version } = await aPublicClaim(db, on, { timeline: [] });
  const chart = {
    growth_unit: "tonne",
    growth_on_1: "2026-01",
    growth_value_1: "1400.5",
    growth_qualifier_1: "nearly",
    growth_on_2: "2025-07",
    growth_value_2: "400",
    growth_qualifier_2: "about",
    happened_on_1: "2026-01-15",
    happened_precision_1: "month",
    label_1: "It is nearly 1,400",
  };
  const words = claimOfForm(claimForm(now).parse({ ...claimFields, ...chart }), null, now);
  await saveClaim(db, { ...on, id, version, words });
  expect(await readCase(db, campaign.id)).toMatchObject({ claims: [{ picture: null }], timeline: [] });
  const seen = await readPreview(db, campaign.id, { ...preview, withUnpublished: false });
  expect(seen?.argument.timeline).toHaveLength(1);
  await publish(on, { claims: [{ id, version: version + 1 }] });
  expect(await readCase(db, campaign.id)).toMatchObject({
    claims: [
      {
        picture: {
          kind: "growth",
          look: "drawers",
          unit: "tonne",
          points: [{ on: "2025-07", value: 400 }, { value: 1400.5 }],
        },
      },
    ],
    timeline: [{ label: "It is nearly 1,400", claim: 1, happened: { on: "2026-01-15", precision: "month" } }],
  });
  await saveClaim(db, { ...on, id, version: version + 2, words: { ...words, picture: null, timeline: [] } });
  const { changes } = await listChanges(db, campaign.id, { thing: "claim", thingId: id });
  const changeId = changes[0]?.fields[0]?.id ?? 0;
  await restoreChange(db, { ...on, changeId });
  expect((await findEditedClaim(db, campaign.id, id))?.draft).toBeNull();

  const problemsWith = (fields: object) =>
    problemsOf(claimForm(now).safeParse({ ...claimFields, ...fields }));
  expect(problemsWith({ label_1: "Once" })).toEqual(["happened_on_1 line-day-missing"]);
});

test("an edited correction keeps its earlier words next to it and in the history", async () => {
  const { campaign, on, writing } = await aScene();
  const line = { kind: "figure", correctedOn: "2026-03-02", text: "It said less." } as const;
  await addCorrection(db, { ...on, correction: { ...line, claimId: null } });
  const [one] = await listCorrections(db, campaign.id);
  const id = one?.id ?? 0;
  const words = { ...line, text: "It said 40, and is 400." };
  const now = new Date("2026-03-05T12:00:00Z");
  const edit = (version: number, as = on) => editCorrection(db, { ...as, id, version, words }, now);
  expect(await edit(1, writing)).toEqual({ outcome: "gone" });
  expect(await edit(1)).toEqual({ outcome: "edited" });
  expect(await edit(1)).toMatchObject({ outcome: "stale", version: 2, theirs: { text: words.text } });
  const earlier = [{ text: "It said less.", until: "2026-03-05" }];
  expect((await readCase(db, campaign.id)).corrections).toEqual([{ ...words, earlier }]);
  expect(await edit(2)).toEqual({ outcome: "edited" });
  expect((await readCase(db, campaign.id)).corrections).toEqual([{ ...words, earlier }]);
  const { changes } = await listChanges(db, campaign.id, { thing: "correction" });
  expect(changes[0]).toMatchObject({ by: "Olga Owner", fields: [{ field: "text", before: line.text }] });
  const other = await aScene();
  expect(await edit(2, other.on)).toEqual({ outcome: "gone" });
});

test("a difference tells both texts whole", () => {
  const [before, after] = [
    "It grew from 400 to 1,400 terabytes.",
    "It grew from about 400 to nearly 1,400 TB.",
  ];
  const parts = diffWords(before, after);
  const without = (kind: string) =>
    parts
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join("");
  expect([without("added"), without("removed")]).toEqual([before, after]);
  expect(parts.filter(({ kind }) => kind === "added").map(({ text }) => text.trim())).toEqual([
    "about",
    "nearly",
    "TB.",
  ]);
  expect(diffWords("", "")).toEqual([]);
  expect(diffWords("Same.", "Same.")).toEqual([{ kind: "same", text: "Same." }]);
});

test("addresses and sender are set by who manages the campaign alone, with their history", async () => {
  const { campaign, on, writing } = await aScene();
  const site = '"Undersigned" <campaign@mail.sample.test>';
  const sender = {
    senderName: "Ana, for us",
    senderAddress: "ana@mail.sample.test",
    replyTo: "ana@sample.test",
  };
  const set = (change: object = {}) => setSender(db, { ...on, version: 1, sender, site, ...change });
  expect(await set(writing)).toEqual({ outcome: "gone" });
  expect(await set({ version: 2 })).toEqual({ outcome: "stale" });
  const elsewhere = { ...sender, senderAddress: "ana@evil.example" };
  expect(await set({ sender: elsewhere })).toEqual({ outcome: "other-domain" });
  expect(await set()).toEqual({ outcome: "set", openBatches: 0 });
  const values = { operator: "Sample e.V." };
  const organization = { campaignSlug: campaign.slug, values, actor: on.actor };
  expect(await setOrganization(db, { ...organization, actor: writing.actor })).toEnd("unknown-campaign");
  expect(await setOrganization(db, { ...organization, version: 1 })).toEqual({ outcome: "stale" });
  expect(await setOrganization(db, { ...organization, version: 2 })).toMatchObject({ outcome: "set" });
  const { changes } = await listChanges(db, campaign.id);
  expect(changes.flatMap(({ fields }) => fields.map(({ field }) => field)).sort()).toEqual([
    "operator",
    "replyTo",
    "senderAddress",
    "senderName",
  ]);

  await sign(db, aSignatureInput(campaign));
  const [row] = await db.execute<{ id: number }>(
    sql`select id::int from outbox where campaign_id = ${campaign.id}`,
  );
  const mailing = { keys: testKeys, appUrl: "https://sample.test", from: site, localMode: false };
  const mail = await findEmail(db, mailing as Parameters<typeof findEmail>[1], row?.id ?? 0);
  expect([mail?.from, mail?.replyTo]).toEqual(['"Ana, for us" <ana@mail.sample.test>', "ana@sample.test"]);
});

test("a sender at another domain is unused, and no name breaks a header", () => {
  const site = "Undersigned <campaign@mail.example.org>";
  const from = (senderName: string | null, senderAddress: string | null) =>
    senderOf(site, { senderName, senderAddress });
  expect(from(null, null)).toBe(site);
  expect(from("Ana", null)).toBe('"Ana" <campaign@mail.example.org>');
  expect(from("Ana", "ana@other.example")).toBe('"Ana" <campaign@mail.example.org>');
  expect(from(null, "ana@MAIL.example.org")).toBe('"Undersigned" <ana@MAIL.example.org>');
  expect(from('A" <x@evil.example>\r\nBcc: y@evil.example', null)).toBe(
    '"A x@evil.exampleBcc: y@evil.example" <campaign@mail.example.org>',
  );
  const problemsIn = (change: object) =>
    problemsOf(SenderForm.safeParse({ version: "1", sender_name: "Ana", ...change }));
  expect(problemsIn({})).toEqual([]);
  expect(problemsIn({ sender_name: 'Ana" <x' })).toEqual(["sender_name sender-name-shape"]);
  expect(problemsIn({ reply_to: "javascript:alert(1)" })).toEqual(["reply_to not-an-address"]);
  expect(problemsIn({ sender_address: "a@b.org, c@d.org" })).toEqual(["sender_address not-an-address"]);
});
