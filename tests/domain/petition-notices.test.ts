import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { approveNotice } from "#app/domain/campaign/notices/approve-notice.server.ts";
import { askNoticeAgain } from "#app/domain/campaign/notices/ask-notice-again.server.ts";
import { findNotified } from "#app/domain/campaign/notices/find-notified.server.ts";
import {
  cancelNotice,
  findNoticeMail,
  resumeNotice,
  stopNotices,
} from "#app/domain/campaign/notices/pause-or-end-notice.server.ts";
import { listNotices } from "#app/domain/campaign/notices/queries.server.ts";
import { queueNotices } from "#app/domain/campaign/notices/queue-notices.server.ts";
import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";
import { askNotice } from "#app/domain/campaign/petition/ask-notice.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { answerNotice } from "#app/domain/entries/signatures/answer-notice.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { claimEmails } from "#app/domain/outbox/sending/claim-emails.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { exportOwnData } from "#app/domain/upkeep/own-data/export-own-data.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import { openToken } from "#app/lib/token.server.ts";
import {
  campaigns,
  campaignTranslations,
  outbox,
  signatures,
  supporters,
  suppressions,
} from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, changeRows, organization, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aFileMailing, aResendMailing, silent } from "#tests/support/mail.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { loseLease } from "#tests/support/outbox.ts";
import { aChangeOfMeaning } from "#tests/support/petitions.ts";
import { sign, signatureOf } from "#tests/support/sign.ts";

const db = await aDatabase();
const site = { from: "Undersigned <news@undersigned.org>", localMode: false, rehearsal: false };
type Campaign = Awaited<ReturnType<typeof aCampaign>>;

const send = (mailing: Parameters<typeof sendDueEmails>[1]) => sendDueEmails(db, mailing, { log: silent });

async function aSigner(campaign: Campaign, petitionVersion = 1, values: { locale?: string } = {}) {
  const input = aSignatureInput({ id: campaign.id, petitionVersion }, values);
  await sign(db, input);
  const row = await signatureOf(db, input.email.address);
  return row;
}

async function aConfirmedSigner(campaign: Campaign, petitionVersion = 1, values: { locale?: string } = {}) {
  const row = await aSigner(campaign, petitionVersion, values);
  await confirmSignature(db, testKeys, row.signature.publicId);
  return row;
}

/** A petition whose meaning changed after `signers` had signed; `tell`: to notify them. */
async function aChange({
  signers = 2,
  locales = Array.from({ length: signers }, () => "en"),
  tell = "It asks for more." as string | null,
  alone = false,
  details = organization,
} = {}) {
  const campaign = await aCampaign(db, details);
  const owner = await anOrganizer(db, { campaign, role: "owner" });
  const on = { campaignId: campaign.id, actor: `organizer:${owner.id}` as const };
  const other = alone ? null : await anOrganizer(db, { campaign, role: "owner" });
  const approving = { ...on, actor: `organizer:${(other ?? owner).id}` as const };
  const people = await Promise.all(locales.map((locale) => aConfirmedSigner(campaign, 1, { locale })));
  await aChangeOfMeaning(db, on, { tell, approver: approving.actor });
  // Ends what earlier tests left.
  await queueNotices(db);
  await db.update(outbox).set({ state: "skipped" }).where(eq(outbox.state, "queued"));
  const [notice] = await listNotices(db, campaign.id);
  return { campaign, on, approving, people, publicId: notice?.publicId ?? "" };
}
type Change = Awaited<ReturnType<typeof aChange>>;

const approve = ({ approving, publicId }: Change) => approveNotice(db, site, { ...approving, publicId });
const notified = async ({ campaign }: Change) =>
  await db
    .select({
      id: outbox.id,
      publicId: outbox.publicId,
      state: outbox.state,
      supporterId: outbox.supporterId,
    })
    .from(outbox)
    .where(
      sql`${outbox.campaignId} = ${campaign.id} and ${outbox.noticeId} is not null
        and ${outbox.supporterId} is not null`,
    )
    .orderBy(outbox.id);
