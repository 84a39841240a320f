import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { decideWords, undoWords } from "#app/domain/moderation/decide-words.server.ts";
import { countWords, listWords, type WordFilter } from "#app/domain/moderation/list-words.server.ts";
import { listVoices, publishedReasons } from "#app/domain/moderation/published-reasons.server.ts";
import type { NameDecision } from "#app/domain/names/name-review.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { signaturesQuery } from "#app/domain/outgoing/exports/lists/signatures-query.server.ts";
import { usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { readSignatures } from "#app/domain/outgoing/packs/making/pack-files.server.ts";
import { auditEntries, consents, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();

async function aScene() {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, role: "reviewer" });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  /** Signs under today's text, agreeing to be shown or delivered. */
  const sign = (
    comment: string | null,
    {
      display = "public",
      deliver = false,
      textVersion = "2026-12",
      ...values
    }: { display?: SignatureDisplay; deliver?: boolean; textVersion?: string; name?: string } = {},
  ) => {
    const agreed = [
      "sign" as const,
      ...(display === "anonymous" ? [] : (["public_name"] as const)),
      ...(deliver ? (["deliver_to_company"] as const) : []),
    ];
    return aStoredSignature(db, campaign, { comment, display, consents: agreed, textVersion, ...values });
  };
  const list = async (filter: Partial<WordFilter> = {}) =>
    (await listWords(db, scope, { state: "queued", kind: null, reason: null, after: null, ...filter })).words;
  const decide = async (comment: string, decision: NameDecision, who = scope) => {
    const all = await Promise.all(
      (["queued", "kept", "hidden"] as const).map((state) => list({ state, kind: "comment" })),
    );
    const reviews = all
      .flat()
      .filter((one) => one.comment === comment)
      .map(({ publicId }) => publicId);
    return decideWords(db, { ...who, decision, reviews, alike: false });
  };
  const published = async () =>
    (await publishedReasons(db, { campaignId: campaign.id, locale: "en", atMost: 10, longest: 160 })).map(
      ({ by, comment }) => [by, comment],
    );
  return { campaign, scope, sign, list, decide, published };
}

const commentsOf = (words: readonly { comment: string | null }[]) => words.map(({ comment }) => comment);

test("a comment is public once its signer consented and an organizer approved it", async () => {
  const { campaign, sign, decide, published, list } = await aScene();
  const one = await sign("My aunt was taken.", { display: "initials", name: "Ana Sample" });
  await sign("I work in the cloud.", { name: "Bo Sample" });
  expect(await published()).toEqual([]);
  await screenNewNames(db);
  expect(commentsOf(await list())).toEqual(["My aunt was taken.", "I work in the cloud."]);
  expect(await published()).toEqual([]);
  await decide("My aunt was taken.", "keep");
  await decide("I work in the cloud.", "keep");
  expect(await published()).toEqual([
    ["Bo Sample", "I work in the cloud."],
    ["A. S.", "My aunt was taken."],
  ]);
  await decide("I work in the cloud.", "hide");
  const change = (comment: string) =>
    db.update(signatures).set({ comment }).where(eq(signatures.id, one.signature.id));
  await change("Another comment.");
  expect(await published()).toEqual([]);
  await screenNewNames(db);
  expect(commentsOf(await list())).toEqual(["Another comment."]);
  expect(await published()).toEqual([]);
  await decide("Another comment.", "keep");
  expect(await published()).toEqual([["A. S.", "Another comment."]]);
  await withdrawSignature(db, { supporterId: one.supporter.id, publicId: one.signature.publicId });
  expect(await published()).toEqual([]);
  const other = await aCampaign(db);
  expect(await publishedReasons(db, { campaignId: other.id, locale: "en", atMost: 10 })).toEqual([]);
  expect(campaign.id).toBeGreaterThan(0);
});

