import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sign } from "#tests/support/sign.ts";

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
    { numRuns: process.env.FULL ? 60 : 20 },
  );
}, 120_000);
