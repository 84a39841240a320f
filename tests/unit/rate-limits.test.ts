import { afterEach, expect, test, vi } from "vitest";
import { countEntry } from "#app/http/prove-signer.server.ts";
import { createRateLimits } from "#app/http/rate-limits.server.ts";
import { createTally } from "#app/lib/window-counter.ts";

afterEach(() => void vi.useRealTimers());

test("a limit counts from the first try on, and says how many seconds are left", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
  const limits = createRateLimits();
  for (let n = 0; n < 30; n++) expect(await limits.spend("report", "203.0.113.7")).toBe(0);
  vi.setSystemTime(1_000_000);
  expect(await limits.spend("report", "203.0.113.7")).toBe(2600);
  expect(await limits.spend("report", "203.0.113.8")).toBe(0);
  expect(await limits.spend("find", "203.0.113.7")).toBe(0);
  vi.setSystemTime(3_600_000);
  expect(await limits.spend("report", "203.0.113.7")).toBe(0);
});

test("one household counts once, whichever of its addresses it uses", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
  const limits = createRateLimits();
  for (let n = 0; n < 30; n++) await limits.spend("report", `2001:db8:1:2::${n}`);
  expect(await limits.spend("report", "2001:db8:1:2:ffff::1")).toBe(3600);
});

test("pledges and letters are limited by network as well: a /48 holds 65,536 households", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
  const limits = createRateLimits();
  const post = (at: string) => countEntry({ limits, clientAddress: at });
  for (let n = 0; n < 600; n++) expect(await post(`2001:db8:7:${n.toString(16)}::1`)).toBe(0);
  expect(await post("2001:db8:7:ffff::1")).toBe(600);
  expect(await post("2001:db8:8::1")).toBe(0);
});

test("ever new addresses do not fill the memory: beyond 100,000 the oldest is forgotten", () => {
  const tally = createTally(1000);
  for (let n = 0; n < 100_000; n++) tally.add(`${n}`, n / 1000);
  expect(tally.add("0", 100).count).toBe(2);
  tally.add("another", 100);
  expect(tally.size).toBe(100_000);
  expect(tally.add("0", 100).count).toBe(1);
});

test("windows that have ended are forgotten", () => {
  const tally = createTally(1000);
  tally.add("first", 0);
  tally.add("second", 400);
  tally.forgetEnded(1000);
  expect(tally.size).toBe(1);
  tally.forgetEnded(1400);
  expect(tally.size).toBe(0);
});