const statesOf = async (change: Change) => (await notified(change)).map(({ state }) => state);
async function aNotifiedSigner() {
  const change = await aChange({ signers: 1 });
  await approve(change);
  await queueNotices(db);
  const [mail] = await notified(change);
  return { ...change, email: mail?.publicId ?? "", person: change.people[0] as Change["people"][0] };
}

test("a campaign with example details tells nobody of a new petition", async () => {
  const change = await aChange({ details: { ...organization, operator: "Example Campaign Association" } });
  expect(await approve(change)).toEqual({ outcome: "not-ready", missing: ["operator"] });
  expect(await listNotices(db, change.campaign.id)).toMatchObject([{ state: "waiting" }]);
});

test("a notice approved with example details goes in public once they are set", async () => {
  const example = { ...organization, operator: "Example Campaign Association" };
  const change = await aChange({ details: example });
  const { mailing, readAll } = await aFileMailing();
  const own = { ...mailing, localMode: true, rehearsal: true };
  const approved = await approveNotice(db, own, { ...change.approving, publicId: change.publicId });
  expect(approved).toEqual({ outcome: "approved", alone: false });
  await queueNotices(db);
  await send(mailing);
  const toSigners = async () => (await readAll()).filter(({ subject }) => !/have paused/.test(subject ?? ""));
  expect(await toSigners()).toEqual([]);
  expect(await statesOf(change)).toEqual(["queued", "queued"]);
  expect(await noticeOf(change)).toMatchObject({ state: "held", isAsked: false, differs: [] });
  const on = { ...change.on, publicId: change.publicId };
  expect(await resumeNotice(db, site, on)).toEqual({ outcome: "not-ready", missing: ["operator"] });

  await db.update(campaigns).set(organization).where(eq(campaigns.id, change.campaign.id));
  expect(await resumeNotice(db, site, on)).toEqual({ outcome: "differs" });
  await askNoticeAgain(db, on);
  expect(await approve(change)).toMatchObject({ outcome: "approved" });
  await db.update(outbox).set({ dueAt: new Date() }).where(eq(outbox.state, "queued"));
  await send(mailing);
  expect(await toSigners()).toHaveLength(2);
});

test("nobody gets the news of a new petition before somebody else has approved it", async () => {
  const change = await aChange();
  expect(await listNotices(db, change.campaign.id)).toMatchObject([{ version: 2, state: "waiting" }]);
  expect(await queueNotices(db)).toBe(0);
  const { on, publicId } = change;
  expect(await approveNotice(db, site, { ...on, publicId })).toEqual({ outcome: "own" });
  const stranger = await anOrganizer(db, { campaign: await aCampaign(db) });
  expect(await approveNotice(db, site, { ...on, actor: `organizer:${stranger.id}`, publicId })).toEnd("gone");
  expect(await approve(change)).toEqual({ outcome: "approved", alone: false });
  expect(await approve(change)).toEqual({ outcome: "not-waiting" });
  expect(await queueNotices(db)).toBe(2);
  expect(await queueNotices(db)).toBe(0);
  expect((await notified(change)).map(({ supporterId }) => supporterId)).toEqual(
    change.people.map(({ supporter }) => supporter.id).sort((a, b) => a - b),
  );
  expect(await askNotice(db, { ...on, version: 2, change: "Again." })).toEqual({ outcome: "told" });
});

test("the only one who can approve does so alone, and it is recorded", async () => {
  const change = await aChange({ signers: 1, alone: true });
  expect(await approve(change)).toEqual({ outcome: "approved", alone: true });
  expect(await listNotices(db, change.campaign.id)).toMatchObject([{ approvedAlone: true }]);
});

