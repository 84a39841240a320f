import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { describeError } from "#app/lib/log.server.ts";

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
