import { findFieldInAddress, withoutFirstNames } from "#app/lib/first-name.ts";
import { findMergeField } from "#app/lib/merge-fields.ts";

/** Finds what a subject or greeting cannot have: another tool's merge field, or ours in an address. */
export const findInLine = (line: string): string | null =>
  findMergeField(withoutFirstNames(line)) ?? findFieldInAddress(line);
