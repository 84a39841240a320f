import type { LetterPapers } from "#app/domain/entries/letters/papers.ts";

const layouts = () => import("./letters-pdf.server.ts");

/** The PDFs that go with letters. Typefaces are loaded with the first. */
export const letterPapers: LetterPapers = {
  annexPdf: async (input) => (await layouts()).annexPdf(input),
  namesPdf: async (input) => (await layouts()).namesPdf(input),
  coverPdf: async (input) => (await layouts()).coverPdf(input),
};
