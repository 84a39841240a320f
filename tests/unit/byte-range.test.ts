import { expect, test } from "vitest";
import { readRange } from "#app/http/byte-range.ts";

const whole = { bytes: 100, etag: '"abc"' };
const read = (range: string, more: Record<string, string> = {}) =>
  readRange(new Headers({ range, ...more }), whole);

test("one range of bytes is read as RFC 9110 says, and all else is the whole file", () => {
  expect(read("bytes=0-9")).toEqual({ from: 0, to: 10 });
  expect(read("bytes=90-")).toEqual({ from: 90, to: 100 });
  expect(read("bytes=90-1000")).toEqual({ from: 90, to: 100 });
  expect(read("bytes=-10")).toEqual({ from: 90, to: 100 });
  expect(read("bytes=-1000")).toEqual({ from: 0, to: 100 });
  for (const range of ["bytes=100-", "bytes=100-200", "bytes=-0"]) expect(read(range)).toBe("unsatisfiable");
  for (const range of ["bytes=-", "bytes=9-1", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b"]) {
    expect(read(range), range).toBeNull();
  }
  expect(readRange(new Headers(), whole)).toBeNull();
});

test("what is a part of another version is never sent as one", () => {
  expect(read("bytes=5-9", { "if-range": '"abc"' })).toEqual({ from: 5, to: 10 });
  expect(read("bytes=5-9", { "if-range": '"abd"' })).toBeNull();
  expect(read("bytes=5-9", { "if-range": "Tue, 24 Nov 2026 12:00:00 GMT" })).toBeNull();
});
