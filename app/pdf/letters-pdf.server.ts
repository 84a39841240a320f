import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import type { AnnexInput, CoverInput, NamesInput, PaperFrame } from "#app/domain/entries/letters/papers.ts";
import { formatDate, formatNumber, spoken, words } from "#app/i18n/index.ts";
import { paperType } from "#app/lib/type-scale.ts";
import { writeLetter } from "./letter-block.server.ts";
import { NameColumns } from "./name-columns.server.ts";
import { Sheets } from "./sheets.server.ts";
import { type Element, muted, type Style } from "./style.server.ts";

const kind: Style = { typeface: "sans", ...paperType.kind, colour: muted };
const title: Style = { typeface: "semibold", ...paperType.title };
const facts: Style = { typeface: "serif", ...paperType.body };
const how: Style = { typeface: "sans", ...paperType.note, colour: muted };

/** PDFs with more letters than this are not tagged: the tags would be the larger part of the file. */
const taggedAtMost = 500;

/** Writes Annex A: the letters, each with its number, its id and the sha256 of its text. */
export async function annexPdf(input: AnnexInput): Promise<Buffer> {
  const { locale, letters, dispatch, day } = input;
  const w = words(locale).annexes;
  const hashes = letters.map(({ text }) => sha256Of(text));
  const tagged = letters.length <= taggedAtMost;
  const name = w.letters.title(dispatch, formatDate(locale, day));
  const line = w.letters.hash(sha256Of(`${hashes.join("\n")}\n`));
  return collect(async (to) => {
    const sheets = new Sheets(
      {
        ...frame(input),
        title: name,
        margins: { left: 64, right: 70, top: 60 },
        foot: footOf(input, line),
        tagged,
      },
      to,
    );
    const count = w.letters.count(letters.length, input.lettersInAll);
    await writeHead(sheets, input, { kind: w.letters.kind, title: name, count, how: w.letters.how });
    for (const [index, letter] of letters.entries()) {
      await writeLetter(sheets, locale, letter, hashes[index] ?? "");
      await sheets.breathe();
    }
    await sheets.finish();
  });
}

/** Writes Annex B: names with country, in columns, each tagged as one paragraph. */
export async function namesPdf(input: NamesInput): Promise<Buffer> {
  const { locale, names, dispatch, day } = input;
  const w = words(locale).annexes;
  const hash = createHash("sha256");
  for (const { name, country } of names) hash.update(`${name}\t${country}\n`);
  const title = w.names.title(dispatch, formatDate(locale, day));
  const foot = footOf(input, w.names.hash(hash.digest("hex")));
  return collect(async (to) => {
    const sheets = new Sheets(
      { ...frame(input), title, margins: { left: 54, right: 54, top: 56 }, foot, tagged: true },
      to,
    );
    const count = w.names.count(names.length, input.namesInAll);
    await writeHead(sheets, input, { kind: w.names.kind, title, count, how: w.names.how });
    const columns = new NameColumns(sheets);
    for (const name of names) await columns.add(name);
    await columns.end();
    await sheets.finish();
  });
}

