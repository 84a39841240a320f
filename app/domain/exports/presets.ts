import { z } from "zod";
import { signatureStates } from "../signatures/signature.ts";

/** What a file is made for decides its columns and whom it holds. */
export const exportPresets = ["full", "delivery"] as const;
export type ExportPreset = (typeof exportPresets)[number];

/** The columns of each preset, in order (domain.md section 7). `full` is for the campaign itself, `delivery` for the company. */
export const presetColumns = {
  full: [
    "signature_id",
    "signed_at_utc",
    "confirmed_at_utc",
    "name",
    "email",
    "postal_code",
    "country",
    "comment",
    "display",
    "email_opt_in",
    "consent_version",
    "petition_version",
    "source",
    "referrer",
    "status",
    "exclusion_reason",
  ],
  delivery: ["receipt_code", "signed_on", "name", "country", "comment"],
} as const satisfies Record<ExportPreset, readonly string[]>;

/** `all` stands for every state. */
export const exportStates = [...signatureStates, "all"] as const;
export type ExportState = (typeof exportStates)[number];

/** Whom a file holds. Days are UTC, `YYYY-MM-DD`, both included; null leaves that end open. */
export type ExportFilter = {
  state: ExportState;
  from: string | null;
  to: string | null;
  /** Begins with a byte-order mark, by which Excel knows UTF-8. */
  bom: boolean;
};

/** Both presets hold confirmed signatures from any day, unless told otherwise. */
export const wholeList: ExportFilter = { state: "confirmed", from: null, to: null, bom: false };

/** A day of the calendar as `YYYY-MM-DD`; empty is null. */
export const dayField = z
  .string()
  .optional()
  .transform((day) => day?.trim() || null)
  .refine((day) => day === null || isDay(day), "day-shape");

function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

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
