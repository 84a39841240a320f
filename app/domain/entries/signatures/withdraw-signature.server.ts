import { and, eq, inArray } from "drizzle-orm";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import { isNamedInPublic } from "#app/domain/supporters/is-public.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { signatures } from "#db/schema/index.ts";
import { lockSignature } from "./lock-signature.server.ts";
import { consentTextVersion } from "./signature.ts";

/**
 * Withdraws a confirmed or imported signature and counts it out in the same transaction. Updates by email,
 * and what a letter or pledge needs, remain.
 */
export async function withdrawSignature(
  db: Db,
  { supporterId, publicId }: { supporterId: number; publicId: string },
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-confirmed" }> {
  return db.transaction(async (tx) => {
    const known = await lockSignature(tx, publicId);
    if (known?.supporterId !== supporterId) return { outcome: "not-confirmed" };
    return { outcome: (await withdrawLocked(tx, known, now)) ? "withdrawn" : "not-confirmed" };
  });
}

/** Withdraws for a locked person. False when there was nothing to withdraw. */
export async function withdrawLocked(
  tx: Tx,
  { id, campaignId, supporterId }: { id: number; campaignId: number; supporterId: number },
  now: Date,
): Promise<boolean> {
  const withdrawn = await tx
    .update(signatures)
    .set({
      state: "withdrawn",
      withdrawnAt: now,
      display: "anonymous",
      askedConsents: null,
      askedCompanyIds: null,
    })
    .where(and(eq(signatures.id, id), inArray(signatures.state, ["confirmed", "imported", "quarantined"])))
    .returning({ id: signatures.id });
  if (withdrawn.length === 0) return false;
  const about = { supporterId, campaignId, textVersion: consentTextVersion, locale: "en" };
  const asked = [
    ...(["sign", "deliver_to_company"] as const),
    ...((await isNamedInPublic(tx, about)) ? [] : (["public_name"] as const)),
  ];
  await setConsents(tx, { ...about, granted: [], asked }, now);
  return true;
}
