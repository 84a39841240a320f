import type { LetterInput } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import type { PledgeInput } from "#app/domain/entries/pledges/pledge.server.ts";
import type { SignInput, Traced } from "#app/domain/entries/signatures/insert-signatures.server.ts";

/** A form with an address that may not be its sender's. JSON. `companyId`: of the pledge's meeting. */
export type WaitingForm =
  | { kind: "manage-link"; canonical: string }
  | { kind: "resend"; canonical: string; campaignId: number }
  | { kind: "signature"; input: SignInput; traced: Traced }
  | { kind: "pledge"; input: PledgeInput; companyId?: number }
  | { kind: "letter"; input: LetterInput };

/** Returns the canonical address that a form names. */
export const canonicalOf = (form: WaitingForm): string =>
  "input" in form ? form.input.email.canonical : form.canonical;
