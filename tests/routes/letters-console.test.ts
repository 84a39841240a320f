import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { sealHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import {
  auditEntries,
  campaigns,
  letterDispatches,
  letterParts,
  letterRecipients,
  letterSettings,
  letters,
  letterTemplates,
  outbox,
  signatures,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aLetter, aRecipient, unverified } from "#tests/support/letters.ts";
import { aStolenSession } from "#tests/support/organizers.ts";
import { aNameThatMayGo } from "#tests/support/signatures.ts";
import { htmlOf, signedIn } from "#tests/support/signed-in.ts";
import { anAddress, aSite, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

/** A campaign with a recipient of its own address, a waiting letter and somebody with all rights. */
async function aScene(values: Parameters<typeof aRecipient>[2] = {}) {
  const campaign = await aCampaign(db, { languages: ["en", "es"] });
  const recipient = await aRecipient(db, campaign, { email: anAddress(), ...values });
  const letter = await aLetter(db, campaign, { name: "Wanda Writer" });
  const owner = await signedIn(site, campaign);
  const base = `/organize/c/${campaign.slug}/letters`;
  return { campaign, recipient, letter, organizer: owner.organizer, owner, base };
}

type Scene = Awaited<ReturnType<typeof aScene>>;

/** A dispatch submitted by the scene's owner. */
async function aSubmittedDispatch({ campaign, recipient, organizer }: Scene) {
  const actor = `organizer:${organizer.id}` as const;
  const drafted = await draftDispatch(db, {
    campaignId: campaign.id,
    actor,
    kind: "consolidated",
    cause: "organizer",
    recipientPublicId: recipient.publicId,
  });
  if (drafted.outcome !== "drafted") throw new Error(drafted.outcome);
  const on = { campaignId: campaign.id, publicId: drafted.publicId, actor };
  await submitDispatch(db, { ...on, version: 1 });
  return drafted.publicId;
}

const dispatchRow = async (id: string) =>
  (await db.select().from(letterDispatches).where(eq(letterDispatches.publicId, id)))[0];
const actionsIn = async ({ campaign }: Scene) =>
  (
    await db
      .select({ action: auditEntries.action })
      .from(auditEntries)
      // Refusals are recorded some seconds later.
      .where(and(eq(auditEntries.campaignId, campaign.id), ne(auditEntries.action, "access-refused")))
      .orderBy(asc(auditEntries.id))
  ).map(({ action }) => action);

/** The digest of the campaign's data that the page showed. */
const digestOf = (html: string) => /name="digest" value="(\w[^"]*)"/.exec(html)?.[1] ?? "";

// Who may open which page and press which button is tried in console-table.test.ts.
test("what is of another campaign does not open, and shows no name", async () => {
  const scene = await aScene();
  const { base, letter, recipient } = scene;
  const dispatch = `dispatches/${await aSubmittedDispatch(scene)}`;
  const other = await aScene();
  for (const path of [
    letter.publicId,
    `recipients/${recipient.publicId}`,
    dispatch,
    `${dispatch}/preview/1.html`,
    `${dispatch}/preview/1.txt`,
  ])
    for (const at of [base, other.base]) {
      const answer = await other.owner.get(`${at}/${path}`);
      expect([at, path, answer.status]).toEqual([at, path, 404]);
      expect(await answer.text()).not.toContain("Wanda Writer");
    }
});

test("letters are found by name, chosen and sent singly, except held ones", async () => {
  const scene = await aScene();
  const { campaign, base, owner, letter, recipient } = scene;
  await aLetter(db, campaign, { name: "Somebody Else" });
  const onHold = await aLetter(db, campaign, { name: "Hilda Held", holdReason: "threat" });
  const found = await htmlOf(await owner.post(`${base}?index`, { intent: "find", find: "wanda" }));
  expect(found).toContain("Wanda Writer");
  expect(found).not.toContain("Somebody Else");
  expect(await htmlOf(await owner.post(`${base}?index`, { find: "ab" }))).toContain("Type a little more");
  const list = await owner.read(`${base}?held=yes`);
  expect(list).toContain("Hilda Held");
  expect(list).not.toContain("Wanda Writer");
  expect(list).not.toContain(`value="${onHold.publicId}"`);

  const draft = randomUUID();
  const fields = { intent: "draft", draft, recipient: recipient.publicId };
  const none = await owner.post(`${base}?index`, fields);
  expect(none.status).toBe(409);
  expect(await htmlOf(none)).toContain("choose at least one waiting letter");
  const chosen = await owner.post(`${base}?index`, { ...fields, letters: letter.publicId });
  expect(chosen.headers.get("location")).toBe(`${base}/dispatches/${draft}?done=drafted`);
  expect(await dispatchRow(draft)).toMatchObject({ kind: "individual", cause: "organizer" });
});

