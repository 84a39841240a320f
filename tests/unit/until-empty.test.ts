import { expect, test } from "vitest";
import { untilEmpty } from "#app/domain/activity/until-empty.ts";

const lane = (waiting: number, oldest: number | null, perMinute: number) => ({ waiting, oldest, perMinute });
const last = (lanes: ReturnType<typeof lane>[], calls = 0) =>
  untilEmpty(lanes.at(-1) ?? lane(0, null, 0), lanes.slice(0, -1), { all: lanes, calls });

test("an empty lane has no time until it is empty", () => {
  expect(last([lane(0, null, 60)], 5)).toBe(null);
});

test("a long backlog is measured by what was handed over, not by the calls that are allowed", () => {
  expect(last([lane(6000, 900, 600)], 4.75), "calls of many emails").toBe(600);
  expect(last([lane(600, 900, 60)], 4.75), "slower than allowed").toBe(600);
});

test("a young one leaves at least as fast as calls are allowed", () => {
  expect(last([lane(10, 2, 0.4)], 5)).toBe(2);
  expect(last([lane(1000, 20, 1200)], 5)).toBe(50);
});

test("what goes first counts too", () => {
  expect(last([lane(60, 400, 60), lane(30, 400, 0)])).toBe(90);
});

test("nothing moves if nothing was handed over, or nothing of the lane that is first", () => {
  expect(last([lane(5, 400, 0)], 5)).toBe("not-moving");
  expect(last([lane(5, 10, 0)])).toBe("not-moving");
  expect(last([lane(0, null, 60), lane(5, 400, 0)], 5), "a frozen campaign's").toBe("not-moving");
});
