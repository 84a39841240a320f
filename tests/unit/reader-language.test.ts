import { expect, test } from "vitest";
import { readerLocale } from "#app/http/outage.server.ts";

test("an address says its language, and where it says none its reader’s browser does", () => {
  expect(readerLocale("/es/c/x", "en")).toBe("es");
  for (const [asked, locale] of [
    ["es-MX,es;q=0.9,en;q=0.5", "es"],
    ["en-US,en;q=0.9,es;q=0.8", "en"],
    ["fr-FR, es;q=0.4, en;q=0.3", "es"],
    ["es;q=0.1,en;q=0.2", "en"],
    ["es;q=0, fr", "en"],
    ["*", "en"],
    [undefined, "en"],
    [";;==,,", "en"],
  ] as const)
    expect([asked, readerLocale("/c/x", asked)]).toEqual([asked, locale]);
});
