import { deflateRawSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { FileProblem } from "#app/domain/entries/imports/reading/encoding-detector.ts";
import { writeOutcomes } from "#app/domain/entries/imports/running/outcomes.server.ts";
import { receiveImport } from "#app/domain/entries/imports/running/receive-import.server.ts";
import { words } from "#app/i18n/index.ts";
import { filePieces, imports, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aFileHandedIn, found, handIn, importedAt, scopeOf, takenIn, tried } from "#tests/support/imports.ts";

const db = await aDatabase();
const aScope = async () => scopeOf(db, await aCampaign(db));
const head = "email,name,country";

/** Each row's outcome, from the file that an organizer downloads. */
async function rowsOf(which: { campaignId: number; publicId: string; organizerId: string | null }) {
  let text = "";
  for await (const part of writeOutcomes(db, testKeys, await found(db, which), words("en").imports))
    text += part;
  return text;
}

const utf16 = (text: string, order: "le" | "be", mark = true) => {
  const bytes = Buffer.from(`${mark ? "\uFEFF" : ""}${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
const long = (n: number) => Array.from({ length: n }, (_none, at) => `column ${at}`).join(",");

const refused: [string, FileProblem, Buffer | string][] = [
  ["an empty file", "empty", ""],
  ["blank lines alone", "empty", "\r\n\n\r\n"],
  ["NUL bytes", "not-text", `${head}\na@example.org,A\0,US\n`],
  ["UTF-16 that does not say so", "not-text", utf16(`${head}\na@example.org,A,US\n`, "le", false)],
  [
    "a workbook named .csv",
    "workbook",
    Buffer.concat([Buffer.from("PK\x03\x04"), deflateRawSync("x".repeat(500))]),
  ],
  ["an old workbook", "workbook", Buffer.from("d0cf11e0a1b11ae1", "hex")],
  ["a PDF", "not-text", "%PDF-1.7\n%\u00e2\u00e3\n"],
  ["100,000 columns", "head-long", `${long(100_000)}\n`],
  ["501 columns", "columns-many", `${long(501)}\n`],
  [
    "a head that opens a quote and closes it never",
    "head-long",
    `"email,name\n${"a@example.org,A\n".repeat(9000)}`,
  ],
  ["no head, but a person", "no-head", "a@example.org,Ana,US\n"],
  ["one column", "one-column", "email\na@example.org\n"],
];

test.each(refused)(
  "%s is no list: it is told in words (%s), and nothing of it is kept",
  async (_what, problem, file) => {
    const scope = await aScope();
    expect(await handIn(db, scope, file)).toEqual({ outcome: "refused", problem });
    expect(words("en").imports.problems[problem]).toMatch(/\w{3}.*\.$|\?$/);
    const [row] = await db.select().from(imports).where(eq(imports.campaignId, scope.campaignId));
    expect(row).toMatchObject({ state: "failed", problem, wipedAt: importedAt });
    expect(await db.$count(filePieces, eq(filePieces.file, row?.publicId ?? ""))).toBe(0);
  },
);

test("a file whose transfer breaks off is kept in no part, and its organizer is told", async () => {
  const scope = await aScope();
  const before = await db.$count(filePieces);
  async function* broken() {
    yield Buffer.from(`${head}\n${"a@example.org,A,US\n".repeat(90_000)}`);
    throw new Error("the connection was lost");
  }
  const taken = await receiveImport(
    db,
    testKeys,
    { ...scope, format: "csv", fileName: "a.csv" },
    broken(),
    importedAt,
  );
  expect(taken).toEqual({ outcome: "refused", problem: "cut-off" });
  expect(await db.$count(filePieces)).toBe(before);
});

test("a file above the limit is refused while uploading, and its part removed", async () => {
  const scope = await aScope();
  const before = await db.$count(filePieces);
  let given = 0;
  async function* endless() {
    const block = Buffer.alloc(8 * 1024 * 1024, "a,b\n");
    for (; ; given++) yield block;
  }
  const file = { ...scope, format: "csv", fileName: "a.csv", atMost: 20 * 1024 * 1024 } as const;
  const taken = await receiveImport(db, testKeys, file, endless(), importedAt);
  expect(taken).toEqual({ outcome: "refused", problem: "too-large" });
  expect(given).toBeLessThan(6);
  expect(await db.$count(filePieces)).toBe(before);
});

test("a head alone is a list of nobody", async () => {
  const which = await aFileHandedIn(db, await aScope(), `${head}\r\n`);
  expect(await tried(db, which)).toMatchObject({ state: "tried", rows: 0, added: 0 });
});

test.each([
  ["UTF-8", Buffer.from(`${head}\njose@example.org,José Ñandú,ES\n`)],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${head}\njose@example.org,José Ñandú,ES\n`)],
  ["Windows-1252", Buffer.from(`${head}\njose@example.org,José Ñandú,ES\n`, "latin1")],
  ["UTF-16, little endian", utf16(`${head}\njose@example.org,José Ñandú,ES\n`, "le")],
  ["UTF-16, big endian", utf16(`${head}\njose@example.org,José Ñandú,ES\n`, "be")],
])("a list in %s says the same names", async (_encoding, file) => {
  const which = await aFileHandedIn(db, await aScope(), file);
  expect((await found(db, which)).mapping?.columns).toEqual({ email: 0, name: 1, country: 2 });
  await takenIn(db, which);
  const [row] = await db
    .select({ name: supporters.name })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(signatures.campaignId, which.campaignId));
  expect(row?.name).toBe("José Ñandú");
});

test("an unclosed quote ends the reading at its line, and adds nobody", async () => {
  const scope = await aScope();
  const before = "a@example.org,A,US\nb@example.org,B,US\n";
  const small = await aFileHandedIn(db, scope, `${head}\n${before}c@example.org,"C,US\nd@example.org,D,US\n`);
  expect(await tried(db, small)).toMatchObject({ state: "failed", problem: "quote-open", added: 0 });
  // Fifty times a row's limit: the rest is never read.
  const large = await aFileHandedIn(db, scope, `${head}\n${before}c@example.org,"${"x".repeat(6_500_000)}`);
  const after = await tried(db, large);
  expect(after).toMatchObject({ state: "failed", problem: "row-long", problemLine: 4 });
  expect(after.bytesDone).toBeLessThan(2_200_000);
  expect(await db.$count(signatures, eq(signatures.campaignId, scope.campaignId))).toBe(0);
  expect(await db.$count(filePieces, eq(filePieces.file, large.publicId))).toBe(0);
});

test("any line ending counts, blank rows do not, and lines are the file's", async () => {
  const file = `${head}\r\na@example.org,A,US\nb@example.org,B,\r\r\n\n,,\nc@example.org,"C\r\nC",US\rnone,D,US\n`;
  const which = await aFileHandedIn(db, await aScope(), file);
  expect(await tried(db, which)).toMatchObject({ rows: 4, added: 2, refused: 2 });
  const csvRows = parse(await rowsOf(which), { from: 2 }) as string[][];
  expect(csvRows.map((cells) => cells.slice(0, 3).join(" "))).toEqual([
    "1 2 new",
    "2 3 refused",
    "3 7 new",
    "4 9 refused",
  ]);
});

test("malformed, shifted, long and unreadable rows are refused with reasons", async () => {
  const rows = [
    "short@example.org",
    "spare@example.org,Spare,US,,,",
    "more@example.org,More,US,something",
    "Name First,name@example.org,US",
    `long@example.org,${"N".repeat(121)},US`,
    `${"l".repeat(65)}@example.org,Long,US`,
    "two@example.org;three@example.org,Two,US",
    "where@example.org,Where,Atlantis",
    "\u202Eright@example.org,Right,US",
    "marked@example.org,\u202Ekram eht\u202C Mark,US",
    "control@example.org,Be\u0007ll,US",
    "=cmd|' /C calc'!A0@example.org,Formula,US",
    "formula@example.org,=SUM(1),US",
  ];
  const which = await aFileHandedIn(db, await aScope(), [head, ...rows, ""].join("\n"));
  await takenIn(db, which);
  const csvRows = await rowsOf(which);
  const ends = csvRows
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(",").slice(2, 4).join(": "));
  const { outcomes } = words("en").imports;
  expect(ends).toEqual([
    `refused: ${outcomes["name-missing"]}`,
    "new: new",
    `refused: ${outcomes.cells}`,
    `refused: ${outcomes["email-shape"]}`,
    `refused: ${outcomes["name-long"]}`,
    `refused: ${outcomes["email-shape"]}`,
    `refused: ${outcomes["email-shape"]}`,
    `refused: ${outcomes["country-unknown"]}`,
    `refused: ${outcomes["email-shape"]}`,
    "new: new",
    `refused: ${outcomes.unreadable}`,
    `refused: ${outcomes["email-shape"]}`,
    "new: new",
  ]);
  const names = await db
    .select({ name: supporters.name })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(signatures.campaignId, which.campaignId));
  // A formula is a name like any other: text here, and neutralized in every CSV.
  expect(names.map(({ name }) => name).sort()).toEqual(["=SUM(1)", "Spare", "kram eht Mark"]);
});

