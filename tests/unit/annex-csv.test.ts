import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { lettersCsv, namesCsv } from "#app/domain/entries/letters/annex-csv.ts";

async function whole(lines: AsyncIterable<string>) {
  let all = "";
  for await (const line of lines) all += line;
  return all;
}

test("letters in a table are what they were, and run as no formula", async () => {
  const text = 'I said "no",\n\nand mean it.\n\nŁukasz\nPoland\n';
  const sha256 = createHash("sha256").update(text).digest();
  const row = { number: 1, publicId: "abc", writtenOn: "2026-11-25", country: "PL", text, sha256 };
  const csv = await whole(
    lettersCsv([
      { ...row, name: "Łukasz", shares: "12.5" },
      { ...row, number: 2, name: '=HYPERLINK("https://evil.example")', shares: null, text: "@SUM(1)\n" },
    ]),
  );
  expect(csv.split("\r\n")[0]).toBe("number,letter_id,written_on,name,country,shares,text,sha256");
  expect(csv.endsWith("\r\n")).toBe(true);
  const [first, second] = parse(csv, { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
  expect(first).toEqual({
    number: "1",
    letter_id: "abc",
    written_on: "2026-11-25",
    name: "Łukasz",
    country: "PL",
    shares: "12.5",
    text,
    sha256: sha256.toString("hex"),
  });
  expect(second).toMatchObject({
    name: '\'=HYPERLINK("https://evil.example")',
    shares: "",
    text: "'@SUM(1)\n",
  });
});

test("names in a table are read one at a time", async () => {
  let read = 0;
  const rows = (async function* () {
    for (; read < 3; read++)
      yield { receiptCode: "AB12", signedOn: "2026-11-25", name: "-1+1", country: "US" };
  })();
  const lines = namesCsv(rows);
  expect((await lines.next()).value).toBe("receipt_code,signed_on,name,country\r\n");
  expect((await lines.next()).value).toBe("AB12,2026-11-25,'-1+1,US\r\n");
  expect(read).toBe(0);
});
