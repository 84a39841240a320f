import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { listExports } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { exportsOf } from "#tests/support/exports.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const { exported, cellsOf } = exportsOf(db);
const safe = (cell: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell);
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '""',
        ",",
        "\n",
        "\r\n",
        "\r",
        "\t",
        ";",
        "=",
        "'",
        "\\",
        "\\.",
        "\\N",
        "😀",
        "👩‍👩‍👧",
        "é",
        "e\u0301",
        "ل",
        "\u2028",
        "\ufeff",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => parts.join("").replaceAll("\0", ""))
  .filter((text) => !/\p{Cs}/u.test(text) && text.length > 0 && [...text].length <= 1000);
const hostileName = hostileText
  .map((text) => [...text.replace(/\p{Cc}/gu, "")].slice(0, 60).join(""))
  .filter((name) => name !== "");

test("another parser reads what people wrote exactly, and rows are counted", async () => {
  const person = fc.record({ name: hostileName, comment: fc.option(hostileText) });
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 6 }), fc.boolean(), async (people, bom) => {
      const campaign = await aCampaign(db);
      for (const { name, comment } of people) await aStoredSignature(db, campaign, { name, comment });
      const { id, bytes } = await exported(campaign, { bom });

      const rows = cellsOf(bytes);
      expect(rows.map(({ name, comment }) => ({ name, comment }))).toEqual(
        people.map(({ name, comment }) => ({ name: safe(name), comment: safe(comment ?? "") })),
      );
      expect(bytes.subarray(0, 3).toString("hex") === "efbbbf").toBe(bom);
      const [row] = await db.select().from(listExports).where(eq(listExports.id, id));
      expect(row).toMatchObject({ rows: people.length, bytes: bytes.length });
      expect(row?.sha256?.toString("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
