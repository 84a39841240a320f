import fc from "fast-check";
import { expect, test } from "vitest";
import { fromMicro } from "#app/domain/base/micro.ts";
import { sharesBuckets, sharesRanges } from "#app/domain/entries/pledges/pledge.ts";
import { readShares, sharesAsTyped, sharesOfTwoFields } from "#app/domain/entries/pledges/read-shares.ts";
import { type Locale, locales, words } from "#app/i18n/index.ts";

const read = (typed: string, locale: Locale = "en") => {
  const found = readShares(typed, locale);
  return "holding" in found ? (found.holding.shares ?? found.holding.bucket) : found.problem;
};

test.each([
  ["12", "12"],
  ["0012.500000", "12.5"],
  ["12.345", "12.345"],
  ["1,200", "1200"],
  ["1,200.50", "1200.5"],
  ["1.200,50", "1200.5"],
  ["1.200.000", "1200000"],
  ["1 200", "1200"],
  ["I own 1,200 Shares", "1200"],
  ["1.5k", "1500"],
  ["2 thousand", "2000"],
  ["1.5 million", "1500000"],
  ["100 – 999", "100-999"],
  ["100 to 999", "100-999"],
  ["between 100 and 999", "100-999"],
  ["100-100", "100"],
  ["", "not_said"],
  ["  ", "not_said"],
  ["I'd rather not say", "not_said"],
  ["I’d rather not say.", "not_said"],
])("“%s” is read as %s", (typed, meant) => {
  expect(read(typed)).toBe(meant);
});

test.each([
  ["100 a 999", "100-999"],
  ["de 1.000 a 9.999", "1000-9999"],
  ["entre 100 y 999", "100-999"],
  ["1.200", "1200"],
  ["1,200", "1200"],
  ["12,5", "12.5"],
  ["12.5", "12.5"],
  ["0.125", "0.125"],
  ["2 mil", "2000"],
  ["Prefiero no decirlo", "not_said"],
])("“%s” is read in Spanish as %s", (typed, meant) => {
  expect(read(typed, "es")).toBe(meant);
});

test.each([
  ["-5", "shares-unclear"],
  ["1e3", "shares-unclear"],
  ["1,2", "shares-unclear"],
  ["1,2,3", "shares-unclear"],
  ["1.0000001", "shares-unclear"],
  ["1234567890123", "shares-unclear"],
  ["4111 1111 1111 1111", "shares-unclear"],
  ["123-45-6789", "shares-unclear"],
  ["a few", "shares-unclear"],
  ["100 or more", "shares-unclear"],
  ["less than 100", "shares-unclear"],
  ["más de 100", "shares-unclear"],
  ["100-", "shares-unclear"],
  ["between 100", "shares-unclear"],
  ["10 and 99", "shares-unclear"],
  ["999999999 million", "shares-unclear"],
  ["1".repeat(61), "shares-unclear"],
  ["0.000000", "shares-none"],
  ["0", "shares-none"],
])("“%s” is refused: %s", (typed, problem) => {
  expect(read(typed)).toBe(problem);
});

test.each([
  ..."100-500 500-100 999-100 0-9 10-100 100-1000 1.5-9 ~100 ≈100".split(" "),
  ..."about 100|About 100 shares.|nearly 100|100 or so|100 approx.|about 100 to 999|100 to 500".split("|"),
  ..."between 100 and 500|5 to 20 million|unas 100|Tengo unas 100 acciones|más o menos 100".split("|"),
  ..."cerca de 100|alrededor de 100|casi 100|entre 100 y 500|100 a 500|de 500 a 100|100 hasta 999.5".split(
    "|",
  ),
])("“%s” is an estimate or a range that is not offered, so nothing is stored for it", (typed) => {
  for (const locale of locales) expect(read(typed, locale)).toBe("shares-range");
});

test.each(locales)(
  "the message for such an estimate names every range, each as it can be typed (%s)",
  (locale) => {
    const message = words(locale).pledge.errors["shares-range"] ?? "";
    const typed = message.match(/\d[\d,]*-\d(?:[\d,]*\d)?/g) ?? [];
    expect(typed.map((range) => read(range, locale))).toEqual([...sharesRanges]);
  },
);

test.each(locales)(
  "number and range of a form that asked for them in two fields are both read (%s)",
  (locale) => {
    const fromTwo = (shares: string, bucket: string) =>
      read(sharesOfTwoFields(shares, bucket, locale), locale);
    for (const range of sharesRanges) expect(fromTwo("", range)).toBe(range);
    expect(fromTwo(" 12 ", "")).toBe("12");
    expect(fromTwo("12.345", "")).toBe("12.345");
    expect(fromTwo("", "")).toBe("not_said");
    expect(fromTwo("", "many")).toBe("shares-unclear");
    for (const range of sharesRanges)
      for (const number of ["1", "12", "120", "1000", "12.345"]) {
        expect(fromTwo(number, range)).toBe("shares-unclear");
        expect(sharesOfTwoFields(number, range, locale)).toContain(number);
      }
  },
);

test("what is shown for a change reads back as it is stored, in each language", () => {
  for (const locale of locales) {
    for (const bucket of sharesBuckets)
      expect(read(sharesAsTyped({ shares: null, bucket }, locale), locale)).toBe(bucket);
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }), (millionths) => {
        const shares = fromMicro(millionths);
        expect(read(sharesAsTyped({ shares, bucket: null }, locale), locale)).toBe(shares);
      }),
    );
  }
});
