import { expect, test } from "vitest";
import { handleError } from "#app/entry.server.tsx";

/** Error lines logged for a request's failure. */
function logLines(error: unknown): number {
  let errors = 0;
  const context = { requestId: "r", log: { error: () => errors++ } };
  const args = { request: new Request("https://sign.test/thanks/x", { method: "POST" }), context };
  handleError(error, args as unknown as Parameters<typeof handleError>[1]);
  return errors;
}
const answer = (status: number) => ({ status, statusText: "", internal: true, data: "" });

test("a request that no page takes is no error of ours, and all else is told to the log", () => {
  expect(logLines(answer(405))).toBe(0);
  expect(logLines(answer(500))).toBe(1);
  expect(logLines(new Error("broken"))).toBe(1);
});

test("an unreachable database, however nested, is no error of ours", () => {
  const coded = (code: string, name = "PostgresError") => Object.assign(new Error("x"), { name, code });
  const network = Object.assign(new Error("x"), { code: "ENOTFOUND", syscall: "getaddrinfo" });
  for (const error of [
    ...["57P01", "57P03", "08006", "53300", "53100", "25006", "55000", "3D000"].map((code) => coded(code)),
    coded("CONNECTION_ENDED", "Error"),
    network,
    new Error("Failed query", { cause: coded("57P01") }),
    new Error("outer", { cause: new Error("inner", { cause: coded("CONNECT_TIMEOUT", "Error") }) }),
  ])
    expect([logLines(error), (error as { code?: string }).code]).toEqual([
      0,
      (error as { code?: string }).code,
    ]);
  for (const error of [
    coded("23505"),
    coded("42P01"),
    coded("40P01"),
    coded("ENOENT", "Error"),
    new Error("x"),
  ])
    expect(logLines(error), JSON.stringify(error)).toBe(1);
});
