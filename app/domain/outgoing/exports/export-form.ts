import { z } from "zod";
import { isDay } from "#app/domain/base/day.ts";
import { cleanLine } from "#app/domain/base/text.ts";
import { countryCodes } from "#app/lib/countries.ts";
import {
  allowedFilter,
  type ExportFilter,
  type ExportPreset,
  exportFormats,
  exportPresets,
  exportStates,
  isPledgePreset,
  type ListOf,
  neededConsent,
  pledgeExportStates,
  type SignaturePreset,
  wholeList,
  wholePledges,
} from "./presets.ts";

/** `YYYY-MM-DD`; empty is null. */
const dayField = z
  .string()
  .meta({ format: "date" })
  .optional()
  .transform((day) => day?.trim() || null)
  .refine((day) => day === null || isDay(day), "day-shape");

/** The states that a list of this preset can be filtered by. */
const statesOf = (preset: ExportPreset): readonly string[] =>
  isPledgePreset(preset) ? pledgeExportStates : exportStates;

/** Two-letter codes with anything between them; none means every country. */
const countriesField = z
  .string()
  .optional()
  .transform((text) => [
    ...new Set(
      (text ?? "")
        .toUpperCase()
        .split(/[^A-Z]+/)
        .filter(Boolean),
    ),
  ])
  .refine((codes) => codes.every((code) => countryCodes.includes(code)), "country-unknown");

/** Who is in a file of signatures: those who agreed to what its preset needs, to updates, or anyone. */
const consentChoices = ["needed", "updates", "any"] as const;

/** Form fields that may be given more than once. */
export const repeatableExportFields = ["state"] as const;

/** An export that a program may request. The API's document is made of this. */
export const WantedExport = z.object({
  preset: z.enum(exportPresets, "preset-missing"),
  state: z
    .union([z.string().transform((state) => [state]), z.array(z.string())])
    .optional()
    .transform((states) => (states?.length ? states : undefined))
    .describe("One state or several. `all`: every state; without any, those of the preset."),
  meeting: z
    .string()
    .meta({ pattern: "^\\d{4}$" })
    .optional()
    .transform((year) => year?.trim() || null)
    .refine((year) => year === null || /^(19|20)\d\d$/.test(year), "meeting-unknown")
    .transform((year) => (year === null ? null : Number(year)))
    .describe("For pledges: the year of their meeting; without it, every meeting."),
  company: z
    .string()
    .optional()
    .transform((slug) => slug?.trim() || undefined)
    .refine((slug) => slug === undefined || /^[a-z0-9-]{1,64}$/.test(slug), "company-unknown")
    .describe(
      "The slug of a company: pledges at it, or signers whose name it gets. " +
        "Without it, all; in the delivery list, the first.",
    ),
  from: dayField,
  to: dayField,
  countries: countriesField.describe("Two-letter codes with any separator; none means every country."),
  consent: z
    .enum(consentChoices, "consent-unknown")
    .default("needed")
    .describe("For signatures: people who agreed to what the preset needs, to updates, or anyone."),
  format: z
    .union([z.literal("").transform(() => undefined), z.enum(exportFormats)], "format-unknown")
    .optional()
    .describe("Without it, CSV."),
  bom: z
    .literal("on", "bom-unknown")
    .optional()
    .transform((bom) => bom === "on")
    .describe("A byte-order mark, which tells Excel that it is UTF-8."),
});

/** Fields of `POST /organize/c/:slug/exports`. A list for the company needs confirmation and consent. */
export const ExportForm = z
  .object({
    ...WantedExport.shape,
    /**
     * `keep`: a job makes the file, to be fetched in parts for a day. `now`: made during its one download.
     */
    how: z.enum(["now", "keep"], "how-unknown").default("now"),
    /** The name to save the filter under; empty saves none. */
    filter_name: z
      .string()
      .optional()
      .transform((name) => cleanLine(name ?? "") || null)
      .refine((name) => name === null || (name.length <= 80 && !/[\r\n\t]/.test(name)), "filter-name-long"),
  })
  .superRefine(({ preset, state, consent, from, to }, issue) => {
    const refuse = (field: string, message: string) =>
      issue.addIssue({ code: "custom", path: [field], message });
    if (
      state?.some((each) => !statesOf(preset).includes(each)) ||
      (isPledgePreset(preset) && (state?.length ?? 0) > 1)
    )
      refuse("state", "state-unknown");
    if (consent === "any" && !isPledgePreset(preset) && !neededConsent[preset].mayLeaveOut)
      refuse("consent", "consent-needed");
    if (from !== null && to !== null && from > to) refuse("to", "days-order");
  });
export type ExportForm = z.output<typeof ExportForm>;

/** Reads the list a form asks for. */
export function listOf({
  preset,
  state,
  meeting,
  company,
  from,
  to,
  bom,
  countries,
  consent,
  format,
}: ExportForm): ListOf {
  const options = { from, to, bom, format: format ?? "csv", ...(company && { company }) };
  if (isPledgePreset(preset)) {
    const asked = pledgeExportStates.find((known) => known === state?.[0]) ?? wholePledges.state;
    return {
      preset,
      filter: { ...options, meeting, state: preset === "pledges-co-filers" ? "active" : asked },
    };
  }
  const filter: ExportFilter = {
    ...options,
    countries,
    states: statesAsked(state),
    consent: consentAsked(preset, consent),
  };
  return { preset, filter: allowedFilter(preset, filter) };
}

function statesAsked(state: string[] | undefined): ExportFilter["states"] {
  if (!state) return wholeList.states;
  if (state.includes("all")) return [];
  return exportStates.filter((known) => known !== "all" && state.includes(known)) as ExportFilter["states"];
}

function consentAsked(preset: SignaturePreset, asked: ExportForm["consent"]): ExportFilter["consent"] {
  if (asked === "any") return null;
  return asked === "updates" ? "updates" : neededConsent[preset].purpose;
}