test("earlier signers can be notified later, and a cancelled notice asked again", async () => {
  const change = await aChange({ tell: null });
  const { on, campaign } = change;
  expect(await listNotices(db, campaign.id)).toEqual([]);
  expect(await askNotice(db, { ...on, version: 1, change: "x" })).toEqual({ outcome: "not-apart" });
  expect(await askNotice(db, { ...on, version: 2, change: "It asks more." })).toEqual({ outcome: "asked" });
  const [first] = await listNotices(db, campaign.id);
  expect(await cancelNotice(db, { ...on, publicId: first?.publicId ?? "" })).toEnd("cancelled");
  expect(await askNotice(db, { ...on, version: 2, change: "It asks much more." })).toEnd("asked");
  expect(await askNotice(db, { ...on, version: 2, change: "Twice." })).toEqual({ outcome: "told" });
});

test("the email names the change and links to a personal page, in its language", async () => {
  const change = await aChange({ locales: ["en", "es"] });
  const { campaign } = change;
  await approve(change);
  await queueNotices(db);
  const { mailing, readAll } = await aFileMailing();
  await send(mailing);
  const mails = (await readAll()).filter(({ text }) => text?.includes("/signed/"));
  expect(mails).toHaveLength(2);
  const [spanish, english] = mails.toSorted((a, b) => (a.subject ?? "").localeCompare(b.subject ?? ""));
  expect(english?.text).toContain("It asks for more.");
  expect(spanish?.subject).toContain("El texto que firmó cambió");
  expect(spanish?.text).toContain("https://sign.test/es/signed/");
  const token = /\/signed\/([\w-]+)/.exec(english?.text ?? "")?.[1] ?? "";
  const opened = openToken(testKeys, "notice", token, new Date());
  expect(opened).toMatchObject({ outcome: "valid" });
  expect(await findNotified(db, opened.outcome === "valid" ? opened.subject : "")).toMatchObject({
    stands: true,
    answer: null,
    change: "It asks for more.",
    signed: { version: 1 },
    inForce: { version: 2, body: "Much more." },
  });
  expect(await statesOf(change)).toEqual(["accepted", "accepted"]);
  expect(await listNotices(db, campaign.id)).toMatchObject([{ state: "sent", mails: { accepted: 2 } }]);
});

test("a signature stays with its text until its signer moves, keeps or withdraws it", async () => {
  const { campaign, email, person } = await aNotifiedSigner();
  const versionOf = async () =>
    (await db.select().from(signatures).where(eq(signatures.id, person.signature.id)))[0]?.petitionVersion;
  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 0, earlier: 1 });
  expect(await answerNotice(db, { email, choice: "keep" })).toEqual({ outcome: "kept" });
  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 0, earlier: 1 });
  expect(await answerNotice(db, { email, choice: "move" })).toEqual({ outcome: "moved" });
  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 1, earlier: 0 });
  expect(await versionOf()).toBe(2);
  expect(await findNotified(db, email)).toMatchObject({ answer: "moved", signed: { version: 1 } });
  expect(await answerNotice(db, { email, choice: "keep" })).toEqual({ outcome: "kept" });
  expect(await versionOf()).toBe(1);
  expect(await answerNotice(db, { email, choice: "withdraw" })).toEqual({ outcome: "withdrawn" });
  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 0, earlier: 0 });
  expect(await answerNotice(db, { email, choice: "move" })).toEqual({ outcome: "gone" });
});

test("after another change or the closing there is nothing to decide", async () => {
  const { campaign, on, approving, email } = await aNotifiedSigner();
  await savePetition(db, {
    ...on,
    version: 0,
    words: { summary: "We ask more.", body: "Much  more, spelled well." },
  });
  await publishPetition(db, { ...on, version: 1, meaning: { is: "same", note: "A space." } });
  await approvePetition(db, { ...on, actor: approving.actor, publicId: null });
  expect(await findNotified(db, email)).toMatchObject({ stands: true, inForce: { version: 3 } });
  const words = { summary: "We ask less.", body: "Less." };
  await aChangeOfMeaning(db, on, { words, approver: approving.actor });
  expect(await findNotified(db, email)).toMatchObject({ stands: false });
  expect(await answerNotice(db, { email, choice: "move" })).toEqual({ outcome: "gone" });

  const closed = await aNotifiedSigner();
  await changeRows(db, campaigns, closed.campaign.id, { status: "closed", closedAt: new Date() });
  expect(await answerNotice(db, { email: closed.email, choice: "move" })).toEqual({ outcome: "gone" });
  expect((await readCounts(db, campaign.id)).earlier).toBe(1);
});

