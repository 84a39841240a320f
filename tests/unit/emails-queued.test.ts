import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const app = join(import.meta.dirname, "../../app");

/** Files that queue emails themselves, with the reason. `demo` writes a past of its own. */
const others: Record<string, string> = {
  "domain/entries/signatures/insert-signatures.server.ts": "one statement signs for many",
  "domain/entries/signatures/confirm-together.server.ts": "one statement confirms many",
  "domain/approvals/ask-approval.server.ts": "asks everyone in the order of their ids",
  "domain/approvals/queue-approval-withdrawn.server.ts": "emails those who were asked",
};

test("emails are queued by the room queue alone", () => {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !/^(demo|domain\/queue)\//.test(file),
  );
  const queueing = files.filter((file) =>
    /insert into outbox\b|\.insert\(outbox\)/.test(readFileSync(join(app, file), "utf8")),
  );
  expect(queueing.sort()).toEqual(Object.keys(others).sort());
});

test("the file of an email is named as the email is in the outbox", () => {
  const contents = join(app, "domain/outbox/contents");
  const files = readdirSync(contents).filter((file) => file !== "index.ts");
  const names = files.map((file) => {
    const [, name] = /(?:{|^ ) name: "([a-z-]+)",/m.exec(readFileSync(join(contents, file), "utf8")) ?? [];
    return `${name}.ts`;
  });
  expect(names).toEqual(files);
});
