import type { ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepWorker } from "#app/cli/process/worker-process.ts";
import type { Log } from "#app/lib/log.server.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Processes that end when told to, and what was logged about them. */
function scene() {
  const children: Child[] = [];
  const lines: [object, string][] = [];
  const write = (fields: object, message: string) => void lines.push([fields, message]);
  const worker = keepWorker({
    log: { error: write, warn: write } as unknown as Log,
    start: () => {
      const child = new Child();
      children.push(child);
      return child as unknown as ChildProcess;
    },
  });
  const last = () => children.at(-1) as Child;
  return { worker, children, lines, last };
}

class Child extends EventEmitter {
  pid: number | undefined = 7;
  connected = true;
  exitCode: number | null = null;
  signalCode: string | null = null;
  signals: string[] = [];
  sent: unknown[] = [];
  send = (message: unknown) => this.sent.push(message);
  kill = (signal: string) => this.signals.push(signal);
  end(code: number) {
    this.exitCode = code;
    this.connected = false;
    this.emit("exit", code, null);
  }
}

/** Seconds until there is one more child. */
function secondsUntilNext({ children }: ReturnType<typeof scene>) {
  const before = children.length;
  for (let tenths = 0; tenths < 1000; tenths++) {
    if (children.length > before) return Math.floor(tenths / 10);
    vi.advanceTimersByTime(100);
  }
  throw new Error("no further child was started");
}

test("a worker that keeps ending restarts after growing waits, or at once if it ran well", async () => {
  const site = scene();
  await site.worker.start();
  const waits = Array.from({ length: 8 }, () => {
    site.last().end(1);
    return secondsUntilNext(site);
  });
  expect(waits).toEqual([0, 1, 2, 4, 8, 16, 30, 30]);
  expect(site.lines.slice(0, 2)).toEqual([
    [{ code: 1, signal: null }, "the worker ended and is restarted"],
    [
      { code: 1, signal: null, seconds: 1 },
      "the worker ended again: emails and jobs wait for its next start, pages and forms work",
    ],
  ]);

  vi.advanceTimersByTime(60_000);
  site.last().end(1);
  expect(secondsUntilNext(site)).toBe(0);
  expect(site.lines.at(-1)?.[1]).toBe("the worker ended and is restarted");
});

test("a process that cannot be started is tried again", async () => {
  const site = scene();
  await site.worker.start();
  const error = new Error("spawn EAGAIN");
  site.last().pid = undefined;
  site.last().emit("error", error);
  expect(secondsUntilNext(site)).toBe(0);
  expect(site.lines).toEqual([[{ err: error }, "the worker ended and is restarted"]]);
});

test("one that ended by the same Ctrl-C is neither restarted nor reported", async () => {
  const site = scene();
  await site.worker.start();
  site.last().end(0);
  await site.worker.stop();
  vi.advanceTimersByTime(120_000);
  expect([site.children.length, site.lines]).toEqual([1, []]);
});

test("one that does not end within a minute is killed", async () => {
  const site = scene();
  await site.worker.start();
  const stopped = site.worker.stop();
  expect(site.worker.stop()).toBe(stopped);
  vi.advanceTimersByTime(60_000);
  expect(site.last().signals).toEqual(["SIGTERM", "SIGKILL"]);
  site.last().end(1);
  await stopped;
  expect(site.lines).toEqual([[{ seconds: 60 }, "the worker did not end in time and was killed"]]);
  expect(site.children).toHaveLength(1);
});

test("many waiting emails are few messages, and none to an ended worker", async () => {
  const site = scene();
  await site.worker.start();
  for (let signers = 0; signers < 100; signers++) site.worker.wakeMail();
  vi.advanceTimersByTime(50);
  expect(site.last().sent).toEqual(["email waits", "email waits"]);
  site.last().end(1);
  site.worker.wakeMail();
  vi.advanceTimersByTime(50);
  expect(site.children[0]?.sent).toHaveLength(2);
});
