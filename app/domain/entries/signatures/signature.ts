import { periods } from "#app/domain/base/periods.ts";

/**
 * The states of a signature. Only `confirmed` counts; `imported` is told apart, until its owner confirms it
 * here; `quarantined` was confirmed and waits for an organizer's review.
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

export const commentAtMost = 1000;

/** Days until an unconfirmed signature is deleted, and until its link stops working. */
export const confirmWithinDays = periods.unconfirmedDays;

/** Mails that ask to confirm, an address and day, while nobody has proved to own it. */
export const confirmationsPerDay = 2;

/** Unconfirmed letters, or pledge versions, kept for one person without an email: the newest ones. */
export const unmailedAtMost = 10;

/** The version of the consent texts in the catalogue; a change of their meaning changes it. */
export const consentTextVersion = "2027-02";

/** From this version on, people who agree to be shown read that their comment may be shown with it. */
export const commentsPublicSince = "2026-12";
