import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { verifyPack } from "#app/domain/outgoing/packs/verifying/verify-pack.server.ts";
import { auditEntries, campaignOrganizers, nameReviews, packs, watchedNames } from "#db/schema/index.ts";
import { aCampaign, rowIn, rowsIn } from "#tests/support/builders.ts";
import { aLetter } from "#tests/support/letters.ts";
import { anOrganizer, aSession, aStolenSession } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { signedIn } from "#tests/support/signed-in.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;
const agreed = ["sign", "deliver_to_company"] as const;

const packOf = async (campaign: { id: number }) => {
  return rowIn(db, packs, { campaignId: campaign.id });
};

test("names and packs open for who carries their right, in their campaign", async () => {
  const [campaign, other] = [await aCampaign(db), await aCampaign(db)];
  await aStoredSignature(db, campaign, { name: "Mickey Mouse", consents: agreed });
  await screenNewNames(db);
  const base = `/organize/c/${campaign.slug}`;
  const opens: [OrganizerRole, number, number][] = [
    ["reviewer", 200, 403],
    ["exporter", 403, 200],
  ];
  for (const [role, names, packsPage] of opens) {
    const { headers } = await signedIn(site, campaign, role);
    const answer = await site.get(`${base}/names`, headers);
    expect([role, answer.status]).toEqual([role, names]);
    expect((await answer.text()).includes("Mickey Mouse"), role).toBe(names === 200);
    expect([role, (await site.get(`${base}/packs`, headers)).status]).toEqual([role, packsPage]);
    const asked = await site.post(`${base}/packs`, { intent: "ask" }, headers);
    expect([role, asked.status]).toEqual([role, packsPage === 200 ? 303 : 403]);
    const watched = await site.post(`${base}/names`, { intent: "watch", watch: `Watched ${role}` }, headers);
    expect([role, watched.status]).toEqual([role, names === 200 ? 303 : 403]);
  }
  expect(await db.$count(packs, eq(packs.campaignId, campaign.id))).toBe(1);
  // The id does not open under another campaign.
  const file = `/organize/c/${other.slug}/packs/${(await packOf(campaign)).publicId}.zip`;
  expect((await site.post(file, {}, (await signedIn(site, other)).headers)).status).toBe(404);
});

test("a pack is requested, approved by another, fetched once, and handed over", async () => {
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign, { name: "Łucja Handed", consents: agreed });
  await aLetter(db, campaign, { name: "Walter Writer" });
  const [asker, approver] = [await signedIn(site, campaign), await signedIn(site, campaign)];
  const page = `/organize/c/${campaign.slug}/packs`;
  const press = (who: typeof asker, fields: Record<string, string>) => who.post(page, fields);
  expect(await (await asker.get(page)).text()).toContain("No pack yet");
  expect((await press(asker, { intent: "ask" })).status).toBe(303);
  const pack = (await packOf(campaign)).publicId;
  const file = `${page}/${pack}.zip`;

  expect((await asker.post(file, {})).status).toBe(409);
  expect((await press(asker, { intent: "approve", pack })).status).toBe(409);
  for (const path of [page, file]) await approver.get(path);
  expect((await packOf(campaign)).approvedAt).toBeNull();
  expect((await press(approver, { intent: "approve", pack })).status).toBe(303);
  for (const path of [page, file]) await approver.get(path);
  expect((await packOf(campaign)).startedAt).toBeNull();

  const fetched = await asker.post(file, {});
  expect(fetched.status).toBe(200);
  expect(fetched.headers.get("content-disposition")).toBe(
    `attachment; filename="pack-1-${campaign.slug}.zip"`,
  );
  const bytes = Buffer.from(await fetched.arrayBuffer());
  const published = await (await site.get(`/c/${campaign.slug}/pack-key.json`)).json();
  const verified = await verifyPack(bytes, { key: published.keys[0] });
  expect(verified).toMatchObject({ findings: [], keyChecked: true, manifest: { signatures: { rows: 1 } } });
  expect((await asker.post(file, {})).status).toBe(410);
  expect(await (await asker.get(page)).text()).toContain("Record the handover");

  const wrong = await press(asker, {
    intent: "hand-over",
    pack,
    day: "2026-13-01",
    time: "9",
    to: "The desk & door",
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="The desk &amp; door"');
  const [day = "", time = ""] = new Date().toISOString().slice(0, 16).split("T");
  const recorded = await press(asker, { intent: "hand-over", pack, day, time, to: "The front desk" });
  expect(recorded.headers.get("location")).toMatch(/done=hand-over-waits$/);
  const waits = await (await approver.get(page)).text();
  expect(waits).toContain("it counts once a second person approves it");
  const seen = /name="seen" value="([^"]+)"/.exec(waits)?.[1] ?? "";
  const letting = { intent: "approve-hand-over", pack, seen };
  expect((await press(approver, { ...letting, seen: "else" })).status).toBe(409);
  const over = await press(asker, { intent: "hand-over", pack, day, time, to: "Elsewhere" });
  expect(await over.text()).toContain("is already recorded and needs approval");
  expect((await press(asker, letting)).status).toBe(409);
  expect(waits).not.toContain('value="discard"');
  const early = await press(asker, { intent: "discard", pack });
  expect(early.status).toBe(409);
  expect(await early.text()).toContain("a recorded handover needs approval");
  const counted = await press(approver, letting);
  expect(counted.headers.get("location")).toMatch(/done=handed-over&letters=1$/);
  expect(await (await asker.get(page)).text()).toContain("The front desk");
  // An outdated page's form changes nothing.
  const stale = await press(asker, { intent: "discard", pack });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain("It is not made yet, or was already handed over or discarded.");
});

