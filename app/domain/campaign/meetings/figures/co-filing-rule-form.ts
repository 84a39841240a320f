import { z } from "zod";
import {
  agreeOnSource,
  numberField,
  type Refuse,
  refusing,
  sourceFields,
  sourceOf,
} from "#app/domain/campaign/forms/source-form.ts";
import { tierRows } from "#app/domain/campaign/meetings/co-filing-tiers.ts";
import type { CoFilingRule } from "#app/domain/campaign/meetings/meeting.ts";

/** What organizers enter about Rule 14a-8. */
export type CoFilingRuleValues = Omit<CoFilingRule, "verifiedAt" | "verifiedBy">;

const wholeNumber = (shape: RegExp, message: string) =>
  z
    .string()
    .optional()
    .transform((digits) => digits?.trim() || null)
    .refine((digits) => digits === null || shape.test(digits), { message, abort: true });

const dollars = wholeNumber(/^[1-9]\d{0,8}$/, "dollars-plain");
const years = wholeNumber(/^([1-9]|10)$/, "years-range");

const fields = (now: Date) => ({
  seen: z.string().max(100).optional(),
  dollars_1: dollars,
  dollars_2: dollars,
  dollars_3: dollars,
  dollars_4: dollars,
  dollars_5: dollars,
  years_1: years,
  years_2: years,
  years_3: years,
  years_4: years,
  years_5: years,
  price_window_days: numberField(1, 365),
  words_at_most: numberField(1, 5000),
  cure_days: numberField(1, 365),
  ...sourceFields(now),
});
type RuleForm = z.output<z.ZodObject<ReturnType<typeof fields>>>;

/** Parses the rule's tiers, each an amount and its years, and periods. */
export const coFilingRuleForm = (now: Date) =>
  z.object(fields(now)).superRefine((form, issue) => {
    const refuse = refusing(issue);
    agreeOnTiers(form, refuse);
    agreeOnSource(form, refuse);
  });

function agreeOnTiers(form: RuleForm, refuse: Refuse): void {
  const seen = new Set<string>();
  for (const n of tierRows) {
    const [amount, years] = [form[`dollars_${n}`], form[`years_${n}`]];
    if (amount !== null && years === null) refuse(`years_${n}`, "years-missing");
    if (amount === null && years !== null) refuse(`dollars_${n}`, "dollars-missing");
    if (years !== null && seen.has(years)) refuse(`years_${n}`, "years-twice");
    if (years !== null) seen.add(years);
  }
  if (seen.size === 0) refuse("dollars_1", "tiers-missing");
}

/** Reads the rule from a filled form, the longest holding time first. */
export const coFilingRuleOfForm = (form: RuleForm): CoFilingRuleValues => ({
  tiers: tierRows
    .flatMap((n) => {
      const [amount, years] = [form[`dollars_${n}`], form[`years_${n}`]];
      return amount !== null && years !== null ? [{ atLeast: amount, years: Number(years) }] : [];
    })
    .sort((one, other) => other.years - one.years),
  priceWindowDays: form.price_window_days,
  wordsAtMost: form.words_at_most,
  cureDays: form.cure_days,
  ...sourceOf(form),
});
