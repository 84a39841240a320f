import { randomUUID } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import {
  auditEntries,
  campaignOrganizers,
  type campaigns,
  organizerSessions,
  organizers,
  outbox,
  pledgeWilling,
  supporters,
  targets,
  updates,
  updateTexts,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, rowsIn } from "#tests/support/builders.ts";
import { aLetter } from "#tests/support/letters.ts";
import { anOrganizer, aSession, aStolenSession } from "#tests/support/organizers.ts";
import { aMeeting, aPledge, nextYear } from "#tests/support/pledges.ts";
import { agreeTo, aStoredSignature } from "#tests/support/signatures.ts";
import { htmlOf, signedIn, withSession } from "#tests/support/signed-in.ts";
import { aSite, waitForMail } from "#tests/support/site.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const site = await aSite();
const { db } = site;

/** An address that gets the campaign's updates. */
async function aReader(campaign: { id: number }, country = "US") {
  const { supporter } = await aStoredSignature(db, campaign, { consents: ["sign", "updates"], country });
  await db.update(supporters).set({ confirmedAt: new Date() }).where(eq(supporters.id, supporter.id));
  return supporter;
}

/** A draft begun over the web, with its author's cookie. */
async function aDraft(values: Partial<typeof campaigns.$inferInsert> = {}) {
  const campaign = await aCampaign(db, { languages: ["en", "es"], ...values });
  await aReader(campaign);
  const owner = await signedIn(site, campaign);
  const id = randomUUID();
  const list = `/organize/c/${campaign.slug}/updates`;
  const begun = await owner.post(list, { draft: id });
  expect(begun.headers.get("location")).toBe(`${list}/${id}`);
  return { campaign, organizer: owner.organizer, owner, id, list, page: `${list}/${id}` };
}

const fields = (values: Record<string, string> = {}) => ({
  intent: "save",
  version: "1",
  did: "anything",
  since: "",
  in_archive: "on",
  subject_en: "What happened",
  body_en: "Two things **happened**.",
  subject_es: "",
  body_es: "",
  ...values,
});

const row = async (id: string) => (await db.select().from(updates).where(eq(updates.publicId, id)))[0];
const actionsOn = async (id: string) =>
  (await rowsIn(db, auditEntries, { subject: id }, asc(auditEntries.id))).map(({ action }) => action);

/** What the approver's page shows besides the words. */
const frameOf = (html: string) => /name="frame" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? "";

test("an update is begun, saved, submitted, approved by another and delivered", async () => {
  const { campaign, owner, id, list, page } = await aDraft();
  const second = await signedIn(site, campaign, "organizer");
  expect((await owner.post(list, { draft: id })).headers.get("location")).toBe(page);
  expect((await owner.post(page, fields())).headers.get("location")).toBe(`${page}?done=saved`);
  const submit = fields({ intent: "submit", version: "2" });
  const digest = /name="digest" value="(\w[^"]*)"/.exec(await owner.read(page))?.[1] ?? "";
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
  const pageHtml = await second.read(page);
  expect(pageHtml).toContain("Approve this update");
  expect(pageHtml).toContain("This is the first submission.");
  const seen = { intent: "approve", version: "2", frame: frameOf(pageHtml) };
  const unseen = await second.post(page, { ...seen, frame: "" });
  expect(unseen.status).toBe(409);
  const approval = await second.post(page, seen);
  expect(approval.headers.get("location")).toBe(`${page}?done=approved`);

  expect(await owner.read(page)).toContain("Send it to 1 person now");
  const sent = await owner.post(page, { intent: "send-now" });
  expect(sent.headers.get("location")).toBe(`${page}?done=started`);
  await expect.poll(async () => (await row(id))?.state, { timeout: 15_000 }).toBe("sent");
  const report = await owner.read(page);
  expect(report).toContain("was sent");
  expect(report).toMatch(/adds up/);
  expect((await actionsOn(id)).slice(0, 5)).toEqual([
    "update-drafted",
    "update-edited",
    "update-submitted",
    "update-approved",
    "update-scheduled",
  ]);
});

