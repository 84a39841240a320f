import { expect, test } from "vitest";
import { handleError } from "#app/entry.server.tsx";

/** How many errors the log is told for what went wrong with a request. */
function told(error: unknown): number {
  let errors = 0;
  const context = { requestId: "r", log: { error: () => errors++ } };
  const args = { request: new Request("https://sign.test/thanks/x", { method: "POST" }), context };
  handleError(error, args as unknown as Parameters<typeof handleError>[1]);
  return errors;
}
const answer = (status: number) => ({ status, statusText: "", internal: true, data: "" });

test("a request that no page takes is no error of ours, and all else is told to the log", () => {
  expect(told(answer(405))).toBe(0);
  expect(told(answer(500))).toBe(1);
  expect(told(new Error("broken"))).toBe(1);
});
