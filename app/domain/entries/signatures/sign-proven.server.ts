import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { setConsents } from "#app/domain/supporters/set-consents.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { signatures, supporters } from "#db/schema/index.ts";
import { confirmSignature } from "./confirm-signature.server.ts";
import { createReceiptCode } from "./receipt-code.server.ts";
import { consentTextVersion, type SignatureDisplay } from "./signature.ts";

type ProvenSignature = {
  supporterPublicId: string;
  campaign: { id: number; petitionVersion: number };
  display: SignatureDisplay;
  locale: string;
  consents: readonly ConsentPurpose[];
};

/**
 * Signs for someone whose link proves who they are: it counts at once, and a receipt goes to their address. A
 * signature that counts is left as it is. Null for somebody gone, or whose signature was set aside.
 */
export async function signProven(
  db: Db,
  keys: Keys,
  input: ProvenSignature,
  now = new Date(),
): Promise<string | null> {
  const publicId = await db.transaction(async (tx) => {
    const [person] = await tx
      .select({ id: supporters.id })
      .from(supporters)
      .where(and(eq(supporters.publicId, input.supporterPublicId), isNotNull(supporters.confirmedAt)))
      .for("update");
    if (!person) return null;
    const { id: campaignId, petitionVersion } = input.campaign;
    const about = { campaignId, supporterId: person.id };
    const [known] = await tx
      .select({ id: signatures.id, publicId: signatures.publicId, state: signatures.state })
      .from(signatures)
      .where(and(eq(signatures.campaignId, campaignId), eq(signatures.supporterId, person.id)));
    if (known?.state === "invalidated") return null;
    if (known && known.state !== "pending" && known.state !== "withdrawn") return known.publicId;
    const said = {
      petitionVersion,
      display: input.display,
      listed: input.display !== "anonymous",
      signedAt: now,
    };
    const [stored] = known
      ? await tx
          .update(signatures)
          .set({
            ...said,
            state: "pending",
            // One that waits keeps its id, by which another post of this moment may be confirming it.
            ...(known.state === "withdrawn" && { publicId: sql`gen_random_uuid()` }),
            withdrawnAt: null,
            confirmedAt: null,
          })
          .where(eq(signatures.id, known.id))
          .returning({ publicId: signatures.publicId })
      : await tx
          .insert(signatures)
          .values({ ...about, ...said, receiptCode: createReceiptCode() })
          .returning({ publicId: signatures.publicId });
    const terms = {
      textVersion: consentTextVersion,
      locale: input.locale,
      granted: input.consents,
      asked: [],
    };
    await setConsents(tx, { ...about, ...terms }, now);
    return stored?.publicId ?? null;
  });
  if (publicId === null) return null;
  const done = await confirmSignature(db, keys, publicId, now);
  return "publicId" in done ? done.publicId : null;
}
