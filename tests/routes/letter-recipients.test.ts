// Letters to one of several recipients, over the web.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { knownPath } from "#app/domain/entries/known-path.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { letterRecipients, letters, supporters } from "#db/schema/index.ts";
import { aCampaign, organization } from "#tests/support/builders.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { aLetter, aRecipient, unverified } from "#tests/support/letters.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anAddress, aSite, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;
const keys = makeKeys([site.env.SECRET]);
const body = "I write to you. End these agreements, and publish what you supply.";
const written = { body, consent_letter: "on", consent_deliver: "on" };
const filled = (more: Record<string, string> = {}) => ({
  name: "Ana Sample",
  email: anAddress(),
  country: "US",
  ...written,
  ...more,
});

/** A campaign with two open recipients, a closed one and an unverified one. */
async function aScene() {
  const campaign = await aCampaign(db, { ...organization, languages: ["en", "es"] });
  const relations = await aRecipient(db, campaign, { openedAt: new Date("2026-10-02T00:00:00Z") });
  const chair = await aRecipient(db, campaign, {
    name: "Chair of the board",
    email: "chair@company.example",
    openedAt: new Date("2026-10-03T00:00:00Z"),
  });
  const closed = await aRecipient(db, campaign, { name: "Closed", email: "closed@company.example" });
  const nobody = await aRecipient(db, campaign, { ...unverified, email: "nobody@company.example" });
  return { campaign, relations, chair, closed, nobody, form: `/c/${campaign.slug}/letter` };
}
const close = ({ id }: { id: number }) =>
  db.update(letterRecipients).set({ openedAt: null }).where(eq(letterRecipients.id, id));
const open = ({ id }: { id: number }) =>
  db.update(letterRecipients).set({ openedAt: new Date() }).where(eq(letterRecipients.id, id));
const pageOf = async (path: string) => (await site.get(path)).text();

async function letterOf(email: string) {
  await site.formsTaken();
  const [row] = await db
    .select({ letter: letters })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(supporters.email, email));
  return row?.letter ?? null;
}

test("a form with one open recipient asks nothing, one with two asks for whom", async () => {
  const { form, chair, relations, campaign } = await aScene();
  for (const prefix of ["", "/es"]) {
    const html = await pageOf(`${prefix}${form}`);
    const radios = [...html.matchAll(/<input type="radio"[^>]*name="recipient"[^>]*>/g)].map(([tag]) => tag);
    expect(radios.map((tag) => /value="([^"]+)"/.exec(tag)?.[1])).toEqual(
      [relations, chair].map((r) => r.publicId),
    );
    expect(radios.map((tag) => tag.includes("checked"))).toEqual([true, false]);
    expect(html).not.toContain("Closed");
  }
  expect(await pageOf(`/c/${campaign.slug}/letters.json`)).toContain(
    '"recipients":["Investor Relations","Chair of the board"]',
  );
  const single = await aScene();
  await close(single.chair);
  expect(await pageOf(single.form)).not.toContain('name="recipient"');
});

test("a letter goes to whom its writer chose, and every page and email names them", async () => {
  const { form, chair } = await aScene();
  const typed = filled({ recipient: chair.publicId });
  const seen = await (await site.post(form, { ...typed, step: "preview" })).text();
  expect(textOfPage(seen)).toContain("Chair of the board");
  expect(seen).toContain("mailto:chair@company.example");
  expect((await site.post(form, typed)).status).toBe(303);
  expect((await letterOf(typed.email))?.recipientId).toBe(chair.id);
  const asked = await waitForMail(site, typed.email);
  expect(asked.text).toContain("Chair of the board");
  const confirm = linkIn(asked, "confirm");
  expect(textOfPage(await pageOf(confirm))).toContain("Chair of the board");
  await press(site, confirm);
  const receipt = await waitForMail(site, typed.email, ({ text }) => /\/manage\/\S{50}/.test(text ?? ""));
  expect(receipt.text).toContain("Chair of the board");
  expect(textOfPage(await pageOf(linkIn(receipt, "manage")))).toContain("Chair of the board");
});

test("without a choice a letter goes to the default", async () => {
  const { form, relations } = await aScene();
  const typed = filled();
  expect((await site.post(form, typed)).status).toBe(303);
  expect((await letterOf(typed.email))?.recipientId).toBe(relations.id);
});

