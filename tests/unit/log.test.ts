import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
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

test("an outage of the database gets one line in ten seconds, anything else a line each time", () => {
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