test("who withdrew, was erased, is suppressed or has answered in between is not mailed", async () => {
  const change = await aChange({ signers: 5 });
  const [withdrawn, erased, never, complained, stays] = change.people;
  await approve(change);
  await queueNotices(db);
  await withdrawSignature(db, {
    supporterId: withdrawn?.supporter.id ?? 0,
    publicId: withdrawn?.signature.publicId ?? "",
  });
  await db.delete(supporters).where(eq(supporters.id, erased?.supporter.id ?? 0));
  for (const [person, reason] of [
    [never, "never"],
    [complained, "complaint"],
  ] as const) {
    const { keyId, digest } = hmac(testKeys, "address", person?.supporter.emailCanonical ?? "");
    await db.insert(suppressions).values({ addressHmac: digest, keyId, reason });
  }
  const { mailing, readAll } = await aFileMailing();
  await send(mailing);
  expect((await readAll()).map(({ to }) => [to].flat()[0]?.text)).toEqual([stays?.supporter.email]);
  const states = Object.fromEntries((await notified(change)).map((mail) => [mail.supporterId, mail.state]));
  expect(states).toEqual({
    [withdrawn?.supporter.id ?? 0]: "skipped",
    [never?.supporter.id ?? 0]: "suppressed",
    [complained?.supporter.id ?? 0]: "suppressed",
    [stays?.supporter.id ?? 0]: "accepted",
  });
});

test("a worker that dies while queueing or sending skips nobody and repeats nothing", async () => {
  const change = await aChange({ signers: 3 });
  await approve(change);
  await db.$client.unsafe(
    "create function crash() returns trigger language plpgsql as $$ begin raise exception 'lost'; end $$",
  );
  await db.$client.unsafe(
    "create trigger crash before update on petition_notices for each row when (new.queued_through > 0) " +
      "execute function crash()",
  );
  await expect(queueNotices(db)).rejects.toThrow();
  await db.$client.unsafe("drop trigger crash on petition_notices");
  expect(await notified(change)).toEqual([]);
  expect(await queueNotices(db)).toBe(3);
  // As after restoring an older archive: the position is lost, the emails exist.
  await db.execute(
    sql`update petition_notices set queued_through = 0, queued_at = null
      where public_id = ${change.publicId}`,
  );
  expect(await queueNotices(db)).toBe(0);

  const { mailing, provider } = await aResendMailing();
  const claimed = await claimEmails(db, mailing);
  expect(claimed).toHaveLength(3);
  for (const { id } of claimed) await loseLease(db, id);
  await send(mailing);
  expect(provider.delivered).toHaveLength(3);
  expect(await statesOf(change)).toEqual(["accepted", "accepted", "accepted"]);
});

test("who signed the earlier text and confirms it only afterwards is told then", async () => {
  const change = await aChange({ signers: 1 });
  const late = await aSigner(change.campaign);
  await db.execute(
    sql`update signatures set signed_at = now() - interval '1 hour' where id = ${late.signature.id}`,
  );
  await approve(change);
  expect(await queueNotices(db)).toBe(1);
  expect(await queueNotices(db)).toBe(0);
  await confirmSignature(db, testKeys, late.signature.publicId);
  expect(await queueNotices(db)).toBe(1);
  expect(await queueNotices(db)).toBe(0);
});