test("closed, unverified or other campaigns' recipients are refused, with what was typed", async () => {
  const { form, chair, closed, nobody } = await aScene();
  const other = await aScene();
  const wrong = [other.chair.publicId, closed.publicId, nobody.publicId, "board"];
  for (const recipient of wrong) {
    const typed = filled({ recipient });
    const answer = await site.post(form, typed);
    expect(answer.status, recipient).toBe(422);
    const html = await answer.text();
    for (const kept of [body, typed.email, 'href="#recipient"', "no longer takes letters"])
      expect(html).toContain(kept);
    expect(await letterOf(typed.email)).toBeNull();
  }
  // Closed between the page and its post, so that one is left: the form still shows the errors.
  await close(chair);
  const spanish = await site.post(`/es${form}`, filled({ recipient: chair.publicId }));
  expect(spanish.status).toBe(422);
  const html = await spanish.text();
  expect(html).toContain("ya no se le pueden enviar cartas");
  expect(html).toMatch(/<input type="radio" id="recipient"/);
});

test("the form that knows its writer takes and refuses recipients as the public one", async () => {
  const { campaign, chair, closed } = await aScene();
  const email = anAddress();
  const { supporter } = await aStoredSignature(db, campaign, { email });
  await db.update(supporters).set({ confirmedAt: new Date() }).where(eq(supporters.id, supporter.id));
  const [known] = await db.select().from(supporters).where(eq(supporters.id, supporter.id));
  const whose = { supporterPublicId: known?.publicId ?? "", campaign: campaign.slug };
  const form = knownPath(keys, "letter", whose, new Date());
  expect(await pageOf(form)).toContain('name="recipient"');
  const refused = await site.post(form, { ...written, recipient: closed.publicId });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("no longer takes letters");
  expect((await site.post(form, { ...written, recipient: chair.publicId })).status).toBe(303);
  const mine = await db.select().from(letters).where(eq(letters.campaignId, campaign.id));
  expect(mine.map(({ recipientId, state }) => [recipientId, state])).toEqual([[chair.id, "confirmed"]]);
});

test("a letter whose recipient closes is confirmed only for whom it then goes to", async () => {
  const { form, chair } = await aScene();
  const typed = filled({ recipient: chair.publicId });
  await site.post(form, typed);
  const confirm = linkIn(await waitForMail(site, typed.email), "confirm");
  const digest = /name="digest" value="([^"]+)"/.exec(await pageOf(confirm))?.[1] ?? "";
  expect(digest).not.toBe("");
  await close(chair);
  const changed = await site.post(confirm, { digest });
  expect(changed.status).toBe(409);
  expect(textOfPage(await changed.text())).toContain("who gets the letter");
  await open(chair);
});

test("organizers open and close a recipient, told first how many letters wait", async () => {
  const { campaign, chair, closed, nobody } = await aScene();
  const organizer = await anOrganizer(db, { campaign, role: "organizer" });
  const cookie = `session=${await aSession(db, organizer)}`;
  const viewer = `session=${await aSession(db, await anOrganizer(db, { campaign, role: "viewer" }))}`;
  const at = ({ publicId }: { publicId: string }) =>
    `/organize/c/${campaign.slug}/letters/recipients/${publicId}`;
  expect((await site.post(at(closed), { intent: "open" }, { cookie: viewer })).status).toBe(403);
  expect((await site.post(at(closed), { intent: "open" }, { cookie })).headers.get("location")).toBe(
    `${at(closed)}?done=opened`,
  );
  const refused = await site.post(at(nobody), { intent: "open" }, { cookie });
  expect([refused.status, textOfPage(await refused.text())]).toEqual([
    409,
    expect.stringContaining("nobody has verified it"),
  ]);

  await aLetter(db, campaign, { recipientId: chair.id });
  const page = textOfPage(await (await site.get(at(chair), { cookie })).text());
  expect(page).toContain("1 waiting letter will go to “Investor Relations”.");
  const early = await site.post(at(chair), { intent: "close", letters: "0" }, { cookie });
  expect([early.status, textOfPage(await early.text())]).toEqual([
    409,
    expect.stringContaining("the number of waiting letters changed"),
  ]);
  const done = await site.post(at(chair), { intent: "close", letters: "1" }, { cookie });
  expect(done.headers.get("location")).toBe(`${at(chair)}?done=closed`);
});
