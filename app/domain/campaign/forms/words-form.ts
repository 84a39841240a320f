import { z } from "zod";
import { noMergeField } from "#app/domain/base/form-fields.ts";
import { characters, cleanText, hasStackedMarks, isBlank } from "#app/domain/base/text.ts";
import { type Locale, locales } from "#app/i18n/index.ts";
import { hasInstruction } from "#app/lib/placeholders.ts";
import { atMost, maxGoalSteps, type PageWords } from "../wording.ts";
import { dayField } from "./source-form.ts";

const because = (message: string) => ({ message, abort: true });

/** Tags: the page would print them as text, which nobody means. */
const holdsTags = (text: string) => /<\/?[a-z!][^<>]*>/i.test(text);

/** `leaves`: it is published or sent at once, so no template instruction may be in it. */
type Shape = { lines?: boolean; leaves?: boolean };

/** Parses one or more lines, null when empty. `code` begins the error codes. */
export const textField = (code: string, most: number, { lines = false, leaves = false }: Shape = {}) =>
  z
    .string()
    .optional()
    .transform((text) => (isBlank(text ?? "") ? null : cleanText(text ?? "")))
    .refine((text) => text === null || lines || !/[\t\n]/.test(text), because(`${code}-line`))
    .refine((text) => text === null || !holdsTags(text), because("tags"))
    .refine((text) => text === null || characters(text) <= most, because(`${code}-long`))
    .refine((text) => text === null || !hasStackedMarks(text), because("marks"))
    .refine((text) => !leaves || !hasInstruction(text), because("instruction"))
    .superRefine(noMergeField);

/** Parses the same, required. */
export const neededField = (code: string, most: number, options?: Shape) =>
  textField(code, most, options)
    .refine((text) => text !== null, because(`${code}-missing`))
    .transform((text) => text ?? "");

/** Parses a translation: that of a text in one line is one line. */
export const translationField = (original: string) =>
  textField("translation", atMost.body, { lines: original.includes("\n") });

/** The version that an edit began on. */
export const versionField = z
  .string("unreadable")
  .regex(/^\d{1,9}$/, "unreadable")
  .transform(Number);

/** Numbers separated by commas, spaces or lines; so a thousand is written 1000, not `1,000`. */
const goalField = z
  .string()
  .optional()
  .transform((text) => (text ?? "").split(/[\s,;]+/).filter(Boolean))
  .refine((steps) => steps.length > 0, because("goals-missing"))
  .refine((steps) => steps.every((step) => /^[1-9]\d{0,8}$/.test(step)), because("goals-digits"))
  .transform((steps) => steps.map(Number))
  .refine((steps) => steps.length <= maxGoalSteps, because("goals-many"))
  .refine((steps) => steps.every((step, n) => n === 0 || step > (steps[n - 1] ?? 0)), because("goals-order"));

const language = z.enum(locales, "languages-unknown");

/** One share-text field for each language. */
const inEach = <T>(make: (locale: Locale) => T) =>
  Object.fromEntries(locales.map((locale) => [`share_${locale}`, make(locale)])) as Record<
    `share_${Locale}`,
    T
  >;

/** Title, goals, languages and share texts of a campaign. `version`: the one the edit began on. */
export const WordsForm = z
  .object({
    version: versionField,
    title: neededField("title", atMost.title),
    eyebrow: neededField("eyebrow", atMost.eyebrow),
    standfirst: neededField("standfirst", atMost.standfirst),
    method: textField("method", atMost.method),
    care: textField("care", atMost.care),
    goal_steps: goalField,
    handover_on: dayField,
    languages: z.array(language, "languages-missing").min(1, "languages-missing"),
    first_language: language.optional(),
    ...inEach(() => textField("share", atMost.shareText)),
  })
  .superRefine((form, issue) => {
    if (form.languages.length === 0) return;
    if (form.first_language && !form.languages.includes(form.first_language))
      issue.addIssue({ code: "custom", path: ["first_language"], message: "first-language-off" });
  });

/** Reads a campaign from a filled form. */
export function wordsOfForm(form: z.output<typeof WordsForm>): PageWords {
  const first = form.first_language ?? form.languages[0] ?? "en";
  const on: Locale[] = [first, ...locales.filter((one) => one !== first && form.languages.includes(one))];
  const shared = locales.map((one) => [one, form[`share_${one}`]] as const);
  return {
    title: form.title,
    eyebrow: form.eyebrow,
    standfirst: form.standfirst,
    goalSteps: form.goal_steps,
    handoverOn: form.handover_on,
    languages: on,
    method: form.method,
    care: form.care,
    shareTexts: Object.fromEntries(shared.filter(([, text]) => text !== null)),
  };
}

/** Fills the form with those words. */
export const fieldsOfWords = ({
  goalSteps,
  handoverOn,
  languages,
  shareTexts,
  method,
  care,
  title,
  eyebrow,
  standfirst,
}: PageWords) => ({
  title,
  eyebrow,
  standfirst,
  method: method ?? "",
  care: care ?? "",
  goal_steps: goalSteps.join(", "),
  handover_on: handoverOn ?? "",
  languages,
  first_language: languages[0] ?? "en",
  ...inEach((locale) => shareTexts[locale] ?? ""),
});
