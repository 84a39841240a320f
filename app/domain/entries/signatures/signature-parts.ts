import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { SignatureDisplay } from "./signature.ts";

type Confirmable = {
  petitionVersion: number;
  name: string;
  country: string;
  postalCode: string | null;
  email: string;
  locale: string;
  comment: string | null;
  display: SignatureDisplay;
};

/** Returns the purposes in force once a signature is confirmed, with those that its form agreed to. */
export const consentsOnceConfirmed = (
  inForce: readonly ConsentPurpose[],
  { askedConsents }: { askedConsents: readonly string[] | null },
) => [...new Set([...inForce, ...((askedConsents ?? []) as ConsentPurpose[])])];

/** What the owner of a signature confirms with it. `consents`: the purposes in force once they did. */
export const signatureParts = (signature: Confirmable, consents: readonly ConsentPurpose[]) => ({
  petition: signature.petitionVersion,
  name: signature.name,
  country: signature.country,
  postalCode: signature.postalCode,
  address: signature.email,
  language: signature.locale,
  comment: signature.comment,
  display: signature.display,
  deliver: consents.includes("deliver_to_company"),
  updates: consents.includes("updates"),
});