test("an office is added, verified by an owner, edited and retired", async () => {
  const { campaign, base, owner } = await aScene();
  const typed = { name: "Secretary", email: "secretary@company", per_day: "20", postal_address: "1 Way" };
  const wrong = await owner.post(`${base}/recipients`, typed);
  expect(wrong.status).toBe(422);
  const html = await htmlOf(wrong);
  expect(html).toContain("Enter one plain email address");
  expect(html).toContain('value="secretary@company"');
  expect(html).toContain("1 Way</textarea>");

  const added = await owner.post(`${base}/recipients`, { ...typed, email: "secretary@company.example" });
  const page = (added.headers.get("location") ?? "").replace("?done=added", "");
  const pageHtml = await owner.read(`${page}?done=added`);
  expect(pageHtml).toMatch(/role="status">Recipient added. It gets nothing/);
  expect(pageHtml).toContain("only files can be made for them");
  const seen = /name="seen" value="([^"]+)"/.exec(pageHtml)?.[1] ?? "";

  const verification = { intent: "verify", seen, verified_on: "2026-10-01", verified_where: "their page" };
  const nobody = await owner.post(page, verification);
  expect(nobody.status).toBe(422);
  expect(await htmlOf(nobody)).toContain('value="their page"');
  const verified = await owner.post(page, { ...verification, verified_by: "Vera" });
  expect(verified.headers.get("location")).toBe(`${page}?done=verified`);
  expect(await owner.read(page)).toContain("their page");
  const edited = await owner.post(page, { ...typed, intent: "edit", seen, email: "other@company.example" });
  expect(edited.headers.get("location")).toBe(`${page}?done=saved-unverified`);
  expect((await owner.post(page, { ...verification, verified_by: "Vera" })).status).toBe(409);
  expect((await owner.post(page, { intent: "retire" })).headers.get("location")).toBe(`${page}?done=retired`);
  expect(await db.$count(letterRecipients, eq(letterRecipients.campaignId, campaign.id))).toBe(2);
});

test("settings and texts are stored, and late or wrong ones return as typed", async () => {
  const { campaign, base, owner } = await aScene();
  const page = `${base}/settings`;
  const post = (fields: Record<string, string>) => owner.post(page, fields);
  const wrong = await post({ intent: "settings", every_days: "0", milestone: "many", seen: "" });
  expect(wrong.status).toBe(422);
  expect(await htmlOf(wrong)).toContain('value="many"');
  const settings = { intent: "settings", every_days: "14", milestone: "", seen: "" };
  expect((await post(settings)).headers.get("location")).toBe(`${page}?done=settings`);
  const [stored] = await db.select().from(letterSettings).where(eq(letterSettings.campaignId, campaign.id));
  expect(stored).toMatchObject({ everyDays: 14, milestone: null });

  const template = { intent: "template", locale: "es", seen: "" };
  expect((await post({ ...template, ask: "Pedimos esto." })).headers.get("location")).toBe(
    `${page}?done=template`,
  );
  const late = await post({ ...template, ask: "Mine was typed" });
  expect(late.status).toBe(409);
  const html = await htmlOf(late);
  expect(html).toContain("Mine was typed</textarea>");
  expect(html).toContain("Pedimos esto.</p>");
  expect((await post({ ...template, locale: "fr", ask: "x" })).status).toBe(404);
  expect(await db.$count(letterTemplates, eq(letterTemplates.campaignId, campaign.id))).toBe(1);
});

test("a letter shows as delivered, and its shares only on request with the right", async () => {
  const { campaign, base } = await aScene();
  const { publicId } = await aLetter(db, campaign, { name: "Shara Holder", state: "email_pending" });
  const { sharesEnc, keyId } = sealHolding(testKeys, publicId, { shares: "1234567", bucket: null });
  await db.update(letters).set({ sharesEnc, keyId }).where(eq(letters.publicId, publicId));
  await changeRows(db, letters, { publicId }, { state: "confirmed", confirmedAt: new Date() });
  const page = `${base}/${publicId}`;
  const organizer = await signedIn(site, campaign, "organizer");
  const covered = await (await organizer.get(page)).text();
  expect(covered).toContain("shares the writer holds is hidden");
  expect(covered).not.toContain("1234567");
  const looked = await htmlOf(await organizer.post(page, { intent: "look" }));
  expect(looked).toContain("I hold 1234567 shares of Sample Corporation.");
  expect(await organizer.read(page)).toMatch(/<time[^>]*>[^<]+<\/time> Olga Sample/);
});

