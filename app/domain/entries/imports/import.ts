import type { DayOrder } from "#app/domain/base/day.ts";
import { periods } from "#app/domain/base/periods.ts";

/** Where a list comes from: the tools whose files are known, any other CSV, and sheets of paper. */
export const importFormats = ["action-network", "change", "wordpress", "csv", "paper"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Rows of a sheet that were typed in on a page: no file was handed in. */
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

/** What a column of a list can hold. */
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

/** Which column holds what. Columns are told by their place, from 0, so that two of one name are two. */
export type Mapping = {
  columns: Partial<Record<ImportField, number>>;
  /** Stands for the country that a row does not name; null: such a row is refused. */
  country: string | null;
  days: DayOrder;
};

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

export const separators = [",", ";", "\t"] as const;
export type Separator = (typeof separators)[number];

/** How a file is read, and the names of its columns. */
export type Reading = { encoding: Encoding; separator: Separator; columns: string[] };

/** Who of the people agreed to get updates: nobody, everyone, or those of whom a column says so. */
export const updatesChoices = ["nobody", "column", "everyone"] as const;
export type UpdatesFor = (typeof updatesChoices)[number];

/** Bytes of a file at most, and of one of its rows; columns at most. */
export const fileAtMost = 512 * 1024 * 1024;
export const rowAtMost = 128 * 1024;
export const columnsAtMost = 500;

/** Hours that a file waits for the next step before it is removed. */
export const waitsHours = periods.importHours;

export const consentTextAtMost = 5000;
export const consentSourceAtMost = 300;

/** Returns whether a list has no addresses: its people cannot confirm and count separately, as on paper. */
export const isWithoutAddress = (mapping: Mapping) => mapping.columns.email === undefined;
