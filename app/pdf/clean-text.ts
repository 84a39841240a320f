import { codeOf } from "./typefaces.server.ts";

/** Marks on one letter at most. No language uses more. */
const marksAtMost = 4;

/**
 * Cleans text for print: removes invisible characters and those that reorder or join others for no reason;
 * lines end in LF; of many marks on one letter the first four stay, and the code of the next shows that there
 * were more.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replaceAll("\t", "    ")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(ordering, "")
    .replace(unseen, "")
    .replace(idleJoiner, "")
    .normalize("NFC")
    .replace(heap, (_, kept: string, rest: string) => `${kept}[${codeOf(rest)}…]`);
}

const ordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const unseen =
  /[\u00ad\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb]|\p{Variation_Selector}|\u034f|[\u{e0000}-\u{e0fff}]/gu;
/** A joiner has a meaning only between letters of these scripts. */
const idleJoiner =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Sinhala}\p{Script=Khmer}])[\u200c\u200d]/gu;
const heap = new RegExp(`(\\p{M}{${marksAtMost}})(\\p{M}+)`, "gu");