test("the case shows short comments in its language, the page of voices all of them in full", async () => {
  const { campaign, sign, decide, published } = await aScene();
  const spanish = await sign("Mi tía fue detenida.", { name: "Eva Sample" });
  await db.update(supporters).set({ locale: "es" }).where(eq(supporters.id, spanish.supporter.id));
  await sign("My aunt was taken.");
  const long = "Word ".repeat(200).trim();
  await sign(long);
  await screenNewNames(db);
  for (const comment of ["Mi tía fue detenida.", "My aunt was taken.", long]) await decide(comment, "keep");
  expect(await published()).toEqual([["Ana Sample", "My aunt was taken."]]);
  expect(await publishedReasons(db, { campaignId: campaign.id, locale: "es", atMost: 10 })).toMatchObject([
    { by: "Eva Sample", comment: "Mi tía fue detenida." },
  ]);
  const voices = (await listVoices(db, campaign.id))?.voices.map(({ comment }) => comment);
  expect(voices?.toSorted()).toEqual(["Mi tía fue detenida.", "My aunt was taken.", long]);
});

test("a comment shows only with consent to its text and a reviewed name", async () => {
  const { sign, decide, published, list } = await aScene();
  await sign("Counted only.", { display: "anonymous" });
  await sign("Handed over only.", { display: "anonymous", deliver: true });
  await sign("Of the older text.", { textVersion: "2026-11" });
  await sign("Of no name.", { name: "Batman" });
  const took = await sign("Taken back.");
  await screenNewNames(db);
  const comments = ["Handed over only.", "Of the older text.", "Of no name.", "Taken back."];
  expect(commentsOf(await list({ kind: "comment" }))).toEqual(comments);
  for (const comment of comments) await decide(comment, "keep");
  expect(await published()).toEqual([["Ana Sample", "Taken back."]]);
  await db.update(consents).set({ revokedAt: new Date() }).where(eq(consents.supporterId, took.supporter.id));
  expect(await published()).toEqual([]);
  const [name] = await list({ kind: "name" });
  expect(name).toMatchObject({ name: "Batman", comment: null, reasons: ["character"] });
});

test("names and comments share one queue, and one decision and undo cover both", async () => {
  const { scope, sign, list } = await aScene();
  await sign("See https://example.org/spam and write to me@example.org");
  await sign("I will kill you all, you deserve it.", { name: "Darth Vader" });
  await sign("Nothing is wrong here.");
  await screenNewNames(db);
  expect((await list()).map(({ kind }) => kind).sort()).toEqual(["comment", "comment", "comment", "name"]);
  const reasonsOf = async (filter: Partial<WordFilter>) => (await list(filter)).map(({ reasons }) => reasons);
  expect(await reasonsOf({ kind: "comment", reason: "held" })).toEqual([["links", "contact"], ["threat"]]);
  expect(await reasonsOf({ reason: "threat" })).toEqual([["threat"]]);
  expect(await reasonsOf({ kind: "name" })).toEqual([["character"]]);
  expect((await countWords(db, scope, "comment")).states).toMatchObject({ queued: 3, hidden: 0 });

  const reviews = (await list({ reason: "held" })).map(({ publicId }) => publicId);
  const { decided, at } = await decideWords(db, { ...scope, decision: "hide", reviews, alike: false });
  expect(decided).toBe(3);
  expect(commentsOf(await list())).toEqual(["Nothing is wrong here."]);
  expect((await list({ state: "hidden" })).map(({ kind }) => kind).sort()).toEqual([
    "comment",
    "comment",
    "name",
  ]);
  expect(await undoWords(db, { ...scope, at }, new Date(at.getTime() + 11 * 60_000))).toBe(0);
  expect(await undoWords(db, { ...scope, at })).toBe(3);
  expect(await list()).toHaveLength(4);
  const ask = await decideWords(db, { ...scope, decision: "ask", reviews, alike: false });
  expect(ask).toMatchObject({ decided: 1 });
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, scope.campaignId));
  expect(entries.map(({ action }) => action).sort()).toEqual([
    "comments-decided",
    "comments-undecided",
    "names-decided",
    "names-decided",
    "names-undecided",
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/spam|kill|Darth/);
});

test("decisions about comments are the campaign's own and need the right", async () => {
  const { campaign, scope, sign, decide, published } = await aScene();
  await sign("To be approved.");
  await screenNewNames(db);
  const stranger = await anOrganizer(db, { campaign: await aCampaign(db) });
  const exporter = await anOrganizer(db, { campaign, role: "exporter" });
  const elsewhere = await aScene();
  for (const who of [
    { ...scope, organizerId: stranger.id },
    { ...scope, organizerId: exporter.id },
    elsewhere.scope,
  ])
    expect(await decide("To be approved.", "keep", who)).toMatchObject({ decided: 0 });
  expect(await published()).toEqual([]);
});

