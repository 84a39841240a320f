import { afterEach, beforeEach, expect, vi } from "vitest";

// An unexpected error on the console is a failure: console.error is watched in every test.
let errors: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  errors = vi.spyOn(console, "error");
});

afterEach(() => {
  expect(errors.mock.calls, "console.error was called").toEqual([]);
  errors.mockRestore();
});
