/** The states of a signature. Only `confirmed` counts; `imported` is told apart, until its owner confirms it here. */
export const signatureStates = ["pending", "confirmed", "withdrawn", "invalidated", "imported"] as const;
export type SignatureState = (typeof signatureStates)[number];

/** How a signer appears in public. */
export const signatureDisplays = ["anonymous", "initials", "public"] as const;
export type SignatureDisplay = (typeof signatureDisplays)[number];

export const commentAtMost = 1000;

/** Days until an unconfirmed signature is deleted, and until its link stops working. */
export const confirmWithinDays = 7;

/** Mails that ask to confirm, an address and day, while nobody has proved to own it. */
export const confirmationsPerDay = 2;

/** The version of the consent texts in the catalogue; a change of their meaning changes it. */
export const consentTextVersion = "2026-11";
