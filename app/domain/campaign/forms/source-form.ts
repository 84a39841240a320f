import { z } from "zod";
import { isDay } from "#app/domain/base/day.ts";
import { checkbox, noMergeField } from "#app/domain/base/form-fields.ts";
import { characters, cleanLine, hasStackedMarks } from "#app/domain/base/text.ts";
import { latestDay } from "#app/domain/base/zone-clock.ts";

/** A problem of one field: checks that span fields only run when there is none. */
const because = (message: string) => ({ message, abort: true });

/** Parses one line, null when empty. `code` begins the error codes. */
export const lineField = (code: string, atMost: number) =>
  z
    .string()
    .optional()
    .transform((text) => cleanLine(text ?? "") || null)
    .refine((text) => text === null || !/[\t\r\n]/.test(text), because(`${code}-line`))
    .refine((text) => text === null || characters(text) <= atMost, because(`${code}-long`))
    .refine((text) => text === null || !hasStackedMarks(text), because("marks"))
    .superRefine(noMergeField);

export const dayField = z
  .string()
  .optional()
  .transform((day) => day?.trim() || null)
  .refine((day) => day === null || isDay(day), because("day-shape"));

export const timeField = z
  .string()
  .optional()
  .transform((time) => time?.trim() || null)
  .refine((time) => time === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(time), because("time-shape"));

/** An https:// address without a password; null when empty. */
export const httpsField = z
  .string()
  .optional()
  .transform((url) => url?.trim() || null)
  .refine((url) => url === null || isHttps(url), because("url-shape"))
  .superRefine(noMergeField);

function isHttps(text: string): boolean {
  if (text.length > 2000 || !/^https:\/\/\S+$/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

const grouped = /^\d{1,3}(?:([,\u2019\u0020\u00a0\u202f])\d{3}(?:\1\d{3}){0,4})$/;

/** A count as companies print it, `1,500,000`, or in plain digits; kept exactly, null when empty. */
export const digitsField = z
  .string()
  .optional()
  .transform((digits) => digits?.trim() || null)
  .transform((digits) => (digits && grouped.test(digits) ? digits.replace(/\D/g, "") : digits))
  .refine((digits) => digits === null || /^\d{1,15}$/.test(digits), because("digits-plain"))
  .transform((digits) => (digits === null ? null : BigInt(digits)));

/** Parses a bounded whole number. */
export const numberField = (min: number, max: number) =>
  z
    .string("number-missing")
    .trim()
    .refine((digits) => digits !== "", because("number-missing"))
    .refine((digits) => /^\d{1,6}$/.test(digits), because("digits-plain"))
    .transform(Number)
    .refine((number) => number >= min && number <= max, because("number-range"));

/** Parses a value's source, and whether the person who saves it has checked it there. */
export const sourceFields = (now: Date) => ({
  source_url: httpsField,
  as_of: dayField.refine((day) => day === null || day <= latestDay(now), because("as-of-future")),
  checked: checkbox,
});

type SourceForm = { source_url: string | null; as_of: string | null; checked: boolean };

/** Reports a problem at the field where it can be fixed. */
export type Refuse = (field: string, code: string) => void;

export const refusing =
  (issue: z.RefinementCtx): Refuse =>
  (field, message) =>
    issue.addIssue({ code: "custom", path: [field], message });

/** Refuses a check against a source or for a day that is not named. */
export function agreeOnSource(form: SourceForm, refuse: Refuse): void {
  if (form.checked && form.source_url === null) refuse("source_url", "source-missing");
  if (form.checked && form.as_of === null) refuse("as_of", "as-of-missing");
}

/** Gives a form's source as the commands take it. */
export const sourceOf = (form: SourceForm) => ({ sourceUrl: form.source_url, asOf: form.as_of });