test("a page holds fifty of both kinds, and the next continues where it ended", async () => {
  const { scope, sign } = await aScene();
  for (let n = 0; n < 52; n++) await sign(`Comment ${n}.`, n % 4 === 0 ? { name: `Batman ${n}` } : {});
  await screenNewNames(db);
  const page = (after: string | null) =>
    listWords(db, scope, { state: "queued", kind: null, reason: null, after });
  const first = await page(null);
  const second = await page(first.next);
  expect([first.words.length, second.words.length, second.next]).toEqual([50, 15, null]);
  expect(new Set([...first.words, ...second.words].map(({ publicId }) => publicId)).size).toBe(65);
});

/** Comments to the company, of which one looks wrong and one was hidden. */
async function threeComments() {
  const scene = await aScene();
  const company = { display: "anonymous", deliver: true } as const;
  for (const comment of ["Nothing is wrong.", "Visit example.com today", "Hidden by somebody."])
    await scene.sign(comment, company);
  await screenNewNames(db);
  await scene.decide("Hidden by somebody.", "hide");
  return scene;
}

test("a pack leaves out a comment that was hidden or looks wrong, and keeps the name", async () => {
  const { campaign, decide } = await threeComments();
  const handed = async () => {
    const comments: (string | null)[] = [];
    await db.transaction(async (tx) => {
      for await (const { comment } of readSignatures(tx, {
        campaignId: campaign.id,
        companyId: campaign.targetId,
      }))
        comments.push(comment);
    });
    return comments;
  };
  expect(await handed()).toEqual(["Nothing is wrong.", null, null]);
  await decide("Visit example.com today", "keep");
  expect(await handed()).toEqual(["Nothing is wrong.", "Visit example.com today", null]);
});

test("the company's list has no suspicious or hidden comment, and no hidden name", async () => {
  const { campaign, decide } = await threeComments();
  const handed = async () => {
    const query = signaturesQuery(campaign.id, "delivery", usualFilter("delivery"));
    const rows = await db.$client.unsafe<{ comment: string | null }[]>(query);
    return rows.map(({ comment }) => comment);
  };
  expect(await handed()).toEqual(["Nothing is wrong.", null, null]);
  await decide("Visit example.com today", "keep");
  expect(await handed()).toEqual(["Nothing is wrong.", "Visit example.com today", null]);
  await db.execute(sql`insert into name_reviews (signature_id, campaign_id, reasons, state, name_sha256,
      decided_at)
    select s.id, s.campaign_id, '{not-a-name}', 'hidden', sha256('x'), now() from signatures s
    where s.comment = 'Nothing is wrong.' and s.campaign_id = ${campaign.id}`);
  expect(await handed()).toEqual(["Visit example.com today", null]);
});

test("all comments have pages of their own, in every language, newest approved first", async () => {
  const { campaign, sign, decide } = await aScene();
  const spanish = await sign("Mi tía fue detenida.", { name: "Eva Sample" });
  await db.update(supporters).set({ locale: "es" }).where(eq(supporters.id, spanish.supporter.id));
  const comments = Array.from({ length: 61 }, (_, n) => `Reason ${n + 1}.`);
  for (const comment of comments) await sign(comment);
  await screenNewNames(db);
  await decide("Mi tía fue detenida.", "keep");
  await db.execute(sql`
    update comment_reviews set state = 'kept', decided_at = now()
    where campaign_id = ${campaign.id} and state = 'queued'`);

  const first = await listVoices(db, campaign.id);
  const second = await listVoices(db, campaign.id, first?.older ?? "");
  expect([first?.voices.length, second?.voices.length, second?.older]).toEqual([60, 2, null]);
  expect(second?.voices.at(-1)).toMatchObject({ by: "Eva Sample", language: "es" });
  expect(
    new Set([...(first?.voices ?? []), ...(second?.voices ?? [])].map(({ comment }) => comment)).size,
  ).toBe(62);
  expect(await listVoices(db, campaign.id, "nothing")).toBeNull();
  const another = await aCampaign(db);
  expect(await listVoices(db, another.id, first?.older ?? "")).toBeNull();
});