test("a notice pauses while its campaign is frozen, and stops when it is called off", async () => {
  const change = await aChange({ signers: 1 });
  await approve(change);
  const freeze = (frozenAt: Date | null) =>
    changeRows(db, campaigns, change.campaign.id, { frozenAt, frozenBy: frozenAt && "operator" });
  await freeze(new Date());
  expect(await queueNotices(db)).toBe(0);
  await freeze(null);
  expect(await queueNotices(db)).toBe(1);
  await freeze(new Date());
  const { mailing, readAll } = await aFileMailing();
  await send(mailing);
  expect(await statesOf(change)).toEqual(["queued"]);
  await freeze(null);
  expect(await cancelNotice(db, { ...change.on, publicId: change.publicId })).toEnd("cancelled");
  await send(mailing);
  expect(await statesOf(change)).toEqual(["skipped"]);
  expect(await readAll()).toEqual([]);
});

/** Changes its email's Spanish text. */
const translate = ({ campaign }: Change, original: string, translation: string) =>
  db
    .insert(campaignTranslations)
    .values({
      campaignId: campaign.id,
      locale: "es",
      original,
      translation,
      originalSha256: createHash("sha256").update(original).digest(),
    })
    .onConflictDoUpdate({
      target: [
        campaignTranslations.campaignId,
        campaignTranslations.locale,
        campaignTranslations.originalSha256,
      ],
      set: { translation },
    });
const noticeOf = async ({ campaign }: Change) => (await listNotices(db, campaign.id))[0];

test("an approval covers all of the email: a change stops it for everybody", async () => {
  const changes: [string, (change: Change) => Promise<unknown>][] = [
    ["change", (change) => translate(change, "It asks for more.", "Pide otra cosa.")],
    ["title", (change) => translate(change, change.campaign.title, "Otra cosa")],
    ["operator", ({ campaign }) => campaignIs(campaign, { operator: "Somebody Else" })],
    ["reply-to", ({ campaign }) => campaignIs(campaign, { replyTo: "thief@elsewhere.example" })],
    ["sender-name", ({ campaign }) => campaignIs(campaign, { senderName: "Somebody Else" })],
  ];
  const campaignIs = ({ id }: { id: number }, values: Partial<typeof campaigns.$inferInsert>) =>
    db.update(campaigns).set(values).where(eq(campaigns.id, id));
  for (const [what, meddle] of changes) {
    const change = await aChange({ locales: ["es", "en"] });
    expect(await approve(change), what).toMatchObject({ outcome: "approved" });
    await meddle(change);
    await queueNotices(db);
    expect(await notified(change), what).toEqual([]);
    expect(await noticeOf(change), what).toMatchObject({ state: "held", isAsked: false, differs: [what] });
    expect(await resumeNotice(db, site, { ...change.on, publicId: change.publicId }), what).toEnd("differs");
  }
});

test("a change during sending stops the rest until it is approved again", async () => {
  const { mailing, readAll } = await aFileMailing();
  const change = await aChange({ locales: ["es", "es"] });
  await approve(change);
  await queueNotices(db);
  await translate(change, "It asks for more.", "Pide otra cosa.");
  await send(mailing);
  await send(mailing);
  const news = await readAll();
  expect(news.map(({ subject }) => subject)).toEqual(Array(2).fill("Notices to earlier signers have paused"));
  expect(news[0]?.text).toContain("/edit/petition#told");
  expect((await notified(change)).map(({ state }) => state)).toEqual(["queued", "queued"]);
  const on = { ...change.on, publicId: change.publicId };
  expect(await approve(change)).toEqual({ outcome: "not-waiting" });
  const frame = (await noticeOf(change))?.frame ?? "";
  expect(await askNoticeAgain(db, on)).toEqual({ outcome: "asked" });
  expect(await approveNotice(db, site, on)).toEqual({ outcome: "own" });
  await translate(change, "It asks for more.", "Pide mucho más.");
  expect(await approveNotice(db, site, { ...change.approving, publicId: change.publicId, frame })).toEqual({
    outcome: "changed",
  });
  // Somebody who changes it after the request cannot approve it: nobody else has checked it.
  expect(await approve(change)).toEqual({ outcome: "differs" });
  await askNoticeAgain(db, on);
  expect(await approve(change)).toMatchObject({ outcome: "approved", alone: false });
  await db.update(outbox).set({ dueAt: new Date() }).where(eq(outbox.state, "queued"));
  await send(mailing);
  const mails = (await readAll()).filter(({ subject }) => subject !== news[0]?.subject);
  expect(mails).toHaveLength(2);
  expect(mails.every(({ text }) => text?.includes("Pide mucho más."))).toBe(true);
});

