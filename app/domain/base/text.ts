/** Flags of England, Scotland and Wales, the only emoji spelled with tag characters (UTS #51). */
const flag = "(\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,6}\\u{E007F})";
/**
 * Invisible characters that no script needs: direction overrides, invisible operators, annotations, tags and
 * noncharacters.
 */
const unseen =
  "\\u202A-\\u202E\\u2061-\\u2064\\u2066-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E007F}\\p{Noncharacter_Code_Point}";
const unassigned = "(?=\\p{Cn})\\p{Default_Ignorable_Code_Point}";
/** Ignorable characters that names need: joiners, variation selectors, the combining grapheme joiner. */
const needed = "\\u034F\\u180B-\\u180D\\u180F\\u200C\\u200D\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}";
/** Other characters that do not belong in a line: breaks, text direction, blank letters, private use. */
const ofLines = `(?![${needed}])\\p{Default_Ignorable_Code_Point}|[\\p{Private_Use}\\u2800]`;
const unseenInText = new RegExp(`${flag}|[${unseen}]|${unassigned}`, "gu");
const unseenInLine = new RegExp(`${flag}|[${unseen}]|${ofLines}`, "gu");

/** Scripts where U+200C and U+200D decide whether letters join (Unicode 16, sections 9.2, 12 and 23.2). */
const joining =
  "[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mand}\\p{scx=Nkoo}\\p{scx=Mong}\\p{scx=Adlm}\\p{scx=Rohg}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}\\p{scx=Cakm}\\p{scx=Java}\\p{scx=Bali}\\p{scx=Newa}]";
/** In Malayalam, a virama and U+200D make a half letter that ends a word. */
const virama = "[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]";
const joiner = "[\u200C\u200D]";
/** Joiners. The ones to keep, the first of several, are `$1` to `$3`. */
const joiners = new RegExp(
  `(?<=${joining})(${joiner})${joiner}*(?=${joining})|(?<=${virama})(\u200D)${joiner}*|(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\uFE0F])(\u200D)(?=\\p{Extended_Pictographic})|${joiner}+`,
  "gu",
);

/** Most text is ASCII without marks or invisible characters: this test saves five others. */
const isPlain = (text: string) => /^[\t\n\r -~]*$/.test(text);

/** Returns one line as meant: composed (NFC), trimmed, without what nobody sees. */
export const cleanLine = (text: string) =>
  isPlain(text)
    ? text.trim()
    : text.replace(unseenInLine, "$1").replace(joiners, "$1$2$3").normalize("NFC").trim();

/** Cleans lines: ends them with `\n`, keeps marks that order and break lines. */
export const cleanText = (text: string) =>
  text.replace(unseenInText, "$1").normalize("NFC").replace(/\r\n?/g, "\n").trim();

/** True for text that contains something `cleanText` removes as invisible. */
export const holdsUnseen = (text: string) => text.replace(unseenInText, "$1") !== text;

/** True for text with nothing visible: spaces and characters without width. */
export const isBlank = (text: string) =>
  /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u.test(text);

/**
 * Marks piled up as in no script: five of no script on one letter, one mark three times, or nine of any kind.
 * Burmese has up to six on a letter, and the flag of Wales has five invisible tags.
 */
const piled =
  /(?:(?=\p{Script=Inherited})\p{M}){5}|(\p{M})\1\1|[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]{9}/u;

/**
 * A letter with at least two marks of no script, or a Latin, Greek or Cyrillic letter with two of any:
 * composed text has few of them. Variation selectors do not count.
 */
const stacked =
  /[^\p{M}](?:[\u0300-\u034E\u0350-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20F0\uFE20-\uFE2F]){2,}|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}](?:(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}])\p{M}){2,}/gu;
/** At most this many of them in that many UTF-16 units. Ewe with all its tones has one in eight letters. */
const stackedAtMost = 5;
const stackedWithin = 48;

/** True for text with marks piled on its letters, which hide the lines around it. */
export function hasStackedMarks(text: string): boolean {
  if (isPlain(text)) return false;
  if (piled.test(text)) return true;
  const at = Array.from(text.matchAll(stacked), ({ index }) => index);
  return at.some((first, n) => (at[n + stackedAtMost] ?? Number.POSITIVE_INFINITY) - first <= stackedWithin);
}

