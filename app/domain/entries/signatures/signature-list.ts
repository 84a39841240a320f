import { day, oneOf } from "#app/domain/base/list.ts";
import { type SignatureState, signatureStates } from "./signature.ts";

export type ListedSignature = {
  publicId: string;
  signedAt: string;
  name: string;
  email: string;
  country: string;
  postalCode: string | null;
  state: SignatureState;
  source: string | null;
};

export const signatureFilters = {
  state: oneOf(signatureStates),
  from: day("from this day"),
  to: day("through this day"),
};
