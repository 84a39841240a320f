import { and, eq, isNotNull, sql } from "drizzle-orm";
import { areReceiptsUsedUp } from "#app/domain/queue/receipts-used-up.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { revokeNameTo, setConsents } from "#app/domain/supporters/consents.server.ts";
import { isNamedInPublic } from "#app/domain/supporters/is-public.server.ts";
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
  /** The companies that get the name, if there are several; null: the only one. */
  companyIds?: readonly number[] | null;
  /** When their link was made. */
  linkFrom: Date;
};

export type ProvenSignatureOutcome =
  | { outcome: "signed"; publicId: string }
  /** Signed before the link was made, so the receipt is not for the link's holder. */
  | { outcome: "already-signed" }
  | { outcome: "too-many-today" }
  /** They are gone, or their signature was invalidated. */
  | { outcome: "gone" };

/**
 * Signs for someone whose link proves who they are: it counts at once, and a receipt goes to their address. A
 * signature that counts stays; an unconfirmed one is replaced, with what it agreed to.
 */
export async function signProven(
  db: Db,
  keys: Keys,
  input: ProvenSignature,
  now = new Date(),
): Promise<ProvenSignatureOutcome> {
  const pending = await db.transaction(async (tx): Promise<ProvenSignatureOutcome> => {
    const [person] = await tx
      .select({ id: supporters.id })
      .from(supporters)
      .where(and(eq(supporters.publicId, input.supporterPublicId), isNotNull(supporters.confirmedAt)))
      .for("update");
    if (!person) return { outcome: "gone" };
    const { id: campaignId, petitionVersion } = input.campaign;
    const about = { campaignId, supporterId: person.id };
    const [known] = await tx
      .select({
        id: signatures.id,
        publicId: signatures.publicId,
        state: signatures.state,
        confirmedAt: signatures.confirmedAt,
        askedConsents: signatures.askedConsents,
      })
      .from(signatures)
      .where(and(eq(signatures.campaignId, campaignId), eq(signatures.supporterId, person.id)));
    if (known?.state === "invalidated") return { outcome: "gone" };
    if (known?.state === "confirmed" || known?.state === "quarantined") {
      const { confirmedAt, publicId } = known;
      const before = confirmedAt !== null && confirmedAt < input.linkFrom;
      return before ? { outcome: "already-signed" } : { outcome: "signed", publicId };
    }
    if (await areReceiptsUsedUp(tx, person.id, now)) return { outcome: "too-many-today" };
    const chosen = {
      display: input.display,
      listed: input.display !== "anonymous",
      askedConsents: [...input.consents],
      askedCompanyIds: input.companyIds ? [...input.companyIds] : null,
    };
    const imported = known?.state === "imported";
    // A stranger may have typed the unconfirmed signature: its words are discarded. A list's own words stay.
    const typed = { comment: null, source: null, referrer: null, shareLinkId: null };
    const asTheListSays = imported && known.askedConsents === null;
    const signed = {
      ...chosen,
      ...(!asTheListSays && typed),
      petitionVersion,
      signedAt: now,
      postedAt: null,
    };
    const [stored] = known
      ? await tx
          .update(signatures)
          .set({
            ...signed,
            state: imported ? ("imported" as const) : ("pending" as const),
            // An unconfirmed one keeps its id, since another request may be confirming it now.
            ...(known.state === "withdrawn" && { publicId: sql`gen_random_uuid()` }),
            withdrawnAt: null,
            confirmedAt: null,
          })
          .where(eq(signatures.id, known.id))
          .returning({ publicId: signatures.publicId })
      : await tx
          .insert(signatures)
          .values({ ...about, ...signed, receiptCode: createReceiptCode() })
          .returning({ publicId: signatures.publicId });
    const boxes: ConsentPurpose[] = ["deliver_to_company"];
    if (!(await isNamedInPublic(tx, about))) boxes.push("public_name");
    const asked = boxes.filter((purpose) => !input.consents.includes(purpose));
    const terms = { textVersion: consentTextVersion, locale: input.locale, granted: [], asked };
    await setConsents(tx, { ...about, ...terms }, now);
    if (input.companyIds) await revokeNameTo(tx, { ...about, except: input.companyIds }, now);
    return stored ? { outcome: "signed", publicId: stored.publicId } : { outcome: "gone" };
  });
  if (pending.outcome !== "signed") return pending;
  const done = await confirmSignature(db, keys, pending.publicId, now);
  return "publicId" in done ? { outcome: "signed", publicId: done.publicId } : { outcome: "gone" };
}
