import { z } from "zod";
import {
  type ExportPreset,
  exportPresets,
  exportStates,
  isDay,
  isPledgePreset,
  type ListOf,
  pledgeExportStates,
  wholeList,
  wholePledges,
} from "./presets.ts";

/** A day of the calendar as `YYYY-MM-DD`; empty is null. */
const dayField = z
  .string()
  .optional()
  .transform((day) => day?.trim() || null)
  .refine((day) => day === null || isDay(day), "day-shape");

/** The states that a list of this preset can be narrowed down to. */
const statesOf = (preset: ExportPreset): readonly string[] =>
  isPledgePreset(preset) ? pledgeExportStates : exportStates;

/** The fields of `POST /organize/c/:slug/exports`. What goes to the company is always confirmed. */
export const ExportForm = z
  .object({
    preset: z.enum(exportPresets, "preset-missing"),
    state: z.enum([...exportStates, ...pledgeExportStates], "state-unknown").optional(),
    /** Of pledges alone: the year of their meeting; empty is every meeting. */
    meeting: z
      .string()
      .optional()
      .transform((year) => year?.trim() || null)
      .refine((year) => year === null || /^(19|20)\d\d$/.test(year), "meeting-unknown")
      .transform((year) => (year === null ? null : Number(year))),
    from: dayField,
    to: dayField,
    bom: z
      .literal("on", "bom-unknown")
      .optional()
      .transform((bom) => bom === "on"),
  })
  .superRefine(({ preset, state }, issue) => {
    if (state !== undefined && !statesOf(preset).includes(state))
      issue.addIssue({ code: "custom", path: ["state"], message: "state-unknown" });
  });
export type ExportForm = z.output<typeof ExportForm>;

/** The list that a filled form asks for. */
export function listOf({ preset, state, meeting, from, to, bom }: ExportForm): ListOf {
  const days = { from, to, bom };
  if (isPledgePreset(preset)) {
    const asked = pledgeExportStates.find((known) => known === state) ?? wholePledges.state;
    return {
      preset,
      filter: { ...days, meeting, state: preset === "pledges-co-filers" ? "active" : asked },
    };
  }
  const asked = exportStates.find((known) => known === state) ?? wholeList.state;
  return { preset, filter: { ...days, state: preset === "delivery" ? "confirmed" : asked } };
}
