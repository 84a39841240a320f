import { expect, test } from "vitest";
import { ExportForm, listOf } from "#app/domain/outgoing/exports/export-form.ts";

test("an empty choice of format is CSV", () => {
  expect(listOf(ExportForm.parse({ preset: "full", format: "" })).filter.format).toBe("csv");
});

test.each([
  [{ preset: "full", format: "pdf" }, "format-unknown"],
  [{ preset: "osdi" }, "preset-missing"],
  [{ preset: "everything" }, "preset-missing"],
  [{ preset: "full", from: "2026-03-02", to: "2026-03-01" }, "days-order"],
])("%j is refused: %s", (typed, problem) => {
  const { error } = ExportForm.safeParse(typed);
  expect(error?.issues.map(({ message }) => message)).toEqual([problem]);
});
