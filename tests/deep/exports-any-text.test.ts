import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { type Fetched, fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import { type ExportFilter, usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { listExports } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");

function streaming(fetched: Fetched) {
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  return fetched;
}

async function exported(
  campaign: { id: number },
  filter: Partial<ExportFilter> = {},
  preset: "full" | "delivery" = "full",
) {
  const organizer = await anOrganizer(db, { campaign });
  const input = { campaignId: campaign.id, organizerId: organizer.id };
  const id = await createExport(db, { ...input, preset, filter: { ...usualFilter(preset), ...filter } }, now);
  if (!id) throw new Error("the export was refused");
  const bytes = await buffer(streaming(await fetchExport(db, testKeys, { ...input, id }, now)).file);
  return { id, bytes, organizer };
}

const cellsOf = (bytes: Buffer) =>
  parse(bytes, { columns: true, bom: true, record_delimiter: "\r\n" }) as Record<string, string>[];

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