test("a consolidated letter is written, submitted, approved and arrives with annexes", async () => {
  const scene = await aScene(unverified);
  const { campaign, base, owner, recipient, letter } = scene;
  await aNameThatMayGo(db, campaign, { name: "Nora Named" });
  const gone = await aNameThatMayGo(db, campaign, { name: "Wendy Withdrawn" });
  const second = await signedIn(site, campaign, "organizer");
  const draft = randomUUID();
  const begun = await owner.post(`${base}/dispatches`, { draft, recipient: recipient.publicId });
  const page = `${base}/dispatches/${draft}`;
  expect(begun.headers.get("location")).toBe(`${page}?done=drafted`);
  const words = { version: "1", recipient: recipient.publicId, subject: "Our letters", with_names: "on" };
  const empty = await owner.post(page, { intent: "save", ...words, body: "" });
  expect(empty.status).toBe(422);
  expect(await htmlOf(empty)).toContain(">Our letters</textarea>");
  const typed = "We enclose {letters} letters.\n\nDear %FIRSTNAME%,";
  const foreign = await owner.post(page, { intent: "save", ...words, body: typed });
  expect(foreign.status).toBe(422);
  const shown = await htmlOf(foreign);
  expect(shown).toContain("Remove “%FIRSTNAME%” in line 3: nothing fills it in here");
  expect(shown).toContain("Dear %FIRSTNAME%,</textarea>");
  const body = "We enclose {letters} letters and {names} names.";
  expect((await owner.post(page, { intent: "save", ...words, body })).status).toBe(303);
  const late = await owner.post(page, { intent: "save", ...words, body: "Late words" });
  expect(late.status).toBe(409);
  expect(await htmlOf(late)).toContain("Late words</textarea>");

  const submit = { intent: "submit", ...words, version: "2", body };
  const digest = digestOf(await owner.read(page));
  const other = digest.replace(/^\w+/, "0000000000000000");
  const changed = await owner.post(page, { ...submit, digest: other });
  expect([changed.status, await htmlOf(changed)]).toEqual([
    409,
    expect.stringContaining("Saved but not submitted"),
  ]);
  const asked = await owner.post(page, { ...submit, digest });
  expect(asked.headers.get("location")).toBe(`${page}?done=submitted`);
  const own = await owner.post(page, { intent: "approve", version: "2" });
  expect(own.status).toBe(409);
  expect(await htmlOf(own)).toContain("another organizer must approve it");
  const read = await second.read(page);
  expect(read).toContain("We enclose 1 letters and 2 names.");
  expect(read).toContain("Needs one more approval");
  expect(read).toContain("The recipient is not verified");
  expect(read).not.toContain("Sender and organization details are set");
  expect(read).toContain("Missing or still an example: the operator");
  const stale = await second.post(page, { intent: "approve", version: "1" });
  expect(stale.status).toBe(409);

  const html = await second.get(`${page}/preview/1.html`);
  expect(html.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
  expect(await html.text()).toContain("We enclose 1 letters and 2 names.");
  const taken = await second.post(`${page}/preview/1-letters.csv`, {});
  expect(taken.headers.get("content-disposition")).toContain("attachment");
  expect(await taken.text()).toContain(letter.publicId);
  for (const file of ["9.html", "1.exe", "1-secrets.csv", "x"])
    expect((await owner.get(`${page}/preview/${file}`)).status, file).toBe(404);

  await changeRows(db, signatures, gone.signature.id, { state: "withdrawn", withdrawnAt: new Date() });
  const unseen = { intent: "approve", version: "2", frame: "0".repeat(64) };
  expect((await second.post(page, unseen)).status).toBe(409);
  const seen = { ...unseen, frame: frameOf(await second.read(page)) };
  const approval = await second.post(page, seen);
  expect(approval.headers.get("location")).toBe(`${page}?done=approved`);
  const mail = await waitForMail(site, recipient.email);
  expect(mail.subject).toBe("Our letters");
  expect(mail.text).toContain("We enclose 1 letters and 1 names.");
  expect(mail.attachments.map(({ filename }) => filename)).toHaveLength(5);
  await expect.poll(async () => (await dispatchRow(draft))?.state, { timeout: 15_000 }).toBe("sent");
  const report = await owner.read(page);
  expect(report).toContain("Emails of this dispatch");
  expect(report).toContain("1 letter and 1 name saved to a file, not sent");
  for (const html of [report, await owner.read(`${base}/dispatches`)]) {
    expect(html).toContain("Saved, not sent");
    expect(html).not.toContain("Complete");
  }
  expect(report).toContain("We enclose 1 letters and 1 names.");
  expect(report).toContain("Annex B, 1 name");
  expect(report).toContain("Left out since it was submitted, as withdrawn, changed or on hold: 1 name.");
  const ledger = await owner.read(`${base}/${letter.publicId}`);
  expect(ledger).toContain("Saved to a file, not sent.");
  expect(ledger).toContain(`/dispatches/${draft}`);

  const [part] = await rowsIn(db, letterParts, inArray(letterParts.letterIds, [[letter.id]]));
  await changeRows(db, outbox, { letterPartId: part?.id ?? 0 }, { state: "unknown" });
  expect(await owner.read(page)).toContain("Did email 1 arrive?");
  const settle = { intent: "settle", part: part?.publicId ?? "", arrived: "yes" };
  expect((await owner.post(page, settle)).headers.get("location")).toBe(`${page}?done=settled`);
  expect((await owner.post(page, settle)).status).toBe(409);
  expect(await owner.read(`${base}/${letter.publicId}`)).toContain("The company’s mail server accepted it.");
  expect(await actionsIn(scene)).toEqual(
    expect.arrayContaining([
      "dispatch-drafted",
      "dispatch-submitted",
      "dispatch-file-taken",
      "dispatch-approved",
    ]),
  );
});

test("each email of a draft and its annex can be viewed before submission", async () => {
  const { campaign, recipient, organizer, letter, owner, base } = await aScene();
  const second = await aLetter(db, campaign, { name: "Second Writer" });
  const drafted = await draftDispatch(db, {
    campaignId: campaign.id,
    actor: `organizer:${organizer.id}`,
    kind: "individual",
    cause: "organizer",
    recipientPublicId: recipient.publicId,
    letterPublicIds: [letter.publicId, second.publicId],
  });
  if (drafted.outcome !== "drafted") throw new Error(drafted.outcome);
  const page = `${base}/dispatches/${drafted.publicId}`;
  const first = await owner.read(page);
  expect(first).toContain("Email 2 of 2: 1 letter<");
  expect(first).toMatch(/href="[^"]*\?mail=2&amp;as=html#preview"[^>]*>Next email</);
  expect(first).not.toContain("Previous email");
  const next = await owner.read(`${page}?mail=2&as=text`);
  expect(next).toContain(`${page}/preview/2.txt`);
  expect(next).toMatch(/href="[^"]*\?mail=1&amp;as=text#preview"[^>]*>Previous email</);
  expect(await (await owner.get(`${page}/preview/2.txt`)).text()).toContain("Second Writer");
  expect(await owner.get(`${page}/preview/3.txt`)).toMatchObject({ status: 404 });
  const taken = await owner.post(`${page}/preview/2-letter.txt`, {});
  expect([taken.status, taken.headers.get("content-type")]).toEqual([
    200,
    expect.stringContaining("text/plain"),
  ]);
  expect(await taken.text()).toContain("Second Writer");
});

test("a letter that was hidden says why in words, in its ledger and next to it", async () => {
  const { campaign, owner, base } = await aScene();
  const values = { display: "public", publication: "published" } as const;
  const letter = await aLetter(db, campaign, values);
  await db
    .update(letters)
    .set({ publication: "hidden", moderationReason: "private-details", moderatedAt: new Date() })
    .where(eq(letters.id, letter.id));
  const html = await owner.read(`${base}/${letter.publicId}`);
  expect(html.match(/Contains private details/g)).toHaveLength(2);
  expect(html).not.toContain("private-details");
});

/** The fingerprint of recipient and campaign on a page that asks for approval. */
const frameOf = (page: string) => /name="frame" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";

test("the only organizer approves a dispatch alone once they proved who they are", async () => {
  const scene = await aScene();
  const { base, owner, organizer } = scene;
  const id = await aSubmittedDispatch(scene);
  const page = `${base}/dispatches/${id}`;
  const html = await owner.read(page);
  expect(html).toContain("Nobody else can approve.");
  const seen = { intent: "approve", version: "1", frame: frameOf(html) };
  const stolen = `session=${await aStolenSession(db, organizer)}`;
  const asked = await site.post(page, seen, { cookie: stolen });
  expect(asked.status).toBe(403);
  expect(await htmlOf(asked)).toContain(`name="frame" value="${seen.frame}"`);
  expect((await dispatchRow(id))?.approvedAt).toBeNull();
  const approval = await owner.post(page, seen);
  expect(approval.headers.get("location")).toBe(`${page}?done=approved`);
  expect(await dispatchRow(id)).toMatchObject({ approvedAlone: true, approvedById: organizer.id });
});

test("returned letters are requeued from their page once an office is verified", async () => {
  const scene = await aScene();
  const { campaign, base, owner, letter, recipient } = scene;
  const id = await aSubmittedDispatch(scene);
  const page = `${base}/dispatches/${id}`;
  const second = await signedIn(site, campaign, "organizer");
  const frame = frameOf(await second.read(page));
  await second.post(page, { intent: "approve", version: "1", frame });
  await waitForMail(site, recipient.email, ({ attachments }) => attachments.length > 0);
  await expect.poll(async () => (await dispatchRow(id))?.state).toBe("sent");
  const [part] = await rowsIn(db, letterParts, inArray(letterParts.letterIds, [[letter.id]]));
  const ofPart = eq(outbox.letterPartId, part?.id ?? 0);
  await db.update(outbox).set({ state: "bounced", settledAt: new Date() }).where(ofPart);

  const viewer = await signedIn(site, campaign, "viewer");
  const stranger = await signedIn(site, await aCampaign(db));
  const button = "Requeue its letters";
  const pageHtml = await owner.read(page);
  expect(pageHtml).toContain(button);
  expect(await viewer.read(page)).not.toContain(button);
  const putBack = { intent: "put-back", part: part?.publicId ?? "" };
  expect((await viewer.post(page, putBack)).status).toBe(403);
  expect((await stranger.post(page, putBack)).status).toBe(404);
  expect((await owner.post(page, { ...putBack, part: "x" })).status).toBe(422);
  expect((await owner.post(page, { ...putBack, part: randomUUID() })).status).toBe(409);
  const early = await owner.post(page, putBack);
  expect(early.status).toBe(409);
  expect(await htmlOf(early)).toContain("Not requeued: since it bounced, no recipient at another address");

  await aRecipient(db, campaign, { email: "other@company.example", verifiedAt: new Date(Date.now() + 1000) });
  const done = await second.post(page, putBack);
  expect(done.headers.get("location")).toBe(`${page}?done=put-back`);
  const after = await owner.read(`${page}?done=put-back`);
  expect(after).toContain("The letters wait for the next dispatch.");
  expect(after).not.toContain(button);
  const [waits] = await db.select().from(letters).where(eq(letters.id, letter.id));
  expect(waits).toMatchObject({ state: "confirmed", dispatchId: null });
  // A page opened before changes nothing any more.
  const again = await owner.post(page, putBack);
  expect(again.status).toBe(409);
  expect(await htmlOf(again)).toContain("or is already requeued");
  expect((await actionsIn(scene)).filter((name) => name === "dispatch-letters-put-back")).toHaveLength(1);
});

test("an approver is refused what changed since submission, and sees it", async () => {
  const scene = await aScene();
  const { campaign, base, letter } = scene;
  const id = await aSubmittedDispatch(scene);
  const page = `${base}/dispatches/${id}`;
  const second = await signedIn(site, campaign, "organizer");
  const open = async () => second.read(page);
  const approve = (frame: string) => second.post(page, { intent: "approve", version: "1", frame });
  const before = frameOf(await open());
  const answersGoTo = (replyTo: string | null) =>
    db.update(campaigns).set({ replyTo }).where(eq(campaigns.id, campaign.id));

  await answersGoTo("elsewhere@example.org");
  const stale = await approve(before);
  expect(stale.status).toBe(409);
  expect(await htmlOf(stale)).toContain("Check it again here");
  const named = await open();
  expect(named).toContain("Changed since submission: the reply address.");
  expect(named).not.toContain('value="approve"');
  await answersGoTo(null);

  await withdrawLetter(db, letter);
  const fewer = await approve(before);
  expect(fewer.status).toBe(409);
  expect(await htmlOf(fewer)).toContain("or a letter or name was withdrawn");
  expect((await dispatchRow(id))?.approvedAt).toBeNull();
});