test("people who wrote a letter can be an audience, with their number", async () => {
  const { campaign, owner, id, page } = await aDraft();
  const [, choice = ""] = /<select[^>]*name="did"[^>]*>(.*?)<\/select>/s.exec(await owner.read(page)) ?? [];
  expect([...choice.matchAll(/<option value="(\w+)"/g)]).toEqual(
    ["anything", "signed", "pledged", "wrote"].map((condition) => expect.arrayContaining([condition])),
  );
  await owner.post(page, fields({ did: "wrote" }));
  expect((await row(id))?.audience).toEqual({ ...everyone, did: "wrote" });
  const counted = async () =>
    /<b class="figure">(\d+)<\/b> (\w+) would get it now/.exec(await owner.read(page))?.slice(1);
  expect(await counted()).toEqual(["0", "people"]);
  const letter = await aLetter(db, campaign);
  await agreeTo(db, "updates", letter.supporterId, campaign, { textVersion: "1" });
  expect(await counted()).toEqual(["1", "person"]);
});

test("an audience by language and pledge is counted, in words, and approved again when changed", async () => {
  const { campaign, owner, id, page } = await aDraft();
  const second = await signedIn(site, campaign, "organizer");
  const meeting = await aMeeting(db, campaign, nextYear);
  const reader = await aReader(campaign);
  const pledge = await aPledge(db, {
    campaignId: campaign.id,
    supporterId: reader.id,
    meetingId: meeting.id,
  });
  await db.insert(pledgeWilling).values({ pledgeId: pledge.id, willing: "media" });
  const peopleOn = async () => /<b class="figure">(\d+)<\/b>/.exec(await owner.read(page))?.[1];

  const form = await owner.read(page);
  expect(form).toContain('name="intent" value="count"');
  expect(form).not.toContain('name="companies"');
  const narrowed = { languages: "en", holding: "broker", willing: "media" };
  const counted = await owner.post(page, fields({ intent: "count", ...narrowed }));
  expect(counted.headers.get("location")).toBe(`${page}#audience`);
  expect(await peopleOn()).toBe("1");
  expect((await row(id))?.audience).toEqual({
    ...everyone,
    languages: ["en"],
    holding: ["broker"],
    willing: ["media"],
  });
  const kept = await owner.read(page);
  expect(kept).toMatch(/name="willing" checked="" value="media"|value="media" checked=""/);
  const unknown = await owner.post(page, fields({ holding: "mattress", version: "2" }));
  expect(unknown.status).toBe(422);
  expect(await htmlOf(unknown)).toContain("Choose ways of holding from the list");

  await owner.post(page, fields({ intent: "submit", version: "2", ...narrowed }));
  const asked = await second.read(page);
  expect(asked).toContain(
    "everyone, in all countries, reading English, who hold with a broker, who would speak to the press.",
  );
  const seen = { intent: "approve", version: "2", frame: frameOf(asked) };
  await second.post(page, seen);
  expect((await row(id))?.approvedAt).not.toBeNull();
  await owner.post(page, fields({ version: "2", ...narrowed, willing: "attend" }));
  expect(await row(id)).toMatchObject({ approvedAt: null, submittedAt: null, state: "draft" });
});

test("an audience by company is offered where pledges name several, and keeps its company", async () => {
  const { campaign, owner, id, page } = await aDraft();
  const abroad = await aCampaign(db);
  for (const target of [campaign, abroad]) {
    const { id: supporterId } = await aReader(campaign);
    const { id: meetingId } = await aMeeting(db, target, nextYear);
    await aPledge(db, { campaignId: campaign.id, supporterId, meetingId });
  }
  const [company] = await db.select().from(targets).where(eq(targets.id, abroad.targetId));
  const companies = company?.slug ?? "";
  expect(await owner.read(page)).toContain(`value="${companies}"`);
  await owner.post(page, fields({ companies }));
  expect((await row(id))?.audience).toMatchObject({ companies: [companies] });
  const html = await owner.read(page);
  expect(/<b class="figure">(\d+)<\/b>/.exec(html)?.[1]).toBe("1");
});

test("a narrowed count is in steps of five for who may not see names", async () => {
  const { campaign, page } = await aDraft();
  const writer = await anOrganizer(db, { campaign, role: "viewer" });
  await changeRows(db, campaignOrganizers, { organizerId: writer.id }, { rights: ["view", "write"] });
  const owner = withSession(site, await aSession(db, writer));
  expect(await owner.read(page)).toContain('<b class="figure">1</b>');
  await owner.post(page, fields({ countries: "US" }));
  const few = await owner.read(page);
  expect(few).toContain("Fewer than 5 people would get it now");
  expect(few).not.toContain('class="figure"');
  for (let n = 0; n < 5; n += 1) await aReader(campaign);
  const more = await owner.read(page);
  expect(more).toContain("At least 5 people would get it now");
  await owner.post(page, fields({ intent: "submit", version: "2", countries: "US" }));
  expect(await owner.read(page)).toContain("At least 5 people would get it now");
});

