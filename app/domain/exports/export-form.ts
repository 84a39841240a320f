import { z } from "zod";
import { type ExportFilter, exportPresets, exportStates, isDay } from "./presets.ts";

/** A day of the calendar as `YYYY-MM-DD`; empty is null. */
const dayField = z
  .string()
  .optional()
  .transform((day) => day?.trim() || null)
  .refine((day) => day === null || isDay(day), "day-shape");

/** The fields of `POST /organize/c/:slug/exports`. What goes to the company is always confirmed. */
export const ExportForm = z.object({
  preset: z.enum(exportPresets, "preset-missing"),
  state: z.enum(exportStates, "state-unknown").optional(),
  from: dayField,
  to: dayField,
  bom: z
    .literal("on", "bom-unknown")
    .optional()
    .transform((bom) => bom === "on"),
});
export type ExportForm = z.output<typeof ExportForm>;

/** The filter a filled form asks for. */
export function filterOf({ preset, state = "confirmed", from, to, bom }: ExportForm): ExportFilter {
  return { state: preset === "delivery" ? "confirmed" : state, from, to, bom };
}
