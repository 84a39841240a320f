import { fromMicro, micro, toMicro } from "#app/domain/base/micro.ts";
import { type Locale, words } from "#app/i18n/index.ts";
import { bucketBounds, type Holding, type SharesRange, sharesRanges } from "./pledge.ts";

/** What was typed means, or the code of what to change. */
export type ReadShares =
  | { holding: Holding }
  | { problem: "shares-unclear" | "shares-none" | "shares-range" };

export const maxSharesLength = 60;

const phrases = ["más o menos", "mas o menos", "or so"];

/** Words that change nothing about a number. Not "more" or "less", which do. */
const fillers = wordSet("i own have shares share stock stocks tengo acciones acción accion");

/** A number after one of these is not the number somebody holds. */
const estimates = wordSet(
  "~ about around approx approx. approximately roughly some maybe nearly almost circa ca ca.",
  "unas unos aprox aprox. aproximadamente alrededor cerca casi como",
);

const openings = wordSet("between from entre de desde");

/** `and` and `y` join two numbers only after an opening: alone they add up two holdings. */
const joins = wordSet("- to a hasta");
const joinsAfterOpening = wordSet("- to a hasta and y");

const scales: Partial<Record<string, bigint>> = {
  k: 1000n,
  thousand: 1000n,
  mil: 1000n,
  million: 1_000_000n,
  millón: 1_000_000n,
  millon: 1_000_000n,
  millones: 1_000_000n,
};

const silences = new Set([
  "",
  "-",
  "i'd rather not say",
  "i would rather not say",
  "rather not say",
  "i'd prefer not to say",
  "i prefer not to say",
  "prefer not to say",
  "not sure",
  "i'm not sure",
  "i don't know",
  "don't know",
  "prefiero no decirlo",
  "prefiero no decir",
  "no lo sé",
  "no lo se",
  "no sé",
  "no se",
]);

/**
 * Reads how many shares someone says they have: a number ("12.5", "1,200", "2 thousand"), or a range of ours
 * ("100-999", "100 to 999"). Nothing is stored that they did not say, so an estimate ("about 100") and any
 * other range are refused. Empty, or that they would rather not say, is a holding of its own. A point before
 * three digits groups them in languages that write numbers so, and is a decimal point in English.
 */
export function readShares(text: string, locale: Locale): ReadShares {
  if (text.length > maxSharesLength) return { problem: "shares-unclear" };
  const line = phrases.reduce(
    (rest, phrase) => rest.replaceAll(phrase, " ~ "),
    text.trim().replace(/\.$/, "").normalize("NFKC").toLowerCase().replaceAll("’", "'").trim(),
  );
  if (silences.has(line)) return { holding: { shares: null, bucket: "not_said" } };
  const typed = line
    .replace(/[\p{Pd}−~≈]/gu, (sign) => (sign === "~" || sign === "≈" ? " ~ " : " - "))
    .split(/\s+/)
    .filter((word) => word !== "" && !fillers.has(word));
  const said = typed.filter((word) => !estimates.has(word));
  const opens = openings.has(said[0] ?? "");
  const numbers = opens ? said.slice(1) : said;
  const at = numbers.findIndex((word) => (opens ? joinsAfterOpening : joins).has(word));
  const [from, to] = (at < 0 ? [numbers] : [numbers.slice(0, at), numbers.slice(at + 1)]).map((part) =>
    amountOf(part, locale),
  );
  if (from == null || (at >= 0 && to == null)) return { problem: "shares-unclear" };
  if (said.length < typed.length) return { problem: "shares-range" };
  if (opens && at < 0) return { problem: "shares-unclear" };
  if (to != null && to !== from) {
    const range = rangeOf(from, to);
    return range ? { holding: { shares: null, bucket: range } } : { problem: "shares-range" };
  }
  return from > 0n ? { holding: { shares: fromMicro(from), bucket: null } } : { problem: "shares-none" };
}

/** Writes a holding so that `readShares` reads it back. */
export function sharesAsTyped({ shares, bucket }: Holding, locale: Locale): string {
  if (bucket === "not_said") return "";
  if (bucket !== null) return words(locale).pledge.second.buckets[bucket];
  // Three digits after a point could be thousands.
  return /^\d{1,12}\.\d{3}$/.test(shares) ? `${shares}0` : shares;
}

/**
 * Joins the number and the range of a form that asked for them in two fields, for `readShares`. Its number
 * had a decimal point. Both together are unclear to `readShares`, as they were to that form.
 */
export function sharesOfTwoFields(number: string, bucket: string, locale: Locale): string {
  const range = sharesRanges.find((known) => known === bucket);
  const typed = number.trim().replace(/^\d{1,12}\.\d{3}$/, "$&0");
  const chosen = range ? sharesAsTyped({ shares: null, bucket: range }, locale) : bucket.trim();
  return [typed, chosen].filter(Boolean).join("; ");
}

const rangeOf = (from: bigint, to: bigint): SharesRange | undefined =>
  sharesRanges.find((range) => {
    const [min, max] = bucketBounds[range];
    return from === BigInt(min) * micro && to === BigInt(max) * micro;
  });

/** Returns a number in millionths; null where it is none. */
function amountOf(typed: readonly string[], locale: Locale): bigint | null {
  const [last = ""] = typed.slice(-1);
  const scale = typed.length > 1 ? scales[last] : undefined;
  const [first = "", ...others] = scale ? typed.slice(0, -1) : typed;
  // Digits grouped by spaces.
  if (others.length > 0 && !(/^\d{1,3}$/.test(first) && others.every((group) => /^\d{3}$/.test(group))))
    return null;
  const thousands = scale === undefined && others.length === 0 && first.endsWith("k");
  const plain = plainNumber(thousands ? first.slice(0, -1) : [first, ...others].join(""), locale);
  if (plain === null) return null;
  const amount = toMicro(plain) * (thousands ? 1000n : (scale ?? 1n));
  return amount < 10n ** 18n ? amount : null;
}

/** Returns plain digits, at most 12 before and 6 after a point; null for what is no number. */
function plainNumber(word: string, locale: Locale): string | null {
  const marks = word.split("").filter((sign) => sign === "." || sign === ",");
  const [last = ""] = marks.slice(-1);
  const end = word.lastIndexOf(last || " ");
  const [whole, fraction] = [word.slice(0, end), word.slice(end + 1)];
  const isThousand = /^[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(fraction);
  const isGrouped =
    last === "" ||
    (new Set(marks).size === 1 && (marks.length > 1 || (isThousand && (last === "," || locale !== "en"))));
  if (!isGrouped && last === "," && locale === "en" && marks.length === 1) return null;
  if (!isGrouped && new Set(marks.slice(0, -1)).size > 1) return null;
  const [first = "", ...groups] = (isGrouped ? word : whole).split(/[.,]/);
  const fits =
    groups.length === 0 || (/^[1-9]\d{0,2}$/.test(first) && groups.every((g) => /^\d{3}$/.test(g)));
  const plain = [first, ...groups].join("") + (isGrouped ? "" : `.${fraction}`);
  return fits && /^\d{1,12}(?:\.\d{1,6})?$/.test(plain) ? plain : null;
}

function wordSet(...lines: string[]) {
  return new Set(lines.join(" ").split(" "));
}