test("an edit that was begun on an older version comes back with both texts", async () => {
  const { owner, id, page } = await aDraft();
  await owner.post(page, fields({ body_en: "Theirs stands" }));
  const late = await owner.post(page, fields({ body_en: "Mine was typed" }));
  expect(late.status).toBe(409);
  const html = await htmlOf(late);
  expect(html).toContain("Mine was typed</textarea>");
  expect(html).toContain("Theirs stands");
  expect(html).toMatch(/name="version" value="2"/);
  const [text] = await db
    .select({ body: updateTexts.body })
    .from(updateTexts)
    .innerJoin(updates, eq(updates.id, updateTexts.updateId))
    .where(eq(updates.publicId, id));
  expect(text?.body).toBe("Theirs stands");
});

test("what cannot be stored or submitted returns with its text and errors", async () => {
  const { owner, id, page } = await aDraft();
  const long = await owner.post(page, fields({ subject_en: "x".repeat(151), body_en: "Kept text" }));
  expect(long.status).toBe(422);
  const html = await htmlOf(long);
  expect(html).toContain("Shorten the subject to 150 characters");
  expect(html).toContain(`value="${"x".repeat(151)}"`);
  expect(html).toContain("Kept text</textarea>");

  const bad = fields({
    intent: "submit",
    body_en: "One line\n\n<b>two</b>\n\n[claim 99]\n\n[https://microsoft.com](https://evil.test/)",
  });
  const refused = await owner.post(page, bad);
  expect(refused.status).toBe(422);
  const words = await htmlOf(refused);
  expect(words).toContain("Line 3: &lt;b&gt; is HTML");
  expect(words).toContain("Line 5: There is no statement 99");
  expect(words).toContain("Line 7: “https://microsoft.com” reads as an address");
  expect(words).toContain("[https://microsoft.com](https://evil.test/)</textarea>");
  expect((await row(id))?.submittedAt).toBeNull();

  for (const [version, intent] of [
    ["2", "submit"],
    ["3", "test-en"],
  ] as const) {
    const typed = { intent, version, subject_en: `Hi *|FNAME|* ${version}`, body_en: "Kept." };
    const foreign = await owner.post(page, fields(typed));
    expect([intent, foreign.status]).toEqual([intent, 422]);
    const answer = await htmlOf(foreign);
    expect(answer).toContain("Remove “*|FNAME|*”: nothing fills it in here");
    expect(answer).toContain(`value="Hi *|FNAME|* ${version}"`);
  }
  expect(await (await owner.get(`${page}/preview/en.txt`)).text()).not.toContain("FNAME");

  const leaks = "See https://evil.test/{first_name|you}";
  const misplaced = await owner.post(page, fields({ intent: "submit", version: "4", body_en: leaks }));
  expect(misplaced.status).toBe(422);
  const named = await htmlOf(misplaced);
  expect(named).toContain("Line 1: Move “{first_name|you}” out of the link or address");
  expect(named).toContain(`${leaks}</textarea>`);
});

