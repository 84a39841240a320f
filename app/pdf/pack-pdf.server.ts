import { createHash } from "node:crypto";
import { Transform, type TransformCallback, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PackFigures, PackInput } from "#app/domain/entries/letters/papers.ts";
import { formatDate, formatNumber, spoken, words } from "#app/i18n/index.ts";
import { paperType } from "#app/lib/type-scale.ts";
import { writeLetter } from "./letter-block.server.ts";
import { NameColumns } from "./name-columns.server.ts";
import { Sheets } from "./sheets.server.ts";
import { muted, type Style } from "./style.server.ts";
import { writeTable } from "./table.server.ts";

const kind: Style = { typeface: "sans", ...paperType.kind, colour: muted };
const title: Style = { typeface: "semibold", ...paperType.cover };
const figure: Style = { typeface: "semibold", ...paperType.figure };
const unit: Style = { typeface: "serif", ...paperType.lead };
const section: Style = { typeface: "semibold", ...paperType.section };
const text: Style = { typeface: "serif", ...paperType.body };
const about: Style = { typeface: "sans", ...paperType.aside, colour: muted };

/** Packs with more letters than this are not tagged: the tags would be the larger part of the file. */
const taggedAtMost = 500;

/**
 * Writes the bundle for a handover in person: cover and counts, the petition by version, names, letters,
 * total pledges. Lists are read as they are printed, and written no faster than `to` reads them. On any
 * failure `to` is destroyed, so that nobody takes a part for the whole.
 */
export async function packPdf(input: PackInput, to: Writable): Promise<PackFigures> {
  const meter = new Meter();
  const taken = pipeline(meter, to);
  taken.catch(() => {});
  try {
    const pages = await writePack(input, meter);
    await taken;
    return { pages, ...meter.figures };
  } catch (error) {
    meter.destroy(error as Error);
    await taken.catch(() => {});
    throw error;
  }
}

async function writePack(input: PackInput, to: Writable): Promise<number> {
  const { locale, campaign, letters, names } = input;
  const w = words(locale).annexes;
  const name = w.pack.title(campaign.title, input.number);
  const sheets = new Sheets(
    {
      paper: input.paper,
      language: spoken[locale],
      title: name,
      subject: w.about(campaign.title),
      margins: { left: 54, right: 54, top: 60 },
      foot: { page: w.pageOf, url: campaign.url, line: input.identifier },
      tagged: letters.count <= taggedAtMost,
    },
    to,
  );
  await writeCover(sheets, input, name);
  if (input.petitions.length > 0) await begin(sheets, w.pack.petition);
  for (const petition of input.petitions) {
    await sheets.need(80);
    await sheets.write(petition.title, { ...text, typeface: "semibold" }, {}, sheets.element("H2"));
    await sheets.write(petition.about, about, {}, sheets.element("P"));
    sheets.y += 8;
    for (const paragraph of petition.text.trim().split(/\n{2,}/)) {
      await sheets.write(paragraph, text, { width: Math.min(sheets.width, 440) }, sheets.element("P"));
      sheets.y += 8;
    }
    sheets.y += 16;
  }
  if (names.count > 0) {
    await begin(sheets, w.pack.names, w.pack.namesCount(names.count));
    const columns = new NameColumns(sheets);
    for await (const row of names.rows) await columns.add(row);
    await columns.end();
  }
  if (letters.count > 0) {
    await begin(sheets, w.pack.letters, w.pack.lettersCount(letters.count));
    for await (const letter of letters.rows) {
      await writeLetter(sheets, locale, letter, createHash("sha256").update(letter.text).digest("hex"));
      await sheets.breathe();
    }
  }
  if (input.pledges.length > 0) {
    await begin(sheets, w.pack.pledges, w.pack.pledgesHow);
    for (const table of input.pledges) await writeTable(sheets, table);
  }
  return sheets.finish();
}

async function writeCover(sheets: Sheets, input: PackInput, name: string) {
  const { locale, campaign, day, signatures } = input;
  const w = words(locale).annexes.pack;
  await sheets.newPage();
  sheets.y += 24;
  await sheets.write(w.kind.toUpperCase(), kind, {}, sheets.element("P"));
  sheets.y += 6;
  await sheets.write(name, title, { width: sheets.width * 0.85 }, sheets.element("H1"));
  sheets.y += 10;
  await sheets.write(campaign.url, unit, {}, sheets.element("P"));
  sheets.y += 30;
  const count = formatNumber(locale, signatures);
  await sheets.write(count, figure, {}, sheets.element("P"));
  await sheets.write(
    `${w.signatures(signatures)} ${w.asOf(formatDate(locale, day))}`,
    unit,
    {},
    sheets.element("P"),
  );
  sheets.y += 14;
  for (const note of input.notes) {
    await sheets.write(note, text, { width: Math.min(sheets.width, 440) }, sheets.element("P"));
    sheets.y += 6;
  }
  sheets.y += 18;
  for (const table of input.tables) await writeTable(sheets, table);
}

/** Begins a part of the pack, on a page of its own. */
async function begin(sheets: Sheets, name: string, count?: string) {
  await sheets.newPage();
  await sheets.write(name, section, {}, sheets.element("H1"));
  if (count) await sheets.write(count, unit, {}, sheets.element("P"));
  sheets.y += 14;
}

/** Counts and hashes a stream. */
class Meter extends Transform {
  readonly #hash = createHash("sha256");
  #bytes = 0;

  override _transform(part: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
    this.#hash.update(part);
    this.#bytes += part.length;
    done(null, part);
  }

  get figures() {
    return { bytes: this.#bytes, sha256: this.#hash.digest() };
  }
}