/** Counts characters as PostgreSQL's char_length does. */
export const characters = (text: string) => [...text].length;

/** What people write between the digits of a long number: anything but letters and digits. */
const gap = "[^\\p{L}\\p{Nd}]";
const longNumbers = new RegExp(`\\p{Nd}(?:${gap}{0,8}\\p{Nd}){15,}`, "gu");
const socialSecurityNumber = new RegExp(
  `(?<!\\p{Nd})\\p{Nd}{3}${gap}{1,5}\\p{Nd}{2}${gap}{1,5}\\p{Nd}{4}(?!\\p{Nd})|\\b(?:ssn|social security)\\b\\P{Nd}{0,20}\\p{Nd}{9}(?!\\p{Nd})`,
  "iu",
);
/** American Express: 15 digits, the last a check digit. */
const fifteen = new RegExp(`(?<!\\p{Nd})3${gap}{0,3}[47](?:${gap}{0,3}\\p{Nd}){13}(?!\\p{Nd})`, "gu");
const day = "(?:(?:19|20)\\d\\d(?:[-/.]\\d{1,2}[-/.]\\d{1,2})?|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d\\d)";
const daysAlone = new RegExp(`^${day}(?:${gap}+${day})*$`, "u");

/**
 * True for text with a run of 16 digits (a card's or a control number, however it is divided), an American
 * Express card number or a US social security number: never wanted here, never stored. Days and years in a
 * row are none.
 */
export function containsCardOrSsn(text: string): boolean {
  const plain = text.normalize("NFKC");
  if (!/\p{Nd}/u.test(plain)) return false;
  const long = plain.match(longNumbers) ?? [];
  const cards = (plain.match(fifteen) ?? []).filter((card) => endsAsCard(card.replace(/\P{Nd}/gu, "")));
  return long.some((run) => !daysAlone.test(run)) || cards.length > 0 || socialSecurityNumber.test(plain);
}

/** Luhn check (ISO/IEC 7812-1, annex B) of a number with an odd count of digits. */
function endsAsCard(digits: string): boolean {
  const sum = [...digits].reduce((all, digit, n) => {
    const twice = Number(digit) * (1 + (n % 2));
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/** A possible IBAN (ISO 13616), in one piece or in groups. */
const ibanLike = /(?<![\p{L}\p{Nd}])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}/giu;
/** A number right after a word for an account. */
const statedAccount = new RegExp(
  `(?<!\\p{L})(?:account|acct|a/c|iban|bic|routing|aba|sort code|bsb|konto|kontonummer|bankleitzahl|blz|cuenta|clabe|compte|conto|conta)(?!\\p{L})(?:${gap}|(?<!\\p{L})(?:number|num|no|nr|n[uú]mero|is|es|ist)(?!\\p{L})){0,12}(?<number>\\p{Nd}(?:[ .\\-]{0,2}\\p{Nd}){5,})`,
  "giu",
);

/** Returns whether a text holds an IBAN or a number it calls an account number: neither is ever stored. */
export function holdsAccountNumber(text: string): boolean {
  const plain = text.normalize("NFKC");
  const isStated = [...plain.matchAll(statedAccount)].some(
    ({ groups }) => !daysAlone.test(groups?.number ?? ""),
  );
  return isStated || (plain.match(ibanLike) ?? []).some((run) => beginsWithIban(run.replace(/[ .-]/g, "")));
}

/** Checks an IBAN modulo 97 (ISO 7064) at each valid length: the next word may follow without a space. */
function beginsWithIban(run: string): boolean {
  for (let length = 15; length <= Math.min(34, run.length); length += 1) {
    const iban = run.slice(0, length).toUpperCase();
    const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((one) => Number.parseInt(one, 36)).join("");
    if (BigInt(digits) % 97n === 1n) return true;
  }
  return false;
}

/** Characters of a letter at most. */
export const maxLetterLength = 5000;