test("a save while typing answers with the version, the count and what cannot be sent", async () => {
  const { campaign, owner, page } = await aDraft();
  await aReader(campaign, "DE");
  const auto = async (values: Record<string, string>) => {
    const answer = await fetch(`${site.url}${page}.data`, {
      method: "POST",
      headers: { ...owner.headers, origin: site.url, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields({ intent: "autosave" }), ...values }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const saved = await auto({ body_en: "<b>x</b>", countries: "DE" });
  expect(saved.status).toBe(200);
  expect(saved.text).toMatch(/"people",\{[^}]*\},1,"isRounded",false/);
  expect(saved.text).toContain('"html"');
  expect((await auto({ body_en: "Older" })).status).toBe(409);
});

test("a preview shows an email as read by three kinds of people, in each language", async () => {
  const { owner, page } = await aDraft();
  const texts = {
    subject_en: "{first_name|Friend}, we won",
    body_en: "Thanks, {first_name|friend}.",
    subject_es: "Noticias",
    body_es: "Gracias, {first_name|amiga}.",
  };
  expect((await owner.post(page, fields(texts))).status).toBe(303);
  const shown = async (file: string) => (await owner.get(`${page}/preview/${file}`)).text();
  const editor = await owner.read(page);
  expect(editor).toContain("{first_name|friend} becomes the reader’s first name");
  for (const kind of ["named", "unnamed", "unusual"])
    expect(editor).toMatch(new RegExp(`preview/en\\.html\\?v=2&amp;as=${kind}" target="preview-en-html"`));
  expect(await shown("en.txt?as=named")).toContain("Dear Ana,");
  expect(await shown("en.txt?as=named")).toContain("Thanks, Ana.");
  expect(await shown("en.txt?as=unnamed")).toContain("Dear friend,");
  expect(await shown("es.txt?as=unnamed")).toContain("Hola, amigo o amiga:");
  expect(await shown("en.txt?as=unnamed")).toContain("Thanks, friend.");
  expect(await shown("es.txt?as=unnamed")).toContain("Gracias, amiga.");
  expect(await shown("en.html?as=unusual")).toContain("Thanks, Zoë-Lưu.");
  expect(await shown("en.html?as=unusual")).not.toContain("Söhne");
  expect(await shown("en.html?as=else")).toContain("Ana, we won");
});

test("the greeting is a field of each language: its own, turned off, or as it was", async () => {
  const { owner, id, page } = await aDraft();
  const greetings = async () => {
    const stored = await db
      .select({ locale: updateTexts.locale, greeting: updateTexts.greeting })
      .from(updateTexts)
      .innerJoin(updates, eq(updates.id, updateTexts.updateId))
      .where(eq(updates.publicId, id))
      .orderBy(asc(updateTexts.locale));
    return stored.map(({ locale, greeting }) => [locale, greeting]);
  };
  const inputs = async () =>
    [...(await owner.read(page)).matchAll(/<input[^>]*name="greeting_(\w+)"[^>]*>/g)].map(
      ([input]) => /value="([^"]*)"/.exec(input)?.[1],
    );
  const [english, spanish] = ["Dear {first_name|friend},", "Hola, {first_name|amigo o amiga}:"];
  expect(await inputs()).toEqual([english, spanish]);
  const editor = await owner.read(page);
  for (const field of ["{first_name|friend}", "{first_name|amigo o amiga}"])
    expect(editor).toContain(`Type ${field} where the reader’s first name belongs.`);
  expect(editor).not.toContain("Insert the first name");

  // What the page showed is no text of its own, and a language without words is none.
  await owner.post(page, fields({ greeting_en: english, greeting_es: spanish }));
  expect(await greetings()).toEqual([["en", null]]);
  const off = { greeting_en: " ", greeting_es: "Buenas:", subject_es: "Noticias", body_es: "Dos cosas." };
  await owner.post(page, fields({ version: "2", ...off }));
  expect(await greetings()).toEqual([
    ["en", ""],
    ["es", "Buenas:"],
  ]);
  expect(await inputs()).toEqual(["", "Buenas:"]);
  const shown = async (file: string) => (await owner.get(`${page}/preview/${file}`)).text();
  expect(await shown("en.txt?as=named")).not.toContain("Dear");
  expect(await shown("es.html?as=unnamed")).toContain("Buenas:</p>");
});

test("a greeting that cannot be sent is named at its field, with what was typed", async () => {
  const { owner, id, page } = await aDraft();
  for (const [greeting, error] of [
    ["Dear all,\nagain", "Write the greeting on one line"],
    ["x".repeat(101), "Shorten the greeting to 100 characters"],
  ] as const) {
    const refused = await owner.post(page, fields({ greeting_en: greeting, body_en: "Kept text" }));
    expect(refused.status).toBe(422);
    const html = await htmlOf(refused);
    expect(html).toContain(error);
    expect(html).toContain(`value="${greeting}"`);
    expect(html).toContain("Kept text</textarea>");
  }
  const unknown = fields({ intent: "submit", greeting_en: "Dear {last_name|friend}," });
  const submitted = await owner.post(page, unknown);
  expect(submitted.status).toBe(422);
  const named = /Remove “{last_name\|friend}”: nothing fills it in here.*For a first name, write/;
  expect(await htmlOf(submitted)).toMatch(named);
  expect((await row(id))?.submittedAt).toBeNull();

  // It was stored, so the page names it at the field until it is mended.
  const editor = await owner.read(page);
  expect(editor).toMatch(named);
  expect(editor).toContain('value="Dear {last_name|friend},"');
  expect(await (await owner.get(`${page}/preview/en.txt`)).text()).toContain("Fix the problems named");
  await owner.post(page, fields({ version: "2", greeting_en: "Dear all," }));
  expect(await owner.read(page)).not.toMatch(named);
  expect(await (await owner.get(`${page}/preview/en.txt`)).text()).toContain("Dear all,");
});

