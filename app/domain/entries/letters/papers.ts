import type { Writable } from "node:stream";
import type { Paper } from "#app/domain/entries/pledges/co-filing/co-filing-facts.ts";
import type { Locale } from "#app/i18n/index.ts";

/** Data of every paper. Days are ISO dates (`2026-11-25`), countries ISO 3166-1 alpha-2. */
export type PaperFrame = {
  /** The language of our words, not of what people wrote. */
  locale: Locale;
  paper: Paper;
  /** `url`: the campaign's page, printed at the bottom of every page. */
  campaign: { title: string; url: string };
};

/** A letter as printed. The paper computes its SHA-256 from `text`. */
export type PaperLetter = {
  /** Counts through the whole dispatch or pack, from 1. */
  number: number;
  publicId: string;
  /** The exact `letterText`. */
  text: string;
};

/** A name to hand over, as its person agreed. */
export type PaperName = { name: string; country: string };

/** The email of the dispatch that a paper belongs to. */
export type PaperPart = { dispatch: number; day: string; part: number; parts: number };

/** `lettersInAll`: in all parts of the dispatch together. */
export type AnnexInput = PaperFrame & PaperPart & { lettersInAll: number; letters: readonly PaperLetter[] };

/** `namesInAll`: in all parts of the dispatch together. */
export type NamesInput = PaperFrame & PaperPart & { namesInAll: number; names: readonly PaperName[] };

/** The campaign's own letter, on one sheet or more. */
export type CoverInput = PaperFrame & {
  dispatch: number;
  day: string;
  /** Who runs the campaign, with the lines of their postal address. */
  sender: { name: string; address: readonly string[] };
  /** The recipient, with the lines of its postal address, if known. */
  recipient: { name: string; address: readonly string[] };
  subject: string;
  /** Plain text with the counts filled in; an empty line separates paragraphs. */
  body: string;
  /** Printed under the lines for signatures. If empty, there is one line with nothing under it. */
  signers: readonly string[];
  /** What is enclosed, in all parts together. */
  enclosed: { letters: number; names: number; parts: number };
};

/** A table of displayed words: the first column is text, the others are right-aligned numbers. */
export type PaperTable = {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Shown under the table. */
  note?: string;
};

/** `rows` may be a cursor: only one page of it is in memory. `count` is printed before the rows are read. */
export type PaperList<Row> = { count: number; rows: AsyncIterable<Row> | Iterable<Row> };

/** The pack for a handover in person. Empty parts are left out. */
export type PackInput = PaperFrame & {
  number: number;
  /** The day of the figures. */
  day: string;
  /** Printed at the bottom of every page to identify this pack, such as the newest seal. */
  identifier: string;
  /** Signatures in it, and sentences on what is counted and what was left out. */
  signatures: number;
  notes: readonly string[];
  /** On the first pages: counts by country and by state, and what was left out and why. */
  tables: readonly PaperTable[];
  /** Every version of the petition that somebody in it signed. */
  petitions: readonly { title: string; about: string; text: string }[];
  names: PaperList<PaperName>;
  letters: PaperList<PaperLetter>;
  /** Only totals. */
  pledges: readonly PaperTable[];
};

export type PackFigures = { pages: number; bytes: number; sha256: Buffer };

/** Makes papers. `app/pdf` passes this to the domain, which knows no PDF. Same input, same bytes. */
export type Papers = {
  /** Annex A: the letters. */
  annexPdf: (input: AnnexInput) => Promise<Buffer>;
  /** Annex B: the names, in columns. */
  namesPdf: (input: NamesInput) => Promise<Buffer>;
  /** The campaign's cover letter for the annexes. */
  coverPdf: (input: CoverInput) => Promise<Buffer>;
  /** Writes the pack to `to` with backpressure, and ends it. If it fails, `to` is destroyed. */
  packPdf: (input: PackInput, to: Writable) => Promise<PackFigures>;
};

/** Those in an email to the company. */
export type LetterPapers = Pick<Papers, "annexPdf" | "namesPdf" | "coverPdf">;
