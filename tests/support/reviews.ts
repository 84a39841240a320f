import { eq } from "drizzle-orm";
import type { Scored } from "#app/domain/review/scoring/score.ts";
import type { Db } from "#db/index.ts";
import { signatureReviews, signatures } from "#db/schema/index.ts";
import { aStoredSignature } from "./signatures.ts";

/** Makes a confirmed signature that is on hold. */
export async function aSignatureOnHold(
  db: Db,
  campaign: { id: number },
  {
    reasons = ["honeypot"],
    score = 100,
    ...values
  }: Partial<Scored> & Parameters<typeof aStoredSignature>[2] = {},
) {
  const stored = await aStoredSignature(db, campaign, values);
  const { id } = stored.signature;
  const [review] = await db
    .insert(signatureReviews)
    .values({ signatureId: id, campaignId: campaign.id, reasons, score })
    .returning();
  if (!review) throw new Error("no review was stored");
  await db.update(signatures).set({ state: "quarantined" }).where(eq(signatures.id, id));
  return { ...stored, review };
}
