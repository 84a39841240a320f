import { expect, test } from "vitest";
import { ExportForm, listOf } from "#app/domain/outgoing/exports/export-form.ts";

test("an empty choice of format is the usual one of the preset", () => {
  const formats = ["full", "osdi", "pledges"].map((preset) => {
    const form = ExportForm.parse({ preset, format: "" });
    return listOf(form).filter.format;
  });
  expect(formats).toEqual(["csv", "json", "csv"]);
});

test.each([
  [{ preset: "full", format: "pdf" }, "format-unknown"],
  [{ preset: "full", format: "json" }, "format-of-preset"],
  [{ preset: "everything" }, "preset-missing"],
  [{ preset: "full", from: "2026-03-02", to: "2026-03-01" }, "days-order"],
])("%j is refused: %s", (typed, problem) => {
  const { error } = ExportForm.safeParse(typed);
  expect(error?.issues.map(({ message }) => message)).toEqual([problem]);
});
