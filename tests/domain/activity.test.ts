import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sign, signatureOf } from "#tests/support/sign.ts";

const db = await aDatabase();
const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };

/** What of a campaign's counters differs from its rows. */
const driftOf = async ({ slug }: { slug: string }) =>
  (await listCounterDrift(db)).filter(({ campaign }) => campaign === slug);

/** A campaign's hourly sums, as `measure value @hour`. */
async function hoursOf(campaign: { id: number }) {
  const rows = await db.execute<{ key: string; n: string }>(sql`
    select trim(measure || ' ' || value) || ' @' || to_char(hour at time zone 'UTC', 'HH24') as key,
      sum(n) as n
    from activity_hours where campaign_id = ${campaign.id} group by 1 having sum(n) <> 0`);
  return Object.fromEntries(rows.map(({ key, n }) => [key, Number(n)]));
}

async function signAt(campaign: Awaited<ReturnType<typeof aCampaign>>, to: string, at: string) {
  await sign(db, aSignatureInput(campaign, { to, source: "poster", referrer: "news.example" }), new Date(at));
  const { signature, supporter } = await signatureOf(db, to);
  const row = { signature: signature.publicId, person: supporter.publicId, supporterId: supporter.id };
  return row;
}

test("each hour knows who signed, by mail provider, and who joined, from where", async () => {
  const campaign = await aCampaign(db);
  const one = await signAt(campaign, `a.${campaign.slug}@gmail.com`, "2026-11-02T10:58:00Z");
  await signAt(campaign, `b.${campaign.slug}@company.example`, "2026-11-02T10:59:00Z");
  await confirmSignature(db, testKeys, one.signature, new Date("2026-11-02T11:01:00Z"));
  expect(await hoursOf(campaign)).toEqual({
    "signed gmail @10": 1,
    "signed other @10": 1,
    "confirmed gmail @11": 1,
    "wait gmail 5m @10": 1,
    "joined @11": 1,
    "country US @11": 1,
    "source poster @11": 1,
    "referrer news.example @11": 1,
  });
});

test("who was erased counts on in the hours, and who withdrew has left", async () => {
  const campaign = await aCampaign(db);
  const one = await signAt(campaign, `c.${campaign.slug}@gmail.com`, "2026-11-02T10:00:00Z");
  const two = await signAt(campaign, `d.${campaign.slug}@proton.me`, "2026-11-02T10:00:00Z");
  for (const { signature } of [one, two])
    await confirmSignature(db, testKeys, signature, new Date("2026-11-02T10:01:00Z"));
  await eraseSupporter(db, ports, { publicId: one.person, actor: "supporter" });
  const owned = { supporterId: two.supporterId, publicId: two.signature };
  await withdrawSignature(db, owned, new Date("2026-11-02T13:00:00Z"));
  const hours = await hoursOf(campaign);
  expect(hours).toMatchObject({
    "joined @10": 2,
    "left @13": 1,
    "signed-gone @10": 1,
    "confirmed-gone @10": 1,
  });
  expect(await driftOf(campaign)).toEqual([]);
});

test("a day that does not agree with its rows is reported", async () => {
  const campaign = await aCampaign(db);
  const one = await signAt(campaign, `e.${campaign.slug}@gmail.com`, "2026-11-02T10:00:00Z");
  await confirmSignature(db, testKeys, one.signature, new Date("2026-11-02T10:01:00Z"));
  await db.execute(
    sql`update activity_hours set n = n + 1
      where campaign_id = ${campaign.id} and measure in ('signed', 'joined')`,
  );
  expect(await driftOf(campaign)).toEqual([
    { campaign: campaign.slug, counter: "joined by hour", stored: 2, counted: 1 },
    { campaign: campaign.slug, counter: "signed on 2026-11-02", stored: 2, counted: 1 },
  ]);
});