test("rows are reported without their people once the file is gone", async () => {
  const scope = await aScope();
  for (const list of [`${head}\n`, `${head}\na@example.org,A,US\n`]) {
    const file = await aFileHandedIn(db, scope, list);
    await tried(db, file);
    await db.delete(filePieces).where(eq(filePieces.file, file.publicId));
    const [first, ...rows] = (await rowsOf(file)).trimEnd().split("\r\n");
    expect(first).toMatch(/^row,line,/);
    expect(rows).toEqual(list.includes("@") ? ["1,2,new,new,,"] : []);
  }
  // A read still in progress would end the process: it has until the next query is answered.
  await db.execute(sql`select pg_sleep(0.2)`);
});

test("formulas are neutralized in the file of rows while it names people", async () => {
  const rows = [
    "=HYPERLINK(1)@example.org,+Plus,US",
    "x@example.org,=1+1,US",
    "@y,-Minus,US",
    '"\tTab",＝Wide,US',
  ];
  const which = await aFileHandedIn(db, await aScope(), [head, ...rows].join("\n"));
  await tried(db, which);
  const csvRows = await rowsOf(which);
  expect(csvRows).toContain(",'=HYPERLINK(1)@example.org,'+Plus");
  for (const line of csvRows.split("\r\n")) expect(line).not.toMatch(/(^|,)"?[=+@\t＝-]/);
});

test("two columns of one name are two: the first is taken, and the other can be", async () => {
  const file = "email,name,email,country\na@example.org,A,other@example.org,US\n";
  const which = await aFileHandedIn(db, await aScope(), file);
  expect((await found(db, which)).mapping?.columns).toMatchObject({ email: 0 });
  await takenIn(db, which, { other: { columns: { email: 2, name: 1, country: 3 } } });
  expect(await db.$count(supporters, eq(supporters.email, "other@example.org"))).toBe(1);
});
