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

/** True for a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
