import { z } from "zod";
import { dayOrders } from "#app/domain/base/day.ts";
import { countryCodes } from "#app/lib/countries.ts";
import {
  encodings,
  type ImportField,
  importFields,
  type Mapping,
  type Reading,
  type Separator,
} from "./import.ts";

const separatorNames: Record<string, Separator> = { comma: ",", semicolon: ";", tab: "\t" };

/** The number of a column; empty: none. */
const columnField = z
  .string()
  .optional()
  .transform((text) => text?.trim() ?? "")
  .refine((text) => text === "" || /^\d{1,3}$/.test(text), "column-unknown")
  .transform((text) => (text === "" ? null : Number(text)));

const columnFields = Object.fromEntries(importFields.map((field) => [`col_${field}`, columnField])) as Record<
  `col_${ImportField}`,
  typeof columnField
>;

/** How a file is read and what its columns contain. */
export const MappingForm = z.object({
  encoding: z.enum(encodings, "encoding-unknown"),
  separator: z
    .string("separator-unknown")
    .refine((name) => name in separatorNames, "separator-unknown")
    .transform((name) => separatorNames[name] ?? ","),
  days: z.enum(dayOrders, "days-unknown"),
  default_country: z
    .string()
    .optional()
    .transform((code) => code || null)
    .refine((code) => code === null || countryCodes.includes(code), "country-unknown"),
  ...columnFields,
});
export type MappingForm = z.output<typeof MappingForm>;

/** Why a mapping cannot import anybody, with the field to change. */
export type MappingProblem = { field: string; code: string };

/** Reads the mapping from a filled form, or what is missing. */
export function mappingOf(
  form: MappingForm,
  { format, columns: count }: { format: string; columns: number },
): Mapping | MappingProblem {
  const columns: Mapping["columns"] = {};
  const taken = new Map<number, string>();
  for (const field of importFields) {
    const at = form[`col_${field}`];
    if (at === null) continue;
    if (at >= count) return { field: `col_${field}`, code: "column-unknown" };
    if (taken.has(at)) return { field: `col_${field}`, code: "column-twice" };
    taken.set(at, field);
    columns[field] = at;
  }
  // People who signed on paper are never emailed, so addresses are not read.
  if (format === "paper")
    for (const field of ["email", "opt_in", "confirmed"] as const) delete columns[field];
  const named = columns.name ?? columns.first_name ?? columns.last_name;
  if (named === undefined) return { field: "col_name", code: "name-column" };
  if (columns.email === undefined && format !== "paper" && format !== "change")
    return { field: "col_email", code: "email-column" };
  if (columns.country === undefined && form.default_country === null)
    return { field: "col_country", code: "country-column" };
  return { columns, country: form.default_country, days: form.days };
}

/** Fills the form in. */
export function filledIn({
  reading,
  mapping,
}: {
  reading: Reading | null;
  mapping: Mapping | null;
}): Record<string, string> {
  const separator = Object.keys(separatorNames).find((name) => separatorNames[name] === reading?.separator);
  return {
    encoding: reading?.encoding ?? "utf-8",
    separator: separator ?? "comma",
    days: mapping?.days ?? "ymd",
    default_country: mapping?.country ?? "",
    ...Object.fromEntries(
      importFields.map((field) => [`col_${field}`, String(mapping?.columns[field] ?? "")]),
    ),
  };
}
