import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { noteRefusals, sumUpRefusals } from "#app/domain/upkeep/refusals/note-refusals.server.ts";
import { type Refusal, rowsAnHour } from "#app/domain/upkeep/refusals/refusal.ts";
import { auditEntries, refusals } from "#db/schema/index.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();

/** Each test has its own day, so that it does not count another's. */
let day = 0;

const aNoon = () => new Date(Date.UTC(2026, 0, 1 + 20 * day++, 12, 10));

const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

const aRefusal = (values: Partial<Refusal> = {}): Refusal => {
  const nobody = { organizerId: null, campaign: null, page: null, network: null };
  return Object.assign({ why: "unknown-address", n: 1 }, nobody, values) as Refusal;
};

const entriesOf = async (actor: string) =>
  (await db.select().from(auditEntries).where(eq(auditEntries.actor, actor))).map(
    ({ detail }) => detail as { why: string; times: number; more?: true; page?: string },
  );

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
  expect(entries.length).toBeLessThanOrEqual(2 * (rowsAnHour + 1));
  expect(timesIn(entries)).toBe(2000);
});
