import { createHash } from "node:crypto";
import { PassThrough, Writable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { AnnexInput, PackInput } from "#app/domain/entries/letters/papers.ts";
import { words as wordsIn } from "#app/i18n/index.ts";
import { annexPdf, coverPdf, namesPdf } from "#app/pdf/letters-pdf.server.ts";
import { packPdf } from "#app/pdf/pack-pdf.server.ts";
import { pdfText } from "#tests/support/pdf-text.ts";

const frame = {
  locale: "en" as const,
  paper: "a4" as const,
  campaign: { title: "Sample: end all agreements", url: "https://undersigned.example.org/c/sample" },
};
const part = { dispatch: 7, day: "2026-11-25", part: 1, parts: 1 };
const annexOf = (texts: string[], more: Partial<AnnexInput> = {}): AnnexInput => ({
  ...frame,
  ...part,
  lettersInAll: texts.length,
  letters: texts.map((text, index) => ({ number: index + 1, publicId: `letter${index}`, text })),
  ...more,
});

/** Removes line ends and spaces, which the layout adds. */
const flat = (text: string) => text.replace(/\s+/g, "");
const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length;

const letters = [
  "End the agreements.\n\nŁukasz Żółć-Święcicki\nPoland\n",
  "I work beside it, and I file this.\n\nNguyễn Thị Ngọc Ánh\nVietnam\n",
  "我是一名股东，也是贵公司多年的客户。\n\n王小明\nChina\n",
  "私は株主です。\n\n佐藤 さくら\nJapan\n",
  "저는 주주이자 고객입니다.\n\n김민수\nSouth Korea\n",
  "मैं ग्राहक हूँ।\n\nप्रियंका श्रीवास्तव\nIndia\n",
  "ฉันเป็นผู้ถือหุ้น\n\nสมชาย ใจดี\nThailand\n",
  "<script>alert(1)</script> &amp; <b>bold</b>\n\nEve <Mallory>\nUnited States\n",
];

test("the annex has every letter in full, with number, id and sha256", async () => {
  const pdf = await annexPdf(annexOf(letters));
  const papersText = flat(pdfText(pdf));
  for (const [index, text] of letters.entries()) {
    // In scripts that reorder letters, text is stored apart from glyphs: pdfText reads glyphs.
    if (!/\p{Script=Devanagari}/u.test(text))
      for (const paragraph of text.trim().split("\n\n")) expect(papersText).toContain(flat(paragraph));
    expect(papersText).toContain(flat(`letter${index}, SHA-256 ${sha256Of(text)}`));
  }
  expect(papersText).toContain(flat("Letters in dispatch 7, November 25, 2026"));
  expect(papersText).toContain("8letters");
  expect(papersText).toContain(frame.campaign.url);
  expect(papersText).toContain(sha256Of(`${letters.map(sha256Of).join("\n")}\n`));
});

test("a letter in a script whose glyphs are reordered can be copied as it was written", async () => {
  const source = (await annexPdf(annexOf(["हिन्दी\n"], { lettersInAll: 1 }))).toString("latin1");
  expect(source.match(/%PDF-1\.7/)).not.toBeNull();
  const { inflateSync } = await import("node:zlib");
  const streams = [...source.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  const encoded = Buffer.from("हिन्दी", "utf16le").swap16().toString("hex");
  expect(streams.some((stream) => stream.includes(`/ActualText <feff${encoded}>`))).toBe(true);
});

test("every typeface is embedded", async () => {
  const source = (await annexPdf(annexOf(letters))).toString("latin1");
  const descriptors = source.match(/\/Type \/FontDescriptor[\s\S]*?endobj/g) ?? [];
  expect(descriptors.length).toBeGreaterThan(7);
  for (const descriptor of descriptors) expect(descriptor).toMatch(/\/FontFile2 \d+ 0 R/);
  expect(source.match(/\/BaseFont \/Helvetica/)).toBeNull();
});

test("the same letters make the same bytes, after any other print", async () => {
  const first = await annexPdf(annexOf(letters));
  await annexPdf(annexOf(["office affluent fi ffi\n", "محمد أحمد\n"]));
  expect((await annexPdf(annexOf(letters))).equals(first)).toBe(true);
});

test("a letter of 5,000 characters spans pages, numbered in each", async () => {
  const body = "We ask for an answer in full. ".repeat(165).slice(0, 4960);
  const text = `${body}\n\nA writer of length\nUnited Kingdom\n`;
  const pdf = await annexPdf(annexOf([text], { paper: "letter" }));
  expect(pagesOf(pdf)).toBe(2);
  const papersText = pdfText(pdf);
  expect(
    flat(papersText).replaceAll(/Page\d+of.*?undersigned\.example\.org\/c\/sampleSHA.*?[0-9a-f]{64}/g, ""),
  ).toContain(flat(text));
  expect(papersText).toContain("Page 2 of");
});

test("an annex that is a part says of how many letters and of which part", async () => {
  const papersText = pdfText(await annexPdf(annexOf(["One.\n"], { part: 2, parts: 3, lettersInAll: 1234 })));
  expect(papersText).toContain("Part 2 of 3: 1 of 1,234 letters");
});

test("no name is lost over columns and pages, and a long one keeps to its column", async () => {
  const long = "María Fernanda de los Ángeles Hernández-Villanueva y Castellanos von Hohenzollern";
  const names = Array.from({ length: 700 }, (_, index) =>
    index === 350 ? { name: long, country: "MX" } : { name: `Person${index} Żółć`, country: "PL" },
  );
  const pdf = await namesPdf({ ...frame, ...part, namesInAll: 700, names });
  const papersText = flat(pdfText(pdf));
  for (const { name, country } of names) expect(papersText).toContain(flat(`${country}${name}`));
  expect(pagesOf(pdf)).toBe(3);
});

test("the campaign's letter says who writes what to whom, over lines to sign", async () => {
  const papersText = pdfText(
    await coverPdf({
      ...frame,
      dispatch: 7,
      day: "2026-11-25",
      subject: "On your agreements",
      sender: { name: "Undersigned", address: ["1 Example Street", "00000 Sampletown"] },
      recipient: { name: "Investor Relations", address: ["One Sample Way"] },
      body: "First paragraph.\n\nSecond paragraph.",
      signers: ["M. Q., organizer", "R. B., organizer"],
      enclosed: { letters: 214, names: 1, parts: 3 },
    }),
  );
  const expected = [
    "Undersigned",
    "00000 Sampletown",
    "November 25, 2026",
    "Dispatch 7",
    "Investor Relations",
  ];
  for (const words of [...expected, "One Sample Way", "On your agreements", "Second paragraph."])
    expect(papersText).toContain(words);
  for (const words of [
    "M. Q., organizer",
    "R. B., organizer",
    "Annex A: 214 letters",
    "Annex B: 1 name, PDF",
  ])
    expect(papersText).toContain(words);
  expect(papersText).toContain("In 3 parts");
});

const packOf = (more: Partial<PackInput> = {}): PackInput => ({
  ...frame,
  number: 3,
  day: "2026-11-25",
  identifier: "pack 3, seal 41",
  signatures: 1200,
  notes: ["Each signature was confirmed by e-mail."],
  tables: [{ title: "By country", head: ["Country", "Signatures"], rows: [["Poland", "1,200"]] }],
  petitions: [{ title: "Version 1", about: "Signed by 1,200 people", text: "We ask for an end." }],
  names: { count: 2, rows: [{ name: "Łukasz Żółć", country: "PL" }] },
  letters: { count: 1, rows: [{ number: 1, publicId: "abc", text: letters[0] ?? "" }] },
  pledges: [
    {
      title: "Votes",
      head: ["Proposal", "Shares"],
      rows: [["Proposal 4", "12,345"]],
      note: "Self-reported.",
    },
  ],
  ...more,
});

test("a pack has all its parts, and tells pages, bytes and sha256 of what was written", async () => {
  const parts: Buffer[] = [];
  const to = new PassThrough().on("data", (bytes: Buffer) => parts.push(bytes));
  const figures = await packPdf(packOf(), to);
  const pdf = Buffer.concat(parts);
  expect(figures).toEqual({
    pages: pagesOf(pdf),
    bytes: pdf.length,
    sha256: createHash("sha256").update(pdf).digest(),
  });
  const papersText = pdfText(pdf);
  for (const words of [
    "1,200",
    "signatures as of November 25, 2026",
    "Poland",
    "Version 1",
    "We ask for an end.",
  ])
    expect(papersText).toContain(words);
  for (const words of ["Łukasz Żółć", "End the agreements.", "Proposal 4", "12,345", "pack 3, seal 41"])
    expect(papersText).toContain(words);
});

test("a pack reads no further than it is taken", async () => {
  // Node's versions buffer different amounts.
  const count = 1000;
  let read = 0;
  const rows = (async function* () {
    for (; read < count; read++)
      yield { number: read + 1, publicId: `letter${read}`, text: sha256Of(String(read)).repeat(8) };
  })();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const to = new Writable({ write: (_bytes, _encoding, done) => void released.then(() => done()) });
  const making = packPdf(packOf({ letters: { count, rows } }), to);
  let before = -1;
  for (let still = 0; still < 200; still = read === before ? still + 1 : 0) {
    before = read;
    await nextTurn();
  }
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(count / 2);
  release();
  await making;
  expect(read).toBe(count);
});

test("a pack that fails or is no longer taken is not ended as if it were whole", async () => {
  const broken = (async function* () {
    yield { name: "Łukasz Żółć", country: "PL" };
    throw new Error("the list broke off");
  })();
  const to = new PassThrough().resume();
  await expect(packPdf(packOf({ names: { count: 2, rows: broken } }), to)).rejects.toThrow(
    "the list broke off",
  );
  expect(to.destroyed).toBe(true);
  expect(to.writableFinished).toBe(false);

  const gone = new Writable({ write: (_bytes, _encoding, done) => done(new Error("the disk is full")) });
  await expect(packPdf(packOf(), gone)).rejects.toThrow("the disk is full");
});

test("annexes and mails of a campaign in Spanish are said in Spanish", async () => {
  const inSpanish = { locale: "es" as const };
  const annex = flat(pdfText(await annexPdf(annexOf(["Hola.\n\nAna\nEspaña\n"], inSpanish))));
  for (const phrase of ["Cartas, con la carta 7", "1 carta", "De la campaña", "exactamente como se confirmó"])
    expect(annex).toContain(flat(phrase));
  expect(annex).not.toContain("Letter");
  expect(wordsIn("es").letterPapers.dispatch.mail.counts(2499, 1)).toBe("2,499 cartas, 1 nombre");
});
