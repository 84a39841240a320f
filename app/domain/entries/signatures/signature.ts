import { periods } from "#app/domain/base/periods.ts";

/**
 * States of a signature. Only `confirmed` counts; `imported` is counted separately until its owner confirms
 * it here; `quarantined` was confirmed and is on hold for review.
 */
export const signatureStates = [
  "pending",
  "confirmed",
  "withdrawn",
  "invalidated",
  "imported",
  "quarantined",
] as const;
export type SignatureState = (typeof signatureStates)[number];

/** Returns the state shown to a signature's owner: a faker must not learn that it was noticed. */
export const stateForOwner = (state: SignatureState): Exclude<SignatureState, "quarantined"> =>
  state === "quarantined" ? "confirmed" : state;

/** How a signer appears in public. */
export const signatureDisplays = ["anonymous", "initials", "public"] as const;
export type SignatureDisplay = (typeof signatureDisplays)[number];

export const maxCommentLength = 1000;

/** Days until an unconfirmed signature is deleted and its link stops working. */
export const confirmWithinDays = periods.unconfirmedDays;

/** Confirmation emails per address and day, while nobody has proved to own the address. */
export const confirmationsPerDay = 2;

/** Newest unconfirmed letters, or pledge versions, kept for one person without an email. */
export const maxUnmailed = 10;

/** Version of the consent texts in the catalogue; raise it when their meaning changes. */
export const consentTextVersion = "2027-02";

/** From this version on, those who agree to be shown read that their comment may be shown too. */
export const commentsPublicSince = "2026-12";
