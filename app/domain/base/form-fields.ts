import { z } from "zod";
import { findMergeField } from "#app/lib/merge-fields.ts";

/** A checkbox. */
export const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** Refuses a merge field of another tool, by name and, in a text of several lines, by line. */
export const noMergeField = (text: string | null, issue: z.RefinementCtx) => {
  const value = text === null ? null : findMergeField(text);
  if (text === null || value === null) return;
  const line = text.includes("\n") && text.slice(0, text.indexOf(value)).split("\n").length;
  const params = { value, ...(line && { line }) };
  issue.addIssue({ code: "custom", message: "merge-field", params });
};
