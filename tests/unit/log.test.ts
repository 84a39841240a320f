import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { z } from "zod";
import { describeError, type Log } from "#app/lib/log.server.ts";
import { logFailures } from "#app/lib/lost-connection.server.ts";

test("a log keeps nothing of what people typed", () => {
  const cause = Object.assign(new Error('duplicate key: Key (email)=(ana@example.org) "Ana"'), {
    severity: "ERROR",
    code: "23505",
    detail: "Key (email)=(ana@example.org) already exists.",
    constraint_name: "supporters_email_canonical_unique",
  });
  const failures = [
    cause,
    new DrizzleQueryError("insert into supporters values ($1)", ["ana@example.org", "Ana"], cause),
    new Error(
      "could not send to <ana@example.org> with KkJ8s0dZb1c2d3e4f5g6h7i8j9k0KkJ8s0dZb1c2d3e4f5g6h7i8",
    ),
  ];
  for (const failure of failures) {
    const kept = JSON.stringify(describeError(failure));
    expect(kept).not.toMatch(/ana@|Ana|KkJ8/);
    expect(kept).toContain("log.test");
  }
  expect(describeError(failures[1])).toMatchObject({
    code: "23505",
    constraint: "supporters_email_canonical_unique",
  });
});

test("a database outage logs one line in ten seconds, anything else each time", () => {
  const lines: string[] = [];
  const keep = (_: object, message: string) => lines.push(message);
  let time = 0;
  const failed = logFailures({ warn: keep, error: keep } as unknown as Log, "a job failed", () => time);
  const away = Object.assign(new Error("starting up"), { code: "57P03" });
  const fail = (error: unknown, times: number) => {
    for (let n = 0; n < times; n++) failed(error);
  };

  fail(away, 50);
  fail(new DrizzleQueryError("select 1", [], away), 50);
  const outage = "the database does not answer: work waits until it does";
  expect(lines).toEqual([outage]);
  time += 10_000;
  fail(away, 50);
  expect(lines).toEqual([outage, outage]);
  fail(new Error("a bug"), 2);
  expect(lines.slice(2)).toEqual(["a job failed", "a job failed"]);
});

test("what a library or the language says of typed text is not kept, and what we say is", () => {
  const thrown = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return error;
    }
    throw new Error("nothing was thrown");
  };
  const typed = "Ana at 12 Elm Street";
  const quoting = [
    thrown(() => JSON.parse(`{"a": ${typed}`)),
    thrown(() => new URL(typed)),
    thrown(() => new Headers({ location: `€ ${typed}` })),
    thrown(() => BigInt(typed)),
    thrown(() => z.object({ a: z.literal("b") }).parse({ a: typed, [typed]: 1 })),
    thrown(() => Buffer.from(typed, typed as BufferEncoding)),
    new Error(`no such thing: "${typed}"`),
    new Error(`one\n    at ${typed} (/x.ts:1:1)\n    at b`),
    Object.assign(new Error(typed), { stack: undefined }),
  ];
  for (const error of quoting) expect(JSON.stringify(describeError(error))).not.toMatch(/Elm|Street/);
  expect(describeError(new Error("export 7 was settled twice"))).toMatchObject({
    type: "Error",
    message: "export 7 was settled twice",
    stack: expect.stringMatching(/^\s+at .*log\.test\.ts:\d+:\d+/),
  });
});
