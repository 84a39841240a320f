import { findFieldInAddress, withoutFirstNames } from "#app/lib/first-name.ts";
import { findMergeField } from "#app/lib/merge-fields.ts";

/** Finds what a subject cannot be sent with: a merge field of another tool, or ours in an address. */
export const findInSubject = (subject: string): string | null =>
  findMergeField(withoutFirstNames(subject)) ?? findFieldInAddress(subject);
