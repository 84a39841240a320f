import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleShingles, sharedPart, shinglesOf } from "#app/domain/entries/letters/score-letters.server.ts";

const part = (own: string, other: string) => sharedPart(shinglesOf(own), shinglesOf(other));

const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 60 });
const text = words.map((each) => each.join(" "));

test("a letter is wholly in itself and in letters that contain it", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(part(one, one)).toBe(1);
      expect(part(one, other)).toBeGreaterThanOrEqual(0);
      expect(part(one, other)).toBeLessThanOrEqual(1);
      if (one.split(" ").length >= 3) expect(part(one, `${other}\n${one}\n${other}`)).toBe(1);
    }),
  );
});

test.each([
  ["I ask you to end these agreements.", "i ASK you… to end\nthese agreements"],
  ["Pido que pongan fin a la relación", "PIDO QUE PONGAN FIN A LA RELACION"],
  ["Łódź żąda końca tych umów", "łódź, żąda: końca tych umów!"],
  ["I ask you to end it", "I a\u00adsk you to e\u200bnd it"],
  ["أطلب منكم إنهاء العقد", "أَطلُب مِنكم إنهاء العَقد"],
  ["ｅｎｄ ｔｈｅ ｄｅａｌ", "end the deal"],
])("case, accents, punctuation and what is not seen make no difference: %s", (one, other) => {
  expect(part(one, other)).toBe(1);
});

test.each([
  ["我要求你们终止这些合同", "我要求你们终止这些合同并公开", 1],
  ["我要求你们终止这些合同", "今天天气很好我们去公园吧", 0],
  ["この契約を終わらせてください", "お願いですからこの契約を終わらせてください", 1],
  ["ขอให้ยุติสัญญานี้", "เราขอให้ยุติสัญญานี้ทันที", 1],
])("scripts without spaces are compared by characters: %s", (one, other, shared) => {
  expect(part(one, other)).toBe(shared);
});

test("own words over the ask share what they took of it", () => {
  const ask = "I ask you to end all agreements with this agency and to publish what you supply";
  expect(part(ask, ask)).toBe(1);
  expect(part("My brother was taken from his workshop on a Tuesday morning in May", ask)).toBe(0);
  const both = `My brother was taken from his workshop on a Tuesday morning in May. ${ask}`;
  expect(part(both, ask)).toBeGreaterThan(0.4);
  expect(part(both, ask)).toBeLessThan(0.6);
  expect(part("", ask)).toBe(0);
  expect(part("End it", "Please end it")).toBe(0);
  expect(part("End it", "end, it!")).toBe(1);
});

test("prints are few, and a letter within a longer one is found by them", () => {
  const gibberish = fc.array(fc.nat(1e9), { minLength: 40, maxLength: 60 }).map((each) => each.join(" "));
  fc.assert(
    fc.property(gibberish, fc.array(gibberish, { maxLength: 15 }), (short, around) => {
      const prints = sampleShingles(shinglesOf(short));
      const long = new Set(sampleShingles(shinglesOf([...around, short].join(" "))));
      expect(long.size).toBeLessThanOrEqual(64);
      expect(prints.length).toBeGreaterThanOrEqual(8);
      expect(prints.some((print) => long.has(print))).toBe(true);
    }),
    { seed: 7, numRuns: 50 },
  );
});
