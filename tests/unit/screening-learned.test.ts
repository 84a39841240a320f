import { join } from "node:path";
import { expect, test } from "vitest";
import learned from "#app/domain/screening/weights.json";
import { countTrust, learn, pack, readExamples } from "#tests/support/learn-screening.ts";

const folder = join(import.meta.dirname, "../fixtures/screening");

test("the weights are what `npm run screening:learn` makes of the labelled texts", () => {
  const examples = readExamples(folder);
  const again = pack(learn(examples));
  const [bytes, learnedBytes] = [again.weights, learned.weights].map((text) => Buffer.from(text, "base64"));
  // Another version of Node may round a logarithm differently.
  const others = bytes?.filter((byte, at) => byte !== learnedBytes?.[at]) ?? [];
  expect(bytes?.length).toBe(learnedBytes?.length);
  expect(others.length).toBeLessThan((bytes?.length ?? 0) / 1000);
  expect(again.bias).toBeCloseTo(learned.bias, 2);
  expect(countTrust(examples).join(" ")).toBe(learned.trust);
}, 240_000);
