import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { canonicalAddress } from "#app/domain/base/address.ts";
import type { SignatureState } from "#app/domain/entries/signatures/signature.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { Db } from "#db/index.ts";
import { consents, namesAwaitingReview, signatures, supporters } from "#db/schema/index.ts";
import { storeRow } from "./builders.ts";

type Values = {
  state?: SignatureState;
  consents?: readonly ConsentPurpose[];
  /** The consents' text version. */
  textVersion?: string;
} & Partial<Pick<typeof supporters.$inferInsert, "name" | "email" | "country" | "postalCode">> &
  Partial<typeof signatures.$inferInsert>;

let signed = 0;

/** Stores a row as signing and confirming do, with any values, later than the one before. */
export async function aStoredSignature(
  db: Db,
  campaign: { id: number },
  {
    state = "confirmed",
    consents: agreed = ["sign"],
    name = "Ana Sample",
    country = "US",
    textVersion = "2026-11",
    ...values
  }: Values = {},
) {
  const { email = `stored-${randomInt(2 ** 47)}@example.org`, postalCode = null, ...rest } = values;
  const signedAt = rest.signedAt ?? new Date(Date.UTC(2026, 9, 1, 0, 0, signed++));
  const at = rest.confirmedAt ?? signedAt;
  const supporter = await storeRow(db, supporters, {
    email,
    emailCanonical: canonicalAddress(email),
    name,
    country,
    postalCode,
    createdAt: signedAt,
  });
  const signature = await storeRow(db, signatures, {
    campaignId: campaign.id,
    supporterId: supporter.id,
    petitionVersion: 1,
    receiptCode: aReceiptCode(),
    ...rest,
    state,
    signedAt,
    confirmedAt: state === "pending" ? null : at,
    withdrawnAt: state === "withdrawn" ? at : null,
    invalidatedAt: state === "invalidated" ? at : null,
  });
  const terms = { textVersion, grantedAt: signedAt };
  if (agreed.length > 0)
    await db
      .insert(consents)
      .values(agreed.map((purpose) => consentTo(purpose, supporter.id, campaign, terms)));
  return { supporter, signature };
}

const consentTo = (
  purpose: ConsentPurpose,
  supporterId: number,
  campaign: { id: number },
  values: Partial<typeof consents.$inferInsert> = {},
) => ({ supporterId, campaignId: campaign.id, purpose, textVersion: "2026-11", locale: "en", ...values });

/** Stores that somebody agrees to something in a campaign. */
export const agreeTo = (db: Db, ...consent: Parameters<typeof consentTo>) =>
  storeRow(db, consents, consentTo(...consent));

/** Signs with a name that may be delivered: agreed to, reviewed, and nothing was found. */
export async function aNameThatMayGo(
  db: Db,
  campaign: { id: number },
  values: Omit<Values, "consents"> = {},
) {
  const stored = await aStoredSignature(db, campaign, {
    ...values,
    consents: ["sign", "deliver_to_company"],
  });
  await db.delete(namesAwaitingReview).where(eq(namesAwaitingReview.signatureId, stored.signature.id));
  return stored;
}

export function aReceiptCode(): string {
  const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const part = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
  return `${part(4)}-${part(4)}-${part(2)}`;
}
