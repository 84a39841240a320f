import { z } from "zod";
import { noMergeField } from "#app/domain/base/form-fields.ts";
import { characters, cleanText } from "#app/domain/base/text.ts";
import { hasInstruction } from "#app/lib/placeholders.ts";

const wholeNumber = (text: string | undefined) => (/^\d{1,7}$/.test(text ?? "") ? Number(text) : Number.NaN);

/** When letters are handed over. `seen`: when the settings were last edited, as this edit began. */
export const SettingsForm = z.object({
  every_days: z
    .string()
    .optional()
    .transform((days) => wholeNumber(days?.trim()))
    .refine((days) => days >= 1 && days <= 90, "every-days-range"),
  milestone: z
    .string()
    .optional()
    .transform((letters) => (letters?.trim() ? wholeNumber(letters.trim()) : null))
    .refine((letters) => letters === null || (letters >= 10 && letters <= 1_000_000), "milestone-range"),
  seen: z.string("unreadable").max(100),
});

export const settingsOfForm = (form: z.output<typeof SettingsForm>): LetterSettings => ({
  everyDays: form.every_days,
  milestone: form.milestone,
});

/** The campaign's ask in one language; empty removes the paragraph. */
export const TemplateForm = z.object({
  locale: z.string("unreadable").regex(/^[a-z]{2}$/, "unreadable"),
  ask: z
    .string("ask-missing")
    .transform(cleanText)
    .refine((ask) => characters(ask) <= maxAskLength, "ask-long")
    .refine((ask) => !hasInstruction(ask), "instruction")
    .superRefine(noMergeField),
  seen: z.string("unreadable").max(100),
});

/** When a campaign hands letters over. */
export type LetterSettings = {
  /** Days between dispatches: then the next one is drafted. */
  everyDays: number;
  /** Number of waiting letters that drafts one earlier. Null: only by time. */
  milestone: number | null;
};

export const usualSettings: LetterSettings = { everyDays: 7, milestone: 500 };

/** Characters of the paragraph with the campaign's ask. */
export const maxAskLength = 2000;
