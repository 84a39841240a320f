import type { Writable } from "node:stream";
import type { Paper } from "#app/domain/entries/pledges/co-filing/paper.ts";
import type { Locale } from "#app/i18n/index.ts";

/** What every paper is set in. Days are ISO dates (`2026-11-25`), countries ISO 3166-1 alpha-2. */
export type PaperFrame = {
  /** Of the words around what people wrote. */
  locale: Locale;
  paper: Paper;
  /** `url`: the campaign's page, at the foot of every page. */
  campaign: { title: string; url: string };
};

/** A letter as it is printed. Its sha256 is made of `text` by the paper itself. */
export type PaperLetter = {
  /** Counts through the whole dispatch or pack, from 1. */
  number: number;
  publicId: string;
  /** The exact `letterText`. */
  text: string;
};

/** A name as its person agreed to hand it over. */
export type PaperName = { name: string; country: string };

/** Which mail of which dispatch a paper goes with. */
export type PaperPart = { dispatch: number; day: string; part: number; parts: number };

/** `lettersInAll`: in every part of the dispatch together. */
export type AnnexInput = PaperFrame & PaperPart & { lettersInAll: number; letters: readonly PaperLetter[] };

/** `namesInAll`: in every part of the dispatch together. */
export type NamesInput = PaperFrame & PaperPart & { namesInAll: number; names: readonly PaperName[] };

/** The campaign's own letter, on one sheet or more. */
export type CoverInput = PaperFrame & {
  dispatch: number;
  day: string;
  /** Who stands behind the campaign, and the postal address: a line each. */
  sender: { name: string; address: readonly string[] };
  /** The office written to, and its postal address: a line each, none where none is known. */
  recipient: { name: string; address: readonly string[] };
  subject: string;
  /** Plain text with the counts filled in; an empty line parts paragraphs. */
  body: string;
  /** As they are under the lines to sign on; without any there is one line, and nothing under it. */
  signers: readonly string[];
  /** What goes along, in all parts together. */
  enclosed: { letters: number; names: number; parts: number };
};

/** A table with displayed words: the first column is text, the others are right-aligned figures. */
export type PaperTable = {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Shown under the table. */
  note?: string;
};

/** `rows` may be a cursor: one page of it is held. `count` is printed before the rows are read. */
export type PaperList<Row> = { count: number; rows: AsyncIterable<Row> | Iterable<Row> };

/** The bundle for a handover in person. What is empty is left out. */
export type PackInput = PaperFrame & {
  number: number;
  /** The day of the figures. */
  day: string;
  /** At the foot of every page: what tells this pack from any other, such as the newest seal. */
  identifier: string;
  /** Signatures in it, and after that figure whole sentences on what is counted and what was left out. */
  signatures: number;
  notes: readonly string[];
  /** Counts by country and by state of signature, what was left out and why: on the first pages. */
  tables: readonly PaperTable[];
  /** Each version of the petition that somebody in it signed. */
  petitions: readonly { title: string; about: string; text: string }[];
  names: PaperList<PaperName>;
  letters: PaperList<PaperLetter>;
  /** Totals alone. */
  pledges: readonly PaperTable[];
};

export type PackFigures = { pages: number; bytes: number; sha256: Buffer };

/** Makes papers: `app/pdf` hands this to the domain, which knows no PDF. Same input, same bytes. */
export type Papers = {
  /** Annex A: the letters, one after another. */
  annexPdf: (input: AnnexInput) => Promise<Buffer>;
  /** Annex B: the names, in columns. */
  namesPdf: (input: NamesInput) => Promise<Buffer>;
  /** The campaign's letter that the annexes go with. */
  coverPdf: (input: CoverInput) => Promise<Buffer>;
  /** Writes the pack to `to` no faster than that takes it, and ends it. Where it fails, `to` is destroyed. */
  packPdf: (input: PackInput, to: Writable) => Promise<PackFigures>;
};

/** Those that a mail to the company carries. */
export type LetterPapers = Pick<Papers, "annexPdf" | "namesPdf" | "coverPdf">;
