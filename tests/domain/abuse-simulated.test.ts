import { expect, test } from "vitest";
import { simulateAbuse } from "#tests/support/abuse/simulate.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();

test("a labelled simulation: fakes are held, people are not, none is refused", async () => {
  const found = await simulateAbuse(db, await aCampaign(db), { seed: 1, size: 600 });
  expect(found.honestRefused).toBe(0);
  expect(found.repeated.proton?.counted).toBe(1);
  for (const who of ["catchAll", "subdomains", "relay"]) expect(found.repeated[who]?.shown, who).toBe(true);
  expect(found.honestHeldShare, JSON.stringify(found)).toBeLessThanOrEqual(0.005);
  expect(found.recall, JSON.stringify(found)).toBeGreaterThanOrEqual(0.95);
}, 600_000);
