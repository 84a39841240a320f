import { afterEach, expect, test, vi } from "vitest";
import { createPace } from "#app/mail/pace.ts";

afterEach(() => vi.useRealTimers());

const never = new AbortController().signal;
const headers = (limit: number, remaining = limit, reset = 1) => ({
  "ratelimit-limit": String(limit),
  "ratelimit-remaining": String(remaining),
  "ratelimit-reset": String(reset),
});

/** A clock at 0 that only the test advances. */
function aClock() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const began = performance.now();
  return { now: () => Math.round(performance.now() - began), pass: vi.advanceTimersByTimeAsync };
}

/** The most moments in any second, with any start. */
const busiestSecond = (moments: readonly number[]) =>
  Math.max(...moments.map((at) => moments.filter((other) => other >= at && other < at + 1000).length));

/** Pseudo-random milliseconds, the same at every run. */
function delays(seed: number, below: number) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (state / 2 ** 31) * below;
  };
}

test.each([0, 60, 400])(
  "no second has more calls than announced, with up to %i ms spent before each",
  async (workAtMost) => {
    const { now, pass } = aClock();
    const pace = createPace(5);
    const made: number[] = [];
    const work = delays(7, workAtMost);
    const worker = async () => {
      while (now() < 60_000) {
        await pace.turn("bulk", never);
        await new Promise((done) => setTimeout(done, work()));
        const entered = await pace.enter(never);
        if (!("call" in entered)) continue;
        made.push(now());
        pace.learn(entered.call, headers(5));
      }
    };
    const workers = Promise.all([worker(), worker(), worker(), worker()]);
    await pass(70_000);
    await workers;

    expect(busiestSecond(made)).toBe(5);
    const inAMinute = made.filter((at) => at < 60_000).length;
    expect(inAMinute).toBeGreaterThan(0.94 * 300);
    expect(inAMinute).toBeLessThan(0.96 * 300);
  },
);

test("a requested email goes before bulk ones, which continue after it", async () => {
  const { pass } = aClock();
  const pace = createPace(5);
  const order: string[] = [];
  const ask = (lane: "own" | "bulk", name: string) =>
    pace.turn(lane, new AbortController().signal).then(() => order.push(name));
  for (let at = 0; at < 6; at++) ask("bulk", `bulk ${at}`);
  for (let at = 0; at < 9; at++) ask("own", `own ${at}`);
  await pass(10_000);

  const waited = order.slice(1);
  expect(waited.slice(0, 5)).toEqual(["own 0", "own 1", "own 2", "own 3", "bulk 1"]);
  expect(waited.slice(5, 11)).toEqual(["own 4", "own 5", "own 6", "own 7", "bulk 2", "own 8"]);
  expect(order).toHaveLength(15);
});

test("someone's mail waits for one turn at most while bulk asks without an end", async () => {
  const { now, pass } = aClock();
  const pace = createPace(5);
  let over = false;
  const bulk = async () => {
    while (!over) await pace.turn("bulk", never);
  };
  const senders = [bulk(), bulk(), bulk(), bulk()];
  await pass(3000);
  const waits: number[] = [];
  for (let mail = 0; mail < 20; mail++) {
    const asked = now();
    const turn = pace.turn("own", never).then(() => waits.push(now() - asked));
    await pass(700);
    await turn;
  }
  over = true;
  await pass(5000);
  await Promise.all(senders);
  expect(waits).toHaveLength(20);
  expect(Math.max(...waits)).toBeLessThanOrEqual(215);
});

test("after a refusal nobody calls before the time that it named, at the wire too", async () => {
  const { now, pass } = aClock();
  const pace = createPace(100);
  await pace.refused(7);
  expect(await pace.enter(never)).toEqual({ after: 7 });
  const turn = pace.turn("own", never).then(now);
  await pass(20_000);
  expect(await turn).toBe(7000);
});

