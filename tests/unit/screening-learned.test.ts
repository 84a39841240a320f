import { join } from "node:path";
import { expect, test } from "vitest";
import learned from "#app/domain/screening/weights.json";
import { digestSources } from "#tests/support/learn-screening.ts";

test("the weights were learned from these texts, by this code: `npm run screening:learn`", () => {
  expect(learned.learnedFrom).toBe(digestSources(join(import.meta.dirname, "../..")));
});
