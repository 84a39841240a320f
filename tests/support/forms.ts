import { anAddress } from "./site.ts";

type Fields = Record<string, string>;

/** What a broker's customer answers in the form of a pledge. */
export const holding = {
  kind: "direct",
  holding_form: "broker",
  shares: "12",
  intention: "for",
  consent_pledge: "on",
};

/** A letter and its consents. */
export const letter = {
  body: "I ask you to end these agreements.",
  consent_letter: "on",
  consent_deliver: "on",
};

const person = (email = anAddress()) => ({ name: "Ana Sample", email, country: "US" });

/** Fields of the form to sign, filled in. */
export const signing = (email?: string, more: Fields = {}) => ({
  ...person(email),
  consent_sign: "on",
  ...more,
});

/** Fields of the form to pledge. */
export const pledging = (email?: string, more: Fields = {}) => ({ ...person(email), ...holding, ...more });

/** Fields of the form to write a letter. */
export const writing = (email?: string, more: Fields = {}) => ({ ...person(email), ...letter, ...more });
