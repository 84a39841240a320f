import { type ListedState, listedStates } from "../organizers/pledge-list.ts";
import { signatureStates } from "../signatures/signature.ts";

/** What a file is made for decides its columns and whom it holds. */
export const signaturePresets = ["full", "delivery"] as const;
export type SignaturePreset = (typeof signaturePresets)[number];

/** Lists of pledges: `pledges` is all of them with what is held, `pledges-co-filers` those to write to about co-filing. */
export const pledgePresets = ["pledges", "pledges-co-filers"] as const;
export type PledgePreset = (typeof pledgePresets)[number];

export const exportPresets = [...signaturePresets, ...pledgePresets] as const;
export type ExportPreset = (typeof exportPresets)[number];

/** Presets whose file holds how many shares people hold. */
export const presetsWithHoldings = ["pledges"] as const satisfies readonly ExportPreset[];

export const holdsHoldings = (preset: ExportPreset) => presetsWithHoldings.some((known) => known === preset);

export const isPledgePreset = (preset: ExportPreset): preset is PledgePreset =>
  pledgePresets.some((known) => known === preset);

/** What stands for a number or range that is stored and cannot be decrypted. */
export const unreadableCell = "unreadable";

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
  pledges: [
    "pledge_id",
    "version",
    "pledged_at_utc",
    "confirmed_at_utc",
    "name",
    "email",
    "country",
    "meeting",
    "kind",
    "holding_form",
    "shares",
    "shares_bucket",
    "held_since_month",
    "tenure_bucket",
    "account_flags",
    "held_on_record_date",
    "standing_instruction",
    "intention",
    "item_intentions",
    "willing",
    "verification",
    "verified_at_utc",
    "display",
    "comment",
    "email_opt_in",
    "contact_opt_in",
    "consent_version",
    "disclosure_version",
    "status",
    "outcome",
    "outcome_at_utc",
  ],
  "pledges-co-filers": [
    "pledge_id",
    "pledged_at_utc",
    "name",
    "email",
    "country",
    "language",
    "meeting",
    "kind",
    "holding_form",
    "held_since_month",
    "tenure_bucket",
    "verification",
    "co_filer_state",
    "co_filer_since_utc",
  ],
} as const satisfies Record<ExportPreset, readonly string[]>;

/** `all` stands for every state. */
export const exportStates = [...signatureStates, "all"] as const;
export type ExportState = (typeof exportStates)[number];
export const pledgeExportStates = [...listedStates, "all"] as const;
export type PledgeExportState = ListedState | "all";

type Days = {
  /** Days are UTC, `YYYY-MM-DD`, both included; null leaves that end open. */
  from: string | null;
  to: string | null;
  /** Begins with a byte-order mark, by which Excel knows UTF-8. */
  bom: boolean;
};

/** Whom a file holds. */
export type ExportFilter = { state: ExportState } & Days;
/** Whom a file of pledges holds; `meeting` is a year, null for every meeting. */
export type PledgeExportFilter = { state: PledgeExportState; meeting: number | null } & Days;

/** A preset with the filter that fits it. */
export type ListOf =
  | { preset: SignaturePreset; filter: ExportFilter }
  | { preset: PledgePreset; filter: PledgeExportFilter };

/** Both presets hold confirmed signatures from any day, unless told otherwise. */
export const wholeList: ExportFilter = { state: "confirmed", from: null, to: null, bom: false };

/** Both presets hold pledges in force from any day and for any meeting, unless told otherwise. */
export const wholePledges: PledgeExportFilter = { ...wholeList, state: "active", meeting: null };

/** True for a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
