import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { namesAwaitingReview, packs, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, changeRows, storeRow } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { agreeTo, aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const agreed = ["sign", "deliver_to_company"] as const;

async function isWaiting({ id }: { id: number }) {
  return (await db.$count(namesAwaitingReview, eq(namesAwaitingReview.signatureId, id))) > 0;
}

const looked = ({ id }: { id: number }) =>
  db.delete(namesAwaitingReview).where(eq(namesAwaitingReview.signatureId, id));

test("a name waits to be checked once it may be handed over, and again when it changes", async () => {
  const campaign = await aCampaign(db);
  const withheld = await aStoredSignature(db, campaign, { consents: ["sign"] });
  const pending = await aStoredSignature(db, campaign, { state: "pending", consents: agreed });
  expect([await isWaiting(withheld.signature), await isWaiting(pending.signature)]).toEqual([false, false]);

  const at = new Date();
  await changeRows(db, signatures, pending.signature.id, { state: "confirmed", confirmedAt: at });
  expect(await isWaiting(pending.signature)).toBe(true);

  await agreeTo(db, "deliver_to_company", withheld.supporter.id, campaign, { grantedAt: at });
  expect(await isWaiting(withheld.signature)).toBe(true);

  await looked(pending.signature);
  const rename = (name: string) =>
    db.update(supporters).set({ name, country: "CA" }).where(eq(supporters.id, pending.supporter.id));
  await rename(pending.supporter.name);
  expect(await isWaiting(pending.signature)).toBe(false);
  await rename("Another Sample");
  expect(await isWaiting(pending.signature)).toBe(true);
});

test("what was made of a pack stays, and nobody approves what they asked for", async () => {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign });
  const at = new Date();
  const own = { askedById: organizer.id, approvedById: organizer.id, approvedAt: at };
  await expect(db.insert(packs).values({ campaignId: campaign.id, number: 1, ...own })).rejects.toMatchObject(
    { cause: { constraint_name: "packs_never_approved_by_who_asked" } },
  );

  const hash = Buffer.alloc(32, 1);
  const pack = await storeRow(db, packs, {
    campaignId: campaign.id,
    number: 1,
    ...own,
    approvedAlone: true,
    madeAt: at,
    signatures: 1,
    letters: 0,
    letterIds: [],
    manifest: "{}",
    manifestSha256: hash,
    sha256: hash,
    bytes: 1,
    manifestSignature: Buffer.alloc(64, 2),
  });
  const change = (values: object) => changeRows(db, packs, pack.id, values);
  await expect(change({ signatures: 2 })).rejects.toThrow();
  await expect(change({ manifest: "{ }" })).rejects.toThrow();
  await expect(
    change({ handedOverAt: sql`made_at - interval '1 day'`, handedOverTo: "The desk" }),
  ).rejects.toThrow();
  await change({ handedOverAt: at, handedOverTo: "The desk" });
});
