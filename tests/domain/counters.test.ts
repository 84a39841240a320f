import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { signatures, supporters } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aReceiptCode } from "#tests/support/signatures.ts";

const db = await aDatabase();

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