/** Writes the campaign's letter: sender, recipient, subject, text, lines to sign on, enclosures. Tagged. */
export async function coverPdf(input: CoverInput): Promise<Buffer> {
  const { locale, dispatch, day, sender, recipient, subject, body, signers, enclosed } = input;
  const w = words(locale).annexes.cover;
  const date = formatDate(locale, day);
  const whole = [sender.name, ...sender.address, date, recipient.name, ...recipient.address, subject, body];
  const foot = footOf(input, w.hash(sha256Of(`${whole.join("\n")}\n`)));
  return collect(async (to) => {
    const margins = { left: 74, right: 74, top: 72 };
    const sheets = new Sheets({ ...frame(input), title: subject, margins, foot, tagged: true }, to);
    const text: Style = { typeface: "serif", ...paperType.body };
    const strong: Style = { ...text, typeface: "semibold" };
    const paragraph = (words: string, style: Style = text, kind = "P") =>
      sheets.write(words, style, {}, sheets.element(kind));
    await sheets.newPage();

    const top = sheets.y;
    const aside = {
      left: sheets.left + sheets.width * 0.6,
      width: sheets.width * 0.4,
      align: "right" as const,
    };
    const column = { width: sheets.width * 0.58 };
    await sheets.write(sender.name, strong, column, sheets.element("P"));
    await sheets.write(sender.address.join("\n"), text, column, sheets.element("P"));
    const below = sheets.y;
    sheets.y = top;
    await sheets.write(`${date}\n${w.title(dispatch)}`, text, aside, sheets.element("P"));
    sheets.y = Math.max(below, sheets.y) + 8;
    sheets.rule(sheets.left, sheets.width, "0.09 0.098 0.118 RG", 0.8);
    sheets.y += 20;

    await paragraph([recipient.name, ...recipient.address].join("\n"));
    sheets.y += 16;
    await paragraph(subject, strong, "H1");
    sheets.y += 8;
    for (const part of body.trim().split(/\n[ \t]*\n\s*/)) {
      await paragraph(part);
      sheets.y += 8;
    }
    await writeSigningLines(sheets, signers, sheets.element("Sect"), w.signer);

    const list = [
      ...(enclosed.letters ? [w.letters(enclosed.letters)] : []),
      ...(enclosed.names ? [w.names(enclosed.names)] : []),
      ...(enclosed.parts > 1 ? [w.parts(formatNumber(locale, enclosed.parts))] : []),
    ];
    if (list.length > 0) {
      const label: Style = { typeface: "sans", ...paperType.aside };
      const lesser: Style = { ...label, colour: muted };
      await sheets.need(list.length * label.leading + 36);
      sheets.y += 20;
      await paragraph(w.enclosed, label);
      for (const item of list) await paragraph(item, lesser);
    }
    await sheets.finish();
  });
}

/** A × and a rule for each signer, two side by side. */
async function writeSigningLines(
  sheets: Sheets,
  signers: readonly string[],
  section: Element | null,
  unnamed: string,
) {
  const gap = 24;
  const width = (sheets.width - gap) / 2;
  const under: Style = { typeface: "serif", ...paperType.aside, colour: muted };
  const all = signers.length > 0 ? signers : [unnamed];
  for (let row = 0; row < all.length; row += 2) {
    await sheets.need(64);
    sheets.y += 34;
    const top = sheets.y;
    let bottom = top;
    for (const [column, signer] of all.slice(row, row + 2).entries()) {
      const left = sheets.left + column * (width + gap);
      sheets.y = top;
      sheets.rule(left, width, "0.09 0.098 0.118 RG", 0.7);
      const [x, y] = [left + 1, top - 3];
      sheets.decorate(
        `q 0.09 0.098 0.118 RG 0.9 w ${x} ${y} m ${x + 6} ${y - 6} l ${x} ${y - 6} m ${x + 6} ${y} l S Q`,
      );
      sheets.y = top + 4;
      await sheets.write(signer, under, { left, width }, sheets.element("P", section));
      bottom = Math.max(bottom, sheets.y);
    }
    sheets.y = bottom;
  }
  section?.end();
}

const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");

function frame({ locale, paper, campaign }: PaperFrame) {
  return { paper, language: spoken[locale], subject: words(locale).annexes.about(campaign.title) };
}

const footOf = ({ locale, campaign }: PaperFrame, line: string) => ({
  page: words(locale).annexes.pageOf,
  url: campaign.url,
  line,
});

type Head = { kind: string; title: string; count: string; how: string };

/** The head of the first page: what it is, for which campaign, which part of how many. */
async function writeHead(
  sheets: Sheets,
  { locale, campaign, part, parts }: PaperFrame & { part: number; parts: number },
  head: Head,
) {
  const w = words(locale).annexes;
  await sheets.newPage();
  await sheets.write(head.kind.toUpperCase(), kind, {}, sheets.element("P"));
  sheets.y += 4;
  await sheets.write(head.title, title, {}, sheets.element("H1"));
  sheets.y += 6;
  const count = parts > 1 ? `${w.part(part, parts)}: ${head.count}` : head.count;
  await sheets.write(`${w.about(campaign.title)}\n${count}`, facts, {}, sheets.element("P"));
  sheets.y += 8;
  await sheets.write(head.how, how, { width: Math.min(sheets.width, 420) }, sheets.element("P"));
  sheets.y += 14;
}

/** Collects a stream in one buffer. */
async function collect(write: (to: Writable) => Promise<void>): Promise<Buffer> {
  const parts: Buffer[] = [];
  const to = new Writable({
    highWaterMark: 1024 * 1024,
    write(part: Buffer, _encoding, done) {
      parts.push(part);
      done();
    },
  });
  await write(to);
  return Buffer.concat(parts);
}
