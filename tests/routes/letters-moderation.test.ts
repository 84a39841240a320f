import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { letterReplies, letters } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aHandedOver } from "#tests/support/handed-over.ts";
import { aLetter } from "#tests/support/letters.ts";
import { signedIn } from "#tests/support/signed-in.ts";
import { aSite, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

const plain = (html: string) => html.replaceAll("<!-- -->", "");
const hiddenField = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
const onHold = { holdReason: "threat", body: "I will kill you." } as const;

test("a role opens what it is for, and nobody another campaign’s", async () => {
  const [mine, other] = [await aCampaign(db), await aCampaign(db)];
  await aLetter(db, mine, { ...onHold, name: "Somebody Held" });
  const opens: [OrganizerRole, number, number, number][] = [
    ["owner", 200, 200, 422],
    ["organizer", 200, 200, 422],
    ["reviewer", 200, 200, 403],
    ["exporter", 403, 200, 403],
    ["viewer", 403, 200, 403],
  ];
  const base = `/organize/c/${mine.slug}/letters`;
  for (const [role, moderation, replies, recording] of opens) {
    const organizer = await signedIn(site, mine, role);
    const answer = await organizer.get(`${base}/moderation`);
    expect([role, answer.status]).toEqual([role, moderation]);
    expect((await answer.text()).includes("Somebody Held")).toBe(moderation === 200);
    expect([role, (await organizer.get(`${base}/replies`)).status]).toEqual([role, replies]);
    const post = await organizer.post(`${base}/replies`, {});
    expect([role, post.status]).toEqual([role, recording]);
    const decided = await organizer.post(`${base}/moderation`, {});
    expect([role, decided.status]).toEqual([role, moderation === 200 ? 422 : 403]);
  }
  const stranger = await signedIn(site, other, "owner");
  for (const path of [`${base}/moderation`, `${base}/replies`]) {
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(path, {})).status).toBe(404);
    expect((await site.get(path)).headers.get("location")).toBe("/sign-in");
    expect((await site.post(path, {})).headers.get("location")).toBe("/sign-in");
  }
});

test("a held letter is refused with a reason, and its writer gets a mail that says it", async () => {
  const campaign = await aCampaign(db);
  const organizer = await signedIn(site, campaign, "reviewer");
  const email = "held-writer@example.org";
  const { id } = await aLetter(db, campaign, { ...onHold, email });
  const path = `/organize/c/${campaign.slug}/letters/moderation`;
  const html = plain(await (await organizer.get(path)).text());
  expect(html).toContain("May contain a threat");
  const fields = { letter: hiddenField(html, "letter"), seen: hiddenField(html, "seen"), decision: "refuse" };

  const without = await organizer.post(`${path}?kind=held`, fields);
  expect(without.status).toBe(422);
  expect(plain(await without.text())).toContain("Choose a reason first");
  const refused = await organizer.post(`${path}?kind=held`, { ...fields, refusal: "threat" });
  expect(refused.headers.get("location")).toBe(`${path}?kind=held&done=refused`);
  expect((await db.select().from(letters).where(eq(letters.id, id)))[0]?.state).toBe("refused");
  expect((await waitForMail(site, email)).text).toMatch(/some\s+words\s+can\s+be\s+read\s+as\s+a\s+threat/);
  const again = await organizer.post(path, { ...fields, refusal: "threat" });
  expect(again.status).toBe(409);
  expect(plain(await again.text())).toContain("the letter changed while you read it");
});

test("a letter is published once its writer agreed, and not after they took it back", async () => {
  const campaign = await aCampaign(db);
  const organizer = await signedIn(site, campaign, "reviewer");
  const path = `/organize/c/${campaign.slug}/letters/moderation`;
  const { publicId } = await aLetter(db, campaign, { publication: "awaiting", display: "public" });
  const html = plain(await (await organizer.get(path)).text());
  const fields = {
    letter: hiddenField(html, "letter"),
    seen: hiddenField(html, "seen"),
    decision: "publish",
  };
  const takenBack = { display: "anonymous", publication: "private" } as const;
  const agreed = { display: "public", publication: "awaiting" } as const;
  await db.update(letters).set(takenBack).where(eq(letters.publicId, publicId));
  expect((await organizer.post(path, fields)).status).toBe(409);
  expect((await site.get(`/c/${campaign.slug}/letters/${publicId}`)).status).toBe(404);
  await db.update(letters).set(agreed).where(eq(letters.publicId, publicId));
  expect((await organizer.post(path, fields)).status).toBe(303);
  expect((await site.get(`/c/${campaign.slug}/letters/${publicId}`)).status).toBe(200);
});

test("a reply is recorded, published and removed, and forms keep what was typed", async () => {
  const campaign = await aCampaign(db);
  const organizer = await signedIn(site, campaign, "organizer");
  const email = "answered-writer@example.org";
  const letter = await aLetter(db, campaign, { email, publication: "published", display: "public" });
  const dispatch = await aHandedOver(db, campaign, { letterIds: [letter.id] });
  const path = `/organize/c/${campaign.slug}/letters/replies`;
  const fields = {
    dispatch: dispatch.publicId,
    received_on: "2026-10-13",
    from_whom: "Investor Relations",
    text: "<b>We</b> thank you.",
  };
  const foreign = await organizer.post(path, { ...fields, from_whom: "Office of {{ceo}}" });
  expect(foreign.status).toBe(422);
  expect(plain(await foreign.text())).toContain("Remove “{{ceo}}”: nothing fills it in here");
  const missing = await organizer.post(path, { ...fields, from_whom: " " });
  expect(missing.status).toBe(422);
  const html = plain(await missing.text());
  expect(html).toContain("Enter who sent it");
  expect(html).toContain("&lt;b&gt;We&lt;/b&gt; thank you.");

  expect((await organizer.post(path, fields)).headers.get("location")).toBe(`${path}?done=recorded`);
  for (const where of ["letters", `letters/${letter.publicId}`]) {
    const pageText = plain(await (await site.get(`/c/${campaign.slug}/${where}`)).text());
    expect(pageText).toContain("&lt;b&gt;We&lt;/b&gt; thank you.");
    expect(pageText).toContain("Investor Relations replied, October 13, 2026");
  }
  expect((await waitForMail(site, email)).text).toBeTruthy();
  const [reply] = await db.select().from(letterReplies).where(eq(letterReplies.campaignId, campaign.id));
  const second = await signedIn(site, campaign, "organizer");
  const again = { ...fields, text: "We thank you once more." };
  expect((await organizer.post(path, again)).headers.get("location")).toBe(`${path}?done=waits`);
  const waiting = plain(await (await second.get(path)).text());
  expect(waiting).toContain("Waiting for approval");
  expect(await (await site.get(`/c/${campaign.slug}/letters`)).text()).not.toContain("once more");
  const approval = {
    intent: "approve",
    reply: /name="reply" value="([0-9a-f-]{36})"/.exec(waiting)?.[1] ?? "",
  };
  expect((await organizer.post(path, approval)).status).toBe(409);
  expect((await second.post(path, approval)).headers.get("location")).toBe(`${path}?done=approved`);
  await expect
    .poll(async () => (await site.get(`/c/${campaign.slug}/letters`)).text())
    .toContain("once more");
  const removed = await organizer.post(path, { remove: reply?.publicId ?? "" });
  expect(removed.headers.get("location")).toBe(`${path}?done=removed`);
  await expect
    .poll(async () => (await site.get(`/c/${campaign.slug}/letters`)).text())
    .not.toContain("thank you.");
});
