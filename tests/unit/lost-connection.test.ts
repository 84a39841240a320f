import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test, vi } from "vitest";
import { createLog } from "#app/lib/log.server.ts";
import { ignoreConnectionErrors } from "#app/lib/lost-connection.server.ts";

const withCode = (code: string, name = "Error") => Object.assign(new Error(code), { code, name });

/** What a process does with an unhandled rejection, without being that process. */
function handlerOf() {
  const log = createLog("silent");
  const warn = vi.spyOn(log, "warn");
  const before = process.listeners("unhandledRejection");
  ignoreConnectionErrors(log);
  const [handler] = process.listeners("unhandledRejection").filter((each) => !before.includes(each));
  if (!handler) throw new Error("no handler was added");
  process.off("unhandledRejection", handler);
  return { handle: (reason: unknown) => handler(reason, Promise.resolve()), warn };
}

test.each([
  ["a connection that ended", withCode("CONNECTION_CLOSED")],
  ["the same, as drizzle reports it", new DrizzleQueryError("select 1", [], withCode("CONNECTION_CLOSED"))],
  ["no connection left", new DrizzleQueryError("select 1", [], withCode("53300", "PostgresError"))],
  ["a database that takes none", withCode("55000", "PostgresError")],
])("a process outlives an answer that nobody waited for: %s", (_, reason) => {
  const { handle, warn } = handlerOf();
  handle(reason);
  expect(warn).toHaveBeenCalledOnce();
});

test.each([
  ["a mistake of ours", new TypeError("x is not a function")],
  ["a query that is wrong", new DrizzleQueryError("select", [], withCode("42601", "PostgresError"))],
])("any other ends it: %s", (_, reason) => {
  expect(() => handlerOf().handle(reason)).toThrow(reason);
});
