import { z } from "zod";
import { findMergeField } from "#app/lib/merge-fields.ts";

/** A checkbox. */
export const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** Refuses a merge field of another tool, by name: nothing fills it in. */
export const noMergeField = (text: string | null, issue: z.RefinementCtx) => {
  const value = text === null ? null : findMergeField(text);
  if (value !== null) issue.addIssue({ code: "custom", message: "merge-field", params: { value } });
};
