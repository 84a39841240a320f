import { test } from "vitest";
import { simulateAbuse } from "#tests/support/abuse/simulate.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();
const seeds = (process.env.SEEDS ?? "1").split(",").map(Number);
const size = Number(process.env.SIZE ?? 600);

test.for(seeds)("seed %i", { timeout: 1_200_000 }, async (seed, { expect }) => {
  const found = await simulateAbuse(db, await aCampaign(db), { seed, size });
  process.stdout.write(`${JSON.stringify(found)}\n`);
  expect(found.recall).toBeGreaterThanOrEqual(0.95);
  expect(found.honestHeldShare).toBeLessThanOrEqual(0.005);
  expect(found.honestRefused).toBe(0);
  expect(found.repeated.proton?.counted).toBe(1);
  for (const who of ["catchAll", "subdomains", "relay"]) expect(found.repeated[who]?.shown, who).toBe(true);
});
