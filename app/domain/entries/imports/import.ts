import type { DayOrder } from "#app/domain/base/day.ts";
import { periods } from "#app/domain/base/periods.ts";

/** Sources of a list: tools with known files, any other CSV, and paper sheets. */
export const importFormats = ["action-network", "change", "wordpress", "csv", "paper"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Rows of a sheet that were typed on a page, without a file. */
export const typedFormat = "paper-typed";

export type ImportState =
  | "receiving"
  | "received"
  | "trying"
  | "tried"
  | "importing"
  | "imported"
  | "cancelled"
  | "failed"
  | "undoing"
  | "undone";

/** True while a worker is at it. */
export const isAtWork = (state: ImportState) =>
  state === "trying" || state === "importing" || state === "undoing";

/** What a column can contain. */
export const importFields = [
  "email",
  "name",
  "first_name",
  "last_name",
  "country",
  "postal_code",
  "comment",
  "signed_on",
  "opt_in",
  "confirmed",
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column contains what. Columns are numbered from 0, since two may have the same name. */
export type Mapping = {
  columns: Partial<Record<ImportField, number>>;
  /** Used for rows without a country; null: such rows are refused. */
  country: string | null;
  days: DayOrder;
};

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

export const separators = [",", ";", "\t"] as const;
export type Separator = (typeof separators)[number];

/** How a file is read, and the names of its columns. */
export type Reading = { encoding: Encoding; separator: Separator; columns: string[] };

/** Who agreed to updates: nobody, everyone, or those marked in a column. */
export const updatesChoices = ["nobody", "column", "everyone"] as const;
export type UpdatesFor = (typeof updatesChoices)[number];

/** Limits: bytes of a file and of a row; number of columns. */
export const maxImportBytes = 512 * 1024 * 1024;
export const maxRowBytes = 128 * 1024;
export const maxColumns = 500;

/** Hours that a file waits for the next step before it is deleted. */
export const waitsHours = periods.importHours;

export const maxConsentTextLength = 5000;
export const maxConsentSourceLength = 300;

/** Returns whether a list has no addresses: its people cannot confirm and count separately, as on paper. */
export const isWithoutAddress = (mapping: Mapping) => mapping.columns.email === undefined;
