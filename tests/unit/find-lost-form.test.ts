import { expect, test } from "vitest";
import { findLostForm } from "#app/ui/console/use-keep-typed.ts";

test("what was typed returns to the form it was typed in, among others with the same fields", () => {
  const line = (id: string, version = "1") => ({
    typed: ["corrected_on", "text"],
    hidden: [
      ["id", id],
      ["version", version],
    ] as const,
  });
  const added = { typed: ["corrected_on", "text"], hidden: [] };
  const sent = (id: string) =>
    [
      ["id", id],
      ["version", "1"],
      ["corrected_on", "2026-12-01"],
      ["kind", "x"],
      ["text", "Words"],
    ] as const;
  const page = [added, line("4"), line("7", "2")];
  expect(findLostForm(sent("7"), page)).toBe(2);
  expect(findLostForm(sent("4"), page)).toBe(1);
  expect(
    findLostForm(
      [
        ["corrected_on", ""],
        ["text", "New"],
      ],
      page,
    ),
  ).toBe(0);

  const template = (locale: string) => ({
    typed: ["ask"],
    hidden: [
      ["locale", locale],
      ["seen", "a"],
    ] as const,
  });
  const spanish = [
    ["locale", "es"],
    ["seen", "b"],
    ["ask", "Pido"],
  ] as const;
  expect(findLostForm(spanish, [template("en"), template("es")])).toBe(1);
  expect(findLostForm(spanish, [template("en")])).toBeNull();
});
