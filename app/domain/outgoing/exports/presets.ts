import { periods } from "#app/domain/base/periods.ts";
import { type ListedState, listedStates } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { type SignatureState, signatureStates } from "#app/domain/entries/signatures/signature.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";

/** The purpose of a file decides columns and people: the campaign's record, the company, or a tool. */
export const signaturePresets = ["full", "delivery", "action-network", "mailchimp", "listmonk"] as const;
export type SignaturePreset = (typeof signaturePresets)[number];

/** Lists of pledges: `pledges` is all with holdings, `pledges-co-filers` those to ask about co-filing. */
export const pledgePresets = ["pledges", "pledges-co-filers"] as const;
export type PledgePreset = (typeof pledgePresets)[number];

export const exportPresets = [...signaturePresets, ...pledgePresets] as const;
export type ExportPreset = (typeof exportPresets)[number];

/** Presets whose file has how many shares people hold. */
export const presetsWithHoldings = ["pledges"] as const satisfies readonly ExportPreset[];

export const holdsHoldings = (preset: ExportPreset) => presetsWithHoldings.some((known) => known === preset);

export const isPledgePreset = (preset: ExportPreset): preset is PledgePreset =>
  pledgePresets.some((known) => known === preset);

/** Hours that a kept file stays, from when its making began. */
export const keptHours = periods.exportHours;

/** The cell for a number or range that is stored but cannot be decrypted. */
export const unreadableCell = "unreadable";

/**
 * The consent required to be in a file, and whether an organizer may leave the requirement out: never for the
 * company.
 */
export const neededConsent: Record<
  SignaturePreset,
  { purpose: "updates" | "deliver_to_company" | null; mayLeaveOut: boolean }
> = {
  full: { purpose: null, mayLeaveOut: true },
  delivery: { purpose: "deliver_to_company", mayLeaveOut: false },
  "action-network": { purpose: "updates", mayLeaveOut: true },
  mailchimp: { purpose: "updates", mayLeaveOut: true },
  listmonk: { purpose: "updates", mayLeaveOut: true },
};

export const exportFormats = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Columns of each preset, in order (docs/exports.md). `full`: the campaign; `delivery`: the company. */
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
  "action-network": [
    "email",
    "first_name",
    "last_name",
    "zip_code",
    "address",
    "city",
    "state",
    "country",
    "phone",
    "full_name",
    "signed_at",
    "email_opt_in",
  ],
  mailchimp: [
    "Email Address",
    "First Name",
    "Last Name",
    "Full Name",
    "Postal Code",
    "Country",
    "Language",
    "Signed On",
    "Email Opt-In",
  ],
  listmonk: ["email", "name", "attributes"],
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
    "fund_manager",
    "email_opt_in",
    "contact_opt_in",
    "consent_version",
    "disclosure_version",
    "status",
    "outcome",
    "outcome_at_utc",
    "fund_outcome",
    "fund_outcome_at_utc",
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

/** The last column of a file, if a campaign has several companies: the one a row is about. */
const companyColumns = {
  full: "deliver_to",
  pledges: "company",
  "pledges-co-filers": "company",
} as const satisfies Partial<Record<ExportPreset, string>>;

/** Lists a file's columns, in order. */
export function columnsOf({
  preset,
  filter,
}: {
  preset: ExportPreset;
  filter: ByCompany;
}): readonly string[] {
  const columns: readonly string[] = presetColumns[preset];
  const more = filter.byCompany && preset in companyColumns;
  return more ? [...columns, companyColumns[preset as keyof typeof companyColumns]] : columns;
}

export type ColumnOf<Preset extends ExportPreset> = (typeof presetColumns)[Preset][number];

export const exportStates = [...signatureStates, "all"] as const;
export const pledgeExportStates = [...listedStates, "all"] as const;
export type PledgeExportState = ListedState | "all";

export type ByCompany = {
  /** The campaign has several companies. */
  byCompany?: true;
  /**
   * Only what belongs to this one, by its slug: pledges at it, or signers who agreed that it gets their name.
   */
  company?: string;
};

type Days = {
  /** Days are UTC, `YYYY-MM-DD`, both included; null leaves that end open. */
  from: string | null;
  to: string | null;
  /** Begins with a byte-order mark, so that Excel reads it as UTF-8. */
  bom: boolean;
  format: ExportFormat;
};

/** Who is in a file. */
export type ExportFilter = {
  /** Empty: every state. */
  states: readonly SignatureState[];
  /** ISO 3166-1 alpha-2; empty: every country. */
  countries: readonly string[];
  /** Only people with this consent when the file is made. Null: everyone. */
  consent: ConsentPurpose | null;
} & Days &
  ByCompany;
/** Who is in a file of pledges; `meeting` is a year, null for every meeting. */
export type PledgeExportFilter = { state: PledgeExportState; meeting: number | null } & Days & ByCompany;

export type ListOf =
  | { preset: SignaturePreset; filter: ExportFilter }
  | { preset: PledgePreset; filter: PledgeExportFilter };

const anyDay: Days = { from: null, to: null, bom: false, format: "csv" };

export const isPledgeList = (list: ListOf): list is ListOf & { preset: PledgePreset } =>
  isPledgePreset(list.preset);

/** The default: confirmed signatures from any day and country. */
export const wholeList: ExportFilter = { states: ["confirmed"], countries: [], consent: null, ...anyDay };

/** The default: pledges in force from any day and for any meeting. */
export const wholePledges: PledgeExportFilter = { ...anyDay, state: "active", meeting: null };

/** Returns a preset's default filter: confirmed signatures with the consent it needs. */
export const usualFilter = (preset: SignaturePreset): ExportFilter =>
  allowedFilter(preset, { ...wholeList, consent: neededConsent[preset].purpose });

/**
 * Limits a filter to its preset: for the company only confirmed ones, and only with consent where it is
 * needed.
 */
export function allowedFilter(preset: SignaturePreset, filter: ExportFilter): ExportFilter {
  const { purpose, mayLeaveOut } = neededConsent[preset];
  return {
    ...filter,
    states: preset === "delivery" ? ["confirmed"] : filter.states,
    consent: mayLeaveOut ? filter.consent : purpose,
  };
}
