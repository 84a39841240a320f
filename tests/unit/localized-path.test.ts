import { expect, test } from "vitest";
import { splitLanguage } from "#app/http/language.ts";
import { locales, localizedPath } from "#app/i18n/index.ts";

test.each([
  "/es//evil.com",
  "/es/\\evil.com",
  "/es///evil.com/x",
  "/es/\\/evil.com",
  "//evil.com",
  "/\\evil.com",
])("%s leads to no other host, in any language", (asked) => {
  const { path } = splitLanguage(asked);
  for (const locale of locales) {
    expect(new URL(localizedPath(locale, path), "http://own.example").host).toBe("own.example");
    expect(localizedPath(locale, path)).toMatch(/^\/[^/\\]/);
  }
});

test("a path keeps what is within it", () => {
  expect(localizedPath("en", "/")).toBe("/");
  expect(localizedPath("es", "/")).toBe("/es");
  expect(localizedPath("en", "/c/x#c1")).toBe("/c/x#c1");
  expect(localizedPath("es", "/c/x?of=https://example.org")).toBe("/es/c/x?of=https://example.org");
});