test("who may only approve opens the packs, approves, and gets no file", async () => {
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign, { name: "Łucja Handed", consents: agreed });
  const asker = await signedIn(site, campaign);
  const luis = await anOrganizer(db);
  const rights = ["view", "view-names", "review", "approve"];
  const createdAt = new Date("2026-03-01T00:00:00Z");
  const membership = {
    campaignId: campaign.id,
    organizerId: luis.id,
    role: "reviewer",
    rights,
    createdAt,
  } as const;
  await db.insert(campaignOrganizers).values(membership);
  const headers = { cookie: `session=${await aSession(db, luis)}` };
  const page = `/organize/c/${campaign.slug}/packs`;
  await asker.post(page, { intent: "ask" });
  const pack = (await packOf(campaign)).publicId;
  const shown = await (await site.get(page, headers)).text();
  expect(shown).toContain('value="approve"');
  expect(shown).not.toContain('value="ask"');
  expect((await site.post(page, { intent: "approve", pack }, headers)).status).toBe(303);
  expect((await packOf(campaign)).approvedAlone).toBe(false);
  expect((await site.post(`${page}/${pack}.zip`, {}, headers)).status).toBe(403);
  expect(await (await site.get(page, headers)).text()).not.toContain(`${pack}.zip`);
});

test("a sole approver reauthenticates and approves alone, which is shown", async () => {
  const campaign = await aCampaign(db);
  const only = await anOrganizer(db, { campaign });
  const [headers, stolen] = [
    { cookie: `session=${await aSession(db, only)}` },
    { cookie: `session=${await aStolenSession(db, only)}` },
  ];
  const page = `/organize/c/${campaign.slug}/packs`;
  await site.post(page, { intent: "ask" }, stolen);
  const { publicId: pack } = await packOf(campaign);
  expect(await (await site.get(page, headers)).text()).toContain("Approve it alone");
  const asked = await site.post(page, { intent: "approve", pack }, stolen);
  expect(asked.status).toBe(403);
  expect(await asked.text()).toContain("Confirm it’s you");
  expect((await packOf(campaign)).approvedAt).toBeNull();

  expect((await site.post(page, { intent: "approve", pack }, headers)).status).toBe(303);
  expect((await packOf(campaign)).approvedAlone).toBe(true);
  expect(await (await site.get(page, headers)).text()).toContain("Requested and approved alone by");
  const actions = await rowsIn(db, auditEntries, { subject: pack });
  expect(actions.map(({ action }) => action)).toEqual(["pack-asked", "pack-approved-alone"]);
});

test("several names are decided in one form and undone by one button", async () => {
  const campaign = await aCampaign(db);
  for (const name of ["Darth Vader", "Super Mario", "Peter Pan"])
    await aStoredSignature(db, campaign, { name, consents: agreed });
  await screenNewNames(db);
  const { headers } = await signedIn(site, campaign, "reviewer");
  const page = `/organize/c/${campaign.slug}/names`;
  const stored = () =>
    db.select().from(nameReviews).where(eq(nameReviews.campaignId, campaign.id)).orderBy(nameReviews.id);
  await expect.poll(async () => (await stored()).length).toBe(3);
  const [one, two] = await stored();
  const decide = (body: string) =>
    fetch(`${site.url}${page}`, {
      method: "POST",
      redirect: "manual",
      body,
      headers: { ...headers, origin: site.url, "content-type": "application/x-www-form-urlencoded" },
    });
  const none = await decide("intent=hide");
  expect(none.status).toBe(422);
  expect(await none.text()).toContain("Choose at least one name or comment");
  expect((await decide("intent=hide&review=x")).status).toBe(422);

  const hidden = await decide(`intent=hide&review=${one?.publicId}&review=${two?.publicId}`);
  expect(hidden.status).toBe(303);
  const pageText = await (await site.get(hidden.headers.get("location") ?? "", headers)).text();
  expect(pageText).toContain("2 left out.");
  const at = /name="at" value="([^"]+)"/.exec(pageText)?.[1] ?? "";
  expect((await stored()).map(({ state }) => state)).toEqual(["hidden", "hidden", "queued"]);
  await site.get(`${page}?done=undone&at=${at}`, headers);
  expect((await stored()).filter(({ state }) => state === "hidden")).toHaveLength(2);
  expect((await site.post(page, { intent: "undo", at }, headers)).status).toBe(303);
  expect((await stored()).every(({ state }) => state === "queued")).toBe(true);

  const short = await site.post(page, { intent: "watch", watch: "x" }, headers);
  expect(short.status).toBe(422);
  expect(await short.text()).toMatch(/name="watch"[^>]*value="x"|value="x"[^>]*name="watch"/);
  expect(await db.$count(watchedNames, eq(watchedNames.campaignId, campaign.id))).toBe(0);
});
