/** Overrides that make text read in another order than it is stored: U+202A–202E, U+2066–2069. */
const bidiOverrides = /[\u202A-\u202E\u2066-\u2069]/g;

/** One line as people meant it: composed (NFC), without overrides, spaces at the ends removed. */
export const cleanLine = (text: string) => text.normalize("NFC").replace(bidiOverrides, "").trim();

/** Several lines: as cleanLine, with line ends as `\n`. */
export const cleanText = (text: string) => cleanLine(text.replace(/\r\n?/g, "\n"));

/** True for text of which nothing is seen: spaces, and what takes no place on the line. */
export const isBlank = (text: string) =>
  /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u.test(text);

/**
 * Marks that no writing piles up: five that belong to no script on one letter, one mark three times, or nine marks of any
 * kind. Burmese has up to six on one letter, and five invisible tags make the flag of Wales.
 */
const piled =
  /(?:(?=\p{Script=Inherited})\p{M}){5}|(\p{M})\1\1|[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]{9}/u;

/** True for text with marks piled on a letter, which hide the lines around it. */
export const pilesMarks = (text: string) => piled.test(text);

/** Length in characters as PostgreSQL's char_length counts them. */
export const characters = (text: string) => [...text].length;

/** What people write between the digits of a long number: anything but letters and digits. */
const gap = "[^\\p{L}\\p{Nd}]";
const longNumbers = new RegExp(`\\p{Nd}(?:${gap}{0,8}\\p{Nd}){15,}`, "gu");
const socialSecurityNumber = new RegExp(
  `(?<!\\p{Nd})\\p{Nd}{3}${gap}{1,5}\\p{Nd}{2}${gap}{1,5}\\p{Nd}{4}(?!\\p{Nd})|\\b(?:ssn|social security)\\b\\P{Nd}{0,20}\\p{Nd}{9}(?!\\p{Nd})`,
  "iu",
);
/** American Express: 15 digits, of which the last is made of the others. */
const fifteen = new RegExp(`(?<!\\p{Nd})3${gap}{0,3}[47](?:${gap}{0,3}\\p{Nd}){13}(?!\\p{Nd})`, "gu");
const day = "(?:(?:19|20)\\d\\d(?:[-/.]\\d{1,2}[-/.]\\d{1,2})?|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d\\d)";
const daysAlone = new RegExp(`^${day}(?:${gap}+${day})*$`, "u");

/**
 * True for text with a run of 16 digits (a card's or a control number, however it is divided), the number of an American
 * Express card or a US social security number: what is never wanted here and never stored. Days and years one after the other are none.
 */
export function holdsNumberNobodyShouldGive(text: string): boolean {
  const plain = text.normalize("NFKC");
  const long = plain.match(longNumbers) ?? [];
  const cards = (plain.match(fifteen) ?? []).filter((card) => endsAsCard(card.replace(/\P{Nd}/gu, "")));
  return long.some((run) => !daysAlone.test(run)) || cards.length > 0 || socialSecurityNumber.test(plain);
}

/** The check by Luhn (ISO/IEC 7812-1, annex B) of a number with an odd count of digits. */
function endsAsCard(digits: string): boolean {
  const sum = [...digits].reduce((all, digit, n) => {
    const twice = Number(digit) * (1 + (n % 2));
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/** What may be an IBAN (ISO 13616), in one piece or in groups. */
const ibanLike = /(?<![\p{L}\p{Nd}])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}/giu;
/** A number that is said to be of an account: the word right before it, with no other word between. */
const toldAccount = new RegExp(
  `(?<!\\p{L})(?:account|acct|a/c|iban|bic|routing|aba|sort code|bsb|konto|kontonummer|bankleitzahl|blz|cuenta|clabe|compte|conto|conta)(?!\\p{L})(?:${gap}|(?<!\\p{L})(?:number|num|no|nr|n[uú]mero|is|es|ist)(?!\\p{L})){0,12}(?<number>\\p{Nd}(?:[ .\\-]{0,2}\\p{Nd}){5,})`,
  "giu",
);

/** True for text with an IBAN, or with a number that it calls one of an account: never needed here, and never stored. */
export function holdsAccountNumber(text: string): boolean {
  const plain = text.normalize("NFKC");
  const told = [...plain.matchAll(toldAccount)].some(({ groups }) => !daysAlone.test(groups?.number ?? ""));
  return told || (plain.match(ibanLike) ?? []).some((run) => beginsWithIban(run.replace(/[ .-]/g, "")));
}

/** The check of an IBAN by 97 (ISO 7064), for each length that one has: what follows it may be the next word. */
function beginsWithIban(run: string): boolean {
  for (let length = 15; length <= Math.min(34, run.length); length += 1) {
    const iban = run.slice(0, length).toUpperCase();
    const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((one) => Number.parseInt(one, 36)).join("");
    if (BigInt(digits) % 97n === 1n) return true;
  }
  return false;
}
