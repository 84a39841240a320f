import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tellWriter, tellWriters } from "#app/domain/letters/tell-writer.server.ts";
import { deliveries } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter } from "#tests/support/letters.ts";

const db = await aDatabase();

test("what is told to a writer is queued with the deed, however many mails they got today", async () => {
  const campaign = await aCampaign(db);
  const letter = await aLetter(db, campaign);
  const now = new Date();
  await db.transaction(async (tx) => {
    for (const template of ["letter-receipt", "letter-held", "letter-refused", "letter-replied"] as const)
      await tellWriter(tx, { letterId: letter.id, template }, now);
    await tellWriters(tx, { letterIds: [letter.id], template: "letter-sent" }, now);
  });
  const mails = await db.select().from(deliveries).where(eq(deliveries.letterId, letter.id));
  expect(mails.map(({ template }) => template)).toEqual([
    ...["letter-receipt", "letter-held", "letter-refused", "letter-replied", "letter-sent"],
  ]);
  expect(mails.every(({ supporterId }) => supporterId === letter.supporterId)).toBe(true);
});
