import { lookAtName } from "../weeding/look.ts";
import { isAttack, tellsWhere } from "./screen-attacks.ts";
import { plainWords, visible } from "./screen-text.ts";
import { isThreat } from "./screen-threats.ts";

/** Why a letter waits for an organizer's look before anything else becomes of it. */
export const heldReasons = ["threat", "personal-attack", "links", "name"] as const;
export type HeldReason = (typeof heldReasons)[number];

export type Screened = { heldReason: HeldReason | null; links: number };

/** Links in a letter beyond which somebody looks at it. */
const linksAtMost = 3;

/**
 * What stands out in a letter's words, in English and Spanish. It holds a letter for a person's look and refuses none:
 * a reader of the letter decides. Strong words about a company, an agency or what they do hold nothing.
 */
export function screenLetter(body: string): Screened {
  const links = countLinks(body);
  const own = withoutReports(body);
  const plain = plainWords(own);
  const heldReason = isThreat(plain)
    ? "threat"
    : isAttack(plain) || tellsWhere(visible(own))
      ? "personal-attack"
      : links > linksAtMost
        ? "links"
        : null;
  return { heldReason, links };
}

/**
 * What stands out in the name under a letter: a threat, an attack in a sentence, or what nobody is called. A surname
 * that is a rude word as well is a surname.
 */
export function screenName(name: string): HeldReason | null {
  const plain = plainWords(name);
  if (isThreat(plain)) return "threat";
  if (sentence.test(plain) && isAttack(plain)) return "personal-attack";
  return lookAtName(name).length > 0 ? "name" : null;
}

const sentence = /(?<!\p{L})(?:is|are|was|were|you|es|son|eres)(?!\p{L})/u;

/** Addresses of pages: with a scheme, with `www.`, or a domain that many know. An e-mail address is none. */
const link =
  /\b[a-z][a-z0-9+]{1,9}:\/\/\S+|\bwww\.\S+|(?<![@\p{L}\p{N}.-])(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|info|io|co|ly|gov|edu|biz|xyz|news)\b(?![@.]\p{L})/giu;

const countLinks = (body: string) => (visible(body).match(link) ?? []).length;

const reporting =
  /(?<!\p{L})(?:said|says|told|shouted|yelled|screamed|wrote|reported|reports|according|quoted|testified|heard|threatened|dijo|dijeron|grit[oó]|gritaron|escribi[oó]|inform[oó]|seg[uú]n|amenaz[oó]|publica)(?!\p{L})/iu;
const toReader = /\b(?:you|your|usted|ustedes|vosotros|te|tu|ti)\b/i;

/**
 * What a letter reports that others said, between quotation marks, is not what its writer says; unless the sentence
 * around it turns to the reader.
 */
function withoutReports(body: string): string {
  return body.replace(quoting, (sentence) => {
    const around = sentence.replace(/["“«][^"”»\n]{1,400}["”»]/g, ". ");
    return reporting.test(around) && !toReader.test(around) ? around : sentence;
  });
}

/** A sentence with a quotation in it; one that ends within the quotation ends there. */
const quoting = /[^.!?\n"“«]*["“«][^"”»\n]{1,400}["”»](?:(?<=[.!?].)(?! ?\p{Ll})|[^.!?\n"“«]*)/gu;