test("approvers are emailed once for each held notice, not for a resumed one", async () => {
  const { mailing, readAll } = await aFileMailing();
  const change = await aChange();
  await anOrganizer(db, { campaign: change.campaign, role: "viewer" });
  const titled = (title: string) =>
    db.update(campaigns).set({ title }).where(eq(campaigns.id, change.campaign.id));
  const news = () =>
    db
      .select({ organizer: outbox.organizerId, state: outbox.state })
      .from(outbox)
      .where(and(eq(outbox.campaignId, change.campaign.id), eq(outbox.template, "notice-held")));
  await approve(change);
  await titled("Another title");
  await Promise.all([queueNotices(db), queueNotices(db), queueNotices(db)]);
  await queueNotices(db);
  const theirs = [change.on, change.approving].map(({ actor }) => actor.replace("organizer:", ""));
  expect((await news()).map(({ organizer }) => organizer).sort()).toEqual(theirs.sort());

  await titled(change.campaign.title);
  expect(await resumeNotice(db, site, { ...change.on, publicId: change.publicId })).toEnd("resumed");
  await send(mailing);
  expect((await news()).map(({ state }) => state)).toEqual(["skipped", "skipped"]);
  expect(await readAll()).toEqual([]);
  await titled("Another title again");
  await queueNotices(db);
  expect(await news()).toHaveLength(4);
});

test("late confirmers get a held notice once it is approved again", async () => {
  const change = await aChange({ locales: ["es"] });
  const late = await aSigner(change.campaign);
  await db.execute(
    sql`update signatures set signed_at = now() - interval '1 hour' where id = ${late.signature.id}`,
  );
  await aConfirmedSigner(change.campaign);
  await approve(change);
  await queueNotices(db);
  expect(await notified(change)).toHaveLength(2);
  await translate(change, "It asks for more.", "Pide otra cosa.");
  const { mailing } = await aFileMailing();
  await send(mailing);
  expect(await noticeOf(change)).toMatchObject({ state: "held" });
  await confirmSignature(db, testKeys, late.signature.publicId);
  await askNoticeAgain(db, { ...change.on, publicId: change.publicId });
  expect(await approve(change)).toMatchObject({ outcome: "approved" });
  await queueNotices(db);
  expect((await notified(change)).map(({ supporterId }) => supporterId)).toContain(late.supporter.id);
});

test("a restored notice resumes, and the operator approves their own only by saying so", async () => {
  const change = await aChange({ locales: ["es"] });
  await approve(change);
  await translate(change, "It asks for more.", "Pide otra cosa.");
  await queueNotices(db);
  await translate(change, "It asks for more.", "It asks for more.");
  expect(await resumeNotice(db, site, { ...change.on, publicId: change.publicId })).toEnd("resumed");
  await queueNotices(db);
  expect(await notified(change)).toHaveLength(1);

  const other = await aChange();
  const on = { campaignId: other.campaign.id, publicId: other.publicId, actor: "operator" } as const;
  await askNoticeAgain(db, on);
  expect(await approveNotice(db, site, on)).toEqual({ outcome: "own" });
  expect(await approveNotice(db, site, { ...on, alone: true })).toEqual({ outcome: "approved", alone: true });
});

test("an approval whose giver may approve no more ends while nobody was told", async () => {
  const change = await aChange();
  await approve(change);
  await changeRights(db, {
    campaignId: change.campaign.id,
    actor: change.on.actor,
    seen: null,
    role: "viewer",
    rights: [],
    memberId: change.approving.actor.slice("organizer:".length),
  });
  expect(await noticeOf(change)).toMatchObject({ state: "waiting", approvedAt: null });
});

