import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { noteRefusals, sumUpRefusals } from "#app/domain/upkeep/refusals/note-refusals.server.ts";
import { rowsAnHour } from "#app/domain/upkeep/refusals/refusal.ts";
import { refusals } from "#db/schema/index.ts";
import { aDatabase } from "#tests/support/database.ts";
import { refusalsIn } from "#tests/support/refusal-rows.ts";

const db = await aDatabase();
const { aNoon, later, aRefusal, entriesOf } = refusalsIn(db);

const timesIn = (entries: readonly { times: number }[]) => entries.reduce((sum, { times }) => sum + times, 0);

test("a flood from many networks writes few rows, and the sum is complete", async () => {
  const now = aNoon();
  const before = await entriesOf("system");
  for (let wave = 0; wave < 4; wave++) {
    const many = Array.from({ length: 100 }, (_, n) => aRefusal({ network: `198.51.${n}`, n: 5 }));
    await noteRefusals(db, many, later(now, wave));
  }
  const rows = await db.select().from(refusals).where(eq(refusals.why, "unknown-address"));
  expect(rows).toHaveLength(rowsAnHour + 1);
  expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(2000);
  await sumUpRefusals(db, later(now, 40));
  expect(await entriesOf("system")).toHaveLength(before.length + rowsAnHour + 1);
  await sumUpRefusals(db, later(now, 60));
  await sumUpRefusals(db, later(now, 120));
  const entries = (await entriesOf("system")).slice(before.length);
  expect(entries).toHaveLength(2 * (rowsAnHour + 1));
  expect(timesIn(entries)).toBe(2000);
});
