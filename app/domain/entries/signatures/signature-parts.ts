import type { Agreement } from "#app/domain/supporters/consent.ts";
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
  firstCompanyId: number;
};

type Asking = {
  askedConsents: readonly string[] | null;
  askedCompanyIds: readonly number[] | null;
  firstCompanyId: number;
};

/** Returns what is in force once a signature is confirmed: what is now, with what its form agreed to. */
export const agreedOnceConfirmed = (
  { purposes, nameTo }: Agreement,
  { askedConsents, askedCompanyIds, firstCompanyId }: Asking,
): Agreement => {
  const asked = (askedConsents ?? []) as Agreement["purposes"];
  const askedFor = asked.includes("deliver_to_company") ? (askedCompanyIds ?? [firstCompanyId]) : [];
  return {
    purposes: [...new Set([...purposes, ...asked])],
    nameTo: [...new Set([...nameTo, ...askedFor])].sort((one, other) => one - other),
  };
};

/** Lists what a signature's owner confirms. `agreed`: what is in force once they did. */
export const signatureParts = (signature: Confirmable, { purposes, nameTo }: Agreement) => ({
  petition: signature.petitionVersion,
  name: signature.name,
  country: signature.country,
  postalCode: signature.postalCode,
  address: signature.email,
  language: signature.locale,
  comment: signature.comment,
  display: signature.display,
  // As before there were several companies: pages open during an upgrade still confirm.
  deliver: nameTo.join() === `${signature.firstCompanyId}` || (nameTo.length > 0 && nameTo),
  updates: purposes.includes("updates"),
});