test("with the limit used up, also by others, nobody calls before the reset", async () => {
  const { now, pass } = aClock();
  const pace = createPace(5);
  const entered = await pace.enter(never);
  if (!("call" in entered)) throw new Error("the first call had to wait");
  pace.learn(entered.call, headers(5, 0, 3));
  const turn = pace.turn("bulk", never).then(now);
  await pass(10_000);
  expect(await turn).toBe(3000);
});

test("when nothing is left because all calls were ours, the pace is kept as it is", async () => {
  const { now, pass } = aClock();
  const pace = createPace(5);
  const made: number[] = [];
  const worker = async () => {
    for (let call = 0; call < 50; call++) {
      await pace.turn("bulk", never);
      const entered = await pace.enter(never);
      if (!("call" in entered)) continue;
      made.push(now());
      const inThisSecond = made.filter((at) => Math.floor(at / 1000) === Math.floor(now() / 1000)).length;
      pace.learn(entered.call, headers(5, 5 - inThisSecond));
    }
  };
  const done = worker();
  await pass(20_000);
  await done;
  expect(made).toHaveLength(50);
  expect(made.at(-1)).toBeLessThan((50 / 5 / 0.94) * 1000);
});

test("the announced limit is used from the answer on, higher or lower", async () => {
  const { now, pass } = aClock();
  const pace = createPace(5);
  const callsIn = async (milliseconds: number) => {
    let calls = 0;
    const until = now() + milliseconds;
    const worker = (async () => {
      while (now() < until) {
        await pace.turn("bulk", never);
        calls++;
      }
    })();
    await pass(milliseconds + 2000);
    await worker;
    return calls;
  };
  const learn = async (limit: number) => {
    const entered = await pace.enter(never);
    if ("call" in entered) pace.learn(entered.call, headers(limit));
  };
  expect(await callsIn(10_000)).toBeGreaterThanOrEqual(47);
  await learn(50);
  expect(await callsIn(10_000)).toBeGreaterThanOrEqual(470);
  await learn(2);
  expect(await callsIn(10_000)).toBeLessThanOrEqual(22);
});

test("a limit far above the rate costs no timer", async () => {
  const pace = createPace(1_000_000);
  const timers = vi.spyOn(globalThis, "setTimeout");
  for (let call = 0; call < 2000; call++) {
    await pace.turn(call % 2 ? "own" : "bulk", never);
    const entered = await pace.enter(never);
    if ("call" in entered) pace.learn(entered.call, headers(1_000_000));
  }
  expect(timers).not.toHaveBeenCalled();
  timers.mockRestore();
});

test("who stops waiting takes no turn", async () => {
  const { now, pass } = aClock();
  const pace = createPace(5);
  await pace.turn("bulk", never);
  const stop = new AbortController();
  const gone = pace.turn("own", stop.signal);
  const next = pace.turn("bulk", never).then(now);
  stop.abort(new Error("stopped"));
  await expect(gone).rejects.toThrow("stopped");
  await expect(pace.turn("own", stop.signal)).rejects.toThrow("stopped");
  await pass(1000);
  expect(await next).toBe(211);
});

test("with other processes each turn waits until a call of the account is near", async () => {
  const { now, pass } = aClock();
  const free = [600, Promise.reject(new Error("no database")), 400];
  free.map((one) => Promise.resolve(one).catch(() => {}));
  const pace = createPace(1_000_000, {
    untilNear: async () => (await free.shift()) ?? 0,
    enter: () => Promise.reject(new Error("no database")),
    refused: async () => {},
    learn: async () => {},
  });
  const turns = ["bulk", "own"].map((lane) =>
    pace.turn(lane as "own" | "bulk", never).then(() => [lane, now()]),
  );
  await pass(10_000);
  expect(await Promise.all(turns), "own first; and a second where the database did not answer").toEqual([
    ["bulk", 2000],
    ["own", 600],
  ]);
  expect(await pace.enter(never), "nobody calls without the database").toEqual({ after: 1 });
});
