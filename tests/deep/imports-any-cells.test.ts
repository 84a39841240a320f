import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aFileHandedIn, scopeOf, takenIn } from "#tests/support/imports.ts";

const db = await aDatabase();

const aScope = async () => scopeOf(db, await aCampaign(db));

test("any cells give each row an outcome, no stuck import, and true counts", async () => {
  const scope = await aScope();
  let n = 0;
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ unit: "grapheme", maxLength: 140 }),
    fc.constantFrom(
      "US",
      "Germany",
      "ana@example.org",
      "=1",
      '"',
      "\r\n",
      "2026-10-01",
      "\uFEFF",
      "\u2028",
      "\u0085",
      "x".repeat(1001),
    ),
  );
  const quoted = (text: string) => `"${text.replaceAll("\0", " ").replaceAll('"', '""')}"`;
  const row = fc.oneof(
    fc.array(cell, { maxLength: 9 }),
    cell.map((name) => [`person-${n++}@example.org`, name, "US"]),
    fc
      .tuple(cell, cell, cell)
      .map(([name, postal, comment]) => [`person-${n++}@example.org`, name, "US", postal, comment]),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
      const lines = rows.map((cells) => cells.map(quoted).join(","));
      const file = ["email,name,country,zip,comment,signed on", ...lines, ""].join("\r\n");
      const which = await aFileHandedIn(db, scope, file);
      const after = await takenIn(db, which);
      expect(after.state).toBe("imported");
      expect(after.added + after.known + after.refused).toBe(after.rows);
      const [kept] = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from signatures s join imports i on i.id = s.import_id
          where i.public_id = ${which.publicId}`,
      );
      expect(kept?.n).toBe(after.added);
    }),
    { numRuns: 25 },
  );
  expect(await listCounterDrift(db)).toEqual([]);
});