test("a notice's email can end such emails, and the signature stays", async () => {
  const change = await aNotifiedSigner();
  const { person, email, campaign, on } = change;
  const { mailing, readAll } = await aFileMailing();
  await send(mailing);
  const mail = (await readAll()).find(({ text }) => text?.includes("/signed/"));
  const list = mail?.headers.get("list") as { unsubscribe?: { url?: string } } | undefined;
  const header = list?.unsubscribe?.url ?? "";
  const token = /\/unsubscribe\/([^/>]+)$/.exec(header)?.[1] ?? "";
  expect(openToken(testKeys, "unsubscribe", token, new Date())).toMatchObject({ subject: email });
  expect(mail?.text).toContain(header);
  expect(mail?.headers.get("auto-submitted")).toBeUndefined();

  expect(await findNoticeMail(db, email)).toMatchObject({ campaign: campaign.slug, tells: true });
  expect(await stopNotices(db, email)).toEqual({ outcome: "stopped" });
  expect(await stopNotices(db, email)).toEqual({ outcome: "not-told" });
  expect(await findNoticeMail(db, email)).toMatchObject({ tells: false });
  const [signature] = await db.select().from(signatures).where(eq(signatures.id, person.signature.id));
  expect(signature).toMatchObject({ state: "confirmed", petitionVersion: 1 });

  const words = { summary: "Yet more.", body: "More than that." };
  await aChangeOfMeaning(db, on, { words, tell: "Yet more.", approver: change.approving.actor });
  const [next] = await listNotices(db, campaign.id);
  await approve({ ...change, publicId: next?.publicId ?? "" });
  expect(await queueNotices(db)).toBe(0);
});

test("a mail that waits when its reader stops such mails does not go", async () => {
  const { email, ...change } = await aNotifiedSigner();
  await stopNotices(db, email);
  await send((await aFileMailing()).mailing);
  expect(await statesOf({ ...change, publicId: "" } as Change)).toEqual(["skipped"]);
});

test("what was told and answered is in a person's own data", async () => {
  const { email, person, campaign } = await aNotifiedSigner();
  await send((await aFileMailing()).mailing);
  await answerNotice(db, { email, choice: "move" });
  const owned = await exportOwnData(db, testKeys, person.supporter.publicId);
  expect(owned?.petitionChanges).toEqual([
    {
      campaign: campaign.slug,
      version: 2,
      change: "It asks for more.",
      mail: "accepted",
      toldAt: expect.any(String),
      answer: "moved",
      answeredAt: expect.any(String),
      fromVersion: 1,
    },
  ]);
});

test("how far a notice is and what was answered is counted as it happens, and adds up", async () => {
  const change = await aChange({ signers: 3 });
  await approve(change);
  await queueNotices(db);
  expect((await listNotices(db, change.campaign.id))[0]?.mails).toEqual({ queued: 3 });
  await send((await aFileMailing()).mailing);
  const [first, second] = await notified(change);
  await answerNotice(db, { email: first?.publicId ?? "", choice: "keep" });
  await answerNotice(db, { email: first?.publicId ?? "", choice: "move" });
  await answerNotice(db, { email: second?.publicId ?? "", choice: "withdraw" });
  expect((await listNotices(db, change.campaign.id))[0]).toMatchObject({
    state: "sent",
    mails: { accepted: 3 },
    answers: { moved: 1, withdrawn: 1 },
  });
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  const [person] = change.people;
  await eraseSupporter(db, ports, { publicId: person?.supporter.publicId ?? "", actor: "supporter" });
  expect((await listNotices(db, change.campaign.id))[0]?.mails).toEqual({ accepted: 2 });
  expect(await listCounterDrift(db)).toEqual([]);
  await db.execute(sql`update notice_counts set n = n + 1 where what = 'accepted'`);
  expect(await listCounterDrift(db)).toContainEqual(
    expect.objectContaining({ campaign: change.campaign.slug, counter: "notice 2 accepted" }),
  );
  await db.execute(sql`update notice_counts set n = n - 1 where what = 'accepted'`);
});
