import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter } from "#tests/support/letters.ts";
import { sign } from "#tests/support/sign.ts";
import { aReceiptCode } from "#tests/support/signatures.ts";

const db = await aDatabase();
const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };

type Step = { act: "sign" | "confirm" | "withdraw" | "erase"; who: number };

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom("sign", "confirm", "withdraw", "erase"),
  who: fc.integer({ min: 0, max: 3 }),
});

async function find(campaignId: number, email: string) {
  const [row] = await db.execute<{ person: string; signature: string; supporter: string }>(sql`
    select p.public_id as person, s.public_id as signature, p.id as supporter
    from supporters p join signatures s on s.supporter_id = p.id
    where s.campaign_id = ${campaignId} and p.email = ${email}`);
  return row;
}

test("counters equal count(*) after any sequence of sign, confirm, withdraw and erase", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const campaign = await aCampaign(db);
      const everCounted = new Set<number>();
      const withdrawn = new Set<number>();
      let now = Date.now();

      for (const { act, who } of steps) {
        now += 3_600_000;
        const to = `p${who}-${campaign.slug}@example.org`;
        if (act === "sign") {
          await sign(db, aSignatureInput(campaign, { to }), new Date(now));
          continue;
        }
        const found = await find(campaign.id, to);
        if (!found) continue;
        if (act === "confirm") {
          const { outcome } = await confirmSignature(db, testKeys, found.signature, new Date(now));
          if (outcome === "confirmed") {
            everCounted.add(who);
            withdrawn.delete(who);
          }
        }
        if (act === "withdraw") {
          const owned = { supporterId: Number(found.supporter), publicId: found.signature };
          const { outcome } = await withdrawSignature(db, owned, new Date(now));
          if (outcome === "withdrawn") withdrawn.add(who);
        }
        if (act === "erase") {
          await eraseSupporter(db, ports, { publicId: found.person, actor: "supporter" }, new Date(now));
        }
      }

      const [kept] = await db.execute(sql`
        select coalesce(sum(pending), 0)::int pending, coalesce(sum(confirmed), 0)::int confirmed,
          coalesce(sum(withdrawn), 0)::int withdrawn, coalesce(sum(invalidated), 0)::int invalidated,
          coalesce(sum(erased), 0)::int erased
        from campaign_counts where campaign_id = ${campaign.id}`);
      const [recounted] = await db.execute(sql`
        select count(*) filter (where state = 'pending')::int pending,
          count(*) filter (where state = 'confirmed')::int confirmed,
          count(*) filter (where state = 'withdrawn')::int withdrawn,
          count(*) filter (where state = 'invalidated')::int invalidated,
          (select count(*)::int from erased_signatures e where e.campaign_id = ${campaign.id}) erased
        from signatures where campaign_id = ${campaign.id}`);
      expect(kept).toEqual(recounted);
      // Each person counts once at most, and not while withdrawn.
      const counts = Number(kept?.confirmed) + Number(kept?.erased);
      expect(counts).toBe([...everCounted].filter((who) => !withdrawn.has(who)).length);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test("a counter of letters that differs from its rows is found", async () => {
  const campaign = await aCampaign(db);
  await aLetter(db, campaign, { selfSentAt: new Date(), selfSentWay: "post" });
  const handedOver = { state: "sent", sentSha256: Buffer.alloc(32, 7), handedOverAt: new Date() } as const;
  const { supporterId } = await aLetter(db, campaign, handedOver);
  await db.execute(sql`delete from supporters where id = ${supporterId}`);
  const ofLetters = async () =>
    (await listCounterDrift(db)).filter((drift) => drift.campaign === campaign.slug);
  expect(await ofLetters()).toEqual([]);
  await db.execute(sql`update letter_counts c set
      erased = case when slot = lowest then 3 else 0 end, sent = case when slot = lowest then 1 else 0 end
    from (select min(slot) lowest from letter_counts where campaign_id = ${campaign.id}) l
    where campaign_id = ${campaign.id}`);
  expect(await ofLetters()).toMatchObject([
    { counter: "letters erased", counted: 1 },
    { counter: "letters sent", stored: 1, counted: 0 },
  ]);
});

test("a statement changes counters of several campaigns in the order of their ids", async () => {
  const campaigns = [];
  for (let n = 0; n < 24; n++) campaigns.push((await aCampaign(db)).id);
  const [person] = await db
    .insert(supporters)
    .values({ name: "Ana", email: "order@example.org", emailCanonical: "order@example.org", country: "US" })
    .returning();
  const at = new Date();
  await db
    .insert(signatures)
    .values(
      campaigns.map((campaignId) => ({
        campaignId,
        supporterId: person?.id ?? 0,
        petitionVersion: 1,
        receiptCode: aReceiptCode(),
        state: "confirmed" as const,
        signedAt: at,
        confirmedAt: at,
      })),
    );
  for (const table of ["campaign_counts", "petition_counts"]) {
    const rows = await db.execute<{ id: number }>(sql`
      select campaign_id as id from ${sql.raw(table)} where campaign_id in ${campaigns} order by ctid`);
    expect(rows.map(({ id }) => id)).toEqual(campaigns);
  }
});