test("a preview is the mail in a sandbox, and shows what was saved last", async () => {
  const { owner, page } = await aDraft();
  expect(await (await owner.get(`${page}/preview/en.html`)).text()).toContain("Nothing to preview yet");
  await owner.post(page, fields({ body_es: "Dos cosas", subject_es: "Lo que pasó" }));
  const html = await owner.get(`${page}/preview/en.html`);
  expect(html.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const policy = html.headers.get("content-security-policy");
  expect(policy).toBe(
    "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
  );
  expect(html.headers.get("x-frame-options")).toBe("SAMEORIGIN");
  expect(await html.text()).toMatch(/<strong[^>]*>happened<\/strong>/);
  const text = await owner.get(`${page}/preview/es.txt`);
  expect(text.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await text.text()).toContain("Dos cosas");
  for (const file of ["fr.html", "en.exe", "en", "..html"]) {
    expect((await owner.get(`${page}/preview/${file}`)).status, file).toBe(404);
  }
});

test("the requester sees who was asked, and the author why it was sent back", async () => {
  const { campaign, owner, id, page } = await aDraft();
  const second = await anOrganizer(db, { campaign, role: "organizer", name: "Sana Ito" });
  const hers = { cookie: `session=${await aSession(db, second)}` };
  await owner.post(page, fields({ intent: "submit" }));
  expect(await owner.read(page)).toContain("Asked by email: Sana Ito.");
  const mail = await waitForMail(site, second.email);
  expect(mail.text).toContain(page);
  const overview = `/organize/c/${campaign.slug}`;
  const waits = await htmlOf(await site.get(overview, hers));
  expect(waits).toMatch(/Olga Sample asks for your approval: update 1, since [^<]+ UTC\./);
  expect(waits).toContain(`href="${page}"`);
  expect(await owner.read(overview)).not.toContain(page);

  const back = `/organize/c/${campaign.slug}/approvals/update/${page.split("/").at(-1)}`;
  expect(await htmlOf(await site.get(page, hers))).toContain(`href="${back}"`);
  const silent = await site.post(back, { intent: "send-back", reason: "  " }, hers);
  expect(silent.status).toBe(422);
  expect(await htmlOf(silent)).toContain("Say what needs to change.");
  expect((await row(id))?.submittedAt).not.toBeNull();
  const reason = "The second paragraph names the wrong month.";
  const own = await owner.post(back, { intent: "send-back", reason });
  expect(own.status).toBe(409);
  expect(await htmlOf(own)).toContain("you contributed to it, so someone else decides");
  const sent = await site.post(back, { intent: "send-back", reason }, hers);
  expect(sent.headers.get("location")).toBe(`${back}?done=sent-back`);
  expect((await site.post(back, { intent: "send-back", reason }, hers)).status).toBe(409);
  expect(await owner.read(page)).toContain(reason);
  expect(await htmlOf(await site.get(overview, hers))).not.toContain(page);
});

// Who may open which page and press which button is tried in console-table.test.ts.
test("who may not write reads a draft without fields; an unknown button does nothing", async () => {
  const { campaign, owner, id, page } = await aDraft();
  await owner.post(page, fields());
  const viewer = await signedIn(site, campaign, "viewer");
  expect((await viewer.get(`${page}/preview/en.html`)).status).toBe(200);
  expect(await viewer.read(page)).not.toContain("<textarea");
  const unknown = fields({ intent: "nonsense", version: "2", body_en: "Changed" });
  expect((await viewer.post(page, unknown)).status).toBe(403);
  expect(await row(id)).toMatchObject({ state: "draft", version: 2, submittedAt: null });
  expect(await actionsOn(id)).toEqual(["update-drafted", "update-edited"]);
  // An id does not open under another campaign.
  const other = page.replace(campaign.slug, (await aCampaign(db)).slug);
  expect((await owner.get(other)).status).toBe(404);
});

test("a test goes to the organizer who asks for it, in the language they ask for", async () => {
  const { organizer, owner, page } = await aDraft();
  const broken = await owner.post(page, fields({ intent: "test-en", body_en: "<i>no</i>" }));
  expect(broken.status).toBe(422);
  expect(await htmlOf(broken)).toContain("Fix the problems named at the text");
  const texts = { version: "2", subject_es: "Lo que pasó", body_es: "Dos cosas" };
  const tested = await owner.post(page, fields({ intent: "test-es", ...texts }));
  expect(tested.headers.get("location")).toBe(`${page}?done=tested`);
  const mail = await waitForMail(site, organizer.email);
  expect(mail.subject).toContain("Lo que pasó");
  expect(mail.text).toContain("Dos cosas");
  const rows = await db.select().from(outbox).where(eq(outbox.organizerId, organizer.id));
  expect(rows).toMatchObject([{ template: "update-test", locale: "es" }]);
});

test("a sole organizer approves and sends alone after reauthentication", async () => {
  const { organizer, owner, id, page } = await aDraft();
  await owner.post(page, fields({ intent: "submit" }));
  const stolen = { cookie: `session=${await aStolenSession(db, organizer)}` };
  const pageHtml = await htmlOf(await site.get(page, stolen));
  expect(pageHtml).toContain("Approve it alone");
  const seen = { intent: "approve", version: "2", frame: frameOf(pageHtml) };
  const asked = await site.post(page, seen, stolen);
  expect(asked.status).toBe(403);
  const html = await htmlOf(asked);
  expect(html).toContain("Confirm it’s you");
  expect(html).toContain('name="version" value="2"');
  expect(html).not.toContain("by e-mail");
  const mailed = await site.post(page, { ...seen, proof_mail: "on" }, stolen);
  expect(await htmlOf(mailed)).toContain("email code is not enough");
  expect((await row(id))?.approvedAt).toBeNull();

  const approval = await owner.post(page, seen);
  expect(approval.headers.get("location")).toBe(`${page}?done=approved`);
  expect(await row(id)).toMatchObject({ approvedAlone: true, approvedById: organizer.id });
  expect(await owner.read(page)).toContain("Approved alone by Olga Sample");
  expect((await site.post(page, { intent: "send-now" }, stolen)).status).toBe(403);
  expect((await row(id))?.state).toBe("draft");
});

test("it is scheduled for a moment to come, within a year, and cancelled once", async () => {
  const { campaign, owner } = await aDraft();
  const ready = await anUpdate(db, campaign, approved);
  const page = `/organize/c/${campaign.slug}/updates/${ready.publicId}`;
  const schedule = (day: string, time: string) => owner.post(page, { intent: "schedule", day, time });
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  for (const [day, time, words] of [
    [inDays(-1), "09:30", "Choose a time in the future"],
    [inDays(400), "09:30", "Choose a day within the next year"],
    ["", "09:30", "Choose a day"],
    [inDays(2), "25:00", "Enter the time like 09:30"],
  ] as const) {
    const refused = await schedule(day, time);
    expect(refused.status).toBe(422);
    const html = await htmlOf(refused);
    expect(html).toContain(words);
    expect(html).toContain(`value="${time}"`);
  }
  expect((await schedule(inDays(2), "09:30")).headers.get("location")).toBe(`${page}?done=scheduled`);
  expect(await row(ready.publicId)).toMatchObject({ state: "scheduled" });
  expect((await row(ready.publicId))?.sendAt?.toISOString()).toBe(`${inDays(2)}T09:30:00.000Z`);
  const cancels = await Promise.all(
    [1, 2].map(() => owner.post(page, { intent: "cancel", from: "scheduled" })),
  );
  expect(cancels.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(
    (await actionsOn(ready.publicId)).filter((actionName) => actionName === "update-cancelled"),
  ).toHaveLength(1);
});

test("an email that goes by itself is begun from its series, approved, started and ended", async () => {
  const { campaign, owner, list } = await aDraft();
  const second = await signedIn(site, campaign, "organizer");
  const id = randomUUID();
  const page = `${list}/${id}`;
  expect((await owner.post(list, { draft: id, after: "signed" })).headers.get("location")).toBe(page);
  expect(await owner.read(page)).toMatch(/<option value="signed" selected="">By itself, after someone signs/);

  const typed = { after: "signed", days: "99", unless: "signed", body_en: "Kept text" };
  const refused = await owner.post(page, fields(typed));
  expect(refused.status).toBe(422);
  const html = await htmlOf(refused);
  expect(html).toContain("Enter a number of days from 1 to 60");
  expect(html).toContain("Choose another act: everyone who gets it has done this one");
  expect(html).toMatch(/name="days"[^>]*value="99"/);
  expect(html).toContain("Kept text</textarea>");

  const step = fields({ after: "signed", days: "3", unless: "wrote" });
  await owner.post(page, { ...step, intent: "submit" });
  const asked = await second.read(page);
  expect(asked).toContain("3 days after they sign, unless they have written a letter by then");
  await second.post(page, { intent: "approve", version: "2", frame: frameOf(asked) });
  expect(await owner.read(page)).toContain("Start it now");
  await owner.post(page, { intent: "send-now" });
  await expect.poll(async () => (await row(id))?.state, { timeout: 15_000 }).toBe("sending");
  expect((await row(id))?.inArchive).toBe(false);

  // Few people did something: how many is for those who may see names.
  const brought = { brought: { wrote: 2, pledged: 7 }, broughtAt: new Date(), audienceSize: 12 };
  await changeRows(db, updates, { publicId: id }, brought);
  const viewer = await anOrganizer(db, { campaign, role: "viewer" });
  const theirs = withSession(site, await aSession(db, viewer));
  const few = await theirs.read(page);
  expect(few).toMatch(/Wrote a letter<\/dt><dd[^>]*>fewer than 5</);
  expect(few).toMatch(/Told us they voted<\/dt><dd[^>]*>fewer than 5</);
  expect(few).toMatch(/Pledged their vote<\/dt><dd[^>]*>at least 5</);
  expect(few).toContain("Rounded down to a multiple of 5");
  expect(await owner.read(page)).toMatch(/Wrote a letter<\/dt><dd[^>]*>2</);

  expect(await theirs.read(list)).toMatch(/<td class="num">at least 10</);

  const listed = await owner.read(list);
  expect(listed).toMatch(/<td class="num">12</);
  expect(listed).toContain("3 days later, unless they have written a letter by then");
  expect(listed).toMatch(/class="kind k-ink">Running/);
  await owner.post(page, { intent: "cancel", from: "begun" });
  expect(await owner.read(page)).toContain("was ended");
  expect(await owner.read(list)).toMatch(/class="kind k-good">Ended/);
});

test("a paused update says why and what to do, by name, and its states add up", async () => {
  const { campaign, owner } = await aDraft();
  const paused = await anUpdate(db, campaign, {
    ...approved,
    state: "paused",
    startedAt: new Date(),
    preparedAt: new Date(),
    pausedAt: new Date(),
    pauseReason: "provider",
    pauseProblem: "invalid-api-key",
    audienceSize: 3,
  });
  const mail = async (state: "accepted" | "failed" | "unknown", problem: string | null) => {
    const reader = await aReader(campaign);
    const values = { campaignId: campaign.id, supporterId: reader.id, updateId: paused.id, problem } as const;
    await db.insert(outbox).values({ ...values, template: "update", state });
  };
  await mail("accepted", null);
  await mail("failed", "a-name-of-theirs");
  await mail("unknown", "status-503");
  const html = await owner.read(`/organize/c/${campaign.slug}/updates/${paused.publicId}`);
  expect(html).toContain("The provider rejects our account or sender");
  expect(html).toContain("Set a new one in RESEND_API_KEY");
  expect(html).toContain("a-name-of-theirs");
  expect(html).toContain("Not in our list");
  expect(html).toContain("The provider had an error");
  expect(html).toContain("One email may or may not have been sent");
  expect(html).toContain("adds up, checked at");
  expect(html).toContain("Resume");
});

test("a sent update is continued for those who joined since, once a form", async () => {
  const { campaign, owner } = await aDraft();
  const sent = await anUpdate(db, campaign, {
    ...approved,
    state: "sent",
    startedAt: new Date(),
    preparedAt: new Date(),
    finishedAt: new Date(),
  });
  const list = `/organize/c/${campaign.slug}/updates`;
  const page = `${list}/${sent.publicId}`;
  expect(await owner.read(page)).toContain("Draft an update for them");
  const draft = randomUUID();
  for (const _ of [1, 2]) {
    const made = await owner.post(page, { intent: "continue", draft });
    expect(made.headers.get("location")).toBe(`${list}/${draft}?done=continued`);
  }
  expect(await row(draft)).toMatchObject({ continuesId: sent.id, state: "draft", approvedAt: null });
  expect(await owner.read(page)).toContain(`href="/c/${campaign.slug}/updates/${sent.number}"`);
  const moments = { startedAt: new Date(), preparedAt: new Date(), finishedAt: new Date() };
  const over = { ...approved, ...moments, state: "sent" } as const;
  const root = await anUpdate(db, campaign, { ...over, inArchive: false });
  const continued = await anUpdate(db, campaign, { ...over, continuesId: root.id });
  const report = await owner.read(`${list}/${continued.publicId}`);
  expect(report).toContain("was sent");
  expect(report).not.toContain(`href="/c/${campaign.slug}/updates/`);
  expect(await owner.read(`${list}/${draft}`)).toContain("Continues update");
});

test("an old page throws nothing away that has become more than a draft", async () => {
  const { campaign, owner } = await aDraft();
  const begun = { startedAt: new Date(), preparedAt: new Date() };
  const sending = await anUpdate(db, campaign, { ...approved, ...begun, state: "sending" });
  const page = `/organize/c/${campaign.slug}/updates/${sending.publicId}`;
  const thrown = await owner.post(page, { intent: "cancel" });
  expect(thrown.status).toBe(409);
  const html = await htmlOf(thrown);
  expect(html).toMatch(/Not canceled|already ended/);
  expect(html).not.toContain("Canceled.");
  expect((await row(sending.publicId))?.state).not.toBe("cancelled");
});

test("an update stopped before its start can be withdrawn or cancelled", async () => {
  const { campaign, owner } = await aDraft();
  const paused = await anUpdate(db, campaign, {
    ...approved,
    state: "paused",
    pausedAt: new Date(),
    pauseReason: "not-ready",
  });
  const page = `/organize/c/${campaign.slug}/updates/${paused.publicId}`;
  const html = await owner.read(page);
  expect(html).toContain("Ready to continue");
  expect(html).not.toContain("See below what to set");
  expect(html).toContain("Cancel this update");
  const back = await owner.post(page, { intent: "take-back" });
  expect(back.headers.get("location")).toBe(`${page}?done=took-it-back`);
  expect(await row(paused.publicId)).toMatchObject({ state: "draft", approvedAt: null });
});

test("a page takes any word in its address, and says nothing for those it does not know", async () => {
  const { owner, page, campaign } = await aDraft();
  for (const path of [page, `/organize/c/${campaign.slug}/exports`])
    for (const word of ["__proto__", "constructor", "toString", "nothing-known"]) {
      const answer = await owner.get(`${path}?done=${word}`);
      expect(answer.status, path + word).toBe(200);
      expect(await htmlOf(answer), path + word).not.toContain('class="banner"');
    }
  expect((await owner.get("/organize/c/a%00b/updates")).status).toBe(404);
});

test("polling keeps no session alive and counts no audience", async () => {
  const { campaign, organizer, owner } = await aDraft();
  for (const _ of [2, 3, 4, 5, 6, 7]) await aReader(campaign);
  const ended = { startedAt: new Date(), preparedAt: new Date(), finishedAt: new Date() };
  const sent = await anUpdate(db, campaign, { ...approved, ...ended, state: "sent" });
  const page = `/organize/c/${campaign.slug}/updates/${sent.publicId}`;
  const ofHers = eq(organizerSessions.organizerId, organizer.id);
  await db.update(organizerSessions).set({ seenAt: sql`now() - interval '20 minutes'` }).where(ofHers);
  const wasSeen = async () => {
    const [session] = await rowsIn(db, organizerSessions, ofHers);
    return Date.now() - (session?.seenAt.getTime() ?? 0) < 600_000;
  };
  const headers = { ...owner.headers, "sec-fetch-dest": "empty", "sec-fetch-mode": "cors" };
  const renewed = await fetch(`${site.url}${page}.data`, { headers });
  expect(renewed.status).toBe(200);
  expect(await renewed.text()).not.toContain('"people",7');
  expect(await wasSeen()).toBe(false);
  await fetch(`${site.url}/organize/c/${campaign.slug}/updates.data`, { headers });
  expect(await wasSeen()).toBe(true);
  expect(await owner.read(page)).toContain("7 people in its audience");
});

test("the last approver is a second person for what a removed author wrote", async () => {
  const { campaign, organizer, owner, page } = await aDraft();
  const second = await signedIn(site, campaign);
  await owner.post(page, fields({ intent: "submit" }));
  await db.update(organizers).set({ disabledAt: new Date() }).where(eq(organizers.id, organizer.id));
  const html = await second.read(page);
  expect(html).toContain("Approve this update");
  expect(html).not.toContain("Approve it alone");
});

test("a cancelled update that had begun links the page it keeps", async () => {
  const { campaign, owner } = await aDraft();
  const cancelled = { ...approved, state: "cancelled", finishedAt: new Date() } as const;
  const begun = await anUpdate(db, campaign, { ...cancelled, startedAt: new Date(), preparedAt: new Date() });
  const never = await anUpdate(db, campaign, cancelled);
  const report = async ({ publicId }: { publicId: string }) =>
    owner.read(`/organize/c/${campaign.slug}/updates/${publicId}`);
  expect(await report(begun)).toContain(`href="/c/${campaign.slug}/updates/${begun.number}"`);
  expect(await report(never)).not.toContain(`href="/c/${campaign.slug}/updates/${never.number}"`);
});
