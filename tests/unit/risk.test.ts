import { expect, test } from "vitest";
import { needsChallenge } from "#app/domain/review/scoring/score.ts";
import { createRateLimits } from "#app/http/rate-limits.server.ts";

const calm = { often: false, crowded: false, email: "ana@example.org", attacked: false, bouncing: false };

test("an ordinary signer needs no proof, for any address and in any crowd", () => {
  for (const email of ["ana@example.org", "x@duck.com", "x@mailinator.com"])
    expect(needsChallenge({ ...calm, email })).toBe(false);
  expect(needsChallenge({ ...calm, crowded: true })).toBe(false);
  expect(needsChallenge({ ...calm, attacked: true })).toBe(false);
  expect(needsChallenge({ ...calm, attacked: true, email: "x@privaterelay.appleid.com" })).toBe(false);
});

test("heavy senders need a proof; under attack crowds and throwaways do too", () => {
  expect(needsChallenge({ ...calm, often: true })).toBe(true);
  expect(needsChallenge({ ...calm, bouncing: true })).toBe(true);
  expect(needsChallenge({ ...calm, attacked: true, crowded: true })).toBe(true);
  expect(needsChallenge({ ...calm, attacked: true, email: "x@mailinator.com" })).toBe(true);
});

test("one address is asked from 300 in ten minutes on, and refused from 3,000 on alone", async () => {
  const limits = createRateLimits();
  const waits = async (limit: "sign" | "often") => {
    let allowed = 0;
    while ((await limits.spend(limit, "203.0.113.7")) === 0) allowed++;
    return allowed;
  };
  expect([await waits("often"), await waits("sign")]).toEqual([300, 3000]);
});
