import { expect, test, vi } from "vitest";
import { createWake } from "#app/domain/base/jobs/wake.server.ts";
import { oneAtATime } from "#app/lib/mutex.ts";

test("many calls at once wake at once and once more, and no oftener than every 200 ms", async () => {
  vi.useFakeTimers();
  const send = vi.fn(async () => {});
  const wake = createWake(send, () => {});
  for (let call = 0; call < 1000; call++) wake();
  expect(send).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(send).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(send).toHaveBeenCalledTimes(2);
  wake();
  expect(send).toHaveBeenCalledTimes(3);
  vi.useRealTimers();
});

test("a wake-up that fails is logged and hinders nobody", async () => {
  const failed = vi.fn();
  createWake(() => Promise.reject(new Error("no database")), failed)();
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(1));
});

test("work never runs twice at once, and a call during a run gets another", async () => {
  let running = 0;
  let begun = 0;
  const work = async () => {
    begun++;
    running++;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    running--;
  };
  const run = oneAtATime(work);
  await Promise.all([run(), run(), run(), run()]);
  expect(begun).toBe(2);
  await run();
  expect(begun).toBe(3);
});

test("a run that fails tells its callers and does not stop the next", async () => {
  let calls = 0;
  const run = oneAtATime(async () => {
    calls++;
    if (calls === 1) throw new Error("once");
  });
  const results = await Promise.allSettled([run(), run()]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});
