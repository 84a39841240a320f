import { expect, test } from "vitest";
import { Thread } from "#app/lib/thread.server.ts";

const odd = new URL("../support/stalled-thread.ts", import.meta.url);

test("a task that is late fails alone, and a new thread takes up what waits", async () => {
  const thread = new Thread("odd-thread", odd, 50);
  const asked = ["one", "loop", "two", "three"].map((ask) => thread.ask(ask).catch(({ message }) => message));
  expect(await Promise.all(asked)).toEqual(["one", "The odd-thread took longer than 50 ms.", "two", "three"]);
});

test("a task whose thread ended fails alone, and a new thread takes up what waits", async () => {
  const thread = new Thread("odd-thread", odd, 50);
  const asked = ["one", "die", "two"].map((ask) => thread.ask(ask).catch(({ message }) => message));
  expect(await Promise.all(asked)).toEqual(["one", "The odd-thread ended with 7.", "two"]);
});

test("where no thread can be begun, all that waits fails", async () => {
  const thread = new Thread("no-thread", new URL("../support/no-thread.ts", import.meta.url), 50);
  const asked = ["one", "two"].map((ask) => thread.ask(ask).catch(() => "failed"));
  expect(await Promise.all(asked)).toEqual(["failed", "failed"]);
});

test("an answer that came while the event loop was busy is in time", async () => {
  const thread = new Thread("odd-thread", odd, 50);
  await thread.ask("begun");
  const asked = thread.ask("quick");
  const until = performance.now() + 300;
  while (performance.now() < until);
  expect(await asked).toBe("quick");
});
