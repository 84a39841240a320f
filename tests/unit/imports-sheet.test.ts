import { expect, test } from "vitest";
import { readSheet } from "#app/domain/entries/imports/reading/read-sheet.ts";

const read = (text: string) => {
  const sheet = readSheet(text, "US");
  if ("problem" in sheet) throw new Error(sheet.problem);
  return sheet.lines.map(({ line, read }) =>
    typeof read === "string" ? [line, read] : [line, read.name, read.postalCode],
  );
};

test("a sheet has names with optional postcodes, quoted commas, no more columns", () => {
  expect(
    read(
      'Name,Postcode\r\nAna Paper, 02139\n\n"Bloom, Ada";80331\nBloom, Ada\nJosé O\'Neil\nX "Y" Zed\t123\nA B,1,2\n, 12\n',
    ),
  ).toEqual([
    [2, "Ana Paper", "02139"],
    [4, "Bloom, Ada", "80331"],
    [5, "cells"],
    [6, "José O'Neil", null],
    [7, 'X "Y" Zed', "123"],
    [8, "cells"],
    [9, "name-missing"],
  ]);
  expect(read("Ana Paper")).toEqual([[1, "Ana Paper", null]]);
  expect(read("\uFEFF\n")).toEqual([]);
});

test("no address is read from a sheet, and an open quote fails all of it", () => {
  expect(read("Ana Paper,ana@example.org")).toEqual([[1, "cells"]]);
  expect(readSheet('"Ana,1\nBen', "US")).toHaveProperty("problem");
});
