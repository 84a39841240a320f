import { expect, test } from "vitest";
import { planDelays } from "#app/domain/outgoing/dispatches/parts/part.ts";
import { maxPart, planParts } from "#app/domain/outgoing/dispatches/plan-parts.ts";
import { createRandom } from "#tests/support/resend-provider.mjs";

const ids = (count: number) => Array.from({ length: count }, (_, place) => place + 1);

test("10,000 mixed letters and 50,000 names go in few emails, once, in order", () => {
  const random = createRandom(1);
  const letters = ids(10_000).map((id) => ({ id, bytes: 200 + Math.floor(random() ** 3 * 14_800) }));
  const parts = planParts(letters, ids(50_000), { alone: false });
  expect(parts.flatMap(({ letterIds }) => letterIds)).toEqual(ids(10_000));
  expect(parts.flatMap(({ signatureIds }) => signatureIds)).toEqual(ids(50_000));
  expect(parts.length).toBeLessThan(20);
  const bytesOf = new Map(letters.map(({ id, bytes }) => [id, bytes]));
  for (const { letterIds, signatureIds } of parts) {
    expect(letterIds.length).toBeLessThanOrEqual(maxPart.letters);
    expect(signatureIds.length).toBeLessThanOrEqual(maxPart.names);
    const bytes = letterIds.reduce((sum, id) => sum + (bytesOf.get(id) ?? 0), 0);
    expect(bytes).toBeLessThan(maxPart.bytes);
  }
});

test("short letters are no more than 2,500 a mail, and a single one of any length goes", () => {
  const short = planParts(
    ids(2501).map((id) => ({ id, bytes: 10 })),
    [],
    { alone: false },
  );
  expect(short.map(({ letterIds }) => letterIds.length)).toEqual([2500, 1]);
  expect(planParts([{ id: 1, bytes: 20_000_000 }], [], { alone: false })).toHaveLength(1);
  expect(
    planParts(
      ids(3).map((id) => ({ id, bytes: 10 })),
      [],
      { alone: true },
    ),
  ).toHaveLength(3);
});

test("individual letters are spread over a day in order, within the cap", () => {
  const times = planDelays(60, { perDay: 20, chance: createRandom(7) });
  expect(times[0]).toBe(0);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
  for (let n = 21; n < times.length; n++) {
    expect((times[n] ?? 0) - (times[n - 21] ?? 0)).toBeGreaterThan(86_400);
  }
  const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
  expect(new Set(gaps).size).toBeGreaterThan(50);
});
