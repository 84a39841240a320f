import { expect, test } from "vitest";
import { personFields } from "#app/domain/access/person-form.ts";
import { cleanLine, cleanText, hasStackedMarks } from "#app/domain/base/text.ts";

const stored = (name: string) => personFields.name.safeParse(name).data;
const problems = (name: string) =>
  personFields.name.safeParse(name).error?.issues.map(({ message }) => message);

/** Names as their owners write them, each already composed. */
const names: Record<string, string> = {
  Vietnamese: "Nguyễn Thị Hồng Nhữ Ưởng",
  "Hebrew with niqqud": "שְׁלֹמֹה בֶּן־דָּוִד",
  "Arabic with its vowels": "مُحَمَّدٌ ٱلْمُهْتَدِي",
  "Persian with a joint that is open": "علی‌رضا می‌خواهم",
  Devanagari: "श्रीमती लक्ष्मी क्ष्मा",
  "Devanagari with a joined half": "क्‍षमा",
  "Malayalam that ends in a half letter": "രാജന്‍",
  Sinhala: "ශ්‍රී ප්‍රියන්ත",
  Thai: "ศรีสุวรรณ์ ผู้ใหญ่",
  Burmese: "မင်းအောင်လှိုင်",
  Yoruba: "Adébáyọ̀ Ọlọ́runfẹ́mi",
  Navajo: "Chʼį́įdii Tséhootsooí",
  Lithuanian: "Jurgė̃nas Ą́žuolas",
  "Han with the form of a family": "葛󠄀城",
  "an initial and a dash": "José-María O’Neill Jr.",
};

test.each(Object.entries(names))("a name in %s is stored as it was written", (_, name) => {
  expect(stored(name)).toBe(name.normalize("NFC"));
  expect(stored(name.normalize("NFD"))).toBe(name.normalize("NFC"));
});

test("what nobody sees of a name is not stored", () => {
  const invisible = [
    "\u200b",
    "\u200e",
    "\u200f",
    "\u061c",
    "\u00ad",
    "\u2060",
    "\u2064",
    "\u206a",
    "\ufeff",
    "\ufff9",
    "\u202e",
    "\u2066",
    "\u180e",
    "\u3164",
    "\uffa0",
    "\u{e0041}",
    "\u{1d173}",
    "\u{1bca0}",
    // Blank letters, and code points without a character: noncharacters, private use, unassigned, ignorable.
    "\u115f",
    "\u1160",
    "\u2800",
    "\u17b4",
    "\u2065",
    "\ufff0",
    "\u{e0080}",
    "\u{e01f0}",
    "\u{e0fff}",
    "\ufffe",
    "\uffff",
    "\ufdd0",
    "\u{1fffe}",
    "\u{10ffff}",
    "\ue000",
    "\uf8ff",
    "\u{f0000}",
    "\u{100000}",
  ];
  for (const one of invisible)
    expect([one, stored(`${one}A${one}na${one} Sample${one}`)]).toEqual([one, "Ana Sample"]);
  // Joiners do nothing between letters that never join.
  for (const one of ["\u200c", "\u200d"]) {
    expect(stored(`A${one}na Samp${one}le`)).toBe("Ana Sample");
    expect(stored(`${one}علی${one}${one}رضا${one}`)).toBe(`علی${one}رضا`);
  }
  for (const name of ["\u200b\u200e", "\ufffe", "\u2065", "\u115f\u1160", "\u3164", "\u2800", "\ue000"])
    expect([name, problems(name)]).toEqual([name, ["name-missing"]]);
  expect(cleanLine("e\u200b\u0301")).toBe("é");
});

test("emoji and flags in a line stay as they are", () => {
  const line = "News 👩‍👩‍👧‍👦 from 🏴󠁧󠁢󠁷󠁬󠁳󠁿 and ❤️‍🔥 1️⃣2️⃣";
  expect(cleanLine(line)).toBe(line);
  expect(cleanText(line)).toBe(line);
});

test("a text keeps marks that order two scripts, and loses invisible words", () => {
  expect(cleanText("אני\u200f (Ana)\u200e!\r\nក\u200bខ")).toBe("אני\u200f (Ana)\u200e!\nក\u200bខ");
  const unseen = [..."kill"].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0)));
  expect(cleanText(`Dear${unseen.join("")} sir\ufeff\u2063\u206e\ufffe\u2065\ufff0\u{e0080}`)).toBe(
    "Dear sir",
  );
  expect(cleanText("\uf8ff, ⠁⠀⠃")).toBe("\uf8ff, ⠁⠀⠃");
});

test("a name with two marks on each letter is refused, in any script", () => {
  const letters = "abcdefghijklmnopqrstuvwxyzabcd";
  for (const marks of [
    "\u0329\u035b",
    "\u0591\u05a3",
    "\u0e47\u0e48",
    "\u064b\u0653",
    "\u{1e8d0}\u{1e8d1}",
  ]) {
    const name = [...letters].map((letter) => letter + marks).join("");
    expect([marks, problems(name)]).toEqual([marks, ["marks"]]);
  }
  const hebrew = [..."שלמהבןדודהמלך"].map((letter) => `${letter}\u0329\u035b`).join("");
  expect(problems(hebrew)).toEqual(["marks"]);
});

test("a letter with two marks here and there is one that people write", () => {
  // Ewe and Dagara: a nasal vowel with its tone.
  expect(hasStackedMarks("ɔ̃̀ woezɔ̃́ na mi katã, ɛ̃̀ nyo ŋutɔ́; mikplɔ̃̀ ɖo ye").valueOf()).toBe(false);
  expect(stored("Kɔ̃́ffi Sɛ̃̀na")).toBe("Kɔ̃́ffi Sɛ̃̀na");
});
