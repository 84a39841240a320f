import type { z } from "zod";
import { UsageError } from "#app/cli/command.ts";
import { textOf } from "#app/ui/form-state.ts";

/** Reads fields like a form of the console. An error names the option, in the console's words. */
export function readForm<Form extends z.ZodType>(
  form: Form,
  fields: Record<string, unknown>,
  errors: Record<string, string>,
  optionOf: Record<string, string> = {},
): z.output<Form> {
  const read = form.safeParse(fields);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = String(issue?.path[0] ?? "");
  const code = issue?.message ?? "";
  const option = optionOf[field] ?? field.replaceAll("_", "-");
  throw new UsageError(`--${option}: ${problemOf(issue, errors) ?? code}${choicesOf(issue)}`);
}

/** Reads stored fields with `--set name=value`; `name=` empties one. */
export function readFormWith<Form extends z.ZodObject>(
  form: Form,
  stored: Record<string, string>,
  { set, checked = false }: { set: string[]; checked?: boolean },
  errors: Record<string, string>,
): z.output<Form> {
  const fields: Record<string, string> = { ...stored, ...(checked && { checked: "on" }) };
  const known = Object.keys(form.shape).filter((name) => !["seen", "checked", "version"].includes(name));
  for (const one of set) {
    const [name = "", ...rest] = one.split("=");
    if (!known.includes(name)) throw new UsageError(`--set must start with one of ${known.join(", ")}`);
    fields[name] = rest.join("=");
  }
  const read = form.safeParse(fields);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const problem = problemOf(issue, errors) ?? issue?.message;
  throw new UsageError(`${issue?.path.join(".")}: ${problem}${choicesOf(issue)}`);
}

/** Writes a problem in the console's words, with what was found where they have “…”. */
export function problemOf(issue: z.core.$ZodIssue | undefined, errors: Record<string, string>) {
  const { value, line } = (issue?.code === "custom" && issue.params) || {};
  return textOf({ code: issue?.message ?? "", value, line }, errors);
}

/** The values that a field allows, if it has a fixed list and got another one. */
const choicesOf = (issue: z.core.$ZodIssue | undefined): string =>
  issue?.code === "invalid_value" && issue.values.length > 1 ? ` (one of ${issue.values.join(", ")})` : "";
